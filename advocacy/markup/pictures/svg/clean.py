"""A drawing cleaned: the same to look at, whatever it was to run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from advocacy.markup.pictures.svg.embedded import embed, lies_elsewhere
from advocacy.markup.pictures.svg.extent import check_extent
from advocacy.markup.pictures.svg.node import Node, SvgError, walk
from advocacy.markup.pictures.svg.reading import read_svg
from advocacy.markup.pictures.svg.sheets import clean_sheet
from advocacy.markup.pictures.svg.size import find_size, written
from advocacy.markup.pictures.svg.tables import ATTRIBUTES, REFERRING, SVG
from advocacy.markup.pictures.svg.values import LOCAL, clean_declarations, clean_value, is_plain

NAME = re.compile(r"""[^\s<>"'&()\\]+""")
DARK = re.compile(r"light-dark\(|prefers-color-scheme")
# Characters: a second or two for what reads them; a font in them is read at once.
MOST_STYLES = 200_000
FONT = re.compile(r"base64,[\w+/=]{1000,}", re.ASCII)
CLASSES = re.compile(r"""[^<>"'&()\\]+""")


@dataclass(frozen=True, slots=True)
class CleanSvg:
    """A drawing that may be published.

    Attributes:
        content: The file.
        width_px: As it is shown where nothing makes it smaller.
        height_px: In the same way.
        suits_dark: Whether it has colours of its own for where its page is dark.
    """

    content: bytes
    width_px: int
    height_px: int
    suits_dark: bool = False


def make_clean_svg(content: bytes) -> CleanSvg:
    """Return a drawing without script, references, and all that is not seen.

    It is made anew of what is known to be harmless. What is left out without a word would not be
    seen in an `img` either; what would be missed is refused.

    Args:
        content: The whole file.

    Raises:
        SvgError: It is no SVG, too large, or would lose something that is seen.
    """
    root = read_svg(content)
    size = find_size(root.attributes)
    _check_styles(root)
    references: dict[str, set[str]] = {}
    for node in walk(root):
        if node.name == "style":
            for name, ids in _clean_style(node).items():
                references.setdefault(name, set()).update(ids)
        node.attributes = dict(_clean_attributes(node))
    root.attributes |= {
        "width": written(size.width_px),
        "height": written(size.height_px),
        "viewBox": size.view_box,
    }
    check_extent(root, references)
    text = "".join(_written(root, f' xmlns="{SVG}"')) + "\n"
    suits_dark = bool(DARK.search(text))
    return CleanSvg(text.encode(), round(size.width_px), round(size.height_px), suits_dark)


def _check_styles(root: Node) -> None:
    """See that what has to be parsed as CSS is soon done."""
    total = 0
    for node in walk(root):
        total += len(FONT.sub("", node.text)) if node.name == "style" else 0
        total += sum(
            len(value)
            for name, value in node.attributes.items()
            if name not in {"class", "href", "id"} and name in ATTRIBUTES
            if not is_plain(value, is_style=name == "style")
        )
    if total > MOST_STYLES:
        told = f"has {total / 1e6:.1f} MB of styles, of which {MOST_STYLES / 1e6:g} MB are read"
        raise SvgError(f"{told}. Save it as plain SVG, or as PNG.")


def _clean_style(node: Node) -> dict[str, set[str]]:
    """Clean a style sheet in its place; return what its rules lead to."""
    is_css = node.attributes.get("type", "").strip().lower() in {"", "text/css"}
    is_seen = node.attributes.get("media", "").strip().lower() in {"", "all", "screen"}
    sheet = clean_sheet(node.text if is_css and is_seen else "")
    node.parts = [sheet.text]
    return sheet.references


def _clean_attributes(node: Node) -> Iterator[tuple[str, str]]:
    for name, value in node.attributes.items():
        if name in ATTRIBUTES and (cleaned := _clean(node, name, value)):
            yield name, cleaned


def _clean(node: Node, name: str, value: str) -> str:
    match name:
        case "id":
            return value if NAME.fullmatch(value) else ""
        case "class":
            return value if CLASSES.fullmatch(value) else ""
        case "style":
            return clean_declarations(value)
        case "href":
            return _clean_href(node, value.strip())
    return clean_value(value)


def _clean_href(node: Node, value: str) -> str:
    """Return where an element leads within the drawing; nothing for those that need not."""
    if node.name == "image":
        return embed(node)
    if node.name == "use" and value and not value.startswith("#"):
        raise lies_elsewhere(node, value)
    return value if node.name in REFERRING and LOCAL.fullmatch(value) else ""


def _written(node: Node, space: str = "") -> Iterator[str]:
    """Yield a file's text from an element on; each sign is escaped that means something."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if not node.parts:
        yield f"<{node.name}{space}{attributes}/>"
        return
    yield f"<{node.name}{space}{attributes}>"
    for part in node.parts:
        yield from [escape(part, quote=False)] if isinstance(part, str) else _written(part)
    yield f"</{node.name}>"
