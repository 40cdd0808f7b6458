"""What became of a text: as values, and as JSON holds them."""

from typing import NamedTuple

from advocacy.editorial.finding import Finding
from advocacy.editorial.rows import from_row


class Outcome(NamedTuple):
    """What became of a text.

    Attributes:
        found: What was found in it.
        stopped: The names of rules that took too long until then.
        tells: Whether it holds a secret, which what was found may tell.
        refused: Why it could not be read to its end; empty where it could.
    """

    found: list[Finding]
    stopped: list[str]
    tells: bool
    refused: str = ""

    @property
    def may_last(self) -> bool:
        """Whether it may be kept: no secret, and nothing that was stopped midway."""
        return not (self.stopped or self.refused) and not (self.found and self.tells)


def decode_outcome(value: object) -> Outcome | None:
    """Return the outcome that JSON holds, or None where it holds something else."""
    if not isinstance(value, list) or len(value) != 4:
        return None
    try:
        found = [from_row(Finding, row) for row in value[0]]
        stopped = [str(name) for name in value[1]]
        return Outcome(found, stopped, bool(value[2]), str(value[3]))
    except (IndexError, TypeError, ValueError):
        return None
