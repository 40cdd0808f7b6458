"""The check tells again what it told, and never after anything has changed on which that stands."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from advocacy.answers.answer import Answer
from advocacy.answers.question import Question, ask
from advocacy.cache import FILE, FOLDER_VARIABLE
from advocacy.cli.main import main
from advocacy.editorial import checker_version
from tests.conftest import POST, STAFF, need_dictionary, need_module
from tests.editorial.conftest import HERE
from tests.editorial.test_commands import SETTINGS

DAY = 24 * 60 * 60
SITE = ("check",)
VALE = ("check", "--config", "vale.ini", "content/posts")
RULE = "extends: existence\nmessage: \"'%s'\"\nlevel: warning\ntokens: [clock]\n"
FILES = {
    "advocacy.toml": SETTINGS
    + '[cards]\ndesign = "ours"\nlogo = "logo.png"\nfonts = ["own.woff"]\n'
    + '[editorial]\npacks = ["styles/Own"]\n',
    "vale.ini": "StylesPath = styles\nVocab = Ours\n[*.md]\nBasedOnStyles = Own\n",
    "styles/Own/Word.yml": RULE,
    "styles/config/vocabularies/Ours/accept.txt": "Lindenmark\n",
    "content/pages/values.md": (HERE / "guide.md").read_text(encoding="utf-8"),
    "content/staff/ana.md": STAFF,
    "content/posts/night.md": POST.replace("Somebody", "The chairman"),
    "content/images/lamp.png": "no picture",
    "designs/old.toml": "",
}
FONT = checker_version.PACKAGE / "share/fonts/source-sans-3-regular.woff"
DESIGN = checker_version.PACKAGE / "share/cards/designs/page.toml"
# A key of the form that Amazon gives: what is told of it is not kept.
KEY = "AKIA" + "QX7Z2MNB4KLP6RT3"


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site, a Vale configuration beside it, a program of their own, and nothing kept."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    shutil.copy(FONT, tmp_path / "own.woff")
    shutil.copy(DESIGN, tmp_path / "designs/ours.toml")
    Image.new("RGB", (9, 9)).save(tmp_path / "content/images/logo.png")
    (tmp_path / "program").mkdir()
    (tmp_path / "program/rule.py").write_text("")
    monkeypatch.setattr(checker_version, "PACKAGE", tmp_path / "program")
    checker_version.checker_version.cache_clear()
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path.parent / f"{tmp_path.name}-kept"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def question(words: tuple[str, ...], later: float = 0) -> Question:
    return ask(words, time.time() + later, os.environ)


def run(*words: str, text: str = "") -> Result:
    """Ask, as somebody does who has written nothing for a moment."""
    time.sleep(0.05)
    return CliRunner().invoke(main, words, input=text, obj=question(words))


def recall(words: tuple[str, ...], later: float = 0) -> Answer | None:
    return question(words, later).recall()


@pytest.mark.parametrize("words", [SITE, VALE, (*SITE, "--format", "json"), (*SITE, "content")])
def test_what_was_told_is_told_again(words: tuple[str, ...]) -> None:
    first = run(*words)

    assert first.exit_code < 2, first.output
    assert "chairman" in first.stdout or words == VALE
    assert recall(words) == (first.stdout, first.stderr, first.exit_code)


def append(path: str) -> Callable[[], object]:
    def change() -> None:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write("\n")

    return change


def add(path: str) -> Callable[[], object]:
    return lambda: Path(path).write_text(POST.replace("night-shift", "new"), encoding="utf-8")


BOTH = {
    "a post changed": append("content/posts/night.md"),
    "a post is new": add("content/posts/new.md"),
    "a post is gone": lambda: Path("content/posts/night.md").unlink(),
    "a post has another name": lambda: Path("content/posts/night.md").rename("content/posts/a.md"),
    "a rule of a style changed": append("styles/Own/Word.yml"),
    "a rule of a style is new": lambda: Path("styles/Own/New.yml").write_text(RULE),
    "the program changed": append("program/rule.py"),
}
OF_A_SITE = {
    "the settings changed": append("advocacy.toml"),
    "the guide changed": append("content/pages/values.md"),
    "a colleague changed": append("content/staff/ana.md"),
    "a picture changed": append("content/images/lamp.png"),
    "a picture is gone": lambda: Path("content/images/lamp.png").unlink(),
    "what may not be there is": lambda: Path("content/note.txt").write_text(""),
    "a font for cards changed": append("own.woff"),
    "the design of cards changed": append("designs/ours.toml"),
    "the logo on cards changed": append("content/images/logo.png"),
    "another folder has more in it": lambda: Path("designs/own.toml").write_text(""),
    "what lies in another folder changed": append("designs/old.toml"),
    "the site has one more folder": lambda: Path("fonts").mkdir(),
    "the site is in a repository": lambda: Path(".git").mkdir(),
}
OF_VALE = {
    "the configuration changed": append("vale.ini"),
    "a vocabulary changed": append("styles/config/vocabularies/Ours/accept.txt"),
    "a text of another kind is there": lambda: Path("content/posts/a.rst").write_text(""),
}
STALE = [(SITE, name, change) for name, change in {**BOTH, **OF_A_SITE}.items()]
STALE += [(VALE, name, change) for name, change in {**BOTH, **OF_VALE}.items()]


@pytest.mark.parametrize(
    ("words", "change"),
    [(words, change) for words, _, change in STALE],
    ids=[f"{'--config' if words == VALE else 'site'}: {name}" for words, name, _ in STALE],
)
def test_nothing_is_told_again_after_a_change(
    words: tuple[str, ...], change: Callable[[], object]
) -> None:
    run(*words)
    assert recall(words)

    change()

    assert recall(words) is None


def test_other_settings_nearer_by_count(site: Path) -> None:
    words = ("check", "--site", "content")
    run(*words)
    assert recall(words)

    shutil.copy("advocacy.toml", "content/advocacy.toml")

    assert recall(words) is None


@pytest.mark.parametrize(
    ("words", "later", "holds"),
    [
        (SITE, DAY, False),
        (SITE, -DAY, False),
        ((*SITE, "--today", "2026-11-28"), DAY, True),
        (VALE, DAY, True),
    ],
)
def test_what_a_day_makes_true_holds_for_the_day(
    words: tuple[str, ...], later: float, holds: bool
) -> None:
    run(*words)

    assert bool(recall(words, later)) == holds


@pytest.mark.parametrize(
    "environment",
    [
        {"NO_COLOR": "1"},
        {"DICPATH": "/elsewhere"},
        {"SOURCE_DATE_EPOCH": "1000000000"},
        {"GITHUB_STEP_SUMMARY": "summary.md"},
    ],
    ids=str,
)
def test_another_environment_is_another_question(
    environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*SITE)

    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert recall(SITE) is None


def test_another_place_or_program_is_another_question(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("check", "--site", str(site))
    run(*words)

    with monkeypatch.context() as elsewhere:
        elsewhere.chdir(site / "content")
        assert recall(words) is None
    monkeypatch.syspath_prepend("elsewhere")
    assert recall(words) is None


@pytest.mark.parametrize(
    "words",
    [
        (*SITE, "--no-cache"),
        (*SITE, "--fix"),
        (*SITE, "--diff"),
        (*SITE, "--today", "tomorrow"),
        (*SITE, "content/posts/none.md"),
        (*VALE, "--no-cache"),
        ("check", "--stdin", "--path", "content/posts/night.md"),
        ("check", "--config", "vale.ini"),
    ],
    ids=" ".join,
)
def test_what_may_be_another_the_next_time_is_not_kept(words: tuple[str, ...]) -> None:
    run(*words, text=POST)

    assert recall(words) is None


def test_what_git_says_is_asked_anew() -> None:
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *author, *command], check=True)
    assert run(*SITE, "--changed").exit_code == 0

    assert recall((*SITE, "--changed")) is None


def test_what_changed_while_it_was_read_is_not_kept() -> None:
    asked = question(SITE)
    time.sleep(0.05)
    append("content/posts/night.md")()

    CliRunner().invoke(main, SITE, obj=asked)

    assert recall(SITE) is None


def test_the_baseline_counts(site: Path) -> None:
    with Path("advocacy.toml").open("a") as settings:
        settings.write('baseline = "baseline.json"\n')
    run(*SITE, "--update-baseline")
    assert recall((*SITE, "--update-baseline")) is None
    run(*SITE)
    assert recall(SITE)

    append("baseline.json")()

    assert recall(SITE) is None


@pytest.mark.parametrize("words", [SITE, VALE])
def test_a_part_of_a_secret_is_not_kept(words: tuple[str, ...]) -> None:
    Path("styles/Own/Key.yml").write_text(RULE.replace("clock", "QX7Z") + "nonword: true\n")
    Path("content/posts/night.md").write_text(f"{POST}\n{KEY}\n")

    run(*words)

    assert recall(words) is None


def test_that_there_is_a_secret_is_kept_without_it(site: Path) -> None:
    Path("content/posts/night.md").write_text(f"{POST}\n{KEY}\n")
    first = run(*SITE)
    assert "Privacy.Secret" in first.stdout

    answer = recall(SITE)

    assert answer
    assert answer.out == first.stdout
    assert KEY[:8] not in str(answer)
    assert not (site / FILE).exists()


def test_the_command_answers_in_the_same_words(site: Path) -> None:
    command = [sys.executable, "-m", "advocacy", *SITE]
    time.sleep(0.05)
    first, again = (subprocess.run(command, capture_output=True, check=False) for _ in range(2))

    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", *command[1:]], capture_output=True, check=False
    )

    assert first.stdout
    assert (again.stdout, again.stderr, again.returncode) == (
        first.stdout,
        first.stderr,
        first.returncode,
    )
    assert b"click" not in loaded.stderr


READS = """
import os, sys
def note(event, arguments):
    if event in {"open", "os.scandir", "os.listdir"} and isinstance(arguments[0], str):
        print("READ", os.path.realpath(arguments[0]), file=sys.stderr)
sys.addaudithook(note)
from advocacy.cli.main import main
main()
"""


@pytest.mark.parametrize("words", [SITE, VALE])
def test_whatever_is_read_is_looked_at(site: Path, words: tuple[str, ...]) -> None:
    """Each file and folder of the site that a check opens makes a difference to its answer."""
    done = subprocess.run(
        [sys.executable, "-c", READS, *words, "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    read = {Path(each.removeprefix("READ ")) for each in lines if each.startswith("READ ")}
    inside = sorted(each for each in read if each.is_relative_to(site) and each.is_file())
    assert site / "content/posts/night.md" in inside
    run(*words)
    assert recall(words)

    for file in inside:
        before = file.read_bytes()
        file.write_bytes(before + b"\n")
        assert recall(words) is None, file
        file.write_bytes(before)


@pytest.mark.parametrize("nearer", ["words.txt", "styles/words.txt"])
def test_a_word_list_that_comes_to_lie_nearer_counts(nearer: str) -> None:
    need_module("hunspell")
    need_dictionary("en_US")
    spelling = "extends: spelling\nmessage: \"'%s'?\"\nlevel: error\nignore: [words.txt]\n"
    Path("styles/Own/Spelling.yml").write_text(spelling)
    Path("styles/config/ignore").mkdir()
    Path("styles/config/ignore/words.txt").write_text("frobnicate\n")
    Path("content/posts/night.md").write_text("We frobnicate.\n")
    words = (*VALE, "--format", "line")
    assert "frobnicate" not in run(*words).stdout
    assert recall(words)

    Path(nearer).write_text("something else\n")

    assert recall(words) is None
    assert "frobnicate" in run(*words).stdout


@pytest.mark.parametrize(
    "broken",
    ["[]", "{}", "5", '[[],["a","b"],"",[]]', '[[[5]],[0,1e12],"",[]]', '[[5],[0,1e12],"",[]]'],
)
def test_what_is_no_answer_is_not_told(broken: str) -> None:
    asked = question(SITE)

    asked.kept.write({asked.key: json.loads(broken)})

    assert recall(SITE) is None


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_closed_output_changes_no_status(closed: str) -> None:
    descriptor = {"stdout": 1, "stderr": 2}[closed]
    shell = f'exec "$0" -m advocacy check --quiet {descriptor}>&-'
    time.sleep(0.05)

    done = [
        subprocess.run(["sh", "-c", shell, sys.executable], capture_output=True, check=False)
        for _ in range(2)
    ]

    assert [each.returncode for each in done] == [1, 1]
    assert b"Traceback" not in done[0].stderr + done[1].stderr
    assert b"chairman" in done[0].stdout or closed == "stdout"


def test_a_folder_that_is_gone_is_told_of(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    shell = 'rmdir "$PWD" && exec "$0" -m advocacy check'

    done = subprocess.run(
        ["sh", "-c", shell, sys.executable], cwd=gone, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stderr == (
        "This folder cannot be used: No such file or directory. "
        "Go to another one, such as `cd ~`.\n"
    )
