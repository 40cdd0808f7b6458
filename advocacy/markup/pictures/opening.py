"""Pictures, opened: by what is in them, and never by their names."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from advocacy.markup.pictures.metadata import BrokenFileError

# What every browser shows.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
# What its readers raise of a file that is damaged, beside OSError; seen by fuzzing all of them.
RAISED_BY_PILLOW = (ValueError, SyntaxError, EOFError, RuntimeError, LookupError, TypeError)


@contextmanager
def opened(file: Path | bytes, formats: tuple[str, ...] = FORMATS) -> Iterator[Image.Image]:
    """Open a picture, of which Pillow's warnings are kept back: nobody here can mend its metadata.

    A photo with another behind it, as many phones write them, is the first of the two: Pillow
    takes the whole for a format of its own, MPO, and every browser for a JPEG.

    Raises:
        OSError: It is no picture, or of another format; or, while it is read, a BrokenFileError.
        DecompressionBombError: It has far too many pixels.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with _open(file, formats) as image:
                yield image
        except RAISED_BY_PILLOW as error:
            raise BrokenFileError(str(error)) from error


def _open(file: Path | bytes, formats: tuple[str, ...]) -> Image.Image:
    image = Image.open(_source(file), formats=formats)
    if image.format != "MPO":
        return image
    image.close()
    return JpegImageFile(_source(file))


def _source(file: Path | bytes) -> Path | BytesIO:
    return BytesIO(file) if isinstance(file, bytes) else file
