"""YAML front matter: its nodes with their places, and the body below it."""

import re
from dataclasses import dataclass

import yaml
from yaml.composer import Composer

try:
    from yaml import CSafeLoader as FastLoader
except ImportError:  # a PyYAML that was built without libyaml
    from yaml import SafeLoader as FastLoader  # type: ignore[assignment]

from advocacy.errors import Problem
from advocacy.schema import NOWHERE, Node, Place
from advocacy.source import Source

FENCE = "---"
_HALF = re.compile("[\ud800-\udfff]")
MOST_NODES = 2_000
# A rule of a style may list many words.
MOST_RULE_NODES = 100_000
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Document:
    """A file cut in two.

    Attributes:
        source: The whole file.
        fields: The mapping that the front matter holds.
        body_start: The offset in the source's text at which the body begins.
    """

    source: Source
    fields: Node
    body_start: int

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return self.source.text[self.body_start :]


def read_document(source: Source) -> Document | Problem:
    """Cut a file into front matter and body, and read the front matter's nodes.

    Returns:
        The document, or the one problem that keeps it from being read.
    """
    if not source.text.strip():
        return _broken(source, 1, "The file is empty. `advocacy new` writes one to start from.")
    lines = source.text.split("\n")
    if lines[0].rstrip() != FENCE:
        message = "The file does not begin with front matter. Begin it with a line `---`."
        return _broken(source, 1, message)
    end = next((i for i, line in enumerate(lines[1:], 2) if line.rstrip() == FENCE), None)
    if end is None:
        return _broken(source, 1, "The front matter has no end. Close it with a line `---`.")
    fields = read_yaml(source, source.offset(2), source.offset(end))
    if isinstance(fields, Problem):
        return fields
    return Document(source, fields, source.offset(end + 1))


def read_yaml(source: Source, start: int, end: int, *, is_style: bool = False) -> Node | Problem:
    """Read one YAML mapping from a part of a source; scalars stay the text they were.

    Anchors, aliases and tags are refused: front matter needs none, and they can be made to
    grow without bound.

    Args:
        source: The file.
        start: The offset at which the mapping begins.
        end: The offset behind it.
        is_style: Whether it is a rule of a Vale style, which may be longer, and in whose double
            quotes a backslash may stand before an apostrophe, as Go's reader has it.
    """
    first_line = source.position(start)[0]
    text = source.text[start:end]
    try:
        root = _compose(text, is_style=is_style)
        return _Reader(source, start).node(root) if root else Node({}, NOWHERE)
    except yaml.MarkedYAMLError as error:
        return _yaml_problem(source, start, error)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        message = f"This is no YAML that is read here: {' '.join(str(error).split())}."
        return Problem(source.path, first_line, 0, message, "FrontMatter.Yaml")


HALF_A_SIGN = "half of a sign"
# What PyYAML says, and what to do about it; the first that fits, the last fits always. Where the
# mistake is an end that is missing, its beginning is told.
CURES = (
    ("stands here twice", "Take one of the two out."),
    ("found another document", "Take this line out: it begins another document."),
    ("character '\\t'", "Write spaces in place of the tab."),
    ("scanning a quoted scalar", "Close the quote that begins here."),
    ("parsing a flow", "Close the bracket that begins here."),
    ("mapping values", "A text with `: ` needs quotes, and a key begins below the others."),
    ("'<block mapping start>'", "Let this line begin where the line above it begins."),
    (HALF_A_SIGN, "Write the sign itself."),
    ("", "A text with signs in it that YAML knows, such as `@`, `%` or `*`, needs quotes."),
)
OPEN_ENDS = ("Close the quote", "Close the bracket")


def _yaml_problem(source: Source, start: int, error: yaml.MarkedYAMLError) -> Problem:
    seen = " ".join(str(error.problem or "mistake").split())
    told = f"{error.context or ''} {seen}"
    cure = next(cure for words, cure in CURES if words in told)
    is_open = cure.startswith(OPEN_ENDS)
    mark = (error.context_mark if is_open else None) or error.problem_mark or error.context_mark
    # YAML ends a line at signs such as U+2028, at which no editor does.
    line, column = source.position(start + (mark.index if mark else 0))
    message = f"This is no YAML: {seen}. {cure}"
    return Problem(source.path, line, column if mark else 0, message, "FrontMatter.Yaml")


def _compose(text: str, *, is_style: bool) -> yaml.Node | None:
    """Compose nodes by libyaml, many times as fast; PyYAML itself tells a mistake more clearly."""
    most = MOST_RULE_NODES if is_style else MOST_NODES
    try:
        return _FastLoader(text, most).get_single_node()
    except (yaml.YAMLError, ValueError):
        clear = _StyleLoader if is_style else _ClearLoader
        return clear(text, most).get_single_node()


class _StrictComposer(Composer):
    """Refuses what front matter has no use for while it is read, so that it costs no more."""

    def __init__(self, most: int) -> None:
        Composer.__init__(self)
        self.depth = self.nodes = 0
        self.most = most

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Read one node, unless it is one too many."""
        event = self.peek_event()  # type: ignore[attr-defined]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ValueError("anchors and aliases (`&`, `*`) are not read; a text needs quotes")
        if str(getattr(event, "tag", None) or "").startswith(("!", "tag:")):
            raise ValueError("a tag (`!`) is not read; a text that starts with it needs quotes")
        self.depth += 1
        self.nodes += 1
        if self.depth > DEEPEST or self.nodes > self.most:
            raise ValueError("it is nested too deep or too long")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


class _ClearLoader(_StrictComposer, yaml.SafeLoader):
    """Reads YAML by PyYAML itself."""

    def __init__(self, text: str, most: int = MOST_NODES) -> None:
        yaml.SafeLoader.__init__(self, text)
        _StrictComposer.__init__(self, most)


class _StyleLoader(_ClearLoader):
    """Reads an apostrophe after a backslash, too."""

    ESCAPE_REPLACEMENTS = {**yaml.SafeLoader.ESCAPE_REPLACEMENTS, "'": "'"}  # type: ignore[misc]  # noqa: RUF012


class _FastLoader(_StrictComposer, FastLoader):
    """Reads YAML by libyaml."""

    def __init__(self, text: str, most: int = MOST_NODES) -> None:
        FastLoader.__init__(self, text)
        _StrictComposer.__init__(self, most)


class _Reader:
    """Turns PyYAML's nodes into ours, with offsets in the source."""

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start

    def node(self, node: yaml.Node) -> Node:
        place = self._place(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return Node(tuple(self.node(child) for child in node.value), place)
        self._check_whole(node)
        empty = not getattr(node, "style", None) and node.value in {"", "~", "null"}
        return Node(None if empty else node.value, place)

    def _check_whole(self, node: yaml.Node) -> None:
        r"""Refuse half of a sign, such as `\ud83d`, which no file can hold."""
        if half := _HALF.search(node.value):
            seen = f"`\\u{ord(half[0]):04x}` is {HALF_A_SIGN}"
            raise yaml.MarkedYAMLError(None, None, seen, node.start_mark)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                self._check_whole(key)
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name in values:
                mark = key.start_mark
                raise yaml.MarkedYAMLError(None, None, f"`{name}` stands here twice", mark)
            values[name] = self.node(value)
            keys[name] = self._place(key)
        return Node(values, place, keys)

    def _place(self, node: yaml.Node) -> Place:
        start = self.start + node.start_mark.index
        line, column = self.source.position(start)
        return Place(line, column, start, self.start + node.end_mark.index)


def _broken(source: Source, line: int, message: str) -> Problem:
    return Problem(source.path, line, 0, message, "FrontMatter.Missing")
