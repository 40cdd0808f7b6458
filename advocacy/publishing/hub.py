"""The hub: what can be shared now, whole and by topic, and what a reader can choose from it."""

from collections import Counter
from collections.abc import Iterator, Mapping

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import kit_feed, make_head
from advocacy.publishing.kit_days import make_day, make_end
from advocacy.publishing.posts import make_post_link, purpose_label
from advocacy.share.kit import Kit
from advocacy.site import PURPOSES
from advocacy.translations import language_name, translations_for
from advocacy.views import ChoiceView, HubView, KitLink, Link

# In the order in which the page asks for them.
FACETS = ("topic", "purpose", "audience", "language", "network")


def make_hub_pages(edition: Edition, kits: tuple[Kit, ...]) -> Iterator[PageFile]:
    """Return the hub of what is offered now, and the part of it on each topic."""
    offered = (kit for kit in kits if kit.state.is_offered)
    newest_first = sorted(offered, key=lambda kit: kit.since, reverse=True)
    whole = tuple(make_kit_link(edition, kit) for kit in newest_first)
    _ = translations_for(edition.site.language).gettext
    share = _("Share")
    yield _hub(edition, addresses.SHARE, share, whole)
    for topic, title in edition.site.topics.items():
        if some := tuple(link for link in whole if topic in link.facets["topic"]):
            yield _hub(edition, addresses.hub_of_topic(topic), f"{share}: {title}", some, topic)


def make_kit_link(edition: Edition, kit: Kit) -> KitLink:
    """Return a kit as lists show it, with all by which it may be chosen."""
    site, post = edition.site, edition.with_kit[kit.slug]
    return KitLink(
        href=site.href(addresses.kit(kit.slug)),
        post=make_post_link(edition, post),
        until=make_day(kit.until, site.language),
        state=kit.state,
        ends=make_end(kit, site),
        topics=tuple(
            Link(site.href(addresses.hub_of_topic(topic)), site.topics[topic], site.language)
            for topic in post.topics
        ),
        audience=site.audiences.get(post.audience, ""),
        facets=_facets(edition, post),
        also=_other_names(edition, post),
    )


def _other_names(edition: Edition, post: Post) -> str:
    """Return the authors' names in Latin letters, as who looks for them may type them."""
    names = ((edition.author(each).name_latin, each.replace("-", " ")) for each in post.authors)
    return " ".join(filter(None, (word for pair in names for word in pair)))


def _facets(edition: Edition, post: Post) -> Mapping[str, tuple[str, ...]]:
    values = (post.topics, (post.purpose,), (post.audience,), (post.lang,), tuple(edition.networks))
    return {name: tuple(filter(None, each)) for name, each in zip(FACETS, values, strict=True)}


def _hub(
    edition: Edition, address: str, title: str, links: tuple[KitLink, ...], topic: str = ""
) -> PageFile:
    site = edition.site
    feed = kit_feed(site, topic)
    head = make_head(edition, title, address, feeds=(feed,), section="share", is_indexed=False)
    view = HubView(
        head=head,
        kits=links,
        choices=tuple(_choices(edition, links, topic)),
        topics=tuple(_topic_links(edition)),
        topic=site.topics[topic] if topic else "",
        whole_href=site.href(addresses.SHARE),
        feed=feed,
        calendar_href="" if topic else site.href(addresses.KIT_CALENDAR),
        people=() if topic else _own_pages(edition),
    )
    return PageFile(address, "hub.html", view)


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


def _choices(edition: Edition, links: tuple[KitLink, ...], topic: str) -> Iterator[ChoiceView]:
    """Return what there is to choose between; a list of one thing is no choice."""
    labels = _labels(edition)
    titles = _titles(edition.site.language)
    for facet in FACETS:
        held = Counter(value for link in links for value in link.facets[facet])
        options = tuple((each, text) for each, text in labels[facet].items() if each in held)
        if len(options) > 1 and not (topic and facet == "topic"):
            yield ChoiceView(facet, titles[facet], options)


def _labels(edition: Edition) -> Mapping[str, Mapping[str, str]]:
    """Return what each value of each facet is called, in the order in which they are shown."""
    site = edition.site
    _ = translations_for(site.language).gettext
    return {
        "topic": site.topics,
        "purpose": {each: purpose_label(each, site.language) for each in PURPOSES},
        "audience": site.audiences,
        "language": {each: language_name(each) for each in site.languages},
        "network": {each.id: _(each.name) for each in edition.networks.values()},
    }


def _titles(lang: str) -> Mapping[str, str]:
    _ = translations_for(lang).gettext
    return {
        "topic": _("Topic"),
        "purpose": _("Purpose"),
        "audience": _("For whom"),
        "language": _("Language"),
        "network": _("Network"),
    }
