"""Each post's kit, and the hub that leads to them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.discussions import make_discussions
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import kit_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_card, make_card_views, make_head
from advocacy.publishing.hub import make_hub_pages
from advocacy.publishing.kit_days import make_day, make_end
from advocacy.publishing.people import make_authors, make_sharers
from advocacy.publishing.posts import make_post_link
from advocacy.share.kit import Kit, make_kit, make_snippet_view
from advocacy.views import KitView


def make_kits(edition: Edition, posts: Iterable[Post] | None = None) -> tuple[Kit, ...]:
    """Return the kits of some posts; without that every kit, offered now or not, newest first."""
    return tuple(
        make_kit(
            post,
            edition.site,
            edition.networks,
            edition.today,
            card_url=make_card(edition, post).url,
        )
        for post in (edition.with_kit.values() if posts is None else posts)
    )


def make_share_pages(
    edition: Edition, kits: tuple[Kit, ...], history: Mapping[str, datetime]
) -> Iterator[PageFile]:
    """Return the hub of what is offered now, and the page of each kit.

    Args:
        edition: What is public.
        kits: Each of them.
        history: When the words of posts became what they are, by a post's path, as far as known.
    """
    yield from make_hub_pages(edition, kits)
    for kit in kits:
        post = edition.with_kit[kit.slug]
        view = _kit_view(edition, kit, post, history.get(post.path))
        yield PageFile(addresses.kit(kit.slug), "kit.html", view)


def _kit_view(edition: Edition, kit: Kit, post: Post, changed: datetime | None) -> KitView:
    head = make_head(
        edition,
        post.title,
        addresses.kit(kit.slug),
        lang=post.lang,
        feeds=(kit_feed(edition.site),),
        section="share",
        is_indexed=False,
    )
    cards = make_card_views(edition, post)
    return KitView(
        head=head,
        post=make_post_link(edition, post),
        question=post.question,
        snippets=tuple(
            make_snippet_view(kit, each, edition.networks[each.network], post.lang, cards)
            for each in kit.networks
        ),
        until=make_day(kit.until, post.lang),
        since=make_day(kit.since, post.lang),
        state=kit.state,
        is_offered=kit.state.is_offered,
        ends=make_end(kit, edition.site),
        cards=cards,
        sharers=make_sharers(edition, post),
        host=urlsplit(kit.url).hostname or "",
        hub_href=edition.site.href(addresses.SHARE),
        reviewers=make_authors(edition, _reviewers(edition, post)),
        changed=make_day(changed.astimezone(edition.site.time_zone).date(), post.lang)
        if changed
        else None,
        discussions=make_discussions(post, edition.networks),
    )


def _reviewers(edition: Edition, post: Post) -> tuple[str, ...]:
    """Return the ids of the colleagues who read a post and did not write it."""
    others = (each for each in post.reviewed_by if each not in post.authors)
    return tuple(each for each in others if each in edition.library.staff)
