"""What stands in the heads of pages, and what every page shows of the site."""

from collections.abc import Mapping

from advocacy import addresses
from advocacy.library import GUIDE_PATH
from advocacy.post import Post, site_prefix
from advocacy.publishing.alternates import make_alternates, make_post_alternates
from advocacy.publishing.cards import make_cards
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.feed_links import language_feeds, post_feeds, site_feed
from advocacy.publishing.look_view import make_look_view
from advocacy.publishing.menu import (
    colophon_link,
    make_language_links,
    make_menu,
    section_link,
    translated_page,
)
from advocacy.publishing.structured import (
    Thing,
    make_page_graph,
    make_post_graph,
)
from advocacy.share.app_icon import APPLE_ICON
from advocacy.share.cards.card import card_alt
from advocacy.share.cards.sizes import SIZES
from advocacy.site import Site
from advocacy.translations import direction, translations_for
from advocacy.views import Card, FeedLink, Head, Link, SiteView


def make_head(
    edition: Edition,
    title: str,
    address: str,
    *,
    description: str = "",
    lang: str = "",
    feeds: tuple[FeedLink, ...] = (),
    section: str = "",
    kind: str = "website",
    is_indexed: bool = True,
    things: tuple[Thing, ...] = (),
    alternates: Mapping[str, str] | None = None,
) -> Head:
    """Return the head of a page that is no post.

    Args:
        edition: What is published.
        title: The page's own.
        address: Where it is.
        description: What it says in a sentence; the site's by default.
        lang: BCP 47 tag; the site's first by default.
        feeds: Those of what the page shows.
        section: The part of the menu that it belongs to.
        kind: As Open Graph has it.
        is_indexed: Whether search engines may list it.
        things: What it is about.
        alternates: The same page by language; by default where its section has it.
    """
    lang = lang or edition.site.language
    return Head(
        title=title,
        description=description or edition.site.description,
        canonical=edition.site.absolute(address),
        lang=lang,
        direction=direction(lang),
        kind=kind,
        alternates=make_alternates(edition, address) if alternates is None else alternates,
        feeds=(*feeds, *language_feeds(edition, lang), site_feed(edition.site)),
        section=section,
        is_indexed=is_indexed,
        things=make_page_graph(edition, title, address, lang, things) if is_indexed else {},
    )


def make_post_head(edition: Edition, post: Post) -> Head:
    """Return the head of a post: all that previews and search engines read."""
    site = edition.site
    members = [edition.author(staff_id) for staff_id in post.authors]
    return Head(
        title=post.title,
        description=post.summary,
        canonical=post.canonical or site.absolute(post.address(site)),
        lang=post.lang,
        direction=direction(post.lang),
        kind="article",
        published=post.date.isoformat(),
        modified=post.modified.isoformat() if post.modified else "",
        author_names=tuple(member.name for member in members),
        author_urls=tuple(
            site.absolute(edition.find(addresses.staff_member(each.id), post.lang)[0])
            for each in members
        ),
        tags=tuple(site.topic_in(topic, post.lang)[0] for topic in post.topics),
        card=make_card(edition, post),
        alternates=make_post_alternates(edition, post),
        feeds=post_feeds(edition, post),
        is_indexed=post.is_listed(edition.today),
        fediverse_creator=_fediverse_creator(edition, post),
        document_uri=post.at_uri,
        things=make_post_graph(edition, post, make_card(edition, post)),
    )


def _fediverse_creator(edition: Edition, post: Post) -> str:
    """Return the account of the first author who chose to show one, and still works here."""
    members = [edition.author(staff_id) for staff_id in post.authors]
    return next(
        (
            each.handles["mastodon"]
            for each in members
            if "mastodon" in each.handles and not each.has_left(edition.today)
        ),
        "",
    )


def make_card(edition: Edition, post: Post) -> Card:
    """Return a post's card as previews are told of it."""
    return make_card_views(edition, post)[0]


def make_card_views(edition: Edition, post: Post) -> tuple[Card, ...]:
    """Return every card of a post, the one for previews first."""
    names = _card_names(post.lang)
    return tuple(
        Card(
            url=edition.site.absolute(card.address),
            width_px=SIZES[card.size].width_px,
            height_px=SIZES[card.size].height_px,
            alt=card_alt(card.content),
            name=names[card.size],
            href=edition.site.href(card.address),
            media_type=card.media_type,
        )
        for card in make_cards(edition, post)
    )


def _card_names(lang: str) -> Mapping[str, str]:
    """Return what each size is for, in a language."""
    _ = translations_for(lang).gettext
    return {
        "preview": _("Link preview"),
        "square": _("Square, for a feed"),
        "portrait": _("Upright, for a feed"),
        "story": _("Story"),
        "quote": _("Quotation"),
    }


def make_site_view(edition: Edition, head: Head, asset_version: str) -> SiteView:
    """Return what a page shows of the site, in its language."""
    site, lang = edition.site, head.lang
    is_for_all = head.section != "share"
    guide = translated_page(edition, GUIDE_PATH, lang)
    colophon = colophon_link(edition, head)
    return SiteView(
        name=site.name,
        url=site.url,
        description=site.description,
        root=site.base_path,
        home=site.href(site_prefix(site, lang) if lang in edition.languages else addresses.HOME),
        menu=tuple(make_menu(edition, head)),
        asset_version=asset_version,
        look=make_look_view(edition, lang),
        manifest_href=site.href(addresses.MANIFEST) if is_for_all else "",
        icon_href=site.href(addresses.site_icon(APPLE_ICON.name)) if is_for_all else "",
        publication_uri=site.machines.standard_site if is_for_all else "",
        languages=make_language_links(edition, head),
        licence=_licence(site),
        licence_name=site.licence.name if site.licence else "",
        feeds_href=section_link(edition, "feeds", head).href,
        values_href=site.href(page_address(site, guide)) if guide else "",
        values_lang=guide.lang if guide else "",
        email=site.email,
        colophon_href=colophon.href,
        colophon_lang=colophon.leads_to or colophon.lang,
        lang=site.language,
        search_href=section_link(edition, "search", head).href if edition.search_languages else "",
    )


def _licence(site: Site) -> Link | None:
    """Return the link to the terms of use, where they have an address."""
    if not site.licence or not site.licence.url:
        return None
    return Link(site.licence.url, site.licence.name)
