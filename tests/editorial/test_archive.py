"""`advocacy check` over what changed, and over what a baseline records, in real repositories."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.check import check
from advocacy.errors import AdvocacyError
from tests.conftest import POST, STAFF
from tests.editorial.test_baseline import ATTEST, NEW_RULE
from tests.editorial.test_commands import GUIDE, SETTINGS
from tests.editorial.test_readings import RUNAWAY

Write = Callable[..., Path]
Run = Callable[..., Result]
Git = Callable[..., None]
BASELINE = '[editorial]\nbaseline = "baseline.json"\n'
POSTS = 100


def post(name: str, body: str = "Somebody reads.", **fields: str) -> str:
    text = POST.replace("night-shift", f"post-{name}").replace("The night", f"The {name}")
    text = text.replace("\ntitle:", f"\nslug: post-{name}\ntitle:")
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return text.replace("question:", f"{lines}question:").replace(
        "Somebody has to wind the clock.", body
    )


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    person = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]

    def run(*words: str) -> None:
        subprocess.run(["git", *person, "-C", str(tmp_path), *words], check=True)

    return run


@pytest.fixture
def run(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `advocacy check` in a site whose posts `old` and `older` have mistakes."""
    write("advocacy.toml", SETTINGS)
    write("content/pages/values.md", GUIDE)
    write("content/staff/ana.md", STAFF)
    write("content/posts/old.md", post("old", "The chairman.\n\n[Older](older.md)\n\nOne."))
    write("content/posts/older.md", post("older", "The policeman."))
    monkeypatch.chdir(tmp_path)

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(check, words)

    return invoke


@pytest.fixture
def committed(run: Run, git: Git) -> None:
    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Begin")


def test_only_what_changed_is_checked_and_blocks(run: Run, committed: None, write: Write) -> None:
    write("content/posts/old.md", post("old", "The chairman.\n\n[Older](older.md)\n\nA fireman."))

    result = run("--changed", "--quiet")

    assert result.exit_code == 1
    assert result.output.split("\n") == [
        "content/posts/old.md:13:5: Values.Respect Write `chair`, not `chairman`."
        " (/values/#Values.Respect) [error]",
        "content/posts/old.md:17:3: Values.Respect Write `fire officer`, not `fireman`."
        " (/values/#Values.Respect) [error, blocks]",
        "2 findings, 1 of them blocks",
        "1 finding would stop a build, in lines that have not changed since HEAD.",
        "",
    ]


def test_a_file_that_is_gone_brings_up_its_links_and_no_old_advice(
    run: Run, committed: None, tmp_path: Path
) -> None:
    posts = tmp_path / "content/posts"
    (posts / "older.md").rename(posts / "renamed.md")

    result = run("--changed", "--quiet")

    shown = [line.split(" ")[:2] for line in result.output.splitlines() if ".md:" in line]
    assert [(line.split(":")[0], check) for line, check in shown] == [
        ("content/posts/old.md", "Link.Target"),
        ("content/posts/renamed.md", "Values.Respect"),
    ]
    assert result.exit_code == 1


def test_a_pull_request_is_held_to_its_own_lines(
    run: Run, committed: None, git: Git, write: Write
) -> None:
    git("switch", "--quiet", "--create", "mine")
    write("content/posts/new.md", post("new", "A chairman."))
    git("add", "--all")
    git("commit", "--quiet", "--message", "Add a post")

    since, changed = run("--since", "main"), run("--changed")

    assert (since.exit_code, changed.exit_code) == (1, 0)
    assert since.output.count(": Values.Respect ") == 1
    assert "content/posts/new.md:13:3" in since.output
    assert changed.output == "No findings\n"
    assert run("--since", "main", "content/posts/old.md").exit_code == 0


def test_a_finding_of_a_whole_file_blocks_where_the_file_changed(
    run: Run, committed: None, write: Write
) -> None:
    write("content/pages/values.md", GUIDE + ATTEST)
    write("content/posts/old.md", post("old", "The chairman.\n\n[Older](older.md)\n\nTwo."))

    result = run("--changed")

    held = [line for line in result.output.split("\n") if line.endswith("blocks]")]
    assert [line.partition(" ")[0] for line in held] == ["content/posts/old.md:1:1:"]
    assert "Attest.Missing" in held[0]
    assert "content/posts/older.md:1:1: Attest.Missing" in result.output


def test_a_changed_guide_shows_what_it_finds_and_blocks_nothing_old(
    run: Run, committed: None, write: Write
) -> None:
    write("content/pages/values.md", GUIDE + NEW_RULE.replace("[spoke]\n", "[policeman]\n"))

    result = run("--changed")

    assert result.exit_code == 0
    assert result.output.count(": Values.Calm ") == 1
    assert "3 findings would stop a build, in lines that have not changed" in result.output


def test_a_link_to_what_is_gone_blocks_wherever_it_is(
    run: Run, committed: None, tmp_path: Path
) -> None:
    (tmp_path / "content/posts/older.md").unlink()

    result = run("--changed")

    assert result.exit_code == 1
    assert "content/posts/old.md:15:9: Link.Target" in result.output
    assert result.output.count("blocks]") == 1


def test_what_cannot_be_read_blocks_wherever_it_is(run: Run, committed: None, write: Write) -> None:
    write("content/posts/zz.md", post("old"))

    result = run("--changed")

    assert result.exit_code == 1
    assert "blocks]" in result.output


def test_a_file_that_was_only_moved_has_not_changed(
    run: Run, committed: None, git: Git, write: Write
) -> None:
    write("content/pages/values.md", GUIDE + ATTEST)
    git("mv", "content/posts/older.md", "content/posts/moved.md")

    result = run("--changed")

    assert "content/posts/moved.md:1:1: Attest.Missing" in result.output
    assert [line for line in result.output.split("\n") if "blocks]" in line] == [
        line for line in result.output.split("\n") if "Link.Target" in line
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--since", "nowhere"], "git knows no commit `nowhere`"),
        (["--since", ""], "git knows no commit ``"),
        (["--since", "--output=x"], "git knows no commit `--output=x`"),
        (["--since", "main", "--changed"], "--since and --changed: Give one of them."),
        (["--baseline", "b.json", "--no-baseline"], "Give one of them."),
        (
            ["--baseline", "b.json"],
            "Make it: `advocacy check --update-baseline --baseline b.json`.",
        ),
        (["--update-baseline"], 'No baseline is named. Add `baseline = "baseline.json"`'),
        (["--update-baseline", "--changed"], "A baseline is of the whole site."),
        (["--update-baseline", "content/posts"], "A baseline is of the whole site."),
        (["--force"], "It goes with --update-baseline alone."),
        (
            ["--update-baseline", "--baseline", "advocacy.toml/b.json"],
            "advocacy.toml/b.json: cannot be written: ",
        ),
        (["--baseline", "content"], "content: is no ordinary file."),
    ],
)
def test_what_cannot_be_done_is_told(
    words: list[str], told: str, run: Run, committed: None
) -> None:
    result = run(*words)

    assert isinstance(result.exception, AdvocacyError)
    assert result.exception.exit_status == 2
    assert told in str(result.exception)


def test_a_site_in_no_repository_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    result = run("--changed")

    assert isinstance(result.exception, AdvocacyError)
    assert result.exception.exit_status == 2
    assert "is in no repository of git" in str(result.exception)


def test_a_baseline_is_made_shrunk_and_forced(run: Run, write: Write, tmp_path: Path) -> None:
    file = write("advocacy.toml", SETTINGS + BASELINE).with_name("baseline.json")
    assert isinstance(run().exception, AdvocacyError)

    made = run("--update-baseline")
    first = file.read_text(encoding="utf-8")
    write("content/posts/new.md", post("new", "A chairman."))
    held = run("--update-baseline")
    kept = file.read_text(encoding="utf-8")
    forced = run("--update-baseline", "--force")

    assert (made.exit_code, held.exit_code, forced.exit_code) == (0, 1, 0)
    assert "baseline.json: records 2 findings in 4 files" in made.stderr
    assert "baseline.json: records 2 findings in 4 files; before, 2 findings" in held.stderr
    assert "baseline.json: records 3 findings in 5 files" in forced.stderr
    assert kept == first
    assert run().stdout == ("No findings\n3 findings stand in baseline.json and are not shown.\n")
    assert run("--no-baseline").exit_code == 1
    assert run("--no-baseline").stdout.count(": Values.Respect ") == 3


@pytest.mark.parametrize("words", [[], ["--force"]])
def test_a_rule_that_ran_away_leaves_the_baseline_alone(
    words: list[str], run: Run, write: Write, tmp_path: Path
) -> None:
    write("advocacy.toml", SETTINGS + BASELINE)
    run("--update-baseline")
    before = (tmp_path / "baseline.json").read_text()
    write("content/pages/values.md", GUIDE + RUNAWAY)
    write("content/posts/slow.md", post("slow", f"{'a' * 60}b"))

    result = run("--update-baseline", *words)

    assert isinstance(result.exception, AdvocacyError)
    assert "Nothing was recorded. The pattern of `Values.Slow`" in str(result.exception)
    assert (tmp_path / "baseline.json").read_text() == before


STYLE = "extends: existence\nmessage: x\nlevel: error\ntokens: [%s]\n"


@pytest.mark.parametrize("is_new", [True, False], ids=["a new rule", "a changed rule"])
def test_a_newer_rule_of_a_pack_spares_files_that_have_not_changed(
    run: Run, write: Write, *, is_new: bool
) -> None:
    style = BASELINE + 'packs = ["styles/Own"]\npacks_level = "error"\n'
    write("advocacy.toml", SETTINGS + style)
    write("styles/Own/Other.yml", STYLE % "nothing")
    if not is_new:
        write("styles/Own/Word.yml", STYLE % "neither")
    run("--update-baseline")
    write("styles/Own/Word.yml", STYLE % "chairman")

    same = run("--no-cache")
    write("content/posts/old.md", post("old", "The chairman.\n\n[Older](older.md)\n\nTwo."))
    changed = run("--no-cache")

    assert "Own.Word" in same.stdout
    assert (same.exit_code, changed.exit_code) == (0, 1), same.output


def test_a_baseline_that_was_spoilt_is_made_anew(run: Run, write: Write) -> None:
    write("advocacy.toml", SETTINGS + BASELINE)
    write("baseline.json", "<<<<<<< main\n")

    spoilt, forced = run(), run("--update-baseline", "--force")

    assert isinstance(spoilt.exception, AdvocacyError)
    assert spoilt.exception.exit_status == 2
    assert forced.exit_code == 0
    assert run().exit_code == 0


def test_a_baseline_may_be_named_for_one_check(run: Run, tmp_path: Path) -> None:
    assert run("--update-baseline", "--baseline", "mine.json").exit_code == 0
    assert (tmp_path / "mine.json").is_file()
    assert run("--baseline", "mine.json").exit_code == 0
    assert run().exit_code == 1


def test_notes_stay_out_of_what_machines_read(run: Run, write: Write) -> None:
    write("advocacy.toml", SETTINGS + BASELINE)
    run("--update-baseline")

    result = run("--format", "json")

    assert result.stdout == "{}\n"
    assert result.stderr == "2 findings stand in baseline.json and are not shown.\n"


def test_a_new_wording_and_a_new_rule_leave_a_hundred_posts_alone(run: Run, write: Write) -> None:
    guide, version = GUIDE + ATTEST, "v1009fc0"
    write("advocacy.toml", SETTINGS + BASELINE)
    write("content/pages/values.md", guide)
    for number in range(POSTS):
        body = "The chairman spoke." if number % 4 == 0 else "She spoke."
        text = post(str(number), body, attest=f"{{Values.Answer: {version}}}")
        write(f"content/posts/{number}.md", text)
    run("--update-baseline")
    write("content/pages/values.md", guide.replace("I answer.", "I do.") + NEW_RULE)

    result = run()
    write("content/posts/7.md", post("7", "She spoke up.", attest=f"{{Values.Answer: {version}}}"))
    changed = run()

    assert result.exit_code == 0
    assert result.stdout.endswith(
        "29 findings stand in baseline.json and are not shown.\n"
        "200 findings are new since baseline.json, in files that have not changed:"
        " 100 Attest.Stale, 100 Values.Calm. None of them blocks.\n"
    )
    assert changed.exit_code == 1
    held = [line.partition(" [")[0] for line in changed.stdout.split("\n") if "blocks]" in line]
    assert [line.split(" ")[:2] for line in held] == [
        ["content/posts/7.md:10:25:", "Attest.Stale"],
        ["content/posts/7.md:14:5:", "Values.Calm"],
    ]
