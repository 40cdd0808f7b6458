"""`advocacy check` and `advocacy guide check`, as they are typed."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from advocacy.cli.check import check
from advocacy.cli.guide import guide
from advocacy.cli.main import main
from advocacy.errors import AdvocacyError, CommandError
from tests.conftest import POST, STAFF, need
from tests.editorial.conftest import HERE

SETTINGS = """\
name = "Lindenmark"
url = "https://stories.lindenmark.example"
description = "Stories."
[disclosure]
en = "I work at Lindenmark."
[topics]
reading = "Reading"
events = "Events"
"""
GUIDE = (HERE / "guide.md").read_text(encoding="utf-8")
Write = Callable[..., Path]
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a site with one good and one bad post."""
    write("advocacy.toml", SETTINGS)
    write("content/pages/values.md", GUIDE)
    write("content/staff/ana.md", STAFF)
    write("content/posts/good.md", POST.replace("night-shift", "good").replace("night", "long"))
    write("content/posts/bad.md", POST.replace("Somebody", "The chairman"))
    monkeypatch.chdir(tmp_path)

    def invoke(command: click.Command, *words: str, text: str = "") -> Result:
        return CliRunner().invoke(command, words, input=text)

    return invoke


def test_check_prints_what_it_found_and_ends_1(run: Run) -> None:
    result = run(check)

    assert result.output.split("\n") == [
        "content/posts/bad.md:12:5: Values.Respect Write `chair`, not `chairman`."
        " (/values/#Values.Respect) [error, blocks]",
        "  12 | The chairman has to wind the clock.",
        "     |     ^^^^^^^^ chair",
        "     = Respect people. A job has no gender.",
        "",
        "1 finding; it blocks",
        "",
    ]
    assert result.exit_code == 1


def test_quiet_prints_one_line_a_finding(run: Run) -> None:
    assert run(check, "--quiet").output.split("\n") == [
        "content/posts/bad.md:12:5: Values.Respect Write `chair`, not `chairman`."
        " (/values/#Values.Respect) [error, blocks]",
        "1 finding; it blocks",
        "",
    ]


def test_json_has_what_vale_prints_and_more(run: Run) -> None:
    result = run(check, "--format", "json")

    assert json.loads(result.output) == {
        "content/posts/bad.md": [
            {
                "Action": {"Name": "", "Params": None},
                "Span": [5, 12],
                "Check": "Values.Respect",
                "Description": "",
                "Link": "/values/#Values.Respect",
                "Message": "Write `chair`, not `chairman`.",
                "Severity": "error",
                "Match": "chairman",
                "Line": 12,
                "Column": 5,
                "EndLine": 12,
                "EndColumn": 13,
                "Blocks": True,
                "Principle": "respect",
                "Replacements": ["chair"],
            }
        ]
    }
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("paths", "status", "findings"),
    [
        (["content/posts/good.md"], 0, 0),
        (["content/posts/bad.md"], 1, 1),
        (["content/posts"], 1, 1),
        (["content/posts/good.md", "./content/posts/../posts/bad.md"], 1, 1),
        (["content/staff", "content/pages"], 0, 0),
        (["."], 1, 1),
        (["content/topics"], 0, 0),
    ],
)
def test_paths_say_what_is_checked(
    paths: list[str], status: int, findings: int, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "content/topics").mkdir()

    result = run(check, *paths)

    assert result.exit_code == status
    assert result.output.count(": Values.Respect ") == findings


def test_paths_are_found_from_here_and_from_the_site(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "content")

    assert run(check, "--site", "..", "posts/bad.md").exit_code == 1
    assert run(check, "--site", "..", "content/posts/bad.md").exit_code == 1
    assert run(check, "--site", "..", str(tmp_path / "content/posts/bad.md")).exit_code == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["content/posts/nowhere.md"], "content/posts/nowhere.md: There is no such file or folder"),
        (["content/posts/bed.md"], "Did you mean `content/posts/bad.md`?"),
        (
            ["bad.md"],
            "bad.md: There is no such file or folder. Did you mean `content/posts/bad.md`?",
        ),
        (
            ["content/post"],
            "content/post: There is no such file or folder. Did you mean `content/posts`?",
        ),
        (["content/*.md"], "Patterns are not read here. Name a folder, such as content/posts."),
        (["-"], "A text from standard input is checked by `--stdin --path content/posts/x.md`."),
        (["--site", "nowhere"], "nowhere: There is no such folder. Name one with advocacy.toml."),
        (["advocacy.toml"], "advocacy.toml: This is no file that is checked"),
        (["content/images"], "content/images: Nothing in this folder is checked. Name a post"),
        (["--site", "/"], "There is no advocacy.toml"),
    ],
)
def test_a_mistake_in_the_command_ends_2(
    words: list[str], message: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "content/images").mkdir()

    result = run(check, *words)

    assert isinstance(result.exception, AdvocacyError)
    assert result.exception.exit_status == 2
    assert message in str(result.exception)


def test_a_text_from_standard_input_is_checked_in_its_place(run: Run, write: Write) -> None:
    text = POST.replace("Somebody", "See [this](bad.md), [that](gone.md). A chairman")
    words = ("-q", "--stdin", "--path", "content/posts/fresh.md")

    result = run(check, *words, text=text.replace("night-shift", "fresh").replace("night", "new"))

    assert result.output.startswith("content/posts/fresh.md:12:")
    assert "content/posts/fresh.md:12:35: Link.Target" not in result.output
    assert "`gone.md`" in result.output
    assert "Values.Respect Write `chair`, not `chairman`." in result.output
    assert result.exit_code == 1


def test_what_is_in_the_file_does_not_count_beside_standard_input(run: Run) -> None:
    good = POST.replace("night-shift", "bad").replace("night", "long")
    words = ("--stdin", "--path", "content/posts/bad.md")

    assert run(check, *words, text=good.replace("long", "longer")).output == "No findings\n"
    assert run(check, *words, text="").exit_code == 1
    assert run(check, *words, text="---\ntitle: [\n---\n").exit_code == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--stdin"],
        ["--path", "content/posts/x.md"],
        ["--stdin", "--path", "content/posts/x.md", "content/posts/bad.md"],
        ["--stdin", "--path", "../x.md"],
        ["--stdin", "--path", "advocacy.toml"],
    ],
)
def test_standard_input_needs_the_name_of_a_file(words: list[str], run: Run) -> None:
    result = run(check, *words)

    assert isinstance(result.exception, AdvocacyError)
    assert result.exception.exit_status == 2


def test_fix_mends_a_file_and_tells_it(run: Run, tmp_path: Path) -> None:
    post = tmp_path / "content/posts/bad.md"
    post.chmod(0o640)
    before = post.read_text(encoding="utf-8")

    result = run(check, "--fix")

    assert result.output.split("\n") == [
        "content/posts/bad.md:12:5: Values.Respect `chairman` → `chair` [mended]",
        "Mended 1 place in 1 file",
        "No findings",
        "",
    ]
    assert result.exit_code == 0
    assert post.read_text(encoding="utf-8") == before.replace("chairman", "chair")
    assert post.stat().st_mode & 0o777 == 0o640
    assert {each.name for each in post.parent.iterdir()} == {"good.md", "bad.md"}
    assert run(check, "--fix").output == "Nothing here can be mended without you\nNo findings\n"


def test_fix_leaves_the_report_to_the_program_that_reads_it(run: Run) -> None:
    result = run(check, "--fix", "--format", "json")

    assert json.loads(result.stdout) == {}
    assert "[mended]" in result.stderr


def test_diff_shows_what_git_can_apply_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    post = tmp_path / "content/posts/bad.md"
    post.write_bytes(post.read_bytes().rstrip(b"\n"))
    before = post.read_bytes()

    result = run(check, "--diff")

    assert post.read_bytes() == before
    assert result.exit_code == 1
    assert result.stderr == "Would mend 1 place in 1 file\n"
    git = [need("git"), "apply", "-"]
    subprocess.run(git, input=result.stdout.encode(), cwd=tmp_path, check=True)
    assert post.read_bytes() == before.replace(b"chairman", b"chair")


@pytest.mark.parametrize("secret", ["AKIA" + "QRSTUVWXYZ234567", "4539 1488 0343 6467"])
def test_a_diff_tells_no_secret(secret: str, run: Run, write: Write) -> None:
    text = POST.replace("Somebody", f"My key is {secret}.\nThe chairman")
    write("content/posts/bad.md", text)

    result = run(check, "--diff")

    assert "+The chair has to" in result.stdout
    assert "•" in result.stdout
    assert secret not in result.output
    assert result.stderr.startswith("content/posts/bad.md: A secret is covered here:")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--diff", "--format", "json"], "--diff and --format: A diff has one form."),
        (["--diff", "-q"], "--diff and --quiet: A diff has one form."),
        (["--diff", "--update-baseline"], "--diff and --update-baseline: A diff changes nothing."),
        (["--fix", "--update-baseline"], "--fix and --update-baseline: Mend first"),
    ],
)
def test_what_does_not_go_together_is_told(words: list[str], told: str, run: Run) -> None:
    result = run(check, *words)

    assert isinstance(result.exception, CommandError)
    assert told in str(result.exception)


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--baseline"],
        ["check", "--update-baseline", "--baseline"],
        ["guide", "export-vale"],
        ["check", "--site"],
    ],
)
def test_a_name_that_no_file_can_have_is_told(words: list[str], run: Run) -> None:
    result = run(main, *words, "a" * 5000)

    assert result.exit_code == 2
    assert result.stderr.startswith("aaaa")


def test_diff_wins_over_fix(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "content/posts/bad.md").read_bytes()

    result = run(check, "--diff", "--fix")

    assert result.stdout == run(check, "--diff").stdout
    assert (tmp_path / "content/posts/bad.md").read_bytes() == before


def test_fix_heeds_the_least_level(run: Run, write: Write) -> None:
    write("content/pages/values.md", GUIDE.replace("level: error", "level: suggestion"))

    assert "Nothing here" in run(check, "--fix", "--min-level", "warning").output


def test_a_text_from_standard_input_can_be_shown_as_a_diff_only(run: Run) -> None:
    words = ("--stdin", "--path", "content/posts/bad.md")
    text = POST.replace("Somebody", "The chairman")

    assert "+The chair has to" in run(check, *words, "--diff", text=text).output
    assert isinstance(run(check, *words, "--fix", text=text).exception, AdvocacyError)


def test_github_gets_a_job_summary(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    result = run(check, "--format", "github")

    assert result.output.startswith("::error file=content/posts/bad.md,line=12,")
    assert summary.read_text(encoding="utf-8").startswith("### 1 finding; it blocks\n")
    assert "https://stories.lindenmark.example/values/#Values.Respect" in summary.read_text("utf-8")


def test_programs_get_paths_from_the_repository(run: Run, tmp_path: Path) -> None:
    blog = tmp_path / "blog"
    blog.mkdir()
    for name in ("advocacy.toml", "content"):
        (tmp_path / name).rename(blog / name)
    (tmp_path / ".git").mkdir()

    result = run(check, "--site", "blog", "--format", "gitlab")

    assert json.loads(result.output)[0]["location"]["path"] == "blog/content/posts/bad.md"
    assert run(check, "--site", "blog", "-q").output.startswith("content/posts/bad.md:12:5:")


def test_a_folder_outside_the_site_has_nothing_to_check(run: Run, tmp_path: Path) -> None:
    result = run(check, str(tmp_path.parent))

    assert isinstance(result.exception, AdvocacyError)
    assert "is not in the site's folder" in str(result.exception)


def test_a_mistake_in_the_guide_ends_2(run: Run, write: Write) -> None:
    write("content/pages/values.md", GUIDE.replace("swap:", "swop:"))

    result = run(check)

    assert isinstance(result.exception, AdvocacyError)
    assert result.exception.exit_status == 2
    assert "content/pages/values.md:17:1: `swop` is not a key" in str(result.exception)


def test_guide_check_runs_the_examples(run: Run) -> None:
    result = run(guide, "check")

    counts, version, _ = result.output.split("\n")
    assert counts == (
        "content/pages/values.md: 5 principles, 6 rules, 1 attestation, 2 built-in checks,"
        " 15 examples; every example holds"
    )
    assert re.fullmatch(r"version [0-9a-f]{12}", version)
    assert result.exit_code == 0


def test_guide_check_ends_2_where_an_example_does_not_hold(run: Run, write: Write) -> None:
    write("content/pages/values.md", GUIDE.replace('["The chairman spoke."]', '["The chair."]'))

    result = run(guide, "check")

    assert isinstance(result.exception, AdvocacyError)
    assert result.exception.exit_status == 2
    assert "`Values.Respect` does not find its bad example `The chair.`" in str(result.exception)


@pytest.mark.parametrize("command", [check, guide, guide.commands["check"]])
def test_each_help_has_an_example(command: click.Command) -> None:
    assert "Example: advocacy" in CliRunner().invoke(command, ["--help"]).output
