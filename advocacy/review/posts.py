"""The posts of a pull request: what becomes of each, and what there is to say of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from advocacy.aliases import alias_address
from advocacy.before import POST_FOLDER
from advocacy.editorial.blocking import Checked
from advocacy.editorial.secret_shapes import cover_secrets
from advocacy.library import Library
from advocacy.post import Post
from advocacy.publishing.desk import Desk
from advocacy.review.colleagues import find_readers, find_sharers
from advocacy.review.notes import make_line
from advocacy.review.ownership import Deed
from advocacy.review.post_cards import find_cards
from advocacy.review.post_facts import find_vouching, make_readability, make_state
from advocacy.review.post_review import Change, PostReview
from advocacy.review.post_texts import make_disclosing, make_network_texts
from advocacy.review.stewardship import Stewardship
from advocacy.review.telling import tell_approval
from advocacy.touched import Touched

# Of more than so many the texts are not made: nobody reads them, and an import has a thousand.
MOST_IN_FULL = 25


@dataclass(frozen=True, slots=True)
class Changed:
    """What is known of the posts of a pull request.

    Attributes:
        desk: The site as it is.
        stewardship: Who did what to it, what was so before, and who has to approve.
        checked: By path, what was found in each file.
        preview: The web address of the site as it would be, or empty.
    """

    desk: Desk
    stewardship: Stewardship
    checked: Mapping[str, Checked]
    preview: str = ""

    @property
    def deed(self) -> Deed:
        """What was done, and what was so before."""
        return self.stewardship.deed

    @property
    def files(self) -> Mapping[str, Touched]:
        """The files of posts that are touched, by where they are."""
        files = self.deed.change.within()
        return {each.path: each for each in files if each.path.startswith(POST_FOLDER)}


def make_posts(changed: Changed) -> tuple[PostReview, ...]:
    """Return the posts that are new, changed or moved, then those that are removed."""
    files = changed.files
    posts = [post for post in reversed(changed.desk.library.posts) if post.path in files]
    read = [_make_post(post, files[post.path], changed) for post in posts]
    whole = posts[:MOST_IN_FULL]
    cards = find_cards(whole, changed.desk.library)
    read[: len(whole)] = [
        replace(_in_full(each, post, changed), card=cards[post.path])
        for each, post in zip(read, whole, strict=False)
    ]
    return (*_order(read), *_unread(changed), *_removed(changed))


def _order(posts: Sequence[PostReview]) -> list[PostReview]:
    order = [*Change]
    return sorted(posts, key=lambda each: order.index(each.change))


def _make_post(post: Post, file: Touched, changed: Changed) -> PostReview:
    site, today = changed.desk.site, changed.desk.today
    address = post.address(site)
    past = _find_past(post, file, changed)
    was = past.address(site) if past and past.is_public(today) else ""
    has_moved = was not in {"", address}
    kept = Change.MOVED if has_moved else Change.CHANGED
    is_seen = post.is_public(today) and changed.preview
    return PostReview(
        path=post.path,
        change=Change.NEW if past is None and _is_new(file) else kept,
        title=cover_secrets(post.title),
        address=address,
        was=was if has_moved else "",
        is_led_on=not has_moved or was in _led_on(changed.desk.library),
        url=urljoin(changed.preview, address) if is_seen else "",
        state=make_state(post, today),
        day=post.starts() if post.is_awaited(today) and post.status != "draft" else None,
        lang=post.lang,
        purpose=post.purpose,
        audience=site.audience_in(post.audience, site.language)[0],
        topics=tuple(site.topic_in(each, site.language)[0] for each in post.topics),
        authors=_names(post.authors, changed.desk.library),
        committed_by=_names(sorted(_doers(file, changed.deed)), changed.desk.library),
        approvals=tuple(_approvals(post, changed, are_given=False)),
        approved=tuple(_approvals(post, changed, are_given=True)),
        note=make_line(post, changed.stewardship.find_unnoted(post, file)),
        reviewed_by=_names(post.reviewed_by, changed.desk.library),
        reviewed_before=_names([each.id for each in post.outdated_reviewers], changed.desk.library),
    )


def _is_new(file: Touched) -> bool:
    """Say whether no post was in a file, under any name that it had."""
    return file.status == "A" or not (file.before or file.path).startswith(POST_FOLDER)


def _doers(file: Touched, deed: Deed) -> set[str]:
    return {doer.shown for doer in deed.doers_of(file)}


def _approvals(post: Post, changed: Changed, *, are_given: bool) -> Iterator[str]:
    names = {each.id: each.name for each in changed.desk.library.staff.values()}
    for approval in changed.stewardship.approvals:
        if post.path in approval.paths and approval.is_given is are_given:
            yield tell_approval(approval, names)


def _find_past(post: Post, file: Touched, changed: Changed) -> Post | None:
    """Return what a post was; one with another id is the same if it took its file."""
    before = changed.deed.before
    if same := before.find_post(post.id):
        return same
    at_its_place = before.posts.get(file.before or file.path)
    kept = {each.id for each in changed.desk.library.posts}
    return at_its_place if at_its_place and at_its_place.id not in kept else None


def _in_full(review: PostReview, post: Post, changed: Changed) -> PostReview:
    desk = changed.desk
    return replace(
        review,
        readability=make_readability(post),
        disclosing=make_disclosing(post, desk.site),
        vouching=tuple(find_vouching(post, desk.guide, changed.checked.get(post.path))),
        networks=make_network_texts(post, desk.site),
        sharers=find_sharers(post, desk),
        readers=find_readers(post, desk),
    )


def _unread(changed: Changed) -> Iterator[PostReview]:
    """Yield the files of which nothing can be said before they are mended."""
    for path, file in changed.files.items():
        if path in changed.desk.library.unread_paths:
            change = Change.NEW if _is_new(file) else Change.CHANGED
            yield PostReview(path, change, is_read=False)


def _removed(changed: Changed) -> Iterator[PostReview]:
    site, library, before = changed.desk.site, changed.desk.library, changed.deed.before
    left = {post.id for post in library.posts}
    for path in _left(changed.deed.change.within()):
        past = before.posts.get(path)
        if past is None:
            yield PostReview(path, Change.REMOVED)
        elif past.id not in left:
            address = past.address(site) if past.is_public(changed.desk.today) else ""
            is_led_on = not address or address in _led_on(library)
            title = cover_secrets(past.title)
            yield PostReview(path, Change.REMOVED, title, address, is_led_on=is_led_on)


def _left(files: Iterable[Touched]) -> Iterator[str]:
    """Yield where posts were that are gone, or lie among something else now."""
    for file in files:
        is_gone = file.status == "D" or not file.path.startswith(POST_FOLDER)
        if is_gone and (path := file.before or file.path).startswith(POST_FOLDER):
            yield path


def _led_on(library: Library) -> frozenset[str]:
    """Return the old addresses from which readers are led to where something is now."""
    aliases = [each.aliases for each in library.posts]
    aliases += [each.aliases for each in library.pages.values()]
    aliases += [each.aliases for each in library.staff.values()]
    return frozenset(alias_address(alias) for each in aliases for alias in each)


def _names(ids: Sequence[str], library: Library) -> tuple[str, ...]:
    return tuple(library.staff[each].name if each in library.staff else each for each in ids)
