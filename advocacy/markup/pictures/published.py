"""A picture as it is published in the place of what lies in content/images."""

from io import BytesIO

from PIL import Image, ImageOps

from advocacy.markup.pictures.colour import is_plain, make_srgb
from advocacy.markup.pictures.metadata import PARTS, without_metadata
from advocacy.markup.pictures.opening import opened

# Exif 2.32, 4.6.4: from 5 on the picture is shown turned by a quarter.
ORIENTATION = 0x0112
UPRIGHT, FIRST_TURNED = 1, 5
BIT_DEPTH_AT, DEEP = 24, 16  # in a PNG's first chunk
# How each format is written anew where its pixels have to change.
OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 88, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88, "method": 4},
    "AVIF": {"quality": 80, "speed": 8},
}


def make_published(content: bytes) -> bytes:
    """Return a picture's file upright, in sRGB with eight bits, and without any metadata.

    Where its pixels need not change, they are not touched; what moves goes on moving.

    Args:
        content: A whole file that `read_image` takes.
    """
    with opened(content) as image:
        media_type = f"image/{(image.format or '').lower()}"
        moves = getattr(image, "is_animated", False)
        if media_type in PARTS and (moves or _may_stay(image, content)):
            return without_metadata(content, media_type)
        if moves:
            return write_anew(image, image.format or "", save_all=True, duration=read_frames(image))
        return write_anew(make_srgb(ImageOps.exif_transpose(image)), image.format or "")


def read_frames(image: Image.Image) -> list[float]:
    """Read a picture to its end; return for how many milliseconds each frame is seen."""
    durations = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        image.load()
        durations.append(image.info.get("duration", 0))
    image.seek(0)
    return durations


def _may_stay(image: Image.Image, content: bytes) -> bool:
    is_upright = image.getexif().get(ORIENTATION, UPRIGHT) == UPRIGHT
    is_deep = image.format == "PNG" and content[BIT_DEPTH_AT] == DEEP
    return image.format == "GIF" or (is_upright and not is_deep and is_plain(image))


def write_anew(image: Image.Image, file_format: str, **options: object) -> bytes:
    """Return a file of a picture; nothing that came with the picture is written into it."""
    file = BytesIO()
    empty = {"exif": b"", "icc_profile": None, "xmp": b""}
    image.save(file, file_format, **OPTIONS[file_format], **empty, **options)
    return file.getvalue()
