"""An SVG file read within bounds: its entities never expanded, nothing from elsewhere asked for."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from xml.parsers import expat

from advocacy.markup.pictures.svg.node import Node, SvgError
from advocacy.markup.pictures.svg.tables import ELEMENTS, SVG, TEXTS, XLINK, XML

# A drawing is published as it is, and not in sizes: this is what a phone loads and draws.
MOST_BYTES = 2_000_000
MOST_ELEMENTS = 50_000
MOST_DEPTH = 100
# How far into a file its first element is looked for.
BEGINNING_BYTES = 65_536

BEGINNING = re.compile(r"\ufeff?\s*<")
ELEMENT = re.compile(r"<(?:[\w.-]+:)?svg[\s/>]")


def is_svg(content: bytes) -> bool:
    """Say whether a file is an SVG, by how it begins and not by its name."""
    start = content[:BEGINNING_BYTES]
    is_wide = start.startswith((BOM_UTF16_BE, BOM_UTF16_LE))
    text = start.decode("utf-16" if is_wide else "utf-8", "replace")
    return bool(BEGINNING.match(text) and ELEMENT.search(text))


def read_svg(content: bytes) -> Node:
    """Read a drawing; what no drawing needs is not in it.

    Raises:
        SvgError: It is not formed as XML, is too large, or would lose something that is seen.
    """
    if len(content) > MOST_BYTES:
        limit = f"A drawing may have {MOST_BYTES / 1e6:g} MB; simplify it, or save it as PNG"
        raise SvgError(f"has {len(content) / 1e6:.1f} MB. {limit}.")
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        told = f"is not formed as XML: {reason} in line {error.lineno}"
        raise SvgError(f"{told}. Save it anew, as plain SVG.") from None
    except (LookupError, ValueError) as error:
        if isinstance(error, SvgError):
            raise
        raise SvgError("has an unknown encoding. Save it in UTF-8.") from None
    return reader.finish()


class _Reader:
    """Builds what is kept; what is not is passed over, and counted all the same."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.root: Node | None = None
        self.open: list[Node] = []
        self.elements = self.depth = 0
        # How many elements are open in one that is left out, itself among them.
        self.skipped = 0
        self.html: Node | None = None
        self.switches: list[tuple[Node, int]] = []

    def finish(self) -> Node:
        """Return the drawing, once all of it has been read."""
        for switch, line in self.switches:
            if not switch.parts:
                raise _lost_words(line)
        assert self.root
        return self.root

    def _entity(self, name: str, *_: object) -> None:
        cure = "Save it as plain SVG, which has none"
        raise SvgError(f"declares an entity, `{name[:40]}`, which could grow without end. {cure}.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count()
        space, _, local = name.rpartition(" ")
        if not self.root:
            _refuse_root(space, local)
        if self.skipped:
            self.skipped += 1
            return
        node = Node(local, _named(attributes), self.parser.CurrentLineNumber)
        if not self.root:
            self.root = node
        elif space != SVG or local not in ELEMENTS or attributes.get("requiredExtensions"):
            self.skipped = 1
            self.html = node if (space, local) == (SVG, "foreignObject") else None
            return
        else:
            self.open[-1].parts.append(node)
        self.open.append(node)

    def _count(self) -> None:
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS:
            raise SvgError(f"has more than {MOST_ELEMENTS} elements. Save it as PNG.")
        if self.depth > MOST_DEPTH:
            raise SvgError(f"is nested more than {MOST_DEPTH} deep. Ungroup it, or save it as PNG.")

    def _end(self, _: str) -> None:
        self.depth -= 1
        if not self.skipped:
            self.open.pop()
            return
        self.skipped -= 1
        if not self.skipped:
            self._weigh_html()
            self.html = None

    def _weigh_html(self) -> None:
        """See that words in HTML have others in their place, as draw.io writes them."""
        if not self.html or not self.html.text.strip():
            return
        parent = self.open[-1]
        if parent.name != "switch":
            raise _lost_words(self.html.line)
        self.switches.append((parent, self.html.line))

    def _text(self, text: str) -> None:
        if self.skipped:
            if self.html:
                self.html.parts.append(text)
        elif self.open[-1].name in TEXTS:
            self.open[-1].parts.append(text)


def _refuse_root(space: str, local: str) -> None:
    if local != "svg":
        raise SvgError(f"begins with `{local[:40]}`, and is no SVG. Save it as plain SVG.")
    if space != SVG:
        raise SvgError(f'is not said to be SVG. Write `<svg xmlns="{SVG}" ` at its beginning.')


def _named(attributes: dict[str, str]) -> dict[str, str]:
    """Return attributes by their names; those of other programs have none that is known."""
    named = {}
    for name, value in attributes.items():
        space, _, local = name.rpartition(" ")
        if not space:
            named[local] = value
        elif space == XML:
            named[f"xml:{local}"] = value
        elif (space, local) == (XLINK, "href"):
            named.setdefault("href", value)
    return named


def _lost_words(line: int) -> SvgError:
    cure = "In Mermaid set `htmlLabels: false`; in draw.io turn off `Formatted Text`"
    return SvgError(f"holds words as HTML in line {line}, which pictures do not show. {cure}.")
