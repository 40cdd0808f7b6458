"""What a forge's robot noted is told from what others did, however much that is."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

from advocacy.blobs import read_blobs
from advocacy.commits import BATCH, read_commits
from advocacy.identities import make_identities
from advocacy.repository import Repository as Asked
from advocacy.review.notes import leave_out_notes, make_line
from advocacy.review.reading import ASKER
from advocacy.review_settings import NOREPLY
from advocacy.reviewed_by import make_version
from tests.review.who.conftest import OTHER, Repository, stewardship

Start = Callable[..., Repository]


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file in which each run of git leaves a line."""
    tool, file = tmp_path / "bin" / "git", tmp_path / "calls"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho >> "{file}"\nexec {which("git")} "$@"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:{os.environ['PATH']}")
    return file


@pytest.mark.parametrize(("posts", "asked"), [(0, 0), (1, 1), (BATCH // 4, 1), (BATCH // 2, 2)])
def test_all_that_strangers_did_is_asked_of_git_at_once(
    posts: int, asked: int, start: Start, calls: Path
) -> None:
    repository = start()
    repository.branch()
    for body in ("It rained.", "It snowed."):
        repository.site.write("README.md", body)
        for number in range(posts):
            repository.site.post(f"post-{number}", body=body)
        repository.commit(OTHER)
    root = repository.site.root
    commits = read_commits(root, "main..HEAD") or ()
    calls.write_text("")

    left = [*leave_out_notes(commits, make_identities((), NOREPLY), Asked(root, ASKER))]

    assert [len(each.touches) for each in left] == [posts + 1, posts + 1]
    assert len(calls.read_text().splitlines()) == asked


def test_a_stranger_who_takes_a_post_away_or_brings_one_is_told(start: Start) -> None:
    repository = start()
    repository.site.post("gone")
    repository.commit()
    repository.branch()
    (repository.site.root / "content/posts/gone.md").unlink()
    repository.site.post("new", fields={"reviewed_by": "[ben]"})
    repository.commit(OTHER)

    assert stewardship(repository).authors == ("Mallory",)


@pytest.mark.parametrize(
    ("told", "ids", "line"),
    [
        ("[ben v0000000, eva]", (), ""),
        ("[ben v0000000, eva]", ("ben",), "reviewed_by: [ben NOW, eva]"),
        ("[eva]", ("ben", "ana"), "reviewed_by: [eva, ben NOW, ana NOW]"),
    ],
)
def test_a_line_names_who_has_read_it_now(
    told: str, ids: tuple[str, ...], line: str, start: Start
) -> None:
    repository = start()
    repository.site.post("old", fields={"reviewed_by": told})
    (post,) = (each for each in repository.library().posts if each.path.endswith("old.md"))

    assert make_line(post, ids) == line.replace("NOW", make_version(post.read_document()))


def test_files_are_read_as_they_were_committed(start: Start) -> None:
    repository = start()
    root = repository.site.root
    held = {"a.md": b"a\r\nb", "b c.md": b"", "\u00fc.md": b"\xff\n", "d.md": b"0 blob 3\nabc\n"}
    if os.name == "posix":
        held["e\nf.md"] = b"odd"
    for name, text in held.items():
        (root / name).write_bytes(text)
    repository.commit()
    names = [
        f"HEAD:{name}"
        for name in ("a.md", "e\nf.md", "gone.md", "b c.md", "\u00fc.md", "content", "d.md")
    ]

    read = [*read_blobs(Asked(root, ASKER), [*names, "HEAD^^:a.md"])]
    often = [*read_blobs(Asked(root, ASKER), names * BATCH)]

    assert read == [
        b"a\r\nb",
        held.get("e\nf.md"),
        None,
        b"",
        b"\xff\n",
        None,
        b"0 blob 3\nabc\n",
        None,
    ]
    assert often == read[:-1] * BATCH
