"""Which colleagues have approved a change as it is now."""

from dataclasses import dataclass
from datetime import date

from advocacy.before import Before
from advocacy.identities import make_identities
from advocacy.repository import HEAD, Repository
from advocacy.review.forge_approvals import ForgeApproval
from advocacy.review.notes import Step, find_noted

# A change may come with settings by which git says nothing of other repositories in it.
_CHANGED = (
    *("diff", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--no-textconv"),
    "--ignore-submodules=none",
)


@dataclass(frozen=True, slots=True)
class Approved:
    """Who is said to have approved.

    Attributes:
        ids: Colleagues, as somebody who knows says.
        forge: The forge that tells the others.
        told: What it tells.
        head: The change's own last commit: what lies here may be what merging it would give.
    """

    ids: tuple[str, ...] = ()
    forge: str = ""
    told: tuple[ForgeApproval, ...] = ()
    head: str = HEAD


@dataclass(frozen=True, slots=True)
class Approvers:
    """Who has approved.

    Attributes:
        ids: Colleagues who approved what is there now.
        outdated: Colleagues who approved it when it said something else.
        strangers: Handles of those whom no colleague's file knew before the change.
        departed: Those who approved it and had left by then, as their files said before the change.
    """

    ids: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    departed: tuple[str, ...] = ()


def find_approvers(
    approved: Approved, before: Before, repository: Repository, today: date
) -> Approvers:
    """Return who has approved a change, by the accounts that colleagues had before it.

    Args:
        approved: Who is said to have.
        before: What was so before the change.
        repository: The site's.
        today: Who has left by then approves nothing.

    Raises:
        CommandError: Git cannot be asked.
    """
    identities = make_identities(before.staff.values(), before.review.domains)
    head = repository.ask("rev-parse", "--verify", f"{approved.head}^{{commit}}").strip()
    lasting = {
        commit: _still_stands(repository, commit, head)
        for commit in dict.fromkeys(each.commit for each in approved.told)
    }
    ids, outdated, strangers = dict.fromkeys(approved.ids), [], []
    for each in approved.told:
        colleague = identities.find_account(approved.forge, each.handle)
        if not colleague:
            strangers.append(each.handle)
        elif lasting[each.commit]:
            ids[colleague] = None
        else:
            outdated.append(colleague)
    left = {name for name, member in before.staff.items() if member.has_left(today)}
    here = tuple(each for each in ids if each not in left)
    departed = tuple(each for each in ids if each in left)
    return Approvers(here, tuple(outdated), tuple(strangers), departed)


def _still_stands(repository: Repository, commit: str, head: str) -> bool:
    """Say whether what somebody saw is what is there now, but for who has read it."""
    if commit == head:
        return True
    told = repository.run(*_CHANGED, commit, head, "--")
    words = told.stdout.split("\0")[:-1]
    steps = [Step(commit, head, path) for path in words[1::2]]
    return (
        told.returncode == 0
        and {*words[::2]} <= {"M"}
        and len(find_noted(repository, steps)) == len(steps)
    )
