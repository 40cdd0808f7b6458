"""Which feeds there are, and what each holds."""

from collections.abc import Iterator, Mapping, Sequence

from advocacy import addresses
from advocacy.feeds.feed import Author, Entry, Feed
from advocacy.markup.absolute import make_absolute
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.heads import make_card

ENTRIES_IN_A_FEED = 30


def make_feeds(edition: Edition) -> Iterator[tuple[str, Feed]]:
    """Return each feed by its name, such as `all` or `staff/ana`."""
    site = edition.site
    entries = {post.id: _entry(edition, post) for post in edition.listed}
    yield "all", _feed(edition, "all", site.name, "", edition.listed, entries)
    for member in edition.library.staff.values():
        name = addresses.staff_feed(member.id)
        title = f"{member.name} – {site.name}"
        home = addresses.staff_member(member.id)
        yield name, _feed(edition, name, title, home, edition.by_author[member.id], entries)
    for topic, label in site.topics.items():
        posts = edition.by_topic[topic]
        if posts:
            name, home = addresses.topic_feed(topic), addresses.topic(topic)
            yield name, _feed(edition, name, f"{label} – {site.name}", home, posts, entries)


def _feed(
    edition: Edition,
    name: str,
    title: str,
    home: str,
    posts: Sequence[Post],
    entries: Mapping[str, Entry],
) -> Feed:
    site = edition.site
    return Feed(
        title=title,
        publisher=site.name,
        description=site.description,
        home_url=site.absolute(home),
        rss_url=site.absolute(addresses.feed(name, "rss")),
        atom_url=site.absolute(addresses.feed(name, "atom")),
        lang=site.language,
        topics_url=site.absolute(addresses.TOPICS),
        licence=site.licence.name if site.licence else "",
        licence_url=site.licence.url if site.licence else "",
        stylesheet_href=site.href("theme/feed.css"),
        entries=tuple(entries[post.id] for post in posts[:ENTRIES_IN_A_FEED]),
    )


def _entry(edition: Edition, post: Post) -> Entry:
    site = edition.site
    url = site.absolute(post.address(site))
    members = [edition.author(staff_id) for staff_id in post.authors]
    return Entry(
        id=post.id,
        url=url,
        title=post.title,
        html=make_absolute(edition.bodies[post.path].html, url),
        summary=post.summary,
        published=post.date,
        updated=post.modified or post.date,
        authors=tuple(
            Author(each.name, site.absolute(addresses.staff_member(each.id))) for each in members
        ),
        topics=tuple((topic, site.topics[topic]) for topic in post.topics),
        lang=post.lang,
        card_url=make_card(edition, post).url,
    )
