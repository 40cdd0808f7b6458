"""Designs of cards: what stands where, in which face and colour, read from TOML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advocacy import fields, schema
from advocacy.errors import Problem, SettingsError, nearest
from advocacy.schema import Field, FieldError, Node
from advocacy.share.cards.faces import built_in_faces
from advocacy.share.cards.sizes import SIZES
from advocacy.source import Source, make_source
from advocacy.toml_file import parse_toml, place_problem

BUILT_IN = Path(__file__).parent / "designs"
# The folder below a site's own in which its designs lie.
OWN = "designs"
SHAPES = ("fill", "disc", "picture", "scrim")
TEXTS = ("organisation", "topic", "date", "title", "summary", "quote", "names", "mark")
SHOWN = (*SHAPES, *TEXTS, "faces")
# Roles that a design has to give a colour, and those that every design has besides: the site's
# accent, and what can be read on it.
NEEDED_ROLES = ("paper", "ink", "quiet")
GIVEN_ROLES = ("accent", "on-accent")
CONDITIONS = ("", "picture", "no picture", "authors", "summary", "several authors")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing on a card.

    Attributes:
        shows: One of SHOWN.
        at: Left, top, width and height in pixels; mirrored where the text runs to the left.
        colour: A role.
        on: The role of what is behind a text, or `scrim`; it settles what can be read there.
        font: A face's name.
        size: The largest and the smallest size in pixels.
        lines: The most there may be.
        line_height: In sizes.
        align: `start` or `centre`.
        place: `top`, `middle` or `bottom` of its box.
        after: How far below the text before it begins; None where its box says.
        when: One of CONDITIONS.
        face: How large the authors' discs beside `names` are; 0 is none.
        edge: The side of the card at which a scrim is strongest, `top` or `bottom`.
        fade: Over how many pixels it ends.
    """

    shows: str
    at: tuple[int, int, int, int]
    colour: str = "ink"
    on: str = "paper"
    font: str = "sans-bold"
    size: tuple[int, int] = (32, 32)
    lines: int = 1
    line_height: float = 1.2
    align: str = "start"
    place: str = "top"
    after: int | None = None
    when: str = ""
    face: int = 0
    edge: str = "bottom"
    fade: int = 0


@dataclass(frozen=True, slots=True)
class Design:
    """A design: its colours by role, and its parts by the name of a size."""

    name: str
    about: str
    colours: Mapping[str, str]
    layouts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)


def design_files(root: Path) -> Mapping[str, Path]:
    """Return the designs there are, the site's own after those built in, by name."""
    files = [*sorted(BUILT_IN.glob("*.toml")), *sorted((root / OWN).glob("*.toml"))]
    return {file.stem: file for file in files}


def find_design(root: Path, name: str) -> Design:
    """Return a design by its name; a site's own may have the name of one that is built in.

    Raises:
        FieldError: There is none of that name.
        SettingsError: It has a mistake.
    """
    files = design_files(root)
    if name not in files:
        cure = nearest(name, files) or f" There are {', '.join(f'`{each}`' for each in files)}."
        raise FieldError(f"`{name}` is no design of cards.{cure}")
    return read_design(files[name])


def read_design(file: Path) -> Design:
    """Read a design from its file.

    Raises:
        SettingsError: With every mistake in the file.
    """
    path = f"{OWN}/{file.name}"
    source = make_source(file.read_bytes(), path)
    if not isinstance(source, Source):
        raise SettingsError(problems=[source])
    table = parse_toml(source)
    if isinstance(table, Problem):
        raise SettingsError(problems=[table])
    record = schema.read_record(schema.make_node(table), _DESIGN, path, "Design")
    if record.problems:
        raise SettingsError(problems=[place_problem(each, source.text) for each in record.problems])
    values: dict[str, Any] = dict(record.values)
    styles = values.pop("text")
    layouts = {size: values.pop(size) for size in SIZES}
    made = {size: _parts(rows, styles) for size, rows in layouts.items()}
    design = Design(file.stem, values["about"], values["colours"], made)
    problems = [Problem(path, 0, 0, told, "Design.Part") for told in _mistakes(design)]
    if problems:
        raise SettingsError(problems=problems)
    return design


def _parts(rows: tuple[dict[str, Any], ...], styles: Mapping[str, Any]) -> tuple[Part, ...]:
    """Return the parts of a layout; what a row leaves out, the style of what it shows says."""
    return tuple(Part(**{**styles.get(row["shows"], {}), **row}) for row in rows)


def _mistakes(design: Design) -> Iterator[str]:
    for role in NEEDED_ROLES:
        if role not in design.colours:
            yield f'`colours`: there is no `{role}`. Add it: `{role} = "#17201c"`.'
    for size, parts in design.layouts.items():
        if not parts:
            yield f"`[[{size}]]` has no parts. Say what stands on a card of that size."
        for part in parts:
            yield from _part_mistakes(design, size, part)


def _part_mistakes(design: Design, size: str, part: Part) -> Iterator[str]:
    where, room = f"`[[{size}]]`, `{part.shows}`", SIZES[size]
    roles = (*design.colours, *GIVEN_ROLES)
    for key, role in (("colour", part.colour), ("on", part.on)):
        if role not in roles and not (key == "on" and role == "scrim"):
            yield f"{where}: `{key}`: `{role}` is no role of this design.{nearest(role, roles)}"
    left, top, width, height = part.at
    if left + width > room.width_px or top + height > room.height_px:
        most = f"{room.width_px}x{room.height_px}"
        yield f"{where}: `at`: the box leaves the card, which has {most} pixels. Make it smaller."
    if part.on == "scrim" and not any(each.shows == "scrim" for each in design.layouts[size]):
        yield f"{where}: `on`: there is no scrim in this layout. Add a part that shows one."


def _box(node: Node) -> tuple[int, ...]:
    numbers = fields.many(fields.number(0, 2000))(node)
    assert isinstance(numbers, tuple)
    if len(numbers) != 4 or not (numbers[2] and numbers[3]):
        cure = "Write left, top, width and height: `[72, 144, 1056, 306]`."
        raise FieldError(f"{schema.quoted(node)} is no box. {cure}")
    return numbers


def _size(node: Node) -> tuple[int, int]:
    numbers = fields.many(fields.number(12, 400))(node)
    assert isinstance(numbers, tuple)
    if len(numbers) > 2 or numbers[0] < numbers[-1]:
        cure = "Write the largest and the smallest: `[92, 46]`."
        raise FieldError(f"{schema.quoted(node)} are no sizes. {cure}")
    return numbers[0], numbers[-1]


def _rows(node: Node) -> tuple[object, ...]:
    if not isinstance(node.value, tuple):
        raise FieldError(f"{schema.quoted(node)} is no list of parts. Write `[[preview]]` tables.")
    return tuple(_table((*_PLACING, *_STYLE))(each) for each in node.value)


def _table(rows: tuple[Field, ...]) -> schema.Reading:
    """Return a reading of a table whose absent keys stay absent."""

    def read_table(node: Node) -> dict[str, object]:
        record = schema.read_record(node, rows, "", "Design")
        if record.problems:
            raise FieldError(" ".join(problem.message for problem in record.problems))
        written = node.value if isinstance(node.value, dict) else {}
        return {key: value for key, value in record.values.items() if key in written}

    return read_table


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
_PLACING = (
    Field("shows", fields.choice(*SHOWN), required=True),
    Field("at", _box, required=True),
    Field("after", fields.number(0, 400)),
    Field("when", fields.choice(*CONDITIONS[1:])),
    Field("face", fields.number(0, 400)),
    Field("edge", fields.choice("top", "bottom")),
    Field("fade", fields.number(0, 1920)),
)
_DESIGN = (
    Field("about", fields.text, required=True),
    Field("colours", fields.table_of(COLOUR), required=True),
    Field("text", fields.with_keys(fields.table_of(_table(_STYLE)), TEXTS, "text"), default={}),
    *(Field(size, _rows, default=()) for size in SIZES),
)
