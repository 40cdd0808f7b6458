"""Cards that were drawn before, kept by what they show and by what drew them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from unicodedata import unidata_version

import uharfbuzz
from PIL import features

from advocacy import staff
from advocacy.share import counting, cutting, quotation_marks
from advocacy.share.cards.content import CardContent, CardPicture, Look
from advocacy.share.cards.faces import FONTS

# Whose versions a card's pixels depend on, beside Pillow's parts and HarfBuzz.
LIBRARIES = ("uharfbuzz", "budoux", "regex", "fonttools")
DECODERS = ("pil", "jpg", "libjpeg_turbo", "zlib", "webp", "avif")
# What cards take from elsewhere: graphemes, ellipses, quotation marks, initials.
BESIDE = (counting, cutting, quotation_marks, staff)


@dataclass(frozen=True, slots=True)
class CardStore:
    """A folder of cards, which may be deleted at any time."""

    folder: Path

    def read(self, key: str) -> bytes | None:
        """Return a card by its key; None where it has to be drawn."""
        try:
            return (self.folder / key).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, key: str, card: bytes) -> None:
        """Keep a card; it is there whole, or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f"{key}.part"
        part.write_bytes(card)
        part.replace(self.folder / key)

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Delete the cards that no post has any more."""
        kept = {*keys}
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if file.name not in kept:
                file.unlink()


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
