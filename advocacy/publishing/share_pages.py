"""The hub of what can be shared now, and each post's kit."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import kit_feed, make_card, make_head
from advocacy.publishing.people import make_sharers
from advocacy.publishing.posts import make_post_link
from advocacy.share.kit import Kit, make_kit, make_snippet_view
from advocacy.site import Site
from advocacy.translations import format_day, translations_for
from advocacy.views import DateView, HubView, KitLink, KitView


def make_kits(edition: Edition) -> tuple[Kit, ...]:
    """Return every kit, offered now or not, newest first."""
    return tuple(
        make_kit(post, edition.site, edition.networks, edition.today)
        for post in edition.with_kit.values()
    )


def make_share_pages(edition: Edition, kits: tuple[Kit, ...]) -> Iterator[PageFile]:
    """Return the hub of what is offered now, and the page of each kit."""
    posts = edition.with_kit
    _ = translations_for(edition.site.language).gettext
    site = edition.site
    feed = kit_feed(site)
    head = make_head(
        edition, _("Share"), addresses.SHARE, feeds=(feed,), section="share", is_indexed=False
    )
    links = tuple(_kit_link(edition, kit, posts[kit.slug]) for kit in kits if kit.state.is_offered)
    yield PageFile(
        addresses.SHARE, "hub.html", HubView(head, links, feed, site.href(addresses.KIT_CALENDAR))
    )
    for kit in kits:
        view = _kit_view(edition, kit, posts[kit.slug])
        yield PageFile(addresses.kit(kit.slug), "kit.html", view)


def _kit_link(edition: Edition, kit: Kit, post: Post) -> KitLink:
    return KitLink(
        href=edition.site.href(addresses.kit(kit.slug)),
        post=make_post_link(edition, post),
        until=_day(kit.until, edition.site.language),
        state=kit.state,
        ends=_end(kit, edition.site),
    )


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
    card = make_card(edition, post)
    return KitView(
        head=head,
        post=make_post_link(edition, post),
        question=post.question,
        snippets=tuple(
            make_snippet_view(kit, each, edition.networks[each.network], post.lang)
            for each in kit.networks
        ),
        card=card,
        card_href=card.href,
        until=_day(kit.until, post.lang),
        since=_day(kit.since, post.lang),
        state=kit.state,
        is_offered=kit.state.is_offered,
        ends=_end(kit, edition.site),
        cards=(card,),
        sharers=make_sharers(edition, post),
    )


def _day(day: date | None, lang: str) -> DateView | None:
    return DateView(day.isoformat(), format_day(day, lang)) if day else None


def _end(kit: Kit, site: Site) -> str:
    """Return the moment from which a kit is over, for a page that was not built anew by then."""
    if kit.until is None:
        return ""
    return datetime.combine(kit.until + timedelta(days=1), time(), site.time_zone).isoformat()
