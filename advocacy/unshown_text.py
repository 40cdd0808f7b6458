"""What pictures cannot show of a text: a value that is made where they are drawn, and checked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnshownText:
    """A field of which the pictures for networks cannot show every character.

    Attributes:
        key: Where it stands in the front matter, such as `title` or `share.quotes.0`.
        characters: What no font has, each once, in order; a letter with its marks is one.
        fonts: The fonts that were asked, in order.
    """

    key: str
    characters: tuple[str, ...]
    fonts: tuple[str, ...]
