"""What stands in the heads of pages, and what every page shows of the site."""

from collections.abc import Mapping

from advocacy import addresses
from advocacy.post import Post, site_prefix
from advocacy.publishing.alternates import make_alternates, make_post_alternates
from advocacy.publishing.cards import make_cards
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.feed_links import post_feeds, site_feed
from advocacy.publishing.look_view import make_look_view
from advocacy.publishing.structured import (
    Thing,
    make_page_graph,
    make_post_graph,
)
from advocacy.share.app_icon import APPLE_ICON
from advocacy.share.cards.card import card_alt
from advocacy.share.cards.sizes import SIZES
from advocacy.site import Site
from advocacy.translations import direction, language_name, translations_for
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
) -> Head:
    """Return the head of a page that is no post; `things` are what it is about."""
    lang = lang or edition.site.language
    return Head(
        title=title,
        description=description or edition.site.description,
        canonical=edition.site.absolute(address),
        lang=lang,
        direction=direction(lang),
        kind=kind,
        alternates=make_alternates(edition, address),
        feeds=(*feeds, site_feed(edition.site)),
        section=section,
        is_indexed=is_indexed,
        things=make_page_graph(edition.site, title, address, lang, things) if is_indexed else {},
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
        author_urls=tuple(site.absolute(addresses.staff_member(each.id)) for each in members),
        tags=tuple(site.topics[topic] for topic in post.topics),
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


def make_site_view(edition: Edition, lang: str, section: str, asset_version: str) -> SiteView:
    """Return what every page in a language shows of the site."""
    site = edition.site
    is_for_all = section != "share"
    return SiteView(
        name=site.name,
        url=site.url,
        description=site.description,
        root=site.base_path,
        home=site.href(site_prefix(site, lang) if lang in edition.languages else addresses.HOME),
        menu=_menu(edition, lang, section),
        asset_version=asset_version,
        look=make_look_view(edition, lang),
        manifest_href=site.href(addresses.MANIFEST) if is_for_all else "",
        icon_href=site.href(addresses.site_icon(APPLE_ICON.name)) if is_for_all else "",
        publication_uri=site.machines.standard_site if is_for_all else "",
        languages=_languages(edition, lang),
        licence=_licence(site),
        licence_name=site.licence.name if site.licence else "",
        feeds_href=site.href(addresses.FEEDS),
        values_href=site.href(addresses.VALUES) if edition.library.guide else "",
        email=site.email,
        colophon_href=site.href(addresses.COLOPHON),
        lang=site.language,
        search_href=_search_href(edition, lang),
    )


def _menu(edition: Edition, lang: str, section: str) -> tuple[Link, ...]:
    """Return the main menu of pages in a language; that of their section is current."""
    site = edition.site
    pages = (
        Link(site.href(page_address(site, page)), page.title, page.lang, section == page.slug)
        for page in sorted(edition.library.pages.values(), key=lambda page: page.title)
        if page.in_menu
    )
    _ = translations_for(lang).gettext
    menu = [
        Link(site.href(addresses.STAFF), _("People"), current=section == "staff"),
        Link(site.href(addresses.TOPICS), _("Topics"), current=section == "topics"),
        *pages,
    ]
    if search_href := _search_href(edition, lang):
        menu.append(Link(search_href, _("Search"), current=section == "search"))
    if site.from_kits or not site.sharing.folder:
        menu.append(Link(site.href(addresses.SHARE), _("Share"), current=section == "share"))
    return tuple(menu)


def _licence(site: Site) -> Link | None:
    """Return the link to the terms of use, where they have an address."""
    if not site.licence or not site.licence.url:
        return None
    return Link(site.licence.url, site.licence.name)


def _search_href(edition: Edition, lang: str) -> str:
    """Return the link to where posts in a language are searched, else in the default one."""
    found = edition.search_languages
    if not found:
        return ""
    wanted = lang if lang in found else found[0]
    return edition.site.href(addresses.search(site_prefix(edition.site, wanted)))


def _languages(edition: Edition, current: str) -> tuple[Link, ...]:
    site = edition.site
    if len(edition.languages) == 1:
        return ()
    return tuple(
        Link(site.href(site_prefix(site, lang)), language_name(lang), lang, lang == current)
        for lang in edition.languages
    )
