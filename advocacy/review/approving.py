"""Writing into a post's front matter who has read it, and nothing else."""

from dataclasses import replace
from typing import NamedTuple

from advocacy import schema
from advocacy.editorial.fixing.raw_text import apply_to_bytes
from advocacy.errors import ContentError, Problem
from advocacy.front_matter import FENCE, Document, read_document
from advocacy.schema import Node
from advocacy.source import Source, make_source

KEY = "reviewed_by"


class Line(NamedTuple):
    """What is replaced in a text, by its offsets, and what is written there."""

    start: int
    end: int
    text: str


def add_reviewer(raw: bytes, path: str, reviewer: str) -> bytes:
    """Return a post's file in which `reviewed_by` names a colleague, as last of all.

    Args:
        raw: The file; it stays as it is where they are named already.
        path: Its own, for mistakes.
        reviewer: The colleague's id.

    Raises:
        ContentError: The file cannot be read, or is written so that nothing can be added safely.
    """
    document = _read(raw, path)
    before = _reviewers(document)
    if reviewer in before:
        return raw
    edit = _make_edit(document, reviewer)
    newline = "\r\n" if b"\r\n" in raw else "\n"
    edited = apply_to_bytes(raw, [edit._replace(text=edit.text.replace("\n", newline))])
    if not _is_sound(document, edited, reviewer):
        named = ", ".join((*before, reviewer))
        told = f"`{KEY}` cannot be changed here. Write `{KEY}: [{named}]` by hand."
        raise ContentError(problems=[Problem(path, 0, 0, told)])
    return edited


def only_adds_reviewers(before: bytes, after: bytes, path: str) -> bool:
    """Say whether a post's file differs from what it was by more names in `reviewed_by` alone."""
    try:
        old, new = (_reviewers(_read(each, path)) for each in (before, after))
        for reviewer in new[len(old) :]:
            before = add_reviewer(before, path, reviewer)
    except ContentError:
        return False
    return before == after


def _read(raw: bytes, path: str) -> Document:
    source = make_source(raw, path)
    document = source if isinstance(source, Problem) else read_document(source)
    if isinstance(document, Problem):
        raise ContentError(problems=[document])
    return document


def _value(document: Document) -> Node | None:
    assert isinstance(document.fields.value, dict)
    node = document.fields.value.get(KEY)
    assert node is None or isinstance(node, Node)
    return node


def _reviewers(document: Document) -> tuple[str, ...]:
    node = _value(document)
    told = () if node is None or node.value is None else schema.plain(node)
    items = told if isinstance(told, tuple) else (told,)
    return tuple(str(each).strip() for each in items)


def _make_edit(document: Document, reviewer: str) -> Line:
    node, text = _value(document), document.source.text
    if node is None:
        return _new_line(document, reviewer)
    place = node.place
    if not isinstance(node.value, tuple):
        return Line(place.start, place.end, f"[{text[place.start : place.end]}, {reviewer}]")
    if not node.value:
        return Line(place.start, place.end, f"[{reviewer}]")
    last = node.value[-1].place
    if text[place.start] == "[":
        return Line(last.end, last.end, f", {reviewer}")
    return _after(document.source, last.line, last.start, reviewer)


def _new_line(document: Document, reviewer: str) -> Line:
    """Return a line of its own at the end of the front matter, as far in as its others."""
    text = document.source.text
    end = len(text[: document.body_start].rstrip()) - len(FENCE)
    keys = document.fields.keys.values()
    indent = " " * (min((place.column for place in keys), default=1) - 1)
    return Line(end, end, f"{indent}{KEY}: [{reviewer}]\n")


def _after(source: Source, line: int, start: int, reviewer: str) -> Line:
    """Return an item below the last one of a list that has a line for each."""
    begin, end = source.offset(line), source.offset(line + 1)
    return Line(end, end, f"{source.text[begin:start]}{reviewer}\n")


def _is_sound(document: Document, edited: bytes, reviewer: str) -> bool:
    """Say whether nothing else is read otherwise than before."""
    try:
        after = _read(edited, document.source.path)
    except ContentError:
        return False
    named = tuple(Node(each) for each in (*_reviewers(document), reviewer))
    assert isinstance(document.fields.value, dict)
    wanted = replace(document.fields, value={**document.fields.value, KEY: Node(named)})
    return schema.plain(after.fields) == schema.plain(wanted) and after.body == document.body
