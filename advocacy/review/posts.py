"""The posts of a pull request: what becomes of each, and what there is to say of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from advocacy import addresses
from advocacy.aliases import alias_address
from advocacy.changes import Changes
from advocacy.editorial.blocking import Checked
from advocacy.library import Library
from advocacy.post import Post
from advocacy.publishing.card_content import make_card_content
from advocacy.publishing.desk import Desk
from advocacy.publishing.purpose_words import purpose_label
from advocacy.publishing.rendering import read_pictures
from advocacy.review.colleagues import find_readers, find_sharers
from advocacy.review.past import FOLDER, PastPost, id_of
from advocacy.review.post_facts import find_vouching, make_readability, make_state
from advocacy.review.post_review import Change, PostReview
from advocacy.review.post_texts import make_disclosing, make_network_texts
from advocacy.share.cards.card import is_photo
from advocacy.share.cards.look import read_look
from advocacy.share.cards.sizes import PREVIEW

# Of more than so many the texts are not made: nobody reads them, and an import has a thousand.
MOST_IN_FULL = 25


@dataclass(frozen=True, slots=True)
class Changed:
    """What is known of the posts of a pull request.

    Attributes:
        desk: The site as it is.
        changes: The difference between then and now.
        past: What its files were.
        checked: By path, what was found in each file.
        preview: The web address of the site as it would be, or empty.
    """

    desk: Desk
    changes: Changes
    past: tuple[PastPost, ...]
    checked: Mapping[str, Checked]
    preview: str = ""


def make_posts(changed: Changed) -> tuple[PostReview, ...]:
    """Return the posts that are new, changed or moved, then those that are removed."""
    library, changes = changed.desk.library, changed.changes
    posts = [post for post in reversed(library.posts) if post.path in changes.lines]
    read = [_make_post(post, changed) for post in posts]
    read[:MOST_IN_FULL] = [
        _in_full(each, post, changed)
        for each, post in zip(read[:MOST_IN_FULL], posts, strict=False)
    ]
    return (*_order(read), *_unread(changed), *_removed(changed))


def _order(posts: Sequence[PostReview]) -> list[PostReview]:
    order = [*Change]
    return sorted(posts, key=lambda each: order.index(each.change))


def _make_post(post: Post, changed: Changed) -> PostReview:
    site, today = changed.desk.site, changed.desk.today
    address = post.address(site)
    past = next((each for each in changed.past if each.id == post.id), None)
    has_moved = past is not None and past.address not in {"", address}
    kept = Change.MOVED if has_moved else Change.CHANGED
    is_seen = post.is_public(today) and changed.preview
    return PostReview(
        path=post.path,
        change=kept if past else Change.NEW,
        title=post.title,
        address=address,
        was=past.address if past and has_moved else "",
        is_led_on=not (past and has_moved) or past.address in _led_on(changed.desk.library),
        url=urljoin(changed.preview, address) if is_seen else "",
        state=make_state(post, today),
        day=post.starts() if post.is_awaited(today) and post.status != "draft" else None,
        lang=post.lang,
        purpose=purpose_label(post.purpose, "en") if post.purpose else "",
        audience=site.audience_in(post.audience, site.language)[0],
        topics=tuple(site.topic_in(each, site.language)[0] for each in post.topics),
        authors=_names(post.authors, changed.desk.library),
        reviewed_by=_names(post.reviewed_by, changed.desk.library),
    )


def _in_full(review: PostReview, post: Post, changed: Changed) -> PostReview:
    desk = changed.desk
    return replace(
        review,
        readability=make_readability(post),
        disclosing=make_disclosing(post, desk.site),
        vouching=tuple(find_vouching(post, desk.guide, changed.checked.get(post.path))),
        networks=make_network_texts(post, desk.site),
        card=_card(post, desk.library),
        sharers=find_sharers(post, desk),
        readers=find_readers(post, desk),
    )


def _unread(changed: Changed) -> Iterator[PostReview]:
    """Yield the files of which nothing can be said before they are mended."""
    past = {each.path for each in changed.past}
    for path in sorted(changed.desk.library.unread_paths & {*changed.changes.lines}):
        if path.startswith(FOLDER):
            yield PostReview(path, Change.CHANGED if path in past else Change.NEW, is_read=False)


def _removed(changed: Changed) -> Iterator[PostReview]:
    library = changed.desk.library
    left = {post.id for post in library.posts} | {id_of(each) for each in library.unread}
    left_paths = {post.path for post in library.posts} | library.unread_paths
    for past in changed.past:
        if past.path in left_paths or (past.id and past.id in left):
            continue
        is_led_on = not past.address or past.address in _led_on(library)
        yield PostReview(past.path, Change.REMOVED, past.title, past.address, is_led_on=is_led_on)


def _led_on(library: Library) -> frozenset[str]:
    """Return the old addresses from which readers are led to where something is now."""
    aliases = [each.aliases for each in library.posts]
    aliases += [each.aliases for each in library.pages.values()]
    aliases += [each.aliases for each in library.staff.values()]
    return frozenset(alias_address(alias) for each in aliases for alias in each)


def _card(post: Post, library: Library) -> str:
    content = make_card_content(library, read_pictures(library, [post]), post)
    ending = "jpg" if is_photo(content, read_look(library.site), PREVIEW) else "png"
    return addresses.card(post.slug, ending=ending)


def _names(ids: Sequence[str], library: Library) -> tuple[str, ...]:
    return tuple(library.staff[each].name if each in library.staff else each for each in ids)
