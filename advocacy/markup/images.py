"""A picture as it lies in content/images: what it is, and how large."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from PIL import Image

from advocacy.library import IMAGES
from advocacy.limits.telling import LimitError
from advocacy.limits.within import WithinLimits
from advocacy.markup.pictures.metadata import PARTS, without_metadata
from advocacy.markup.pictures.opening import opened
from advocacy.markup.pictures.published import (
    FIRST_TURNED,
    ORIENTATION,
    UPRIGHT,
    read_frames,
)
from advocacy.markup.pictures.svg.node import SvgError
from advocacy.markup.pictures.svg.reading import BEGINNING_BYTES, is_svg
from advocacy.site import Site
from advocacy.slugs import find_unfit

if TYPE_CHECKING:
    from advocacy.markup.pictures.svg.clean import CleanSvg

# What every file system takes as a name; a longer one is an error of theirs.
LONGEST_PATH_BYTES = 255

SVG_TYPE = "image/svg+xml"
# A web server tells the type from the name, so the name may not claim another one.
NAMES: Mapping[str, tuple[str, ...]] = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/avif": (".avif",),
    SVG_TYPE: (".svg",),
}


class ImageError(Exception):
    """A picture that cannot be shown; the text says what was seen and how to mend it."""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture that browsers can show.

    Attributes:
        path: Below content/images, with forward slashes.
        width_px: As it is shown, so after the camera's orientation.
        height_px: In the same way.
        media_type: Such as `image/png`, told from the content.
        size_bytes: On disk.
        suits_dark: Whether it can be seen on a dark page as well; a drawing may be black lines.
    """

    path: str
    width_px: int
    height_px: int
    media_type: str
    size_bytes: int
    suits_dark: bool = True

    @property
    def is_svg(self) -> bool:
        """Whether it is drawn by the browser, so that nothing here can draw with it."""
        return self.media_type == SVG_TYPE


def read_image(site: Site, path: str) -> ImageFile:
    """Read what a picture is, and see that all of it is there.

    Args:
        site: Whose content/images holds the picture.
        path: Below content/images, with forward slashes.

    Raises:
        ImageError: It is not there, no picture, too large, or its name does not fit its content;
            or it takes more time or memory than a file may.
    """
    try:
        with WithinLimits(f"content/{IMAGES}/{path}", 0):
            return _read_image(site, path)
    except LimitError as error:
        raise ImageError(f"`{path}` {error.problems[0].message}") from None
    except OSError as error:  # it may not be read, or went while it was
        cure = "Put it there, and let whoever builds read it."
        raise ImageError(f"`{path}` cannot be opened: {error.strerror}. {cure}") from None


def _read_image(site: Site, path: str) -> ImageFile:
    file = _real_file(site.content / IMAGES, path)
    size_bytes = file.stat().st_size
    limits = site.pictures
    if size_bytes > limits.most_megabytes * 1_000_000:
        limit = f"A picture may have {limits.most_megabytes} MB; make it smaller"
        raise ImageError(f"`{path}` has {size_bytes / 1e6:.1f} MB. {limit}.")
    width_px, height_px, media_type, suits_dark = _measure(file, path)
    if width_px * height_px > limits.most_megapixels * 1_000_000:
        limit = f"A picture may have {limits.most_megapixels} million pixels; make it smaller"
        raise ImageError(f"`{path}` has {width_px} x {height_px} pixels. {limit}.")
    if file.suffix.lower() not in NAMES[media_type]:
        name = PurePosixPath(path).with_suffix(NAMES[media_type][0])
        raise ImageError(f"`{path}` holds {media_type}. Rename it to `{name.name}`.")
    modified_ns = file.stat().st_mtime_ns
    orientation: int | LimitError = UPRIGHT
    if media_type != SVG_TYPE:
        orientation = _read_orientation(file, media_type, modified_ns, size_bytes)
    if isinstance(orientation, LimitError):
        raise orientation
    if not orientation:
        raise ImageError(f"`{path}` breaks off, or is damaged. Save or copy it anew.")
    if orientation >= FIRST_TURNED:
        width_px, height_px = height_px, width_px
    return ImageFile(path, width_px, height_px, media_type, size_bytes, suits_dark)


def _real_file(folder: Path, path: str) -> Path:
    """Return the file at a path, which may not leave its folder nor pass through a link."""
    name = path[:80] if path.isprintable() else ascii(path[:80])
    missing = f"`{name}` is not in content/images. Put it there, or mend its name."
    if not path.isprintable() or len(path.encode()) > LONGEST_PATH_BYTES:
        raise ImageError(missing)
    parts = path.split("/")
    if folder.is_symlink() or any(part in {"", ".", ".."} or "\\" in part for part in parts):
        raise ImageError(f"`{path}` leaves content/images. Name a picture that lies in it.")
    file = folder
    for part in parts:
        file = file / part
        if file.is_symlink():
            raise ImageError(f"`{path}` is a symbolic link. Put the picture itself in its place.")
    if not file.is_file():
        raise ImageError(missing)
    if unfit := find_unfit(path):
        raise ImageError(f"{unfit}. Rename the picture.")
    return file


def _measure(file: Path, path: str) -> tuple[int, int, str, bool]:
    drawing = _read_svg(file, file.stat().st_mtime_ns, file.stat().st_size)
    if isinstance(drawing, SvgError):
        raise ImageError(f"`{path}` {drawing}")
    if drawing:
        return drawing.width_px, drawing.height_px, SVG_TYPE, drawing.suits_dark
    try:
        # Pillow's own bound on pixels is wider than ours, which follows.
        with opened(file) as image:
            # A PNG that moves calls itself image/apng, and is a PNG to every server.
            return (*image.size, f"image/{(image.format or '').lower()}", True)
    except Image.DecompressionBombError:
        raise ImageError(f"`{path}` has far too many pixels. Make it smaller.") from None
    except OSError:
        kinds = "PNG, JPEG, GIF, WebP, AVIF or SVG"
        raise ImageError(
            f"`{path}` is no picture that is shown here. Save it as {kinds}."
        ) from None


@lru_cache(maxsize=4096)
def _read_svg(file: Path, modified_ns: int, size_bytes: int) -> "CleanSvg | SvgError | None":
    """Return a drawing without its content, or why it is not shown; None for any other picture."""
    del modified_ns, size_bytes
    with file.open("rb") as opened:
        if not is_svg(opened.read(BEGINNING_BYTES)):
            return None
    # What reads styles takes ten milliseconds to import, for which a check need not wait.
    from advocacy.markup.pictures.svg.clean import make_clean_svg

    try:
        return replace(make_clean_svg(file.read_bytes()), content=b"")
    except SvgError as error:
        return error


# A picture is asked for by each check, each page and each feed that it is on.
@lru_cache(maxsize=4096)
def _read_orientation(
    file: Path, media_type: str, modified_ns: int, size_bytes: int
) -> int | LimitError:
    """Read every pixel; return how the camera was held, or 0 where not all of them are there.

    What takes too long is returned, so that it is tried once. It is read again once somebody has
    touched the file.
    """
    del modified_ns, size_bytes
    path = file.as_posix().rpartition(f"content/{IMAGES}/")[2]
    try:
        with WithinLimits(f"content/{IMAGES}/{path}", 0):
            return _decode(file, media_type)
    except LimitError as error:
        return error


def _decode(file: Path, media_type: str) -> int:
    try:
        with opened(file) as image:
            # A photo is read to its end at an eighth of its size, in a third of the time.
            image.draft(image.mode, (1, 1))
            image.load()
            orientation = image.getexif().get(ORIENTATION, 1)
            if media_type not in PARTS:
                read_frames(image)
        if media_type in PARTS:
            without_metadata(file.read_bytes(), media_type)
    except OSError:
        return 0
    return orientation if isinstance(orientation, int) and orientation in range(1, 9) else 1
