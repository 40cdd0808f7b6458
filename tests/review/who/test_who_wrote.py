"""Authors are held against those who committed, as real repositories tell it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from advocacy.identities import hash_address
from tests.review.who.conftest import ANA, BEN, EVA, TODAY, Repository, own_file, staff_file
from tests.site.conftest import SmallSite

Start = Callable[..., Repository]
STRICT = 'editors = ["eva"]\nwho_wrote = "error"'
OTHER = "mallory@example.net"
HELPED = f"Co-authored-by: Ana <{ANA}>"
AUTHOR, UNKNOWN = "Author.Commit", "Author.Unknown"


def found(repository: Repository, *words: str) -> list[str]:
    """Return which of both checks find something, with the file's name."""
    result = repository.run("check", "--format", "line", "--today", TODAY, *words)
    assert result.exit_code in {0, 1}, result.output
    rows = [line.split(":") for line in result.output.splitlines() if line.count(":") > 3]
    return [f"{row[0].rpartition('/')[2]} {row[3]}" for row in rows if row[3].startswith("Author")]


@pytest.mark.parametrize(
    ("address", "message", "is_found"),
    [
        (ANA,                                         "A step", False),
        ("ANA@Example.ORG",                           "A step", False),
        ("ana-gh@users.noreply.github.com",           "A step", False),
        ("1234+ana-gh@users.noreply.github.com",      "A step", False),
        ("1234+Ana-GH@Users.Noreply.GitHub.com",      "A step", False),
        (EVA,                                         "An editor for her", False),
        (BEN,                                         f"For her\n\n{HELPED}", False),
        (BEN,                                         f"For her\n\n{HELPED.lower()}", False),
        (BEN,                                         "A step", True),
        (OTHER,                                       "A step", True),
        (OTHER,                                       f"Not at the end\n\n{HELPED}\n\nMore.", True),
        (OTHER,                                       HELPED, True),
        (OTHER,                                       "For her\n\nCo-authored-by: Ana", True),
        (OTHER,                                       f"For her\n\nSigned-off-by: A <{ANA}>", True),
        ("ana@example.org.evil.example",              "A step", True),
        ("аna@example.org",                           "A Cyrillic letter", True),
        ("ana-gh@users.noreply.github.com.evil.org",  "A step", True),
        ("x+ana-gh@users.noreply.github.com",         "A step", True),
        ("1234+ana-gh+x@users.noreply.github.com",    "A step", True),
        ("1234+ana-gh[bot]@users.noreply.github.com", "A step", True),
        ("1234-ana-gh@users.noreply.gitlab.com",      "Another forge", True),
    ],
)  # fmt: skip
def test_who_committed_a_post_may_be_its_author(
    address: str, message: str, is_found: bool, start: Start
) -> None:
    repository = start(STRICT)
    repository.site.post("new")
    repository.commit(address, message, name="Somebody")

    assert found(repository) == (["new.md Author.Commit"] if is_found else [])


def test_a_finding_says_who_did_and_what_to_do(start: Start) -> None:
    repository = start(STRICT)
    repository.site.post("new", fields={"authors": "[ben, ana]"})
    repository.commit(BEN)
    repository.site.post("new", fields={"authors": "[ben, ana]"}, body="It snowed.")
    repository.commit(OTHER, name="Mal `\x1b[2J lory")

    result = repository.run("check", "-q", "--today", TODAY)

    assert result.exit_code == 1
    assert "new.md:5:16: Author.Commit `ana` has not committed this post;" in result.output
    assert "; `ben` and `Mal [2J lory` have." in result.output
    assert "`ben` has not" not in result.output
    assert OTHER not in result.output


def test_each_name_that_a_post_had_counts(start: Start) -> None:
    repository = start(STRICT)
    repository.site.post("new", body="It rained.\n\nIt went on for a whole week, day and night.")
    repository.commit(ANA)
    for before, after in (("new", "newer"), ("newer", "newest")):
        repository.git("mv", f"content/posts/{before}.md", f"content/posts/{after}.md")
        repository.commit(BEN)

    assert found(repository) == []


def test_a_mailmap_leads_to_an_address_that_is_known(start: Start) -> None:
    repository = start(STRICT)
    repository.site.post("new", fields={"authors": "[ana, ben]"})
    trailer = "A step\n\nCo-authored-by: Ben <ben@old.example>"
    repository.commit("ana@old.example", trailer)
    before = found(repository)
    repository.site.write(".mailmap", f"<{ANA}> <ana@old.example>\n<{BEN}> <ben@old.example>\n")

    assert before == ["new.md Author.Commit", "new.md Author.Commit"]
    assert found(repository) == []


@pytest.mark.parametrize("who_wrote", ["off", "warning", "error"])
def test_an_editor_decides_how_severe_it_is(who_wrote: str, start: Start) -> None:
    repository = start(f'who_wrote = "{who_wrote}"')
    repository.site.post("new")
    repository.commit(OTHER)

    result = repository.run("check", "--today", TODAY)

    assert result.exit_code == (who_wrote == "error")
    assert ("Author.Commit" in result.output) == (who_wrote != "off")
    assert (f"[{who_wrote}" in result.output) == (who_wrote != "off")


def test_no_post_lets_it_pass_by_itself(start: Start) -> None:
    repository = start(STRICT)
    repository.site.post("new", fields={"allow": "{Author.Commit: it is mine}"})
    repository.commit(OTHER)

    result = repository.run("check", "-q", "--today", TODAY)

    assert result.exit_code == 1
    assert "Allow.Unknown" in result.output
    assert AUTHOR in result.output


def test_what_is_not_committed_is_nobody_s_yet(start: Start) -> None:
    repository = start(STRICT)
    repository.site.post("new")
    uncommitted = found(repository)
    repository.commit(OTHER)
    committed = found(repository)
    repository.site.post("new", body="It snowed.")

    assert uncommitted == []
    assert committed == ["new.md Author.Commit"]
    assert found(repository) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (["rm", "-rf", ".git"], "this is in no repository of git with a commit"),
        (["git", "update-ref", "-d", "HEAD"], "this is in no repository of git with a commit"),
        (["sh", "-c", "git rev-parse HEAD > .git/shallow"], "fetch-depth: 0"),
    ],
)
def test_where_git_cannot_tell_it_is_said(spoil: list[str], told: str, start: Start) -> None:
    repository = start(STRICT)
    repository.site.post("new")
    repository.commit(OTHER)
    subprocess.run(spoil, cwd=repository.site.root, check=True)

    result = repository.run("check", "--today", TODAY)

    assert result.exit_code == 0, result.output
    assert f"Who wrote the posts was not looked at: {told}" in result.output.replace(
        "the history is cut off; fetch all of it, by `fetch-depth", "fetch-depth"
    )


def test_a_build_and_a_check_of_a_few_files_say_the_same(start: Start) -> None:
    repository = start(STRICT)
    repository.site.post("new")
    repository.site.write("pelicanconf.py", Path("pelicanconf.py").read_text(encoding="utf-8"))
    repository.commit(OTHER)

    built = repository.site.run()

    assert built.status == 1
    assert "new.md:5:" in built.said
    assert AUTHOR in built.said
    assert found(repository, "content/posts/new.md") == ["new.md Author.Commit"]
    assert found(repository, "content/posts/old.md") == []


@pytest.mark.parametrize(
    ("more", "is_found"),
    [
        ("team: Desk", True),
        ("left: 2026-01-01", False),
        ("forge: {github: dora}", False),
        (f"commit_emails: [{hash_address('dora@example.org')}]", False),
    ],
)
def test_an_author_of_whom_nothing_is_known_is_told(
    more: str, is_found: bool, start: Start
) -> None:
    repository = start(STRICT)
    repository.site.write("content/staff/dora.md", staff_file("dora", more=more))
    repository.site.post("new", fields={"authors": "[dora]"})
    repository.commit(
        "dora@users.noreply.github.com", "A step\n\nCo-authored-by: D <dora@example.org>"
    )

    assert found(repository) == (["dora.md Author.Unknown"] if is_found else [])


def test_the_sample_of_a_new_site_is_told_with_what_to_do(tmp_path: Path, start: Start) -> None:
    root = start(STRICT).site.root.parent / "fresh"
    assert CliRunner().invoke(main, ["init", str(root)]).exit_code == 0
    repository = Repository(SmallSite(root))
    settings = (root / "advocacy.toml").read_text("utf-8")
    repository.site.write("advocacy.toml", f'{settings}\n[review]\nwho_wrote = "error"\n')
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.commit(ANA)
    (post,) = (each.path for each in repository.library().posts)

    blocked = repository.run("check", "-q")
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))
    (root / "content/staff/robin-sample.md").unlink()
    text = (root / post).read_text("utf-8")
    repository.site.write(post, text.replace("robin-sample", "ana"))
    repository.commit(ANA)
    mended = repository.run("check", "-q")

    assert blocked.exit_code == 1
    assert "`robin-sample` is nobody: `advocacy init` wrote it" in blocked.output
    assert f"author of {post}, and delete content/staff/robin-sample.md." in blocked.output
    assert "Author." not in mended.output
    assert mended.exit_code == 0, mended.output


def test_a_merge_tells_who_wrote_while_merging(start: Start) -> None:
    repository = start(STRICT)
    repository.site.post("new", body="One.")
    repository.commit(ANA)
    repository.branch()
    repository.site.post("new", body="Two.")
    repository.commit(ANA)
    repository.git("checkout", "--quiet", "main")
    repository.site.post("new", fields={"authors": "[ana, ben]"}, body="Three.")
    repository.commit(ANA)
    subprocess.run(["git", "-C", repository.site.root, "merge", "post"], capture_output=True)
    repository.site.post("new", fields={"authors": "[ana, ben]"}, body="Four.")
    repository.commit(BEN)

    assert found(repository) == []


def test_a_site_in_a_folder_of_its_repository_is_known_too(start: Start, tmp_path: Path) -> None:
    repository = start(STRICT)
    (repository.site.root / ".git").rename(tmp_path / ".git")
    repository.site.post("new")
    repository.commit(OTHER)

    assert found(repository) == ["new.md Author.Commit"]


def test_a_guide_says_which_promise_it_upholds(start: Start) -> None:
    repository = start(STRICT)
    file = repository.site.root / "content/pages/values.md"
    block = "\n## Be yourself {#self}\n\nWe sign what we wrote.\n\n```yaml checks\n"
    file.write_text(f"{file.read_text()}{block}Author.Commit: warning\n```\n")
    repository.site.post("new")
    repository.commit(OTHER)

    result = repository.run("check", "--today", TODAY)

    assert result.exit_code == 1
    assert "(/values/#Author.Commit) [error, blocks]" in result.output
    assert "= Be yourself. We sign what we wrote." in result.output
