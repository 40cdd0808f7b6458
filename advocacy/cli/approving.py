"""Noting in posts who has approved them on a forge, and committing such notes."""

import click

from advocacy.clock import day_of
from advocacy.errors import CommandError
from advocacy.library import Library
from advocacy.replacing import replace_file
from advocacy.repository import UNSHALLOW, Asker, Repository
from advocacy.review.approvers import Approved, Approvers
from advocacy.review.approving import add_reviewer
from advocacy.review.stewardship import Stewardship, read_stewardship

ASKER = Asker("--commit", "leave `--commit` out", "leave `--commit` out")
BASE = Asker("--base", "name a POST and who has read it, `--by`", "name a POST, and `--by`")

# A post's name may have signs in it that git takes for patterns.
_LITERAL = ("--literal-pathspecs",)


def note_approvals(library: Library, approved: Approved, base: str, *, commits: bool) -> None:
    """Note in each post that a change touches who has approved it.

    Args:
        library: What people wrote, with the change.
        approved: Who is said to have approved what is committed.
        base: The branch that the change is to go into.
        commits: Whether to commit the notes.

    Raises:
        CommandError: Git cannot be asked, does not know who made the change, or a post is not as it
            was committed.
        ContentError: A post is written so that nothing can be added safely.
    """
    repository = Repository(library.site.root, BASE)
    start, today = repository.find_base(base), day_of(library.site.time_zone, None)
    found = read_stewardship(library, today, repository, start, approved)
    if found.silence:
        raise CommandError(f"--approvals: Git does not say who made the change. {UNSHALLOW}")
    names = _find_names(found)
    refuse_unfinished(repository, *names)
    root = library.site.root
    texts = {path: _add(root.joinpath(path).read_bytes(), path, ids) for path, ids in names.items()}
    for path, text in texts.items():
        replace_file(root / path, text)
        click.echo(f"{path}: `reviewed_by` names {', '.join(names[path])}")
    _tell_others(found.approvers, approved.forge)
    if not names:
        click.echo("No post is to be noted.")
    elif commits:
        who = sorted({each for ids in names.values() for each in ids})
        commit_alone(repository, f"Note that {', '.join(who)} approved", *names)


def refuse_unfinished(repository: Repository, *paths: str) -> None:
    """See that a commit would hold nothing but the approval.

    Raises:
        CommandError: A post is not as it was committed.
    """
    for path in paths:
        if repository.ask(*_LITERAL, "status", "--porcelain", "--", path):
            cure = "Commit them first, or put them away."
            raise CommandError(f"--commit: {path} has changes that are not committed. {cure}")


def commit_alone(repository: Repository, message: str, *paths: str) -> None:
    """Commit posts, and nothing else."""
    repository.ask(*_LITERAL, "commit", "--quiet", "--message", message, "--only", "--", *paths)


def _find_names(found: Stewardship) -> dict[str, tuple[str, ...]]:
    """Return who is to be noted, by each post's path."""
    posts = ((found.deed.post(file), file) for file in found.deed.change.within())
    names = {post.path: found.find_unnoted(post, file) for post, file in posts if post}
    return {path: ids for path, ids in names.items() if ids}


def _add(text: bytes, path: str, ids: tuple[str, ...]) -> bytes:
    for each in ids:
        text = add_reviewer(text, path, each)
    return text


def _tell_others(approvers: Approvers, forge: str) -> None:
    for each in approvers.outdated:
        click.echo(f"{each} approved it before it changed, which counts no longer.")
    for each in approvers.departed:
        click.echo(f"{each} approved it, and has left, as content/staff says.")
    for each in approvers.strangers:
        mark = f"`forge: {{{forge}: {each}}}`"
        click.echo(f"`{each}` approved it, and no file in content/staff says {mark}.")
