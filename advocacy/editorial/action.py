"""What a rule would have written in place of what it found, as Vale's actions say it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Action:
    """How a rule makes what to write instead.

    Attributes:
        name: As Vale has it: `replace`, `remove`, `convert`, `edit` or `suggest`; or empty.
        params: What it works with.
    """

    name: str = ""
    params: tuple[str, ...] = ()


NO_ACTION = Action()


def make_replacements(action: Action, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return what could be written instead of a match, the best first.

    Args:
        action: The rule's.
        known: What the rule's kind knows by itself, such as the value of a swap.
    """
    if action.name == "remove":
        return ("",)
    if action.name == "replace" and action.params:
        return action.params
    return known
