"""What files say against one another: two that claim one name, translations of nothing."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from advocacy.about import SERIES, About
from advocacy.aliases import find_alias_clashes
from advocacy.errors import Problem, nearest
from advocacy.identities import find_shared_identities
from advocacy.page import Page
from advocacy.page_families import find_page_clashes
from advocacy.post import Post
from advocacy.schema import code_of
from advocacy.site import Site
from advocacy.slugs import slugify
from advocacy.staff import StaffMember
from advocacy.translation_clashes import POSTS, find_translation_clashes


def find_clashes(
    posts: Sequence[Post],
    staff: Sequence[StaffMember],
    pages: Sequence[Page],
    site: Site,
    unread: Collection[str] = (),
) -> list[Problem]:
    """Find every clash among what was read; the older post, or the first file, is in the right.

    Args:
        posts: Those that could be read.
        staff: The colleagues, in the same way.
        pages: In the same way.
        site: Whose addresses they have.
        unread: What translations may call posts and pages that could not be read.
    """
    in_time = sorted(posts, key=lambda post: (post.date, post.path))
    by_id = {post.id: post for post in in_time}
    with_record = [post for post in in_time if post.at_uri]
    return [
        *_twice(in_time, "id", lambda post: post.id),
        *_twice(in_time, "slug", lambda post: post.slug),
        *_twice(with_record, "at_uri", lambda post: post.at_uri),
        *_twice(staff, "id", lambda member: member.id),
        *find_shared_identities(staff),
        *_twice(pages, "slug", lambda page: (page.lang, page.slug)),
        *find_translation_clashes(in_time, by_id, POSTS, unread),
        *find_page_clashes(pages, site, unread),
        *find_alias_clashes(in_time, pages, staff, site),
    ]


def find_lone_abouts(abouts: Iterable[About], posts: Iterable[Post]) -> Iterator[Problem]:
    """Find files about a series that no post belongs to, which a slip of the finger makes."""
    known = {slugify(post.series) for post in posts if post.series}
    for about in abouts:
        if about.folder == SERIES and about.id not in known:
            cure = f"{nearest(about.id, known)} Rename the file, or take it away."
            told = f"No post has a `series` whose address would be `{about.id}`.{cure}"
            yield Problem(about.path, 0, 0, told, "About.Id")


def find_double_abouts(abouts: Iterable[About]) -> Iterator[Problem]:
    """Find files that tell the same language's readers what one list is about."""
    seen: dict[tuple[str, str, str], About] = {}
    for about in abouts:
        first = seen.setdefault((about.folder, about.id, about.lang), about)
        if first is not about:
            cure = "Set `lang` to the language of this one, or take it away."
            told = f"{first.path} tells of `{about.id}` in `{about.lang}` already. {cure}"
            yield Problem(about.path, 0, 0, told, "About.Id", other=first.path)


T = TypeVar("T", Post, StaffMember, Page)


def _twice(pieces: Iterable[T], what: str, claim: Callable[[T], object]) -> Iterator[Problem]:
    seen: dict[object, T] = {}
    for piece in pieces:
        first = seen.setdefault(claim(piece), piece)
        if first is piece:
            continue
        place = piece.places.get(what) or piece.places.get("title") or piece.places["name"]
        name = getattr(piece, what)
        message = f"`{name}` is the {what} of {first.path} too. Give this one its own."
        code = f"{type(piece).__name__}.{code_of(what)}"
        yield Problem(piece.path, place.line, place.column, message, code, other=first.path)
