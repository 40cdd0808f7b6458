"""A built page: what it says of itself, and where each thing stands in its file."""

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands in a file: a 1-based line and column, and how many code points."""

    line: int
    column: int
    span: int = 1


# What a whole page is told at.
TOP = Place(1, 0)


class Text(NamedTuple):
    """Words of a page, and where they stand."""

    words: str
    place: Place


class Reference(NamedTuple):
    """An address that a page names.

    Attributes:
        address: As it stands there, without spaces around it.
        use: A row of USES.
        is_loaded: Whether a browser asks for it by itself.
        element: What names it, such as `img`.
        is_candidate: Whether it is one of several, of which a browser takes one.
    """

    address: str
    use: str
    is_loaded: bool
    element: str
    place: Place
    is_candidate: bool = False


# A page that one goes to, a picture, and any other file that a page is made of.
PAGE, PICTURE, FILE = USES = ("page", "picture", "file")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One HTML file of the output.

    Attributes:
        address: The path at which it is served, with a slash at its start.
        path: The file, as reports name it.
        lang: What the page says its language is; None where it says nothing.
        title: None where there is none.
        description: The same.
        heading: The first of the first level; None where there is none.
        ids: In the order in which they stand there.
        anchors: What else a link may lead to: old names of `a`.
        is_indexed: Whether search engines may show it.
        is_redirect: Whether it only leads on to another.
        raw: The bytes of the file.
        points: The code points of its words, each once and in order.
        styles: What it says of its look by itself, in elements and attributes.
        scripts: Those that stand in it.
    """

    address: str
    path: str
    lang: str | None
    title: Text | None
    description: Text | None
    heading: Text | None
    ids: tuple[Text, ...]
    anchors: frozenset[str]
    references: tuple[Reference, ...]
    is_indexed: bool
    is_redirect: bool
    raw: bytes
    points: tuple[int, ...] = ()
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()

    @property
    def targets(self) -> frozenset[str]:
        """All that the fragment of a link to this page may name."""
        return self.anchors | {each.words for each in self.ids}
