"""Commits that note who has read a post, and the lines by which a post says so."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from advocacy.before import POST_FOLDER
from advocacy.blobs import read_blobs
from advocacy.commits import Commit
from advocacy.identities import Identities
from advocacy.post import Post
from advocacy.repository import Repository
from advocacy.review.approving import only_adds_reviewers
from advocacy.reviewed_by import KEY, Reviewer, make_version


class Step(NamedTuple):
    """A file at two commits: its path is below the repository's top."""

    before: str
    after: str
    path: str


def make_line(post: Post, ids: Sequence[str]) -> str:
    """Return the line of a post's front matter that names some more readers; empty for nobody."""
    if not ids:
        return ""
    known = dict.fromkeys((*(each.id for each in post.reviewers), *ids))
    told = {each.id: each for each in post.reviewers}
    version = make_version(post.read_document())
    told |= {each: Reviewer(each, version) for each in ids}
    return f"{KEY}: [{', '.join(told[each].entry for each in known)}]"


def leave_out_notes(
    commits: Iterable[Commit], identities: Identities, repository: Repository
) -> Iterator[Commit]:
    """Yield commits without what a forge's robot noted: who approved, and nothing else.

    A robot is whom no colleague's file knows. Whether somebody did approve is asked elsewhere.
    """
    commits = tuple(commits)
    robots = [each for each in commits if not identities.find(each.author.address)]
    noted = find_noted(repository, [step for each in robots for step in _steps(each)])
    for commit in commits:
        kept = (each for each in commit.touches if _step(commit, each.path) not in noted)
        yield commit._replace(touches=tuple(kept))


def find_noted(repository: Repository, steps: Collection[Step]) -> frozenset[Step]:
    """Return steps by which a post gets more names in `reviewed_by`, and nothing else.

    Raises:
        CommandError: Git cannot be asked.
    """
    asked = [each for each in steps if _is_post(each.path)]
    names = [f"{commit}:{each.path}" for each in asked for commit in (each.before, each.after)]
    texts = read_blobs(repository, names)
    return frozenset(
        each
        for each, old, new in zip(asked, texts, texts, strict=True)
        if old is not None and new is not None and only_adds_reviewers(old, new, each.path)
    )


def _steps(commit: Commit) -> Iterator[Step]:
    yield from (_step(commit, each.path) for each in commit.touches if each.path == each.before)


def _step(commit: Commit, path: str) -> Step:
    return Step(f"{commit.hash}^", commit.hash, path)


def _is_post(path: str) -> bool:
    return POST_FOLDER in path and path.endswith(".md")
