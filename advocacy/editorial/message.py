"""The sentence that a rule says, with what was seen put into it."""

import re

_VERB = re.compile(r"%(?:\[(\d+)\])?([sdvq])|%%")


def make_message(template: str, arguments: tuple[str, ...]) -> str:
    """Fill `%s`, `%d` and `%[1]s`; surplus arguments go unsaid, a missing one says nothing."""
    taken = 0

    def fill(verb: re.Match[str]) -> str:
        nonlocal taken
        if verb[0] == "%%":
            return "%"
        index = int(verb[1]) - 1 if verb[1] else taken
        taken = index + 1
        return arguments[index] if 0 <= index < len(arguments) else ""

    return " ".join(_VERB.sub(fill, template).split())


def without_double_quotes(template: str) -> str:
    """Take the quotes off the first of two quoted verbs, for what comes in quotes of its own."""
    for quoted in ("'%s'", '"%s"'):
        if template.count(quoted) == 2:
            template = template.replace(quoted, "%s", 1)
    return template
