"""Share kits for those who subscribe: feeds for all and for each topic, and a calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from html import escape

from advocacy import addresses
from advocacy.feeds.calendar import Span
from advocacy.feeds.feed import Addresses, Entry, Feed
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_entries import (
    make_categories,
    make_entry_authors,
    make_picture,
)
from advocacy.publishing.feed_style import feed_style_href
from advocacy.publishing.heads import make_card
from advocacy.publishing.sign import make_feed_sign
from advocacy.share.kit import Kit
from advocacy.translations import format_day, translations_for

ENTRIES_IN_A_FEED = 30
SHOWN_WITHOUT_END = timedelta(days=365)


def make_kit_feeds(edition: Edition, kits: Iterable[Kit]) -> Iterator[tuple[str, Feed]]:
    """Return each feed of kits that are offered, by its name, such as `all` or `topics/reading`."""
    site = edition.site
    _ = translations_for(site.language).gettext
    offered = [(kit, edition.with_kit[kit.slug]) for kit in kits if kit.state.is_offered]
    entries = {post.id: _entry(edition, kit, post) for kit, post in offered}
    title = _("Share kits")
    yield "all", _feed(edition, "all", f"{title} – {site.name}", list(entries.values()))
    for topic, label in site.topics.items():
        chosen = [entries[post.id] for _kit, post in offered if topic in post.topics]
        if chosen:
            name = addresses.topic_feed(topic)
            yield name, _feed(edition, name, f"{title}: {label} – {site.name}", chosen)


def make_spans(edition: Edition, kits: Iterable[Kit]) -> tuple[Span, ...]:
    """Return the days on which kits are offered, also of those that are not offered yet.

    A kit that is offered for ever has its first day alone, and for a year, so that it does not fill
    a calendar.
    """
    return tuple(
        _span(edition, kit, edition.with_kit[kit.slug])
        for kit in kits
        if _is_dated(kit, edition.today)
    )


def _is_dated(kit: Kit, today: date) -> bool:
    """Say whether a calendar has a kit on a day."""
    is_recent = kit.until is not None or today - kit.since <= SHOWN_WITHOUT_END
    return kit.since > today or (kit.state.is_offered and is_recent)


def _feed(edition: Edition, name: str, title: str, entries: list[Entry]) -> Feed:
    site = edition.site
    _ = translations_for(site.language).gettext
    newest = sorted(entries, key=lambda entry: (-entry.published.timestamp(), entry.id))
    return Feed(
        title=title,
        publisher=site.name,
        description=_(
            "Texts and pictures for colleagues who would like to tell others. "
            "Change every word. Nobody has to share."
        ),
        home_url=site.absolute(addresses.SHARE),
        at=Addresses(
            atom=site.absolute(addresses.kit_feed(name, "atom")),
            json=site.absolute(addresses.kit_feed(name, "json")),
        ),
        lang=site.language,
        stylesheet_href=feed_style_href(edition),
        # Kits that are built apart ask the blog for nothing.
        sign=None if site.from_kits else make_feed_sign(site),
        entries=tuple(newest[:ENTRIES_IN_A_FEED]),
    )


def _entry(edition: Edition, kit: Kit, post: Post) -> Entry:
    site = edition.site
    first = datetime.combine(kit.since, time(), site.time_zone)
    published = max(first, post.date)
    return Entry(
        # The post's own id is in the blog's feeds.
        id=f"{kit.id}#share",
        url=site.absolute(addresses.kit(post.slug)),
        title=post.title,
        html=_html(edition, kit, post),
        summary=post.summary,
        published=published,
        # Only the author says that a post has changed: a caption that is edited announces nothing.
        updated=max(published, post.modified or published),
        authors=make_entry_authors(edition, post),
        categories=make_categories(site, post),
        lang=post.lang,
        picture=make_picture(make_card(edition, post)),
    )


def _html(edition: Edition, kit: Kit, post: Post) -> str:
    """Return what there is to share, and the way to where it can be changed."""
    _ = translations_for(post.lang).gettext
    card = make_card(edition, post)
    freely = _(
        "These are only beginnings: change every word until it sounds like you. "
        "Nobody has to share."
    )
    offered = _("Offered until")
    until = f"{offered} {format_day(kit.until, post.lang)}." if kit.until else ""
    size = f'width="{card.width_px}" height="{card.height_px}"'
    parts = (
        _paragraph(post.summary),
        _paragraph(f"{freely} {until}".strip()),
        _link(edition.site.absolute(addresses.kit(post.slug)), _("Open the share kit")),
        *_texts(edition, kit),
        f'<p><img src="{escape(card.url)}" alt="{escape(card.alt)}" {size}></p>',
        _link(kit.url, _("Read the post")),
    )
    return "\n".join(part for part in parts if part)


def _texts(edition: Edition, kit: Kit) -> Iterator[str]:
    """Yield a heading for each network, and below it each text that is ready to be shared."""
    _ = translations_for(kit.lang).gettext
    for each in kit.networks:
        name = _(edition.networks[each.network].name)
        if each.ready:
            yield f"<h3>{escape(name)}</h3>"
        for text in each.ready:
            lines = escape(text.below_warning).replace("\n", "<br>\n")
            yield f"<blockquote><p>{lines}</p></blockquote>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _link(url: str, text: str) -> str:
    return f'<p><a href="{escape(url)}">{escape(text)}</a></p>'


def _span(edition: Edition, kit: Kit, post: Post) -> Span:
    _ = translations_for(post.lang).gettext
    site = edition.site
    url = site.absolute(addresses.kit(post.slug))
    return Span(
        id=f"{kit.id}#share",
        title=_("To share, if you like: %(title)s") % {"title": post.title},
        description="\n\n".join(
            part for part in (post.summary, url, _("Nobody has to share.")) if part
        ),
        first=kit.since,
        last=kit.until or kit.since,
        changed=post.modified or post.date,
        url=url,
        topics=tuple(site.topics[topic] for topic in post.topics),
        lang=post.lang,
    )
