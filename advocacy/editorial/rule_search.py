"""A rule's search, or every mistake in the options that keep it from being made."""

from collections.abc import Mapping
from typing import Any

from advocacy.editorial.kinds.kind import Kind, OptionError, Search
from advocacy.editorial.patterns import PatternError

# What every option takes without a mistake: a pattern, a number, a formula.
HARMLESS = "1"


def find_search(
    kind: Kind, options: Mapping[str, Any]
) -> tuple[Search | None, tuple[OptionError, ...]]:
    """Make a kind's search of its options.

    A kind stops at its first mistake. So what is wrong is taken out, and the kind is asked anew.

    Returns:
        The search, or None where there are mistakes; and the mistakes, in the order of the kind.
    """
    mistakes: dict[str, OptionError] = {}
    while True:
        try:
            search = kind.make_search(options)
        except OptionError as error:
            if error.key in mistakes:  # it is wrong even without what was wrong in it
                return None, tuple(mistakes.values())
            mistakes[error.key] = error
            options = _mend(options, error.key)
        except PatternError as error:  # each of its parts may be used, but not all together
            whole = OptionError(kind.fields[0].key, str(error))
            return None, (*mistakes.values(), whole)
        else:
            return (None if mistakes else search), tuple(mistakes.values())


def _mend(options: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """Return the options with what stands at a path replaced; unchanged where that cannot be."""
    key, _, rest = path.partition(".")
    value = options.get(key)
    if isinstance(value, tuple) and rest.isdigit() and int(rest) < len(value):
        index = int(rest)
        return {**options, key: (*value[:index], HARMLESS, *value[index + 1 :])}
    if isinstance(value, Mapping) and rest in value and rest != HARMLESS:
        others = {name: each for name, each in value.items() if name != rest}
        return {**options, key: {**others, HARMLESS: HARMLESS}}
    if isinstance(value, str):
        return {**options, key: HARMLESS}
    return options
