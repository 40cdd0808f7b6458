"""Who made a change, what in it needs a second look, and who has to approve it."""

from dataclasses import dataclass, field
from datetime import date

from advocacy.before import read_before
from advocacy.commits import read_commits
from advocacy.committers import SHALLOW, UNTOLD
from advocacy.git import is_shallow
from advocacy.library import Library
from advocacy.post import Post
from advocacy.repository import Repository
from advocacy.review.approvals import Approval, find_approvals
from advocacy.review.approvers import Approved, Approvers, find_approvers
from advocacy.review.claims import Claim, find_claims
from advocacy.review.flags import Flag, find_flags
from advocacy.review.notes import leave_out_notes
from advocacy.review.ownership import (
    Deed,
    ForeignChange,
    find_doers,
    find_foreign_changes,
)
from advocacy.touched import Touched, read_change

NOBODY = Approved()


@dataclass(frozen=True, slots=True)
class Stewardship:
    """What is said of who did what in a change.

    Attributes:
        authors: Ids of colleagues who committed something, and names of others.
        flags: Files that run, or decide something.
        foreign: What only its owner or an editor may change, and somebody else did.
        claimed: Authors and reviewers who have not said so.
        approvals: Who has to approve.
        approvers: Who has approved.
        deed: What is done, of which all that is made.
        silence: Why nothing is told of who committed, or empty.
    """

    deed: Deed
    authors: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    foreign: tuple[ForeignChange, ...] = ()
    claimed: tuple[Claim, ...] = ()
    approvals: tuple[Approval, ...] = ()
    approvers: Approvers = field(default_factory=Approvers)
    silence: str = ""

    def find_unnoted(self, post: Post, file: Touched) -> tuple[str, ...]:
        """Return who has approved a post that others made, and that does not say so."""
        deed, old = self.deed, self.deed.old_post(file)
        made = {each.id for each in deed.doers_of(file)} - {*deed.before.review.editors}
        left = {*made, *post.authors, *(old.authors if old else ()), *post.reviewed_by}
        return tuple(each for each in self.approvers.ids if each in deed.now.staff.keys() - left)


def read_stewardship(
    library: Library,
    today: date,
    repository: Repository,
    base: str,
    approved: Approved = NOBODY,
) -> Stewardship:
    """Return who did what in a change.

    Args:
        library: What people wrote, with the change.
        today: Who has left by then is not asked to approve, and does not.
        repository: The site's.
        base: The commit at which the change began.
        approved: Who is said to have approved it.

    Raises:
        CommandError: Git cannot be asked.
    """
    change = read_change(repository, base)
    before = read_before(repository, base, change, library)
    # Where the history ends, a commit seems to have made all that it has.
    silence = SHALLOW if is_shallow(repository.root) else ""
    approvers = find_approvers(approved, before, repository, today)
    commits = () if silence else read_commits(repository.root, f"{base}..HEAD", mailmap=base)
    identities = before.identities(library)
    doers = find_doers(leave_out_notes(commits or (), identities, repository), identities)
    deed = Deed(change, doers, before, library)
    flags = find_flags(change, library.site)
    return Stewardship(
        deed=deed,
        authors=tuple(sorted({each.shown for found in doers.values() for each in found})),
        flags=flags,
        foreign=find_foreign_changes(deed),
        claimed=find_claims(deed, approvers.ids),
        approvals=find_approvals(deed, flags, today, approvers.ids),
        approvers=approvers,
        silence=silence if commits is not None else UNTOLD,
    )
