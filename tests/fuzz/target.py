"""What is fuzzed: where its inputs are from, and what must be true of each."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis.strategies import SearchStrategy

from advocacy.errors import Problem


@dataclass(frozen=True, slots=True)
class Target:
    """One way into the product.

    Attributes:
        name: As the command takes it.
        inputs: What is tried, each as the bytes of a file.
        hold: Tries one input; raises whatever shows that something is not as it must be.
        few: How many inputs the tests try, for which they take some seconds.
    """

    name: str
    inputs: SearchStrategy[bytes]
    hold: Callable[[bytes], None]
    few: int = 100


def is_one_line(text: str) -> bool:
    """Say whether nothing in a text ends a line, or is an order to a terminal."""
    return not any(unicodedata.category(sign) in {"Cc", "Zl", "Zp"} for sign in text)


def check_line(told: str) -> None:
    """See that what is told of a mistake can be read in a terminal."""
    assert is_one_line(told), f"not one line: {told!r}"
    assert len(told) < 1500, f"too long to be read: {told[:200]!r}"


def check_told(problem: Problem, text: str) -> None:
    """See that a problem is one clear line, and that what it names is in the file."""
    told = str(problem)
    check_line(told)
    assert problem.path
    assert problem.message
    lines = text.split("\n")
    assert 0 <= problem.line <= len(lines), f"no line {problem.line}: {told}"
    if problem.line and problem.column:
        assert problem.column <= len(lines[problem.line - 1]) + 1, f"no such column: {told}"
