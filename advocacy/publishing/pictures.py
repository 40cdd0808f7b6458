"""The pictures that the site shows, and no other: drawn on all cores, and kept."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import quote

from advocacy import addresses
from advocacy.cache import make_key
from advocacy.errors import ContentError
from advocacy.kept_files import KeptFiles
from advocacy.library import IMAGES
from advocacy.markup.pictures.drawing import KINDS, Drawing, draw_picture
from advocacy.markup.pictures.engine import picture_engine
from advocacy.markup.pictures.shown import Source, show_pictures
from advocacy.publishing.drawn_picture import (
    DrawnPicture,
    DrawnSize,
    read_drawn,
    write_record,
)
from advocacy.publishing.edition import Edition
from advocacy.publishing.rendering import Progress

# A text is 680 px wide at most, and most phones have two or three dots to a pixel.
IN_TEXT_PX = (480, 960, 1600)
# Faces are 36 to 170 px wide.
FACE_PX = (96, 192, 384)


def draw_pictures(edition: Edition, kept: KeptFiles, progress: Progress) -> dict[str, DrawnPicture]:
    """Draw each picture that public pages show, on all cores.

    Args:
        edition: Whose pictures.
        kept: Those that were drawn before; those that are drawn now are put there.
        progress: Told how many are done.

    Returns:
        What there is of each, by its path below content/images.

    Raises:
        ContentError: A picture cannot be drawn.
    """
    paths = shown_images(edition)
    draw = partial(_draw_one, edition, kept, _faces(edition), _in_texts(edition))
    drawn = {}
    # Pillow lets go of the interpreter while it draws, so that threads are enough.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for done, (path, each) in enumerate(zip(paths, pool.map(draw, paths), strict=True)):
            progress("Drawing pictures", done, len(paths))
            drawn[path] = each
    kept.forget_all_but(name for each in drawn.values() for name in each.files)
    return drawn


def make_pictures(edition: Edition, kept: KeptFiles) -> Iterator[tuple[str, bytes]]:
    """Yield each file of each picture that was drawn, by its address."""
    for path, drawn in edition.drawn.items():
        yield addresses.image(path), _kept(kept, drawn.key, path)
        for size in drawn.sizes:
            yield addresses.image_size(path, *_named(size)), _kept(kept, drawn.key_of(size), path)


def picture_names(edition: Edition, path: str) -> Iterator[str]:
    """Yield the addresses of all files of a picture."""
    yield addresses.image(path)
    for size in edition.drawn[path].sizes if path in edition.drawn else ():
        yield addresses.image_size(path, *_named(size))


def shown_images(edition: Edition) -> tuple[str, ...]:
    """Return the pictures that public pages show, as paths below content/images, sorted."""
    return tuple(sorted({*edition.pictures} | _in_bodies(edition)))


def make_sources(edition: Edition, path: str) -> tuple[Source, ...]:
    """Return what a browser may take instead of a picture's own file, the better format first."""
    if path not in edition.drawn:
        return ()
    sources = []
    for kind in KINDS:
        sizes = [size for size in edition.drawn[path].sizes if size.kind == kind]
        offered = [f"{_href(edition, path, size)} {size.width_px}w" for size in sizes]
        if offered:
            sources.append(Source(f"image/{kind}", ", ".join(offered)))
    return tuple(sources)


def show_body(edition: Edition, path: str) -> str:
    """Return the HTML of a body as its page shows it; `path` is the file it is from."""
    body = edition.bodies[path]
    site = edition.site
    sources = {
        site.href(addresses.image(quote(image))): make_sources(edition, image)
        for image in body.images
    }
    return show_pictures(body.html, sources)


def _href(edition: Edition, path: str, size: DrawnSize) -> str:
    return edition.site.href(addresses.image_size(quote(path), *_named(size)))


def _named(size: DrawnSize) -> tuple[int, str]:
    return size.width_px, size.kind


def _faces(edition: Edition) -> frozenset[str]:
    return frozenset(member.photo for member in edition.library.staff.values())


def _in_bodies(edition: Edition) -> frozenset[str]:
    return frozenset(path for body in edition.bodies.values() for path in body.images)


def _in_texts(edition: Edition) -> frozenset[str]:
    return _in_bodies(edition) | {post.image for post in edition.public}


def _draw_one(
    edition: Edition,
    kept: KeptFiles,
    faces: frozenset[str],
    in_texts: frozenset[str],
    path: str,
) -> DrawnPicture:
    """Return what is kept of a picture, which is drawn where it is not there yet."""
    widths_px = sorted(
        (*(FACE_PX if path in faces else ()), *(IN_TEXT_PX if path in in_texts else ()))
    )
    content = _read(edition.site.content / IMAGES / path, path)
    key = make_key(picture_engine(), repr(widths_px), content)
    if known := read_drawn(kept, key):
        return known
    try:
        drawing = draw_picture(content, tuple(widths_px))
    except (OSError, ValueError, SyntaxError, MemoryError) as error:
        told = f"content/images/{path}: cannot be drawn ({type(error).__name__}: {error})"
        raise ContentError(f"{told}. Save it anew, as PNG or JPEG.") from None
    return _keep(kept, key, drawing)


def _read(file: Path, path: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        told = f"content/images/{path}: cannot be opened: {error.strerror}"
        raise ContentError(f"{told}. Put it there, and let whoever builds read it.") from None


def _keep(kept: KeptFiles, key: str, drawing: Drawing) -> DrawnPicture:
    sizes = tuple(DrawnSize(size.kind, size.width_px) for size in drawing.sizes)
    drawn = DrawnPicture(key, sizes)
    kept.write(key, drawing.fallback)
    for size, made in zip(sizes, drawing.sizes, strict=True):
        kept.write(drawn.key_of(size), made.content)
    write_record(kept, drawn)
    return drawn


def _kept(kept: KeptFiles, name: str, path: str) -> bytes:
    content = kept.read(name)
    if content is None:
        raise ContentError(f"content/images/{path}: what was drawn of it is gone. Build again.")
    return content
