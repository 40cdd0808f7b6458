"""Who has to approve, in words."""

from collections.abc import Mapping, Sequence

from advocacy.review.approvals import Approval

# What asks for an approval, where that is neither a purpose nor a path.
REASONS = {
    "editors": "",
    "authors": "somebody else than its authors changed it",
    "guide": "the guide",
    "staff": "a colleague's file",
    "translation": "somebody else than the original's authors translates it",
    "settings": "it is no content, or runs",
}


def tell_approval(approval: Approval, names: Mapping[str, str]) -> str:
    """Return who has to approve something, or who has, and why."""
    shown = [names.get(each, each) for each in approval.given_by or approval.anyone_of]
    who = f"{listed(shown)} approved" if approval.is_given else either(shown)
    why = REASONS.get(approval.why, f"for {approval.why}")
    return who + (f" ({why})" if why else "")


def listed(names: Sequence[str]) -> str:
    """Return names of whom all are meant."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def either(names: Sequence[str]) -> str:
    """Return names of whom one is meant."""
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
