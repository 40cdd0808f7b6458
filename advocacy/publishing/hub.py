"""The hub: what can be shared now, whole and by topic, and what a reader can choose from it."""

from collections.abc import Iterator, Mapping
from datetime import date

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import kit_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.kit_days import make_day, make_end
from advocacy.publishing.posts import make_post_link
from advocacy.publishing.purpose_words import purpose_label
from advocacy.share.kit import Kit
from advocacy.site import PURPOSES
from advocacy.translations import language_name, translations_for
from advocacy.views import ChoiceView, Head, HubView, KitLink, Link

# In the order in which the page asks for them.
FACETS = ("topic", "purpose", "audience", "language")
# Each kit has all of them: it decides on where in a kit a link leads.
NETWORK = "network"
# Nobody reads more than these on a Monday morning; the others are rows, on pages by year.
NEWEST = 30


def make_hub_pages(edition: Edition, kits: tuple[Kit, ...]) -> Iterator[PageFile]:
    """Return the hub of what is offered now, its older part by year, and what is on each topic."""
    offered = sorted((kit for kit in kits if kit.state.is_offered), key=_since, reverse=True)
    whole = tuple(make_kit_link(edition, kit, edition.site.language) for kit in offered)
    older: dict[int, list[KitLink]] = {}
    for kit, link in list(zip(offered, whole, strict=True))[NEWEST:]:
        older.setdefault(kit.since.year, []).append(link)
    yield _hub(edition, whole, tuple(older))
    for year, links in older.items():
        yield _hub_of_year(edition, year, tuple(links))
    for topic in edition.site.topics:
        some = tuple(link for link in whole if topic in link.facets.get("topic", ()))
        if some:
            yield _hub_of_topic(edition, topic, some)


def _since(kit: Kit) -> date:
    return kit.since


def make_kit_link(edition: Edition, kit: Kit, lang: str) -> KitLink:
    """Return a kit as lists in a language show it, with all by which it may be chosen."""
    site, post = edition.site, edition.with_kit[kit.slug]
    return KitLink(
        href=site.href(addresses.kit(kit.slug)),
        post=make_post_link(edition, post),
        until=make_day(kit.until, lang),
        state=kit.state,
        ends=make_end(kit, site),
        topics=tuple(
            Link(site.href(addresses.hub_of_topic(topic)), site.topics[topic], site.language)
            for topic in post.topics
        ),
        audience=site.audiences.get(post.audience, ""),
        facets=_facets(post),
        also=_other_names(edition, post),
    )


def _other_names(edition: Edition, post: Post) -> str:
    """Return the authors' names in Latin letters, as who looks for them may type them."""
    names = ((edition.author(each).name_latin, each.replace("-", " ")) for each in post.authors)
    return " ".join(filter(None, (word for pair in names for word in pair)))


def _facets(post: Post) -> Mapping[str, tuple[str, ...]]:
    values = (post.topics, (post.purpose,), (post.audience,), (post.lang,))
    held = ((name, tuple(filter(None, each))) for name, each in zip(FACETS, values, strict=True))
    return {name: each for name, each in held if each}


def _hub(edition: Edition, whole: tuple[KitLink, ...], years: tuple[int, ...]) -> PageFile:
    site, address = edition.site, addresses.SHARE
    view = HubView(
        head=_head(edition, translations_for(site.language).gettext("Share"), address),
        kits=whole[:NEWEST],
        at_length=NEWEST,
        older=tuple(Link(site.href(addresses.older_kits(year)), f"{year}") for year in years),
        older_kits=len(whole[NEWEST:]),
        choices=tuple(_choices(edition, whole)),
        topics=tuple(_topic_links(edition)),
        whole_href=site.href(address),
        feed=kit_feed(site),
        calendar_href=site.href(addresses.KIT_CALENDAR),
        people=_own_pages(edition),
    )
    return PageFile(address, "hub.html", view)


def _hub_of_topic(edition: Edition, topic: str, links: tuple[KitLink, ...]) -> PageFile:
    site, address = edition.site, addresses.hub_of_topic(topic)
    share = translations_for(site.language).gettext("Share")
    view = HubView(
        head=_head(edition, f"{share}: {site.topics[topic]}", address, topic),
        kits=links,
        at_length=NEWEST,
        choices=tuple(each for each in _choices(edition, links) if each.key != "topic"),
        topics=tuple(_topic_links(edition)),
        topic=site.topics[topic],
        whole_href=site.href(addresses.SHARE),
        feed=kit_feed(site, topic),
    )
    return PageFile(address, "hub.html", view)


def _hub_of_year(edition: Edition, year: int, links: tuple[KitLink, ...]) -> PageFile:
    site, address = edition.site, addresses.older_kits(year)
    older = translations_for(site.language).gettext("Older, and still to share")
    view = HubView(
        head=_head(edition, f"{older}: {year}", address),
        kits=links,
        at_length=0,
        topic=f"{older}: {year}",
        whole_href=site.href(addresses.SHARE),
    )
    return PageFile(address, "hub.html", view)


def _head(edition: Edition, title: str, address: str, topic: str = "") -> Head:
    feeds = (kit_feed(edition.site, topic),)
    return make_head(edition, title, address, feeds=feeds, section="share", is_indexed=False)


def _own_pages(edition: Edition) -> tuple[Link, ...]:
    """Return links to colleagues' own pages, so that each finds theirs."""
    site = edition.site
    return tuple(
        Link(site.href(addresses.own_page(each.id)), each.name) for each in edition.sharers
    )


def _topic_links(edition: Edition) -> Iterator[Link]:
    """Return links to the parts of the hub, which serve where no script runs."""
    used = {topic for post in edition.shared.values() for topic in post.topics}
    for topic, title in edition.site.topics.items():
        if topic in used:
            yield Link(edition.site.href(addresses.hub_of_topic(topic)), title)


def _choices(edition: Edition, links: tuple[KitLink, ...]) -> Iterator[ChoiceView]:
    """Return what there is to choose between; a list of one thing is no choice."""
    labels = _labels(edition)
    titles = _titles(edition.site.language)
    held = {name: {each for link in links for each in link.facets.get(name, ())} for name in FACETS}
    held[NETWORK] = set(edition.networks)
    for name, values in held.items():
        options = tuple((each, text) for each, text in labels[name].items() if each in values)
        if len(options) > 1:
            yield ChoiceView(name, titles[name], options)


def _labels(edition: Edition) -> Mapping[str, Mapping[str, str]]:
    """Return what each value of each facet is called, in the order in which they are shown."""
    site = edition.site
    _ = translations_for(site.language).gettext
    return {
        "topic": site.topics,
        "purpose": {each: purpose_label(each, site.language) for each in PURPOSES},
        "audience": site.audiences,
        "language": {each: language_name(each) for each in site.languages},
        NETWORK: {each.id: _(each.name) for each in edition.networks.values()},
    }


def _titles(lang: str) -> Mapping[str, str]:
    _ = translations_for(lang).gettext
    return {
        "topic": _("Topic"),
        "purpose": _("Purpose"),
        "audience": _("For whom"),
        "language": _("Language"),
        NETWORK: _("Network"),
    }
