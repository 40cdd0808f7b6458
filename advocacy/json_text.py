"""JSON that people merge by hand: a key that stands twice is a mistake."""

import json


def parse_json(text: str) -> object:
    """Return what a text holds.

    Raises:
        ValueError: It is no JSON, or a key stands twice in one of its tables.
        RecursionError: It is nested too deep.
    """
    value: object = json.loads(text, object_pairs_hook=_table)
    return value


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse what stands twice: a merge leaves such, and JSON would pass over the first."""
    table = dict(pairs)
    if len(table) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"`{twice}` stands there twice")
    return table
