"""A rule that computes without end is told against the guide, and stops nothing else."""

import re
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from advocacy.editorial import budget
from advocacy.editorial.blocking import exit_status
from advocacy.editorial.budget import Budget
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import RUNAWAY
from advocacy.editorial.kinds.exceptions import make_exempt
from advocacy.editorial.kinds.kind import Hit
from advocacy.editorial.manuscript import make_example
from advocacy.editorial.patterns import PatternError, RunawayError, compile_pattern
from advocacy.editorial.stopwatch import Stopwatch
from tests.conftest import POST, STAFF

GUIDE = """\
---
title: Values
---

## One {{#one}}

```yaml rule
id: Values.Slow
extends: {extends}
message: "%s"
nonword: true
{keys}
examples:
  bad: [{bad}]
  good: [zzz]
```
"""
SETTINGS = """\
name = "Lindenmark Libraries"
url = "https://stories.lindenmark.example"
description = "Stories."
topics = {reading = "Reading"}
disclosure = {en = "I work at Lindenmark Libraries."}
"""
TRAP = f"{'a' * 64}! {'ab' * 40}c {'x ' * 60}y {'aB' * 30} c d z !!"
LINE = 7


@pytest.fixture
def run(write: Callable[..., Path], tmp_path: Path) -> Callable[..., tuple[int, str, float]]:
    """Check a site by a guide with one rule; return the status, the output and the seconds."""

    def check(keys: str, extends: str = "existence", bad: str = "aab") -> tuple[int, str, float]:
        write("advocacy.toml", SETTINGS)
        write("content/staff/ana.md", STAFF)
        write("content/posts/x.md", POST.replace("Somebody", f"{TRAP}\n\nSomebody"))
        guide = GUIDE.format(extends=extends, keys=keys, bad=bad)
        write("content/pages/values.md", guide)
        started = time.perf_counter()
        result = CliRunner().invoke(main, ["check", "--site", str(tmp_path), "--no-cache"])
        assert not isinstance(result.exception, Exception) or isinstance(
            result.exception, SystemExit
        )
        return result.exit_code, result.output, time.perf_counter() - started

    return check


@pytest.mark.parametrize(
    "keys",
    [
        "tokens: ['(?:a|aa)+$']",
        "tokens: ['(?:a|a|aa)+c']",
        "tokens: ['(?=(?:a|aa)+$)a']",
        "tokens: ['(?<!z)(?:a|aa)+(?<=c)d']",
        "tokens: ['((a{1,100}){1,100}){1,100}b']",
        r"tokens: ['(a|aa)+\1z']",
        "raw: ['(?:x |x x )+', 'z']",
        "tokens: ['(?:[ab]|a[bB])+!!']",
        "tokens: ['a+']\nexceptions: ['(?:a|aa)+c']",
        "tokens: ['((a{1000}){1000}){1000}']",
        "tokens: ['(?:(?:(?:a?){99}){99}){99}b']",
        "tokens: ['{OPEN}a{CLOSE}']".replace("{OPEN}", "(" * 3000).replace("{CLOSE}", ")" * 3000),
    ],
)
def test_a_catastrophic_pattern_ends_with_2_and_its_line(
    keys: str, run: Callable[..., tuple[int, str, float]]
) -> None:
    status, output, seconds = run(keys)

    assert status == 2
    assert "content/pages/values.md:" in output
    assert "Traceback" not in output
    assert len(output) < 5_000
    # No measure of speed: a pattern that is not stopped would run for years.
    assert seconds < 60


def test_a_stopwatch_counts_computing_and_not_waiting() -> None:
    watch = Stopwatch()
    watch.begin()
    time.sleep(0.05)
    has_waited = watch.has_passed(0.04)
    until = time.process_time() + 0.05
    while time.process_time() < until:
        pass

    assert not has_waited
    assert watch.has_passed(0.04)
    watch.begin()
    assert not watch.has_passed(0.04)


def test_a_swap_that_runs_away_is_told_too(run: Callable[..., tuple[int, str, float]]) -> None:
    status, output, _ = run("swap: {'(?:a|aa)+c': b}", "substitution")

    assert status == 2
    assert f"content/pages/values.md:{LINE}: Guide.Runaway" in output


def test_other_rules_and_files_are_checked_all_the_same(
    run: Callable[..., tuple[int, str, float]], write: Callable[..., Path]
) -> None:
    write("content/posts/y.md", "---\ntitle: x\n---\nBody.\n")

    status, output, _ = run("tokens: ['(?:a|aa)+$']")

    assert status == 2
    assert "content/posts/y.md" in output


def test_a_rule_may_be_slow_on_a_file_but_not_for_long() -> None:
    spent = Budget()
    spent.begin_file()
    spent.spend(budget.FILE_SECONDS)

    with pytest.raises(RunawayError):
        spent.spend(0.01)


def test_a_rule_that_is_slow_on_every_file_is_stopped_in_the_end() -> None:
    spent = Budget()

    def read_all() -> None:
        for _ in range(100):
            spent.begin_file()
            spent.spend(0.4)

    with pytest.raises(RunawayError):
        read_all()

    assert spent.files < 20


@pytest.mark.parametrize(
    "pattern",
    [
        "a{300000}",
        "(a{600}){600}",
        "(?:a{2,9}){99999}",
        "b" * 300_000,
        "(?#x)(?:(?:a{1000}){1000}){1000}",
        "(?x) ( (a{1000}) {1000} ) # )\n {1000}",
        "(?x) [#] (?:a{1000}) # )\n {1000}",
        "(?:(?:a{1000})(?#){1000})(?#){1000}",
        f"{'(' * 70}a{{1000}}{')' * 70}{{1000}}",
        "[(?#](?:a{1000}) {1000}",
        f"(?#x)(?:a{{{'0' * 9}1000}}){{{'0' * 9}1000}}",
        f"a{{{'9' * 5000}}}",
        f"(?#)(?:a{{2}}){{{'9' * 5000}}}",
    ],
)
def test_a_pattern_that_is_too_large_is_not_compiled(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "a{100}",
        r"[^.!?]{200,}",
        "(?:ab){2,20}c{3}",
        "|".join("ab" * 9),
        r"(?#an account)[A-Z]{2}\d{2}(?: \d{4}){4,7}",
        r"(?x) \b .{0,100} (?: now | soon ) .{0,100} at .{0,100}",
    ],
)
def test_a_pattern_of_usual_size_is_compiled(pattern: str) -> None:
    assert compile_pattern(pattern)


def test_a_rule_named_guide_is_of_content() -> None:
    found = Finding("x.md", 1, 1, 1, "Guide.Tone", "error", "m", blocks=True)

    assert exit_status([found]) == 1
    assert exit_status([found._replace(check=RUNAWAY)]) == 2


@pytest.mark.parametrize("mark", ["?", "?!", "? ", "Mr. A. ", "“Who?” "])
def test_no_row_of_marks_takes_time_with_its_square(mark: str) -> None:
    started = time.process_time()

    make_example(mark * 20_000 + "and you")

    assert time.process_time() - started < 1


def test_a_rule_that_finds_without_end_is_stopped_within_one_text() -> None:
    spent = Budget()
    spent.begin_file()

    with pytest.raises(RunawayError):
        spent.find(lambda _, __=None: (Hit(0, 1, ()) for _ in count()), "a")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You use it in order to use it.", [(4, 7)]),
        ("In Order To Use it, used.", []),
        ("To use it, in order to", [(3, 6)]),
        ("In order to in order to use it", []),
    ],
)
def test_phrases_let_pass_what_stands_in_them(text: str, found: list[tuple[int, int]]) -> None:
    exempt = make_exempt(["in order to use", "we used it"])
    words = ((match.start(), match.end()) for match in re.finditer(r"\buse\b", text))

    assert [each for each in words if not exempt.lets_pass(text, *each)] == found


def test_many_matches_beside_phrases_that_are_let_pass_take_little_time() -> None:
    text = "We utilised it in order to save time. " * 2_500
    exempt = make_exempt(["in order to", "save time"])
    started = time.process_time()

    passed = [exempt.lets_pass(text, at, at + 8) for at in range(3, len(text), 38)]

    assert not any(passed)
    assert time.process_time() - started < 1
