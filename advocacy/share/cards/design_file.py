"""A design as TOML, built in or a site's own: each mistake in it is told at its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from advocacy import schema
from advocacy.errors import Problem, SettingsError, nearest
from advocacy.schema import FieldError, Node, Place
from advocacy.share.cards.design import GIVEN_ROLES, NEEDED_ROLES, TEXTS, Design, Part
from advocacy.share.cards.design_fields import DESIGN
from advocacy.share.cards.sizes import SIZES
from advocacy.source import Source, make_source
from advocacy.toml_file import parse_toml, place_problem

BUILT_IN = Path(__file__).parent / "designs"
# The folder below a site's own in which its designs lie.
OWN = "designs"
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")


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
        known = ", ".join(f"`{each}`" for each in files)
        cure = nearest(name.lower(), files) or f" There are {known}."
        raise FieldError(f"{in_a_line(name)} is no design of cards.{cure}")
    return read_design(files[name])


def in_a_line(name: str) -> str:
    """Return a name that is not known as an error tells it."""
    return schema.quoted(Node(name))


def read_design(file: Path) -> Design:
    """Read a design from its file.

    Raises:
        SettingsError: With every mistake in the file.
    """
    return _make_design(file.stem, file.read_bytes())


# While somebody writes, a site is checked at each pause; its design is seldom another.
@lru_cache(maxsize=8)
def _make_design(name: str, raw: bytes) -> Design:
    path = f"{OWN}/{name}.toml"
    source = make_source(raw, path)
    if not isinstance(source, Source):
        raise SettingsError(problems=[source])
    table = parse_toml(source)
    if isinstance(table, Problem):
        raise SettingsError(problems=[table])
    node = _placed(schema.make_node(table), source.text)
    record = schema.read_record(node, DESIGN, path, "Design")
    _refuse(record.problems, source.text)
    values: dict[str, Any] = dict(record.values)
    styles = values.pop("text")
    layouts = {size: values.pop(size) for size in SIZES}
    made = {size: _parts(rows, styles) for size, rows in layouts.items()}
    design = Design(name, values["about"], values["colours"], made)
    found = _mistakes(design, node)
    _refuse(tuple(Problem(path, line, 0, told, "Design.Part") for line, told in found), source.text)
    return design


def _refuse(problems: tuple[Problem, ...], text: str) -> None:
    if problems:
        raise SettingsError(problems=[place_problem(each, text) for each in problems])


def _placed(node: Node, text: str) -> Node:
    """Return a design's table with the line of each part, which TOML does not tell."""
    assert isinstance(node.value, dict)
    values = {key: _placed_parts(key, each, text) for key, each in node.value.items()}
    return replace(node, value=values)


def _placed_parts(size: str, node: Node, text: str) -> Node:
    if not isinstance(node.value, tuple):
        return node
    lines = text.split("\n")
    header = re.compile(rf"""\s*\[\[\s*["']?{re.escape(size)}["']?\s*\]\]""")
    starts = [number for number, line in enumerate(lines) if header.match(line)]
    if len(starts) != len(node.value):  # written as a list of inline tables
        return node
    parts = (_placed_part(*each, lines) for each in zip(node.value, starts, strict=True))
    return replace(node, value=tuple(parts))


def _placed_part(node: Node, start: int, lines: list[str]) -> Node:
    own = takewhile(lambda line: not line.lstrip().startswith("["), lines[start + 1 :])
    found = ((_KEY.match(line), number) for number, line in enumerate(own, start + 2))
    keys = {key[1]: Place(line=number) for key, number in found if key}
    values = node.value
    if isinstance(values, dict):
        values = {key: replace(each, place=keys.get(key, Place())) for key, each in values.items()}
    return Node(values, Place(line=start + 1), keys)


def _parts(rows: tuple[dict[str, Any], ...], styles: Mapping[str, Any]) -> tuple[Part, ...]:
    """Return the parts of a layout; what a row leaves out, the style of what it shows says."""
    return tuple(Part(**{**styles.get(row["shows"], {}), **row}) for row in rows)


def _mistakes(design: Design, node: Node) -> Iterator[tuple[int, str]]:
    """Yield what the keys by themselves do not show, with the line where it is known."""
    for role in NEEDED_ROLES:
        if role not in design.colours:
            yield 0, f'`colours`: there is no `{role}`. Add it: `{role} = "#17201c"`.'
    for size, parts in design.layouts.items():
        if not parts:
            yield 0, f"`[[{size}]]` has no parts. Say what stands on a card of that size."
            continue
        assert isinstance(node.value, dict)
        for part, written in zip(parts, node.value[size].value, strict=True):
            for key, told in _part_mistakes(design, size, part):
                line = written.keys.get(key, written.place).line
                yield line, f"`[[{size}]]`, `{part.shows}`: `{key}`: {told}"


def _part_mistakes(design: Design, size: str, part: Part) -> Iterator[tuple[str, str]]:
    """Yield the key that cannot be so, and why."""
    room, roles = SIZES[size], (*design.colours, *GIVEN_ROLES)
    for key, role in (("colour", part.colour), ("on", part.on)):
        if role not in roles and not (key == "on" and role == "scrim"):
            yield key, f"`{role}` is no role of this design.{nearest(role, roles)}"
    left, top, width, height = part.at
    if left + width > room.width_px or top + height > room.height_px:
        most = f"{room.width_px}x{room.height_px}"
        yield "at", f"the box leaves the card, which has {most} pixels. Make it smaller."
    if part.shows in TEXTS and part.after is None and height < part.size[1] * part.line_height:
        least = round(part.size[1] * part.line_height)
        yield "at", f"no line of the smallest `size` fits in. Make the box {least} pixels high."
    if part.on == "scrim" and not _is_shaded(part, design.layouts[size]):
        yield "on", "there is no scrim behind all of its box. Add a part that shows one."


def _is_shaded(part: Part, parts: tuple[Part, ...]) -> bool:
    return any(each.shows == "scrim" and _is_inside(part.at, each.at) for each in parts)


def _is_inside(box: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    ends = zip(box[:2], box[2:], other[:2], other[2:], strict=True)
    return all(
        outer <= start and start + length <= outer + most for start, length, outer, most in ends
    )
