"""Each post's kit, and the hub that leads to them."""

from collections.abc import Iterable, Iterator

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import kit_feed, make_card, make_card_views, make_head
from advocacy.publishing.hub import make_hub_pages
from advocacy.publishing.kit_days import make_day, make_end
from advocacy.publishing.people import make_sharers
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


def make_share_pages(edition: Edition, kits: tuple[Kit, ...]) -> Iterator[PageFile]:
    """Return the hub of what is offered now, and the page of each kit."""
    yield from make_hub_pages(edition, kits)
    for kit in kits:
        view = _kit_view(edition, kit, edition.with_kit[kit.slug])
        yield PageFile(addresses.kit(kit.slug), "kit.html", view)


def _kit_view(edition: Edition, kit: Kit, post: Post) -> KitView:
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
            make_snippet_view(kit, each, edition.networks[each.network], post.lang)
            for each in kit.networks
        ),
        card=cards[0],
        card_href=cards[0].href,
        until=make_day(kit.until, post.lang),
        since=make_day(kit.since, post.lang),
        state=kit.state,
        is_offered=kit.state.is_offered,
        ends=make_end(kit, edition.site),
        cards=cards,
        sharers=make_sharers(edition, post),
    )
