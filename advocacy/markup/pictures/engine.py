"""What drawn pictures depend on, beside the picture itself."""

from functools import cache
from pathlib import Path
from xml.parsers import expat

import tinycss2
from PIL import features

from advocacy.cache import make_key

LIBRARIES = ("pil", "jpg", "zlib", "webp", "avif", "littlecms2")


@cache
def picture_engine() -> str:
    """Return a hash of the code that draws, and of the versions of the libraries it draws with."""
    drawing = [features.version(name) for name in LIBRARIES]
    versions = repr([*drawing, tinycss2.VERSION, expat.EXPAT_VERSION])
    return make_key(
        versions, *(file.read_bytes() for file in sorted(Path(__file__).parent.rglob("*.py")))
    )
