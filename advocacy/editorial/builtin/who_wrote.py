"""Authors: those whom a post names, held against those who committed it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advocacy.committers import Committed, Committers
from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.placeholders import COLLEAGUE
from advocacy.post import Post
from advocacy.staff import StaffMember


def find_unproven(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find authors who have not committed their post, and for whom no editor has."""
    post = manuscript.piece
    told = context.committed
    found = told.by_path.get(manuscript.path) if told else None
    if not told or not found or not isinstance(post, Post) or found.ids & {*told.review.editors}:
        return
    for index, author in enumerate(post.authors):
        if author not in found.ids and author in told.known:
            place = post.places.get(f"authors.{index}") or post.places["authors"]
            cure = (
                "Let them commit it, name them in a `Co-authored-by:` line of a commit, or let an"
                f" editor commit it. Another address of theirs belongs in content/staff/{author}.md"
                " (`advocacy who ADDRESS`)."
            )
            message = f"`{author}` has not committed this post; {_said(found)}. {cure}"
            yield _severe(check, told).notice(place.start, place.end, message, author)


def find_unknown(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find authors whose files tell of no commits that are theirs."""
    member = manuscript.piece
    told = context.committed
    if not told or told.silence or not isinstance(member, StaffMember):
        return
    posts = sorted(post.path for post in context.library.posts if member.id in post.authors)
    if posts and not _is_known(member) and member.left is None:
        place = member.places["name"]
        message = _unknown(member, posts)
        yield _severe(check, told).notice(place.start, place.end, message, member.id)


def _unknown(member: StaffMember, posts: Sequence[str]) -> str:
    if member.id == COLLEAGUE:
        return (
            f"`{member.id}` is nobody: `advocacy init` wrote it to show how a page looks."
            f" Name a colleague as the author of {' and '.join(posts)}, and delete {member.path}."
        )
    return (
        f"Nothing tells which commits are `{member.id}`'s."
        " Add the line that `advocacy who` prints for them, or `forge: {github: HANDLE}`."
    )


def _is_known(member: StaffMember) -> bool:
    return bool(member.commit_emails or member.forge)


def _said(found: Committers) -> str:
    *most, last = (f"`{each}`" for each in (*sorted(found.ids), *found.strangers))
    return f"{', '.join(most)} and {last} have" if most else f"{last} has"


def _severe(check: Check, told: Committed) -> Check:
    """Return a check that is as severe as the settings have it."""
    return replace(check, severity=told.review.who_wrote)


# Whoever writes a post under another name could let it pass there, too.
CHECKS = (
    Check(
        "Author.Commit",
        "warning",
        "An author has not committed the post, where `who_wrote` asks.",
        find_unproven,
        can_be_allowed=False,
        looks_around=True,
    ),
    Check(
        "Author.Unknown",
        "warning",
        "Nothing tells which commits are an author's, where `who_wrote` asks.",
        find_unknown,
        can_be_allowed=False,
        looks_around=True,
    ),
)
