"""What git says changed, asked of real repositories."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.changes import WHOLE, Changes, read_changes
from tests.changes.conftest import TEN, Git


def lines_of(changes: Changes, path: str) -> list[int]:
    return [number for each in changes.lines.get(path, ()) for number in each]


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        (TEN, []),
        (TEN.replace("line 3\n", "other\n"), [3]),
        (TEN.replace("line 3\n", "other\nand more\n"), [3, 4]),
        (f"first\n{TEN}", [1]),
        (f"{TEN}last\n", [11]),
        (f"{TEN}last", [11]),
        (TEN.rstrip("\n"), [10]),
        (TEN.replace("line 3\n", ""), [2, 3]),
        (TEN.replace("line 1\n", ""), [0, 1]),
        (TEN.replace("line 3\n", "a\n").replace("line 8\n", "b\nc\n"), [3, 8, 9]),
        (TEN.replace("line 3\n", "++ b/content/evil.md\n-- x\n"), [3, 4]),
        (TEN.replace("\n", "\r\n"), list(range(1, 11))),
        (TEN.replace("line 3\n", "a\x0bb\u2028c\n"), [3]),
    ],
)
def test_the_lines_that_are_new_are_told(
    new: str, lines: list[int], git: Git, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("content/a.md", TEN)
    commit()
    write("content/a.md", new)

    changes = read_changes(Path(git("rev-parse", "--show-toplevel").strip()))

    assert lines_of(changes, "content/a.md") == lines
    assert changes.has_changed("content/a.md") == bool(lines)
    assert changes.gone == frozenset()


@pytest.mark.parametrize(
    "name",
    [
        "plain.md",
        "with space.md",
        'a "quote".md',
        "tab\there.md",
        "ümläut 語.md",
        "-n.md",
        "a\nb.md",
    ],
)
def test_a_file_may_have_any_name(
    name: str, tmp_path: Path, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write(f"content/{name}", TEN)
    commit()
    write(f"content/{name}", TEN.replace("line 5", "other"))
    write(f"content/new {name}", TEN)

    changes = read_changes(tmp_path)

    assert lines_of(changes, f"content/{name}") == [5]
    assert changes.lines[f"content/new {name}"] == WHOLE


def test_staged_unstaged_and_untracked_files_all_count(
    tmp_path: Path, git: Git, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("content/staged.md", TEN)
    write("content/both.md", TEN)
    write("elsewhere.md", TEN)
    write(".gitignore", "ignored.md\n")
    commit()
    write("content/staged.md", TEN.replace("line 1\n", "x\n"))
    write("content/both.md", TEN.replace("line 1\n", "x\n"))
    git("add", "--all")
    write("content/both.md", f"x\n{TEN}")
    write("content/new.md", TEN)
    write("content/ignored.md", TEN)
    write("elsewhere.md", "")

    changes = read_changes(tmp_path)

    assert {path: lines_of(changes, path) for path in ("content/staged.md", "content/both.md")} == {
        "content/staged.md": [1],
        "content/both.md": [1],
    }
    assert {*changes.lines} == {"content/staged.md", "content/both.md", "content/new.md"}


def test_a_renamed_file_has_the_lines_that_changed_and_a_deleted_one_is_gone(
    tmp_path: Path, git: Git, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("content/old.md", TEN)
    write("content/same.md", TEN + "same")
    write("content/dead.md", "unlike any other\n")
    commit()
    git("mv", "content/old.md", "content/new.md")
    git("mv", "content/same.md", "content/moved.md")
    git("rm", "--quiet", "content/dead.md")
    write("content/new.md", TEN.replace("line 5", "other"))

    changes = read_changes(tmp_path)

    assert lines_of(changes, "content/new.md") == [5]
    assert changes.lines["content/moved.md"] == ()
    assert not changes.has_changed("content/moved.md")
    assert changes.gone == {"content/old.md", "content/same.md", "content/dead.md"}


def test_since_compares_with_what_both_branches_have(
    tmp_path: Path, git: Git, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("content/a.md", TEN)
    write("content/b.md", TEN)
    commit()
    git("switch", "--quiet", "--create", "mine")
    write("content/a.md", TEN.replace("line 2\n", "mine\n"))
    commit()
    git("switch", "--quiet", "main")
    write("content/b.md", TEN.replace("line 9\n", "theirs\n"))
    commit()
    git("switch", "--quiet", "mine")
    write("content/a.md", TEN.replace("line 2\n", "mine\n").replace("line 7\n", "now\n"))

    changes = read_changes(tmp_path, "main")

    assert {*changes.lines} == {"content/a.md"}
    assert lines_of(changes, "content/a.md") == [2, 7]
    assert changes.since == "main"


def test_a_site_may_lie_below_the_top_of_its_repository(
    tmp_path: Path, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("sites/blog/content/a.md", TEN)
    write("content/a.md", TEN)
    commit()
    write("sites/blog/content/a.md", TEN.replace("line 4", "x"))
    write("content/a.md", "")
    write("sites/blog/content/b.md", "")

    changes = read_changes(tmp_path / "sites/blog")

    assert {*changes.lines} == {"content/a.md", "content/b.md"}
    assert lines_of(changes, "content/a.md") == [4]


def test_before_the_first_commit_everything_is_new(
    tmp_path: Path, git: Git, write: Callable[..., Path]
) -> None:
    write("content/a.md", TEN)
    write("content/b.md", TEN)
    git("add", "content/a.md")

    changes = read_changes(tmp_path)

    assert lines_of(changes, "content/a.md") == list(range(1, 11))
    assert changes.lines["content/b.md"] == WHOLE


def test_a_line_may_end_with_a_sign_that_git_passes_over(
    tmp_path: Path, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("content/a.md", "one\rtwo\rthree\r")
    commit()
    write("content/a.md", "one\rtwo\r+++ b/content/b.md\r@@ -1 +1 @@\r")

    assert read_changes(tmp_path).lines == {"content/a.md": WHOLE}


def test_a_file_that_counts_as_binary_has_lines_all_the_same(
    tmp_path: Path, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write(".gitattributes", "*.md binary\n")
    write("content/a.md", TEN)
    commit()
    write("content/a.md", TEN.replace("line 4", "x"))

    assert lines_of(read_changes(tmp_path), "content/a.md") == [4]
