"""What a command was asked, and the answer to it that is kept from one run to the next."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from advocacy.answers.answer import Answer, is_terminal
from advocacy.answers.ground import ChangedError, Ground, hash_ground
from advocacy.cache import ANSWERS, Cache, cache_folder, make_key

# How an answer is kept: another number leaves all of another form alone.
FORM = "1"
# What a command heeds of its environment.
VARIABLES = ("DICPATH", "GITHUB_STEP_SUMMARY", "NO_COLOR", "SOURCE_DATE_EPOCH")


class Lifetime(NamedTuple):
    """From when until when an answer holds, in seconds since 1970."""

    begin: float
    end: float


# Before and after any clock.
FOREVER = Lifetime(0, 1e12)


class Question(NamedTuple):
    """What was asked.

    Attributes:
        key: A hash of what was typed, where, and of what is heeded of the environment.
        asked: When, in seconds since 1970.
        kept: Where answers are.
    """

    key: str
    asked: float
    kept: Cache

    def recall(self) -> Answer | None:
        """Return the answer that is known, where all that it stands on is as it was."""
        known: Any = self.kept.read([self.key]).get(self.key)
        try:
            rows, (begin, end), digest, said = known
            grounds = [Ground(*map(tuple, row)) for row in rows]
            is_same = begin <= self.asked < end and digest == _digest(grounds)
            return Answer(*said) if is_same else None
        except (TypeError, ValueError):  # nothing is known, or it is no answer
            return None

    def keep(self, answer: Answer, grounds: Sequence[Ground], lifetime: Lifetime) -> None:
        """Keep an answer, unless something that it stands on has changed since it was asked for."""
        if digest := _digest(grounds, self.asked):
            self.kept.write({self.key: (grounds, lifetime, digest, answer)})


def ask(arguments: Sequence[str], asked: float, environment: Mapping[str, str]) -> Question:
    """Return a question, as it is asked here and now.

    Args:
        arguments: What was typed behind the program's name.
        asked: When, in seconds since 1970.
        environment: The variables.
    """
    key = make_key(
        FORM,
        sys.version,
        "\n".join(sys.path),
        str(Path.cwd()),
        repr([*arguments]),
        repr([environment.get(name) for name in VARIABLES]),
        repr([*map(is_terminal, (sys.stdout, sys.stderr))]),
    )
    return Question(key, asked, Cache(cache_folder(environment), ANSWERS))


def _digest(grounds: Sequence[Ground], before: float = 0) -> str:
    """Return a hash of all that lies there; empty where something changes meanwhile."""
    try:
        return make_key(*(hash_ground(ground, before) for ground in grounds))
    except (ChangedError, OSError):
        return ""
