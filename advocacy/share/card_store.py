"""Cards that were drawn before, kept by what they show and by what drew them."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from PIL import features

from advocacy.share.card import CardContent
from advocacy.share.card_font import FONTS


@dataclass(frozen=True, slots=True)
class CardStore:
    """A folder of cards, which may be deleted at any time."""

    folder: Path

    def read(self, content: CardContent) -> bytes | None:
        """Return the card of a content; None where it has to be drawn."""
        try:
            return self._file(content).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, content: CardContent, card: bytes) -> None:
        """Keep a card; it is there whole, or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self._file(content)
        part = file.with_suffix(".part")
        part.write_bytes(card)
        part.replace(file)

    def forget_all_but(self, contents: list[CardContent]) -> None:
        """Delete the cards that no post has any more."""
        kept = {self._file(content) for content in contents}
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if file not in kept:
                file.unlink()

    def _file(self, content: CardContent) -> Path:
        key = sha256(f"{card_engine()}{content!r}".encode()).hexdigest()
        return self.folder / f"{key}.png"


@cache
def card_engine() -> str:
    """Return a hash of all that a card's pixels depend on beside its content."""
    digest = sha256()
    for file in sorted([*Path(__file__).parent.glob("card*.py"), *FONTS.iterdir()]):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    versions = (features.version(name) for name in ("pil", "freetype2", "zlib"))
    digest.update(repr(tuple(versions)).encode())
    return digest.hexdigest()
