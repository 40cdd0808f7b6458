"""How a picture's sizes are written: as AVIF and WebP, for photos and for what was drawn."""

from collections.abc import Mapping
from io import BytesIO

from PIL import Image

Options = Mapping[str, object]
Table = Mapping[str, Options]

# An encoder that works on several threads may not write the same bytes each time; pictures are
# drawn side by side instead. AVIF's speed 8 takes a third of what 6 takes, for 4 % more bytes.
AVIF: Options = {"speed": 8, "max_threads": 1}
# Letters and thin lines in a colour suffer most where colours are kept at half the size.
PHOTO: Table = {
    "avif": {**AVIF, "quality": 60},
    "webp": {"quality": 80, "method": 4},
}
DRAWN: Table = {
    "avif": {**AVIF, "quality": 70, "subsampling": "4:4:4"},
    "webp": {"quality": 85, "method": 4, "use_sharp_yuv": True},
}
FEW_COLOURS: Table = {**DRAWN, "webp": {"lossless": True, "quality": 80, "method": 4}}
MOST_OF_FEW = 256


def encode(image: Image.Image, kind: str, table: Table) -> bytes:
    """Return a picture's file; `kind` is `avif` or `webp`."""
    file = BytesIO()
    image.save(file, kind, **table[kind])
    return file.getvalue()


def table_for(image: Image.Image, file_format: str) -> Table:
    """Return how a picture is to be written, by what it was."""
    if file_format != "PNG":
        return PHOTO
    return FEW_COLOURS if image.getcolors(MOST_OF_FEW) else DRAWN
