"""Vale's own test suite, read in place: what it expects is what we print."""

import json
import re
import shlex
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from advocacy.editorial.kinds.skipped import SKIPPED_KINDS
from tests.conftest import SHARED

CASES = SHARED / "cases" / "vale"
_SKIPPED = re.compile(r"^skipped \d+ rules?: kind \w+ \(([^()]*)\)", re.MULTILINE)
# A hit is reported here that Vale loses.
LOST = {"vale__misc__vocab": {"test.md:31:25"}}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case expects and what was printed, as lines; those of skipped rules left out."""

    expected: set[str]
    printed: set[str]
    left_out: int
    exit_status: int


def read_case(case_id: str) -> dict[str, Any]:
    return json.loads((CASES / case_id / "case.json").read_text())


def read_cases() -> list[dict[str, Any]]:
    return [read_case(file.parent.name) for file in sorted(CASES.glob("*/case.json"))]


def arguments(case: dict[str, Any], folder: Path) -> tuple[list[str], bytes | None]:
    """Return what the case gives to Vale, and what on its standard input."""
    given = shlex.split(case["vale_args"])
    if given[0] in {"STDIN", "STRING"}:
        text = next(folder.glob("stdin.*"))
        return [each for each in given if each.startswith("--")], text.read_bytes()
    # Files in formats that nothing here reads are not in the suite's copy.
    return [each for each in given if each.startswith("--") or (folder / each).exists()], None


@cache
def run(case_id: str) -> Outcome:
    case = read_case(case_id)
    folder = CASES / case_id / "input"
    given, text = arguments(case, folder)
    command = ["check", "--config", ".vale.ini", "--output=line", "--sort", *given]

    with chdir(folder):
        result = CliRunner().invoke(main, command, input=text, catch_exceptions=False)

    skipped = {name for names in _SKIPPED.findall(result.stderr) for name in names.split(", ")}
    expected = set(lines((folder.parent / "expected.txt").read_text()))
    heeded = {line for line in expected if not skipped & set(line.split(":"))}
    return Outcome(heeded, {*lines(result.stdout)}, len(expected - heeded), result.exit_code)


def lines(text: str) -> Iterator[str]:
    return (re.sub(" +", " ", line) for line in text.splitlines() if line.strip())


def without_column(line: str) -> str:
    path, number, _, rest = line.split(":", 3)
    return f"{path}:{number}:{rest}"


def has_other_formats(case: dict[str, Any]) -> bool:
    """Say whether the status counts files that are not in the suite's copy, such as `.py`."""
    ini = (CASES / case["id"] / "input" / ".vale.ini").read_text()
    return bool(case["expected_lines_dropped_other_formats"]) or "[*.py]" in ini


def cases_with(*statuses: str) -> Any:
    found = [case for case in read_cases() if case["status"] in statuses]
    return pytest.mark.parametrize("case", found, ids=lambda case: case["id"])


pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not beside the project")


@cases_with("agreed")
def test_agreed_cases_are_met_exactly(case):
    outcome = run(case["id"])

    assert outcome.printed == outcome.expected
    if not has_other_formats(case):
        assert case["exit_status"] in {None, outcome.exit_status}


@cases_with("vale-position", "vale-misses")
def test_where_vale_errs_lines_and_messages_are_met(case):
    outcome = run(case["id"])

    printed = {line for line in outcome.printed if not _is_lost(case, line)}
    assert {*map(without_column, printed)} == {*map(without_column, outcome.expected)}


def test_the_counts_by_status(capsys):
    """Cases beyond the agreed are met as far as the kinds go that are known here."""
    counts: dict[str, list[int]] = {}
    left_out = 0
    for case in read_cases():
        outcome = run(case["id"])
        count = counts.setdefault(case["status"], [0, 0, 0, 0])
        met = outcome.printed & outcome.expected
        count[0] += outcome.printed == outcome.expected
        count[1] += 1
        count[2] += len(met)
        count[3] += len(outcome.expected)
        left_out += outcome.left_out

    with capsys.disabled():
        for status, (exact, cases, met_lines, all_lines) in sorted(counts.items()):
            print(f"\n{status:14} {exact:2} of {cases:2} cases, {met_lines} of {all_lines} lines")
        print(f"{left_out} lines left out, of kinds {', '.join(SKIPPED_KINDS)}")
    assert counts["agreed"][0] == counts["agreed"][1]
    assert counts["agreed"][2] == counts["agreed"][3]


def _is_lost(case: dict[str, Any], line: str) -> bool:
    return ":".join(line.split(":", 3)[:3]) in LOST.get(case["id"], set())
