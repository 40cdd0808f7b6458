"""Writing into a post's front matter who has read it, and nothing else."""

from dataclasses import replace
from typing import NamedTuple

from advocacy import schema
from advocacy.editorial.fixing.raw_text import apply_to_bytes
from advocacy.errors import ContentError, Problem
from advocacy.front_matter import FENCE, Document, read_document
from advocacy.reviewed_by import KEY, Reviewer, make_version, read_reviewer
from advocacy.schema import FieldError, Node, Place
from advocacy.source import Source, make_source


class Line(NamedTuple):
    """What is replaced in a text, by its offsets, and what is written there."""

    start: int
    end: int
    text: str


def add_reviewer(raw: bytes, path: str, colleague: str) -> bytes:
    """Return a post's file in which `reviewed_by` says that a colleague has read it as it is.

    Args:
        raw: The file; it stays as it is where it says so already.
        path: Its own, for mistakes.
        colleague: Their id. Whoever is not named yet becomes the last of all.

    Raises:
        ContentError: The file cannot be read, or is written so that nothing can be added safely.
    """
    return _name(raw, path, Reviewer(colleague, make_version(_read(raw, path))))


def _name(raw: bytes, path: str, reviewer: Reviewer) -> bytes:
    document = _read(raw, path)
    before = _reviewers(document)
    if reviewer in before:
        return raw
    edit = _make_edit(document, reviewer, before)
    newline = "\r\n" if b"\r\n" in raw else "\n"
    edited = apply_to_bytes(raw, [edit._replace(text=edit.text.replace("\n", newline))])
    after = _with(before, reviewer)
    if not _is_sound(document, edited, after):
        named = ", ".join(each.entry for each in after)
        told = f"`{KEY}` cannot be changed here. Write `{KEY}: [{named}]` by hand."
        raise ContentError(problems=[Problem(path, 0, 0, told)])
    return edited


def only_adds_reviewers(before: bytes, after: bytes, path: str) -> bool:
    """Say whether a post's file differs from what it was by what `reviewed_by` adds alone."""
    try:
        for reviewer in _reviewers(_read(after, path)):
            before = _name(before, path, reviewer)
    except ContentError:
        return False
    return before == after


def _read(raw: bytes, path: str) -> Document:
    source = make_source(raw, path)
    document = source if isinstance(source, Problem) else read_document(source)
    if isinstance(document, Problem):
        raise ContentError(problems=[document])
    if not isinstance(document.fields.value, dict):
        raise ContentError(problems=schema.read_record(document.fields, (), path, "Post").problems)
    return document


def _value(document: Document) -> Node | None:
    assert isinstance(document.fields.value, dict)
    node = document.fields.value.get(KEY)
    assert node is None or isinstance(node, Node)
    return node


def _reviewers(document: Document) -> tuple[Reviewer, ...]:
    node = _value(document)
    if node is None or node.value is None:
        return ()
    items = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(map(_read_reviewer, items))


def _read_reviewer(node: Node) -> Reviewer:
    """Read an entry; what no post may say there is kept as it is told."""
    try:
        return read_reviewer(node)
    except FieldError:
        return Reviewer(str(schema.plain(node)))


def _with(before: tuple[Reviewer, ...], reviewer: Reviewer) -> tuple[Reviewer, ...]:
    """Return who has read a post, with what one of them has read now."""
    index = _index(before, reviewer)
    return (*before[:index], reviewer, *before[index + 1 :])


def _index(before: tuple[Reviewer, ...], reviewer: Reviewer) -> int:
    """Return where a colleague is named first, or behind the last one where nowhere."""
    # What else stands behind an id is a version that is written wrong.
    ids = [each.id.partition(" ")[0] for each in before]
    return ids.index(reviewer.id) if reviewer.id in ids else len(ids)


def _make_edit(document: Document, reviewer: Reviewer, before: tuple[Reviewer, ...]) -> Line:
    node, text = _value(document), document.source.text
    if node is None:
        return _new_line(document, reviewer.entry)
    place = node.place
    index = _index(before, reviewer)
    if index < len(before):
        named = node.value[index].place if isinstance(node.value, tuple) else place
        return Line(named.start, named.end, reviewer.entry)
    if node.value is None:
        return _in_place_of_nothing(document, place, reviewer.entry)
    if not isinstance(node.value, tuple):
        return Line(place.start, place.end, f"[{text[place.start : place.end]}, {reviewer.entry}]")
    if not node.value:
        return Line(place.start, place.end, f"[{reviewer.entry}]")
    last = node.value[-1].place
    if text[place.start] == "[":
        return Line(last.end, last.end, f", {reviewer.entry}")
    return _after(document.source, last.line, last.start, reviewer.entry)


def _in_place_of_nothing(document: Document, place: Place, entry: str) -> Line:
    if place.start < place.end:  # as `~`
        return Line(place.start, place.end, f"[{entry}]")
    start = document.source.text.index(":", document.fields.keys[KEY].end) + 1
    return Line(start, start, f" [{entry}]")


def _new_line(document: Document, entry: str) -> Line:
    """Return a line of its own at the end of the front matter, as far in as its others."""
    text = document.source.text
    end = len(text[: document.body_start].rstrip()) - len(FENCE)
    keys = document.fields.keys.values()
    indent = " " * (min((place.column for place in keys), default=1) - 1)
    return Line(end, end, f"{indent}{KEY}: [{entry}]\n")


def _after(source: Source, line: int, start: int, entry: str) -> Line:
    """Return an item below the last one of a list that has a line for each."""
    begin, end = source.offset(line), source.offset(line + 1)
    return Line(end, end, f"{source.text[begin:start]}{entry}\n")


def _is_sound(document: Document, edited: bytes, named: tuple[Reviewer, ...]) -> bool:
    """Say whether nothing else is read otherwise than before."""
    try:
        after = _read(edited, document.source.path)
    except ContentError:
        return False
    is_same = _others(after) == _others(document) and after.body == document.body
    return is_same and _reviewers(after) == named


def _others(document: Document) -> object:
    """Return all that front matter says but for who has read the post."""
    assert isinstance(document.fields.value, dict)
    return schema.plain(replace(document.fields, value={**document.fields.value, KEY: Node(None)}))
