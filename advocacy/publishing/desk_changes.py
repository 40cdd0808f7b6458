"""A site on an editor's desk of which only what changed is looked at."""

from dataclasses import replace

from advocacy.cache import Cache
from advocacy.changes import Changes
from advocacy.editorial.blocking import CAUSED_ELSEWHERE, Blocking, Checked
from advocacy.editorial.review import Review
from advocacy.publishing.desk import Desk
from advocacy.site import SETTINGS_FILE

Paths = frozenset[str] | None


def review_changes(
    desk: Desk, blocking: Blocking, kept: Cache, chosen: Paths = None
) -> tuple[Review, Paths]:
    """Check what changed, as far as the decision on what blocks hangs on that.

    Args:
        desk: The site.
        blocking: What decides, and what changed; without changes, all is checked.
        kept: What was found before.
        chosen: The paths that were named; None for all.

    Returns:
        What was found, and in which files it was looked for; None for all.
    """
    changes = blocking.changes
    paths = _choose_paths(changes, desk, chosen)
    review = desk.review(paths, kept, blocking)
    if changes and not _may_be_another_everywhere(changes, desk):
        review = _narrow(review, changes)
    return review, paths


def _choose_paths(changes: Changes | None, desk: Desk, chosen: Paths) -> Paths:
    """Return which files are checked: those that changed, and those that cannot be read.

    Where the guide or the settings changed, or a file is gone to which others may lead, what is
    found can be another everywhere: then all are.
    """
    if changes is None or changes.gone or _may_be_another_everywhere(changes, desk):
        return chosen
    broken = {problem.path for problem in desk.library.problems}
    wanted = {*changes.lines, *broken} & desk.known()
    return frozenset(wanted if chosen is None else wanted & chosen)


def _may_be_another_everywhere(changes: Changes, desk: Desk) -> bool:
    return not {desk.guide.path, SETTINGS_FILE}.isdisjoint(changes.lines)


def _narrow(review: Review, changes: Changes) -> Review:
    """Leave out of files that have not changed what nothing that is gone can have caused."""

    def narrow(file: Checked) -> Checked:
        if file.path in changes.lines:
            return file
        kept = [each for each in file.findings if each.blocks or each.check in CAUSED_ELSEWHERE]
        return replace(
            file,
            findings=tuple(kept),
            known=file.known.intersection(kept),
            excused=file.excused.intersection(kept),
        )

    return replace(review, files=tuple(map(narrow, review.files)))
