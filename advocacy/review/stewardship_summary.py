"""What a summary says of who did what, and of who has to agree."""

from collections.abc import Iterator, Sequence

from advocacy.review.claims import AUTHORS, Claim
from advocacy.review.document import (
    Block,
    Bullets,
    Code,
    Heading,
    Paragraph,
    Strong,
    Words,
    join_words,
)
from advocacy.review.flags import Flag
from advocacy.review.ownership import STAFF_FILE, ForeignChange
from advocacy.review.report import Report
from advocacy.review.stewardship import Stewardship
from advocacy.review.telling import either, listed, tell_approval

MOST_SHOWN = 30
MOST_PATHS = 5


def make_doubt_blocks(report: Report) -> Iterator[Block]:
    """Yield what somebody has to look at twice: files that run, and what is another's."""
    found = report.stewardship
    if found is None:
        return
    items = [_flag(each) for each in found.flags]
    items += [_foreign(each, report) for each in found.foreign]
    items += [_claimed(each, report) for each in found.claimed]
    if items:
        yield Heading(3, ("Look twice",))
        if any(each.beside_content for each in found.flags):
            yield Paragraph(("No post needs a file that runs or decides something.",))
        yield Bullets(_most(items))


def make_approval_blocks(report: Report) -> Iterator[Block]:
    """Yield who has to approve, and who has."""
    found = report.stewardship
    if found is None or not (found.approvals or found.approvers.ids or found.approvers.outdated):
        return
    yield Heading(3, ("Who has to approve",))
    if told := [*_approved(found, report)]:
        yield Paragraph((" ".join(told),))
    if found.approvals:
        yield Bullets(
            tuple(
                (Strong(tell_approval(each, report.names)), ": ", *_paths(each.paths))
                for each in found.approvals[:MOST_SHOWN]
            )
        )


def _approved(found: Stewardship, report: Report) -> Iterator[str]:
    """Yield who has approved and who is still asked, and whose approval counts no longer."""
    approvers = found.approvers
    given = [report.name(each) for each in approvers.ids]
    outdated = [report.name(each) for each in approvers.outdated]
    wanted = dict.fromkeys(each.anyone_of for each in found.approvals if not each.is_given)
    if given:
        needs = listed([either([report.name(each) for each in ids]) for ids in wanted])
        yield f"Approved by {listed(given)}{f'; still needs {needs}' if needs else ''}."
    if outdated:
        yield f"It changed since {listed(outdated)} approved it, which counts no longer."


def _most(items: Sequence[Words]) -> tuple[Words, ...]:
    more = len(items) - MOST_SHOWN
    rest: list[Words] = [(f"and {more} more.",)] if more > 0 else []
    return (*items[:MOST_SHOWN], *rest)


def _paths(paths: Sequence[str]) -> Words:
    more = len(paths) - MOST_PATHS
    rest: list[Words] = [(f"and {more} more",)] if more > 0 else []
    return join_words([*((Code(path),) for path in paths[:MOST_PATHS]), *rest])


def _flag(flag: Flag) -> Words:
    was: Words = (" (was ", Code(flag.before), ")") if flag.before else ()
    return (Code(flag.path), *was, f": {flag.reason}")


def _foreign(change: ForeignChange, report: Report) -> Words:
    owners = either([report.name(each) for each in change.owners])
    by = either([report.name(each) for each in change.by])
    what = "is the file of" if change.kind == STAFF_FILE else "translates a post of"
    return (Code(change.path), f" {what} {owners}, and {by} changed it.")


def _claimed(claim: Claim, report: Report) -> Words:
    place = Code(f"{claim.path}:{claim.line}")
    did = "wrote" if claim.key == AUTHORS else "has read"
    told = f" says that {report.name(claim.colleague)} {did} it"
    if claim.is_older:
        command = Code(f"advocacy approve {claim.path} --by {claim.colleague}")
        older = f"{told}; that was before this change. When they have read this, "
        return (place, older, command, " says so.")
    return (place, f"{told}, and nothing they committed or approved says so.")
