"""What may be in a page that people write: elements, attributes, classes and ids, as data."""

import re
from collections.abc import Mapping

import nh3
from pygments.token import STANDARD_TYPES

ELEMENTS = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del"}
    | {"details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt"}
    | {"ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody"}
    | {"td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr"}
)

# What is inside these is dropped with them; of any other unknown element the text stays.
DROPPED_WHOLE = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg"})

# What shows or does something by itself, and is nothing on a page here; their texts stay.
LEFT_OUT = frozenset(
    {"applet", "audio", "button", "canvas", "embed", "form", "frame", "input", "math", "select"}
    | {"textarea", "video"}
)
# Of what is dropped as a whole, what no browser with script would show either.
UNSEEN = frozenset({"noscript", "template"})

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"lang", "dir"}),
    "a": frozenset({"href", "title"}),
    "abbr": frozenset({"title"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "dfn": frozenset({"title"}),
    "img": frozenset({"src", "alt", "title"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"id", "value"}),
    "ol": frozenset({"start", "reversed"}),
    "sup": frozenset({"id"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "th": frozenset({"colspan", "rowspan", "align"}),
    "time": frozenset({"datetime"}),
    **dict.fromkeys(HEADINGS, frozenset({"id"})),
}

SCHEMES = frozenset({"http", "https", "mailto"})

ADMONITIONS = frozenset(
    {"attention", "caution", "danger", "error", "example", "hint", "important", "info", "note"}
    | {"question", "quote", "tip", "warning"}
)

CLASSES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"footnote-ref", "footnote-backref"}),
    "div": frozenset({"codehilite", "footnote", "admonition"}) | ADMONITIONS,
    "p": frozenset({"admonition-title"}),
    "span": frozenset({"hll", *STANDARD_TYPES.values()} - {""}),
}

HEADING_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
# What is checked has its id on the guide's page, where findings lead.
CHECK_ID = re.compile(r"[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)+")
FOOTNOTE_ID = re.compile(r"fn(ref\d*)?:[^\s#]+")
NUMBER = re.compile(r"\d{1,4}")

IDS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "li": (FOOTNOTE_ID, CHECK_ID),
    "sup": (FOOTNOTE_ID,),
    **dict.fromkeys(HEADINGS, (HEADING_ID,)),
}

# By attribute, what its value must match as a whole. The theme's own ids begin with `_`, which
# no kind of id here can.
SHAPES: Mapping[str, re.Pattern[str]] = {
    "align": re.compile("left|center|right"),
    "colspan": NUMBER,
    "datetime": re.compile(r"[0-9T:.Z+ -]{4,40}"),
    "dir": re.compile("ltr|rtl|auto"),
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"),
    "rowspan": NUMBER,
    "start": NUMBER,
    "value": NUMBER,
}

# What is left out, or moved out of a table, may have kept apart what HTML does not let stand in
# one another, such as two headings: written, it would be read otherwise. Once more is enough.
MOST_ROUNDS = 5


def _shaped(element: str, attribute: str, value: str) -> str | None:
    if attribute == "id":
        # Elements that are left out are asked about too; what is raised here would be printed.
        is_one = any(shape.fullmatch(value) for shape in IDS.get(element, ()))
        return value if is_one and len(value) <= 100 else None
    expected = SHAPES.get(attribute)
    return value if expected is None or expected.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS),
    clean_content_tags=set(DROPPED_WHOLE),
    attributes={element: set(names) for element, names in ATTRIBUTES.items()},
    attribute_filter=_shaped,
    allowed_classes={element: set(names) for element, names in CLASSES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def sanitize(html: str) -> str:
    """Return HTML of which only what the tables above allow is left.

    The result is as html5ever writes it: every element closed, names in small letters, values
    in double quotes, `<` and `>` nowhere but around tags. A browser reads it as it is written:
    sanitised again, it stays what it is.
    """
    clean: str = _CLEANER.clean(html)
    for _ in range(MOST_ROUNDS):
        again: str = _CLEANER.clean(clean)
        if again == clean:
            break
        clean = again
    return clean
