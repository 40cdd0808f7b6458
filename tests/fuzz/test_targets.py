"""A few inputs on each target; `python3 tasks.py fuzz` tries many more, and what it found stays."""

import re
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest
from hypothesis import strategies as st

from tests.conftest import PROJECT
from tests.fuzz import trying
from tests.fuzz.__main__ import Tried, add, choose_next
from tests.fuzz.found import read_found
from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS
from tests.fuzz.trying import SlowError, Trial, try_made, with_clock


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_a_few_inputs_are_held(target: Target, tmp_path: Path) -> None:
    trial = Trial(target, tmp_path)

    try_made(trial, 2026, target.few)

    assert trial.shortest == {}


@pytest.mark.parametrize("wrong", read_found())
def test_what_was_found_once_is_held(wrong: str, capfd: pytest.CaptureFixture[str]) -> None:
    found = read_found()[wrong]

    with_clock(TARGETS[found.target].hold, found.content)

    assert capfd.readouterr() == ("", "")


def _refuse_long(content: bytes) -> None:
    if len(content) > 3:
        raise KeyError("a bug")


def test_what_fails_is_written_as_a_file_and_made_short(tmp_path: Path) -> None:
    trial = Trial(Target("long", st.binary(), _refuse_long), tmp_path)

    try_made(trial, 1, 100)

    (file,) = tmp_path.glob("long-*.input")
    assert file.read_bytes() == bytes(4)
    told = file.with_suffix(".txt").read_text(encoding="utf-8")
    assert told.startswith("KeyError at tests/fuzz/test_targets.py:")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no such timers")
def test_an_input_may_wait_for_long_but_not_compute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "MOST_SECONDS", 0.2)

    with_clock(lambda _: sleep(0.5), b"")
    with pytest.raises(SlowError):
        with_clock(lambda _: _compute(), b"")


def _compute() -> None:
    while True:
        pass


def test_the_command_tells_what_it_tried(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz", "feeds", "--minutes", "0.01", "--seed", "7"]

    done = subprocess.run(
        [*command, "--folder", str(tmp_path)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    told = r" +[1-9]\d* inputs, +(\d\.\d\d) min computing, in all$"
    feeds, whole = re.findall(f"^(?:feeds|all){told}", done.stdout, re.MULTILINE)
    assert feeds == whole
    assert float(whole) > 0 or sys.platform == "win32"


def test_the_next_turn_is_that_of_whom_least_was_computed_for() -> None:
    slow, quick = Tried(1, 20, 40.0), Tried(1, 900, 39.0)

    assert choose_next({"slow": slow, "quick": quick}) == "quick"
    assert choose_next({"slow": slow, "quick": add(quick, quick)}) == "slow"


def test_where_nothing_tells_computing_targets_take_turns() -> None:
    assert choose_next({"one": Tried(2, 5), "other": Tried(1, 900)}) == "other"
