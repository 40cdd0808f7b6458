"""A pull request read: the site as it is now, held against where it parted from its base."""

from collections.abc import Iterator
from dataclasses import replace

from advocacy.before import POST_FOLDER
from advocacy.cache import Cache
from advocacy.changes import Changes, read_changes
from advocacy.editorial.blocking import read_blocking
from advocacy.editorial.reports.report import Report as Told
from advocacy.editorial.review import Review, make_notes
from advocacy.errors import make_one_line
from advocacy.publishing.desk import Desk
from advocacy.publishing.desk_changes import review_changes
from advocacy.repository import Asker, Repository
from advocacy.review.approvers import Approved
from advocacy.review.posts import Changed, make_posts
from advocacy.review.remarks import make_remarks
from advocacy.review.report import Report
from advocacy.review.stewardship import NOBODY, Stewardship, read_stewardship
from advocacy.review.suggestion import make_suggestions
from advocacy.touched import Change

ASKER = Asker("--base", "use `advocacy check`, which asks nobody", "use `advocacy check`")


def read_report(
    desk: Desk, base: str, kept: Cache, preview: str = "", approved: Approved = NOBODY
) -> tuple[Report, Review]:
    """Return what there is to say of a pull request, and what was found.

    Args:
        desk: The site as it is, be it committed or not.
        base: The branch, or the commit, that it is to be merged into.
        kept: What was found before.
        preview: Where the site can be seen as it would be, or empty.
        approved: Who is said to have approved it.

    Raises:
        CommandError: Git cannot be asked, or does not know the base.
        SettingsError: The baseline, or a pack, cannot be read.
    """
    repository = Repository(desk.site.root, ASKER)
    commit = repository.find_base(base)
    changes = read_changes(desk.site.root, base, ASKER)
    stewardship = read_stewardship(desk.library, desk.today, repository, commit, approved)
    review, told = _check(desk, changes, kept)
    checked = {each.path: each for each in review.files}
    report = Report(
        base=base,
        commit=commit,
        today=desk.today,
        remarks=make_remarks(told),
        suggestions=make_suggestions(desk, review.findings, changes),
        posts=make_posts(Changed(desk, stewardship, checked, preview)),
        others=tuple(sorted(_others(changes, stewardship))),
        older=sum(each.elsewhere for each in review.files),
        notes=(*_place(stewardship, base), *make_notes(review), *_silence(stewardship)),
        folder=told.folder,
        preview=preview,
        names={each.id: each.name for each in desk.library.staff.values()},
        stewardship=stewardship,
    )
    return report, review


def _ruling(change: Change) -> str:
    if change.ruling is None:
        return "Nothing was settled there about who has to approve."
    where = make_one_line(change.ruling) or "."
    return f"Who has to approve is as the site in `{where}` had it."


def _place(stewardship: Stewardship, base: str) -> Iterator[str]:
    """Yield what is to be said where the base has no site, or has it elsewhere."""
    change = stewardship.deed.change
    if change.is_new:
        yield f"There is no such site at `{base}`, so everything is new. {_ruling(change)}"
    elif change.prefix != change.prefix_before:
        was = make_one_line(change.prefix_before) or "."
        held = "It is held against that; each line counts as new."
        yield f"At `{base}` the site is in `{was}`. {held}"


def _silence(stewardship: Stewardship) -> tuple[str, ...]:
    if not stewardship.silence:
        return ()
    return (f"Who committed what was not looked at: {stewardship.silence}.",)


def _check(desk: Desk, changes: Changes, kept: Cache) -> tuple[Review, Told]:
    """Return what is found in what changed, as `advocacy check --since` does."""
    blocking = replace(read_blocking(desk.site, desk.guide), changes=changes)
    review, checked = review_changes(desk, blocking, kept)
    return review, desk.report(desk.suggest(review.findings), checked)


def _others(changes: Changes, stewardship: Stewardship) -> set[str]:
    change = stewardship.deed.change
    told = {flag.path for flag in stewardship.flags}
    content = {
        path
        for path in {*changes.lines, *changes.gone}
        if not path.startswith(POST_FOLDER) and f"{change.prefix}{path}" not in told
    }
    posts = f"{change.prefix}{POST_FOLDER}"
    return content | {path for path in change.outside() if not path.startswith(posts)} - told
