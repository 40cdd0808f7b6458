"""A pull request read: the site as it is now, held against where it parted from its base."""

from dataclasses import replace

from advocacy.cache import Cache
from advocacy.changes import Changes, read_changes
from advocacy.editorial.blocking import read_blocking
from advocacy.editorial.review import Review, make_notes
from advocacy.publishing.desk import Desk
from advocacy.publishing.desk_changes import review_changes
from advocacy.repository import Asker, Repository
from advocacy.review.past import FOLDER, read_past_posts
from advocacy.review.posts import Changed, make_posts
from advocacy.review.remarks import make_remarks
from advocacy.review.report import Report
from advocacy.review.suggestion import make_suggestions

ASKER = Asker("--base", "use `advocacy check`, which asks nobody", "use `advocacy check`")


def read_report(desk: Desk, base: str, kept: Cache, preview: str = "") -> tuple[Report, Review]:
    """Return what there is to say of a pull request, and what was found.

    Args:
        desk: The site as it is, be it committed or not.
        base: The branch, or the commit, that it is to be merged into.
        kept: What was found before.
        preview: Where the site can be seen as it would be, or empty.

    Raises:
        CommandError: Git cannot be asked, or does not know the base.
        SettingsError: The baseline, or a pack, cannot be read.
    """
    repository = Repository(desk.site.root, ASKER)
    commit = repository.find_base(base)
    changes = read_changes(desk.site.root, base, ASKER)
    past = read_past_posts(repository, commit, {*changes.lines, *changes.gone}, desk)
    blocking = replace(read_blocking(desk.site, desk.guide), changes=changes)
    review, checked = review_changes(desk, blocking, kept)
    told = desk.report(desk.suggest(review.findings), checked)
    report = Report(
        base=base,
        commit=commit,
        today=desk.today,
        remarks=make_remarks(told),
        suggestions=make_suggestions(desk, review.findings, changes),
        posts=make_posts(
            Changed(desk, changes, past, {each.path: each for each in review.files}, preview)
        ),
        others=tuple(sorted(_others(changes))),
        notes=tuple(make_notes(review)),
        folder=told.folder,
        preview=preview,
    )
    return report, review


def _others(changes: Changes) -> set[str]:
    return {path for path in {*changes.lines, *changes.gone} if not path.startswith(FOLDER)}
