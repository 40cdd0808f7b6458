"""Pictures on cards: read with care, cut around their focus."""

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps

from advocacy.errors import ContentError
from advocacy.markup.pictures.colour import make_srgb
from advocacy.markup.pictures.opening import opened
from advocacy.share.cards.shapes import Picture

# A picture is read at about this many times the size in which it is drawn.
SPARE = 1.5


def read_fitted(shape: Picture) -> Image.Image:
    """Return a shape's picture in its size, as RGBA.

    Raises:
        ContentError: The file is broken behind its first bytes.
    """
    size = (shape.width_px, shape.height_px)
    picture = shape.picture
    version = _version(picture.file)
    return _fitted(picture.file, picture.name, version, size, picture.focus, shape.keeps)


# A colleague's photo and the organisation's logo are on many cards.
@lru_cache(maxsize=64)
def _fitted(
    file: Path,
    name: str,
    version: tuple[int, int],
    size: tuple[int, int],
    focus: tuple[float, float],
    keeps: str,
) -> Image.Image:
    del version  # which is part of the key: `advocacy serve` draws again what has changed
    image = _open(file, name, size)
    if not keeps:
        return ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=focus)
    image = ImageOps.contain(image, size, Image.Resampling.LANCZOS)
    spare = size[0] - image.width
    left = {"start": 0, "centre": spare // 2, "end": spare}[keeps]
    whole = Image.new("RGBA", size, (0, 0, 0, 0))
    whole.paste(image, (left, (size[1] - image.height) // 2))
    return whole


def _version(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _open(file: Path, name: str, size: tuple[int, int]) -> Image.Image:
    try:
        with opened(file) as image:
            # Reading a photo of twelve million pixels in full would take most of the time.
            image.draft("RGB", (round(size[0] * SPARE), round(size[1] * SPARE)))
            return make_srgb(ImageOps.exif_transpose(image)).convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError):
        cure = "Save it anew."
        told = f"{name or file}: The picture is broken behind its first bytes"
        raise ContentError(f"{told}. {cure}") from None
