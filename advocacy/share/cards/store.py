"""By which keys cards are kept: by what they show and by what drew them."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from unicodedata import unidata_version

import uharfbuzz
from PIL import features

from advocacy import staff
from advocacy.markup.pictures import colour
from advocacy.share import counting, cutting, quotation_marks
from advocacy.share.cards.content import CardContent, CardPicture, Look
from advocacy.share.cards.faces import FONTS

# Whose versions a card's pixels depend on, beside Pillow's parts and HarfBuzz.
LIBRARIES = ("uharfbuzz", "budoux", "regex", "fonttools")
DECODERS = ("pil", "jpg", "libjpeg_turbo", "zlib", "webp", "avif", "littlecms2")
# What cards take from elsewhere: colours, graphemes, ellipses, quotation marks, initials.
BESIDE = (colour, counting, cutting, quotation_marks, staff)


def make_card_key(content: CardContent, look: Look, size: str) -> str:
    """Return a hash of all that a card's bytes depend on, what its pictures show among it."""
    digest = sha256(f"{card_engine()}{size}{content!r}{look!r}".encode())
    for file in _files(content, look):
        digest.update(_digest(file, *_version(file)).encode())
    return digest.hexdigest()


def _files(content: CardContent, look: Look) -> Iterator[Path]:
    photos = (author.photo for author in content.authors)
    pictures = (content.picture, look.logo, look.logo_on_dark, *photos)
    yield from (each.file for each in pictures if isinstance(each, CardPicture))
    yield from look.fonts
    yield from (face.file for face in look.faces)


def _version(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@cache
def _digest(file: Path, modified_ns: int, size_bytes: int) -> str:
    """Return a hash of a file, which is read once as long as nobody has touched it."""
    del modified_ns
    return sha256(file.read_bytes()).hexdigest() if size_bytes else ""


@cache
def card_engine() -> str:
    """Return a hash of what all cards depend on: the code, the fonts, the libraries."""
    digest = sha256()
    code = Path(__file__).parent
    modules = (Path(str(module.__file__)) for module in BESIDE)
    for file in (*sorted([*code.glob("*.py"), *FONTS.iterdir()]), *modules):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    versions = (features.version(name) for name in DECODERS)
    own = (version(name) for name in LIBRARIES)
    digest.update(repr((*versions, *own, uharfbuzz.version_string(), unidata_version)).encode())
    return digest.hexdigest()
