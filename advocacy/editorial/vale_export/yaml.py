"""YAML as every reader of it reads it: all texts in quotes, in the order that is given."""

import re
from collections.abc import Iterable, Iterator, Mapping

from advocacy.editorial.action import Action

# Longer than `y` and `on`, which are flags to some readers of YAML, and no `true`, `null` or `off`.
_WORD = re.compile(r"(?!true|false|null|yes|off)[a-z]{3,}")


def make_yaml(values: Mapping[str, object]) -> str:
    """Return a block of `key: value` lines.

    Args:
        values: Texts, numbers, flags, lists of texts, tables of texts, and actions.
    """
    return "".join(f"{line}\n" for key, value in values.items() for line in _lines(key, value))


def _lines(key: str, value: object) -> Iterator[str]:
    if isinstance(value, Action):
        yield f"{key}:"
        yield f"  name: {_scalar(value.name)}"
        if value.params:
            yield "  params:"
            yield from _items(value.params, "    ")
    elif isinstance(value, Mapping):
        yield f"{key}:"
        yield from (f"  {_scalar(name)}: {_scalar(each)}" for name, each in value.items())
    elif isinstance(value, tuple):
        yield f"{key}:"
        yield from _items(value, "  ")
    else:
        yield f"{key}: {_scalar(value)}"


def _items(values: Iterable[object], indent: str) -> Iterator[str]:
    yield from (f"{indent}- {_scalar(each)}" for each in values)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    if _WORD.fullmatch(text):
        return text
    if text.isprintable():
        return "'{}'".format(text.replace("'", "''"))
    return '"{}"'.format("".join(map(_escaped, text)))


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
