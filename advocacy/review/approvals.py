"""Who has to approve a change: by purpose, by path, and by whose it is."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from advocacy.before import STAFF_FOLDER
from advocacy.library import GUIDE_PATH
from advocacy.post import Post
from advocacy.review.flags import Flag
from advocacy.review.ownership import Deed, find_strangers
from advocacy.review_settings import ReviewSettings
from advocacy.touched import CONTENT, Touched


class Approval(NamedTuple):
    """Colleagues of whom one has to approve.

    Attributes:
        why: What asks for it: a purpose, an area, a path, or `editors` and `authors`.
        anyone_of: Their ids; those who made the change are left out where there are others.
        paths: What it is about, below the site's folder; what is flagged, or lies outside of
            content, below the repository's.
        is_given: Whether one of them has.
        given_by: Who has.
    """

    why: str
    anyone_of: tuple[str, ...]
    paths: tuple[str, ...]
    is_given: bool = False
    given_by: tuple[str, ...] = ()


def find_approvals(
    deed: Deed, flags: Collection[Flag], today: date, approved: Collection[str] = ()
) -> tuple[Approval, ...]:
    """Return who has to approve a change, as it was settled before it.

    Args:
        deed: What the change does.
        flags: Its files that run or decide something.
        today: Who has left by then is not asked.
        approved: Ids of colleagues who approved it, as a forge says.
    """
    wanted: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    asked = (*_of_content(deed), *_of_flags(flags, deed.before.review), *_of_the_rest(deed))
    for path, why, ids in asked:
        able = _able(ids, deed, today)
        if able:
            wanted.setdefault((why, able), []).append(path)
    return tuple(_make_approval(why, ids, paths, approved) for (why, ids), paths in wanted.items())


def _make_approval(
    why: str, ids: tuple[str, ...], paths: Collection[str], approved: Collection[str]
) -> Approval:
    given = tuple(each for each in ids if each in approved)
    return Approval(why, ids, tuple(sorted({*paths})), bool(given), given)


def _able(ids: Collection[str], deed: Deed, today: date) -> tuple[str, ...]:
    """Return who can approve: nobody their own change, unless there is nobody else."""
    staff = deed.before.staff
    here = [each for each in dict.fromkeys(ids) if each in staff]
    here = [each for each in here if not staff[each].has_left(today)]
    others = [each for each in here if each not in deed.everybody]
    return tuple(others or here)


def _of_content(deed: Deed) -> Iterator[tuple[str, str, Collection[str]]]:
    review = deed.before.review
    for file in deed.change.within():
        reasons = {**_by_path(file, review), **_by_area(file, review), **_by_post(file, deed)}
        for kind, owners, _ in find_strangers(file, deed):
            reasons[kind] = (*owners, *reasons.get(kind, review.editors))
        if not reasons and file.path.startswith(CONTENT):
            reasons = {"editors": review.editors}
        yield from ((file.path, why, ids) for why, ids in reasons.items())


def _by_path(file: Touched, review: ReviewSettings) -> Mapping[str, Collection[str]]:
    """Return the row of the settings that says most about a file."""
    fitting = [place for place in review.paths if any(is_below(p, place) for p in file.paths)]
    longest = max(fitting, key=len, default=None)
    return {f"`{longest}`": review.paths[longest]} if longest is not None else {}


def is_below(path: str, place: str) -> bool:
    """Say whether a path is a file that is named, or lies in a folder that is."""
    return path == place or path.startswith(f"{place.rstrip('/')}/")


def _by_area(file: Touched, review: ReviewSettings) -> Mapping[str, Collection[str]]:
    if GUIDE_PATH in file.paths:
        return {"guide": _or_editors("guide", review)}
    if any(path.startswith(STAFF_FOLDER) for path in file.paths):
        return {"staff": _or_editors("staff", review)}
    return {}


def _by_post(file: Touched, deed: Deed) -> Mapping[str, Collection[str]]:
    """Return who is asked for a post: for its purpose, and its authors if others changed it."""
    old, new = deed.old_post(file), deed.post(file)
    review = deed.before.review
    purposes = {post.purpose for post in (old, new) if post}
    asked: dict[str, Collection[str]] = {
        each: review.approve[each] for each in sorted(purposes & review.approve.keys())
    }
    if old and _are_known(old.authors, deed) and not _made_by_authors(file, old, deed):
        asked["authors"] = (*old.authors, *review.editors)
    return asked


def _are_known(authors: Collection[str], deed: Deed) -> bool:
    """Say whether commits of one of them can be told from those of others at all."""
    members = (deed.before.staff[each] for each in authors if each in deed.before.staff)
    return any(member.commit_emails or member.forge for member in members)


def _made_by_authors(file: Touched, old: Post, deed: Deed) -> bool:
    doers = {each.id for each in deed.doers_of(file)}
    return doers <= {*old.authors, *deed.before.review.editors}


def _of_flags(
    flags: Collection[Flag], review: ReviewSettings
) -> Iterator[tuple[str, str, Collection[str]]]:
    for flag in flags:
        if flag.name != "guide":
            yield flag.path, "settings", _or_editors("settings", review)


def _of_the_rest(deed: Deed) -> Iterator[tuple[str, str, Collection[str]]]:
    """Yield what lies outside of content, where the settings name nobody else for it."""
    review, prefix = deed.before.review, deed.change.prefix
    named = {f"{prefix}{file.path}" for file in deed.change.within() if _by_path(file, review)}
    for path in deed.change.outside():
        if path not in named:
            yield path, "settings", _or_editors("settings", review)


def _or_editors(area: str, review: ReviewSettings) -> Collection[str]:
    return review.approve.get(area) or review.editors
