"""What a design's file may say, key by key."""

from dataclasses import replace

from advocacy import fields, schema
from advocacy.schema import Field, FieldError, Node, PartError, Record
from advocacy.share.cards.design import CONDITIONS, SHOWN, TEXTS
from advocacy.share.cards.faces import built_in_faces
from advocacy.share.cards.sizes import SIZES


def _box(node: Node) -> tuple[int, ...]:
    numbers = fields.many(fields.number(0, 2000))(node)
    assert isinstance(numbers, tuple)
    if len(numbers) != 4 or not (numbers[2] and numbers[3]):
        cure = "Write left, top, width and height: `[72, 144, 1056, 306]`."
        raise FieldError(f"`{[*numbers]}` is no box. {cure}")
    return numbers


def _size(node: Node) -> tuple[int, int]:
    numbers = fields.many(fields.number(12, 400))(node)
    assert isinstance(numbers, tuple)
    if len(numbers) > 2:
        cure = "Write the largest and the smallest: `[92, 46]`."
        raise FieldError(f"`{[*numbers]}` has {len(numbers)} sizes. {cure}")
    if numbers[0] < numbers[-1]:
        cure = f"The largest comes first: `{[*reversed(numbers)]}`."
        raise FieldError(f"`{[*numbers]}` begins with the smallest. {cure}")
    return numbers[0], numbers[-1]


def _rows(node: Node) -> tuple[object, ...]:
    if not isinstance(node.value, tuple):
        raise FieldError(f"{schema.quoted(node)} is no list of parts. Write `[[preview]]` tables.")
    pairs = [(schema.read_record(each, _PART, "", "Design"), each) for each in node.value]
    problems = tuple(
        problem if problem.line else replace(problem, line=part.place.line)
        for record, part in pairs
        for problem in record.problems
    )
    if problems:
        raise PartError(problems)
    return tuple(_written(record, part) for record, part in pairs)


def _styles(node: Node) -> dict[str, object]:
    table = fields.with_keys(fields.table_of(lambda each: each), TEXTS, "text")(node)
    assert isinstance(table, dict)
    records = {key: schema.read_record(each, _STYLE, "", "Design") for key, each in table.items()}
    problems = tuple(
        replace(problem, message=f"`{key}`: {problem.message}")
        for key, record in records.items()
        for problem in record.problems
    )
    if problems:
        raise PartError(problems)
    return {key: _written(record, table[key]) for key, record in records.items()}


def _written(record: Record, node: Node) -> dict[str, object]:
    """Return a table whose absent keys stay absent."""
    keys = node.value if isinstance(node.value, dict) else {}
    return {key: value for key, value in record.values.items() if key in keys}


_role = fields.pattern(r"[a-z][a-z-]*", "A role is a word such as `ink`.")
COLOUR = fields.pattern(r"#[0-9a-fA-F]{6}", "Write a colour as `#0b5d4e`.")
_STYLE = (
    Field("colour", _role),
    Field("on", _role),
    Field("font", fields.choice(*built_in_faces())),
    Field("size", _size),
    Field("lines", fields.number(1, 40)),
    Field("line_height", fields.decimal(0.8, 3)),
    Field("align", fields.choice("start", "centre")),
    Field("place", fields.choice("top", "middle", "bottom")),
)
_PART = (
    *_STYLE,
    Field("shows", fields.choice(*SHOWN), required=True, cure='Add `shows = "title"`.'),
    Field("at", _box, required=True, cure="Add `at = [72, 144, 1056, 306]`."),
    Field("after", fields.number(0, 400)),
    Field("when", fields.choice(*CONDITIONS[1:])),
    Field("face", fields.number(0, 400)),
    Field("edge", fields.choice("top", "bottom")),
    Field("fade", fields.number(0, 1920)),
)
DESIGN = (
    Field("about", fields.text, required=True, cure='Add `about = "What it is like."`.'),
    Field("colours", fields.table_of(COLOUR), required=True, cure="Add a table `[colours]`."),
    Field("text", _styles, default={}),
    *(Field(size, _rows, default=()) for size in SIZES),
)
