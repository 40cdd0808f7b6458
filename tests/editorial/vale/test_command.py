"""`advocacy check --config`, as it is typed."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cache import FILE, FOLDER_VARIABLE
from advocacy.cli.main import main

Run = Callable[..., Result]

BAD_POST = """\
---
title: meh
---

A *bad* [word](x). A bad
word, meh.

- `bad word`, a bad word
"""
FILES = {
    ".vale.ini": "StylesPath = styles\n[*.{md,txt}]\nBasedOnStyles = Own\nOwn.Small = suggestion\n",
    "styles/Own/Big.yml": "extends: existence\nmessage: \"'%s'\"\nlevel: error\ntokens: [bad word]",
    "styles/Own/Small.yml": "extends: existence\nmessage: \"'%s'\"\nlevel: error\ntokens: [meh]",
    "styles/Own/Code.yml": "extends: script\nmessage: no\nscript: x",
    "good.md": "Fine.\n",
    "bad.md": BAD_POST,
    "code.py": "# meh\n",
}
CODE = "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['TOKEN']"
BAD = ["bad.md:2:8:Own.Small:'meh'", "bad.md:5:4:Own.Big:'bad word'"]
BAD += ["bad.md:6:7:Own.Small:'meh'", "bad.md:8:17:Own.Big:'bad word'"]


@pytest.fixture
def run(write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Check in a folder without a site."""
    for path, text in FILES.items():
        write(path, text)
    monkeypatch.chdir(tmp_path)

    def check(*arguments: str, text: str | None = None) -> Result:
        form = () if "--output" in arguments else ("--format", "line")
        command = ["check", "--config", ".vale.ini", *form, *arguments]
        return CliRunner().invoke(main, command, input=text, catch_exceptions=False)

    return check


def test_a_wrapped_phrase_is_not_found_for_vale_does_not_find_it(run):
    result = run("bad.md")

    assert result.stdout.splitlines() == BAD
    assert result.stderr == "skipped 1 rule: kind script (Own.Code)\n"
    assert result.exit_code == 1


def test_a_terminal_is_asked_for_files_and_not_waited_for(run: Run) -> None:
    screen, keyboard = pty.openpty()
    try:
        result = subprocess.run(
            [sys.executable, "-m", "advocacy", "check", "--config", ".vale.ini"],
            stdin=keyboard,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    finally:
        os.close(screen)
        os.close(keyboard)

    assert result.returncode == 2
    assert "Name files, or pipe a text." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["good.md"], 0),
        (["bad.md"], 1),
        (["bad.md", "--no-exit"], 0),
        (["."], 1),
        (["--glob", "good*", "."], 0),
        (["--min-level", "warning", "bad.md"], 1),
        (["none.md"], 2),
        (["--glob", "{", "."], 2),
    ],
)
def test_the_status(run, arguments, status):
    assert run(*arguments).exit_code == status


@pytest.mark.parametrize("option", ["--min-level", "--minAlertLevel"])
def test_the_least_level_leaves_out_what_is_less(run, option):
    lines = run(option, "error", "bad.md").stdout.splitlines()

    assert lines == [line for line in BAD if "Own.Big" in line]


def test_what_is_not_read_is_said(run, write):
    write(".vale.ini", FILES[".vale.ini"].replace("*.{md,txt}", "*.{md,py}"))

    result = run(".")

    assert "skipped 1 file: .py is not read here" in result.stderr
    assert result.stdout.splitlines() == BAD


def test_what_is_too_large_is_said_and_the_others_are_checked(run, write):
    with write("large.md", "").open("r+b") as file:
        file.truncate(20_000_001)

    result = run("--no-exit", ".")

    assert "skipped 1 file: large.md is larger than 20 MB" in result.stderr
    assert result.stdout.splitlines() == BAD
    assert result.exit_code == 1


def test_standard_input_is_checked(run):
    assert run("--ext", ".md", text="`meh`, meh").stdout == "stdin.md:1:8:Own.Small:'meh'\n"
    assert run("--ext", "md", text="`meh`, meh").stdout == "stdin.md:1:8:Own.Small:'meh'\n"
    assert run("--path", "notes/x.txt", text="`meh`").stdout == "notes/x.txt:1:2:Own.Small:'meh'\n"
    assert run("--ignore-syntax", "--ext", ".md", text="`meh`").stdout.startswith("stdin.md:1:2:")


def test_json_has_vales_shape(run):
    report = json.loads(run("--output", "JSON", "bad.md").stdout)

    assert [(each["Line"], each["Span"], each["Match"]) for each in report["bad.md"]] == [
        (2, [8, 10], "meh"),
        (5, [4, 13], "bad word"),
        (6, [7, 9], "meh"),
        (8, [17, 24], "bad word"),
    ]


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (".vale.ini", "[*]\nBasedOnStyles = Own", "There is no style `Own` in any `StylesPath`"),
        (".vale.ini", "StylesPath = styles\n[*]\nBasedOnStyles = On", "Did you mean `Own`?"),
        (
            "styles/Own/Big.yml",
            "extends: existence\nmessage: x\ntoken: [y]",
            "Big.yml:3:1: `token`",
        ),
        ("styles/Own/Big.yml", "extends: existence\nmessage: x\ntokens: ['(']", "Big.yml:3:10:"),
        ("styles/Own/Big.yml", "extends: exist\nmessage: x", "Did you mean `existence`?"),
        ("bad.md", "---\na: [\n---\n", "bad.md:3: The front matter cannot be read"),
        ("bad.md", "[" * 600, "bad.md: 600 `[` are not closed"),
    ],
)
def test_a_mistake_is_told_and_ends_with_2(run, write, path, text, told):
    write(path, text)

    result = run("bad.md")

    assert told in result.stderr
    assert "Traceback" not in result.output
    assert result.exit_code == 2


def test_a_word_that_is_no_pattern_is_told_with_its_line(run, write):
    write(".vale.ini", "StylesPath = styles\nVocab = V\n[*]\nBasedOnStyles = Own\n")
    write("styles/config/vocabularies/V/accept.txt", "# words\nfine\n(\n")

    result = run("bad.md")

    assert "accept.txt:3: `(` is no regular expression" in result.stderr
    assert result.exit_code == 2


def test_a_word_list_that_is_no_text_is_told(run, write, tmp_path):
    write(".vale.ini", "StylesPath = styles\nVocab = V\n[*]\nBasedOnStyles = Own\n")
    write("styles/config/vocabularies/V/accept.txt", "fine\n").write_bytes(b"fine\n\xff\n")

    result = run("bad.md")

    assert "accept.txt:2: byte 0xff is not UTF-8. Save the file as UTF-8." in result.stderr
    assert result.exit_code == 2


def test_a_rule_that_there_is_not_is_said(run, write):
    write(".vale.ini", FILES[".vale.ini"] + "Own.Bag = YES\nOwn.None = NO\n")

    result = run("good.md")

    assert ".vale.ini: There is no rule `Own.Bag`. Did you mean `Own.Big`?" in result.stderr
    assert "Own.None" not in result.stderr
    assert result.exit_code == 0


@pytest.mark.parametrize(
    "sign", ["$a ", "`a", "*a ", "&amp;", "http://a.b/ ", "[^1]", "a.", "1. a\n"]
)
def test_no_text_takes_time_with_its_square(run, sign):
    result = run("--ext", ".md", text=sign * 10_000)

    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--changed"], "--changed belongs to a site, and --config checks without one."),
        (["--no-baseline"], "--no-baseline belongs to a site"),
        (["--site", "."], "--site belongs to a site"),
        (["--today", "2026-03-31", "--fix"], "--fix, --today belong to a site"),
        (["--stdin"], "PATH and --stdin: Give one of them."),
        (["--path", "x.md"], "PATH and --path: Give one of them."),
        (["--output", "line", "--format", "line"], "--format and --output: Give one of them."),
        (["--min-level", "error", "--minAlertLevel", "error"], "--min-level and --minAlertLevel"),
        (["--config", "styles"], "styles: This is no ordinary file. Name a .vale.ini."),
        (["--config", "styles/Own/Big.yml"], "Big.yml: This is a file of YAML, such as a rule"),
    ],
)
def test_what_has_no_meaning_there_is_refused_by_name(run, words, told):
    result = run(*words, "bad.md")

    assert told in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("ini", "told"),
    [
        ("", "No rule is turned on"),
        ("MinAlertLevel = error\n", "No rule is turned on"),
        ("[*]\nBasedOnStyles =\n", "No rule is turned on"),
        ("StylesPath = styles\n[*]\nOwn.Big = NO\n", "No rule is turned on"),
        ("StylesPath = styles\n[*.rst]\nBasedOnStyles = Own\n", "No file was checked"),
    ],
)
def test_what_checks_nothing_says_so(run, write, ini, told):
    write(".vale.ini", ini)

    result = run("bad.md")

    assert result.stdout == ""
    assert f".vale.ini: {told}" in result.stderr
    assert result.exit_code == 0


def test_what_finds_nothing_is_silent(run):
    assert "No rule" not in run("good.md").stderr
    assert "No file" not in run("good.md").stderr


def test_options_of_vale_need_its_configuration(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(main, ["check", "--glob", "*.md"])

    assert result.exit_code == 2
    assert result.stderr == "--glob goes with --config. Add `--config .vale.ini`.\n"


def test_what_is_kept_holds_no_secret(run, write, tmp_path, monkeypatch):
    secret = "ghp" + "_" + "a1B2c3D4e5" * 4
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    write(
        "styles/Own/Code.yml",
        "extends: existence\nmessage: '%s'\ntokens: ['\\w{20}']\nnonword: true",
    )
    write("bad.md", f"The key is {secret}, meh.\n")

    first, second = run("bad.md", "good.md"), run("bad.md", "good.md")

    assert first.stdout == second.stdout
    assert "Own.Code" in first.stdout
    assert secret[:12].encode() not in (tmp_path / "kept" / FILE).read_bytes()


SLOW_EDIT = "\naction: {name: edit, params: [regex, '(?:a|aa)+!', b]}"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (CODE.replace("TOKEN", "(?:a|aa)+!"), f"! {'a' * 60}"),
        (CODE.replace("TOKEN", "a+") + SLOW_EDIT, "a" * 60),
        # Each is no more than slow.
        (CODE.replace("TOKEN", "(?:a|aa)+!"), f"! {'a' * 28}\n\n" * 100),
    ],
)
def test_of_a_rule_that_ran_away_nothing_is_told(run, write, rule, text):
    write("styles/Own/Code.yml", rule)
    write("a.md", "aa!\n")
    write("bad.md", text)

    result = run("a.md", "bad.md", "good.md")

    assert result.stdout == ""
    assert "The pattern of `Own.Code` ran for more than" in result.stderr
    assert result.exit_code == 2


def test_a_text_that_takes_too_long_is_named_and_the_others_are_checked(
    run: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    write("slow.md", f"{'|a' * 2000}\n{'|-' * 2000}\n" + f"{'|a' * 2000}\n" * 100)
    words = [sys.executable, "-m", "advocacy", "check", "--config", ".vale.ini", "-q"]
    environment = {**os.environ, "ADVOCACY_FILE_SECONDS": "1"}

    for _ in range(2):  # and what was stopped is not kept
        done = subprocess.run(
            [*words, "slow.md", "bad.md"],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )

        assert "slow.md: takes more than 2 s of computing. Write it more simply" in done.stderr
        assert "bad.md:5:4" in done.stdout
        assert done.returncode == 2
