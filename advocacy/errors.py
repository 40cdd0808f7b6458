"""What a person can mend: where it stands, what was seen, what to do about it."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What ends a line, or is an order to a terminal: what a message quotes may hold it.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file.

    Attributes:
        path: The file, relative to the site's folder, with forward slashes.
        line: 1-based; 0 where the mistake concerns the whole file.
        column: 1-based, in code points; 0 where the mistake concerns the whole line.
        message: What was seen and how to mend it; it is one line, whatever it quotes.
        code: A stable name such as `Post.Date`, as rules have.
        span: How many code points are meant, from `column`.
        other: A second file that is part of it, where two say against one another.
    """

    path: str
    line: int
    column: int
    message: str
    code: str = ""
    span: int = 1
    other: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", make_one_line(self.message))

    def __str__(self) -> str:
        place = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return f"{':'.join(place)}: {self.message}"


class AdvocacyError(Exception):
    """A mistake that ends a command; its text is one line a problem, never a traceback.

    Attributes:
        exit_status: 1 for content that blocks; 2 for the command, the settings or a table.
        problems: Every mistake that was found, not only the first.
    """

    exit_status = 2

    def __init__(self, message: str = "", problems: "Iterable[Problem]" = ()) -> None:
        self.problems = tuple(problems)
        lines = [message] if message else []
        super().__init__("\n".join(lines + [str(problem) for problem in self.problems]))


class CommandError(AdvocacyError):
    """The command was given something it cannot use."""


class SettingsError(AdvocacyError):
    """advocacy.toml, the guide or a table has a mistake."""


class ContentError(AdvocacyError):
    """What people wrote stops the build."""

    exit_status = 1


def make_one_line(message: str) -> str:
    r"""Return a message in which what ends a line, or orders a terminal, is written as `\x1b`."""
    return _UNSHOWN.sub(lambda sign: ascii(sign[0])[1:-1], message)


def nearest(word: str, known: "Iterable[str]") -> str:
    """Return ` Did you mean X?` for the known word closest to `word`, or nothing."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean `{matches[0]}`?" if matches else ""
