"""`advocacy review`, run on real repositories."""

import json
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from advocacy.cli.main import main
from advocacy.review.encoding import SCHEMA_FILE, make_json
from advocacy.review.feed_changes import EntryChange, FeedChange
from advocacy.review.markdown import MARKER
from advocacy.review.report import Report
from advocacy.review.site_changes import (
    BuildFailure,
    HeavyFile,
    PageChange,
    PostLook,
    Redirect,
    Screenshot,
    SiteChanges,
)
from tests.conftest import PROJECT
from tests.review.conftest import TODAY, PullRequest

BAD = "She lives in an old folks home."


def test_a_branch_on_which_nothing_changed_blocks_nothing(pull_request: PullRequest) -> None:
    done = pull_request.review()

    held = f"Held against `main`, as on {TODAY}."
    assert done.output == f"{MARKER}\n\n## Nothing blocks\n\n{held}\n"
    assert done.exit_code == 0


def test_what_blocks_is_told_with_its_reason(pull_request: PullRequest) -> None:
    pull_request.site.post("clock", body=BAD)
    pull_request.commit()

    done = pull_request.review()

    assert done.exit_code == 1
    assert "## 1 finding blocks\n" in done.output
    assert (
        "- `content/posts/clock.md:9` Write 'care home', not 'old folks home'. "
        "Why: [Respect people](<https://stories.lindenmark.example/values/#Values.Respect>). "
        "We call people what they call themselves.\n"
    ) in done.output


def test_what_is_not_committed_yet_counts(pull_request: PullRequest) -> None:
    pull_request.site.post("clock", body=BAD)

    assert pull_request.review().exit_code == 1


def test_what_stood_there_before_blocks_nobody(pull_request: PullRequest) -> None:
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.post("clock", body=BAD)
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-b", "other")
    pull_request.site.post("clock", body=f"{BAD}\n\nIt rained.")
    pull_request.commit()

    done = pull_request.review()

    assert done.exit_code == 0
    assert "## Nothing new blocks, 1 piece of advice\n" in done.output
    assert "\n1 finding would stop a build, in lines that have not changed since main.\n" in (
        done.output
    )


def begin(request: PullRequest) -> None:
    """Change nothing."""


def write_badly(request: PullRequest) -> None:
    request.site.post("clock", body=BAD)


def forget_an_author(request: PullRequest) -> None:
    (request.site.root / "content/staff/ana.md").unlink()


def break_a_link(request: PullRequest) -> None:
    request.site.post("clock", body="[Gone](gone.md)")


def change_the_guide(request: PullRequest) -> None:
    guide = request.site.root / "content/pages/values.md"
    text = guide.read_text(encoding="utf-8")
    guide.write_text(text.replace("swap:\n", "swap:\n  clock: watch\n"), encoding="utf-8")


def block_on_less(request: PullRequest) -> None:
    request.site.post("clock", body="We did it [here](https://x.example).")
    request.site.add("advocacy.toml", '\n[editorial]\nblocks = "suggestion"\n')


def record_a_baseline(request: PullRequest) -> None:
    request.site.post("clock", body=BAD)
    request.site.add("advocacy.toml", '\n[editorial]\nbaseline = "baseline.json"\n')
    words = ("check", "--site", str(request.site.root), "--update-baseline", "--today", TODAY)
    assert CliRunner().invoke(main, words).exit_code == 0


@pytest.mark.parametrize(
    "change",
    [
        *(begin, write_badly, forget_an_author, break_a_link, change_the_guide),
        *(block_on_less, record_a_baseline),
    ],
)
def test_what_a_check_says_is_what_a_review_says(
    pull_request: PullRequest, change: Callable[[PullRequest], None]
) -> None:
    change(pull_request)
    own = ("check", "--site", str(pull_request.site.root), "--since", "main", "--today", TODAY)

    checked = CliRunner().invoke(main, [*own, "--format", "json"])
    reviewed = pull_request.review("--format", "json")

    found = [each for entries in json.loads(checked.stdout).values() for each in entries]
    told = json.loads(reviewed.stdout)["findings"]
    assert reviewed.exit_code == checked.exit_code
    assert {(each["Check"], each["Line"], each["Blocks"]) for each in found} == {
        (each["check"], each["line"], each["blocks"]) for each in told
    }
    assert len(found) == len(told)


PREVIEW = ("--preview", "https://pr-7.lindenmark.example")
SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def test_a_rich_branch_is_summed_up_for_a_comment(
    rich: PullRequest, golden: Callable[[str, str], None]
) -> None:
    golden("review/rich.md", rich.review(*PREVIEW).output)


def test_the_guide_for_editors_shows_what_is_said() -> None:
    page = (PROJECT / "docs/editors.md").read_text(encoding="utf-8")
    part = page.partition("\n## One summary of a pull request\n")[2]
    shown = part.split("````markdown\n")[1].split("\n````")[0].split("\n")
    said = iter((PROJECT / "tests/golden/review/rich.md").read_text(encoding="utf-8").split("\n"))

    missing = [line for line in shown if line != "…" and line not in said]

    assert missing == []


def test_a_rich_branch_is_summed_up_as_a_page(
    rich: PullRequest, golden: Callable[[str, str], None]
) -> None:
    page = rich.review(*PREVIEW, "--format", "html").output

    assert "<title>Review, Lindenmark Libraries</title>" in page
    golden("review/rich.html", page[page.index("<body>") :])


def test_a_rich_branch_is_summed_up_for_programs(
    rich: PullRequest, golden: Callable[[str, str], None]
) -> None:
    written = rich.review(*PREVIEW, "--format", "json").output

    VALIDATOR.validate(json.loads(written))
    golden("review/rich.json", written.replace(json.loads(written)["commit"], "COMMIT"))


def test_what_is_flagged_is_told_once(pull_request: PullRequest) -> None:
    change_the_guide(pull_request)
    pull_request.site.write("tools/run.sh", "x")
    pull_request.site.write("content/images/note.txt", "x")
    pull_request.site.write("README.md", "x")

    told = json.loads(pull_request.review("--format", "json").output)

    assert told["others"] == ["README.md"]
    assert [each["path"] for each in told["flags"]] == [
        *("content/images/note.txt", "content/pages/values.md", "tools/run.sh")
    ]


def test_a_name_that_is_no_utf_8_is_told_in_each_form(
    pull_request: PullRequest, tmp_path: Path
) -> None:
    name = os.fsdecode(b"content/posts/\xff.md")
    for path in (name, os.fsdecode(b"tools/\xfe.sh")):
        pull_request.site.write(path, "x")
    outputs = {form: tmp_path / form for form in ("markdown", "html", "json")}

    for form, file in outputs.items():
        assert pull_request.review("--format", form, "--output", str(file)).exit_code == 1

    assert json.loads(outputs["json"].read_bytes())["posts"][0]["path"] == name
    assert b"content/posts/\\udcff.md" in outputs["markdown"].read_bytes()
    assert b"tools/\\udcfe.sh" in outputs["html"].read_bytes()


def test_suggestions_are_written_for_a_program_that_comments(
    rich: PullRequest, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    file = tmp_path / "comments.json"

    rich.review("--comments", str(file))

    golden("review/comments.json", file.read_text(encoding="utf-8"))


def test_authors_whose_commits_nobody_knows_are_not_asked(pull_request: PullRequest) -> None:
    pull_request.site.add("content/posts/night-shift.md", "It rained.\n")
    pull_request.commit()

    told = json.loads(pull_request.review("--format", "json").output)

    assert (told["authors"], told["approvals"]) == (["Ana"], [])


def test_who_approved_as_a_forge_says_is_told(rich: PullRequest) -> None:
    done = rich.review("--approved", "kim")

    assert "Approved by Kim Adler." in done.output
    assert "- **Kim Adler approved (a colleague's file)**: " in done.output
    assert "- **Approval**: Kim Adler approved (for engagement)" in done.output


def test_who_is_still_asked_is_told_beside_who_has_approved(rich: PullRequest) -> None:
    done = rich.review("--approved", "ben")

    assert "Approved by Ben Okafor; still needs Kim Adler." in done.output
    assert re.search(r"approved it\*\*: `reviewed_by: \[kim, ben v[0-9a-f]{7}]`", done.output)


LOOK = PostLook(
    "b.md", "B", "2026/b/", ("b.png",), screenshots=(Screenshot(390, Path("b-390.png")),)
)
WHOLE = SiteChanges(
    pages=(PageChange("moved", "2026/b/", "content/posts/b.md", "B", "2026/a/", "2026/b/"),),
    feeds=(FeedChange("all", entries=(EntryChange("new", "B", "https://x.example/b/"),)),),
    redirects=(Redirect("a", "b"),),
    lost=(Redirect("c", "d"),),
    heavy=(HeavyFile("images/a.png", "2 MB"),),
    looks=(LOOK,),
    failures=(BuildFailure("before", "It is broken."),),
    notes=("No browser.",),
)


def test_what_changes_on_the_site_fits_the_schema() -> None:
    report = Report("main", "0" * 40, date(2026, 4, 10), site=WHOLE)

    VALIDATOR.validate(json.loads(make_json(report)))


def test_the_schema_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_patch_of_a_summary_can_be_applied(rich: PullRequest, tmp_path: Path) -> None:
    shown = rich.review().output
    patch = tmp_path / "mend.patch"
    patch.write_text(shown.split("```diff\n")[1].split("\n```")[0] + "\n", encoding="utf-8")

    rich.git("apply", "--unidiff-zero", str(patch))

    text = (rich.site.root / "content/posts/door.md").read_text(encoding="utf-8")
    assert "She lives in the care home, and we brought the books to read to her." in text


def test_a_site_below_the_top_is_named_from_there(
    pull_request: PullRequest, tmp_path: Path
) -> None:
    root = pull_request.site.root
    nested = root / "blog"
    nested.mkdir()
    for name in ("advocacy.toml", "content", "pelicanconf.py"):
        (root / name).rename(nested / name)
    pull_request.git("checkout", "--quiet", "-B", "main")
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-b", "next")
    pull_request.site.write("blog/content/staff/x.md", "Nobody.")
    night = nested / "content/posts/night-shift.md"
    night.write_text(
        f"{night.read_text(encoding='utf-8')}\nShe left the old folks home.\n", encoding="utf-8"
    )
    comments = tmp_path / "comments.json"

    done = pull_request.review("--site", str(nested), "--comments", str(comments))

    assert "`blog/content/staff/x.md" in done.output
    assert "--- a/blog/content/posts/night-shift.md" in done.output
    assert [each["path"] for each in json.loads(comments.read_text(encoding="utf-8"))] == [
        "blog/content/posts/night-shift.md"
    ]


def test_a_page_is_written_besides_on_the_day_it_is(
    pull_request: PullRequest, tmp_path: Path
) -> None:
    page, root = tmp_path / "page.html", str(pull_request.site.root)

    done = CliRunner().invoke(
        main, ["review", "--site", root, "--base", "main", "--page", str(page)]
    )

    assert done.exit_code == 0, done.output
    assert done.output.startswith("<!-- ")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
