"""Commits that note who has read a post, and the lines by which a post says so."""

from collections.abc import Iterable, Iterator, Sequence

from advocacy.commits import Commit, Touch
from advocacy.identities import Identities
from advocacy.post import Post
from advocacy.repository import Repository
from advocacy.review.approvers import is_noted
from advocacy.review.approving import KEY


def make_line(post: Post, ids: Sequence[str]) -> str:
    """Return the line of a post's front matter that names some more readers; empty for nobody."""
    return f"{KEY}: [{', '.join((*post.reviewed_by, *ids))}]" if ids else ""


def leave_out_notes(
    commits: Iterable[Commit], identities: Identities, repository: Repository
) -> Iterator[Commit]:
    """Yield commits without what a forge's robot noted: who approved, and nothing else.

    A robot is whom no colleague's file knows. Whether somebody did approve is asked elsewhere.
    """
    for commit in commits:
        if identities.find(commit.author.address):
            yield commit
        else:
            touches = (each for each in commit.touches if not _is_note(commit, each, repository))
            yield commit._replace(touches=tuple(touches))


def _is_note(commit: Commit, touch: Touch, repository: Repository) -> bool:
    if touch.path != touch.before:
        return False
    parent = repository.run("rev-parse", "--verify", "--quiet", f"{commit.hash}^")
    before = parent.stdout.strip()
    return bool(before) and is_noted(repository, before, commit.hash, touch.path)
