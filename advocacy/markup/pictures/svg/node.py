"""A drawing between its reading and its writing."""

from collections.abc import Iterator
from dataclasses import dataclass, field


class SvgError(ValueError):
    """An SVG that is not shown; the text goes on after its name, and says how to mend it."""


@dataclass(slots=True, eq=False)
class Node:
    """An element that is kept.

    Attributes:
        name: Without a prefix; all of them are SVG's own.
        attributes: As the file has them, by name, until they are cleaned.
        line: Where it begins in the file.
        parts: What is in it; text only where text is shown, and in style sheets.
    """

    name: str
    attributes: dict[str, str]
    line: int
    parts: "list[Node | str]" = field(default_factory=list)

    @property
    def children(self) -> "Iterator[Node]":
        """The elements in it."""
        return (part for part in self.parts if isinstance(part, Node))

    @property
    def text(self) -> str:
        """The text in it, without that of its children."""
        return "".join(part for part in self.parts if isinstance(part, str))


def walk(root: Node) -> Iterator[Node]:
    """Yield an element and all that are in it, in no order that matters."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.children)
