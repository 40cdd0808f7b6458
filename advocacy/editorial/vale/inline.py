"""Links, emphasis and code inside of a block, which rules may ask for by themselves."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from advocacy.markup.pieces import TracedText, join_exact

Part = tuple[str, int, int]

SCOPES = {
    "a": "link",
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "tt": "code",
}


@dataclass(slots=True)
class Element:
    """One element that is open.

    Attributes:
        name: Of its tag.
        is_masked: Whether the block has no words of it, so that they are kept here as they are.
    """

    name: str
    is_masked: bool
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class InlineReader:
    """Keeps the words of elements that some rule asks for.

    Attributes:
        wanted: The scopes that are asked for: `link`, `strong`, `emphasis`, `code`.
        done: By scope, the words of those that ended in this block.
    """

    wanted: Collection[str] = ()
    done: list[tuple[str, TracedText]] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def start(self, name: str, *, is_masked: bool) -> None:
        """Go into an element."""
        if SCOPES.get(name) in self.wanted:
            self._open.append(Element(name, is_masked))

    def add(self, said: list[Part], plain: TracedText) -> None:
        """Take words as the block has them, and as they are written."""
        for element in self._open:
            element.parts += plain.parts(0, len(plain.text)) if element.is_masked else said

    def end(self, name: str) -> None:
        """Leave an element."""
        if self._open and self._open[-1].name == name:
            words = _trimmed(join_exact(self._open.pop().parts))
            if words.text:
                self.done.append((SCOPES[name], words))

    def take(self) -> Iterator[tuple[str, TracedText]]:
        """Yield the scope and the words of what ended in a block, and begin the next block."""
        done, self.done = self.done, []
        yield from done


def _trimmed(words: TracedText) -> TracedText:
    begin = len(words.text) - len(words.text.lstrip())
    return join_exact(words.parts(begin, len(words.text.rstrip()))) if words.text.strip() else words
