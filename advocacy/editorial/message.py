"""The sentence that a rule says, with what was seen put into it."""

import re
from collections.abc import Sequence
from functools import cache

_VERB = re.compile(r"%(?:\[([0-9]{1,4})\])?([sdvq])|%%")


def make_message(template: str, arguments: tuple[str, ...]) -> str:
    """Fill `%s`, `%d` and `%[1]s`; surplus arguments go unsaid, a missing one says nothing."""
    template = _on_one_line(template)
    if "%" not in template:
        return template
    taken = 0

    def fill(verb: re.Match[str]) -> str:
        nonlocal taken
        if verb[0] == "%%":
            return "%"
        index = int(verb[1]) - 1 if verb[1] else taken
        taken = index + 1
        return arguments[index] if 0 <= index < len(arguments) else ""

    # What was seen keeps its spaces, for a message may be about them.
    return _VERB.sub(fill, template).replace("\n", " ")


@cache
def _on_one_line(template: str) -> str:
    """Return what a rule says, without the ends of lines; there are as many as there are rules."""
    return " ".join(template.split())


def make_choice(words: Sequence[str]) -> str:
    """Return words to choose from: `'a', 'b', or 'c'`."""
    quoted = [f"'{each}'" for each in words]
    if len(quoted) > 2:
        return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"
    return " or ".join(quoted)


def without_double_quotes(template: str) -> str:
    """Take the quotes off the first of two quoted verbs, for what comes in quotes of its own."""
    for quoted in ("'%s'", '"%s"'):
        if template.count(quoted) == 2:
            template = template.replace(quoted, "%s", 1)
    return template
