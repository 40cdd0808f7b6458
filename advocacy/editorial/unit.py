"""What a rule reads at a time: a block of a text, or a part of one."""

from typing import NamedTuple

from advocacy.editorial.demands import fold
from advocacy.markup.pieces import TracedText


class Unit(NamedTuple):
    """What a rule reads at a time.

    Attributes:
        parts: What it is and is in, as scopes name it.
        text: As a reader sees it.
        own: The same, what stands in quotation marks masked by `*`.
        folded: The text in folded case, for a quick look.
        traced: The text that it is a part of.
        at: Where in that it begins.
    """

    parts: frozenset[str]
    text: str
    own: str
    folded: str
    traced: TracedText
    at: int = 0

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Return the offsets in the file of a part of the text."""
        return self.traced.span(self.at + begin, self.at + end)

    def cut(self, begin: int, end: int, name: str) -> "Unit":
        """Return a part of the text, which is what the whole is and a thing of this name."""
        text, own = self.text[begin:end], self.own[begin:end]
        # Some signs are two in folded case.
        is_even = len(self.folded) == len(self.text)
        folded = self.folded[begin:end] if is_even else fold(text)
        return Unit(self.parts | {name}, text, own, folded, self.traced, self.at + begin)
