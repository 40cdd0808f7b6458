"""Links to feeds, as heads of pages and the page of all feeds tell of them."""

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.purpose_words import purpose_label
from advocacy.site import Site
from advocacy.slugs import slugify
from advocacy.translations import language_name, translations_for
from advocacy.views import FeedLink


def site_feed(site: Site) -> FeedLink:
    """Return the feed of everything."""
    return feed_link(site, site.name, addresses.ALL_POSTS)


def staff_feed(site: Site, staff_id: str, name: str, lang: str = "") -> FeedLink:
    """Return the feed of one colleague."""
    return feed_link(site, name, addresses.staff_feed(staff_id), lang)


def topic_feed(site: Site, topic: str) -> FeedLink:
    """Return the feed of one topic."""
    return feed_link(site, site.topics[topic], addresses.topic_feed(topic))


def purpose_feed(site: Site, purpose: str) -> FeedLink:
    """Return the feed of one purpose."""
    label = purpose_label(purpose, site.language)
    return feed_link(site, label, addresses.purpose_feed(purpose))


def language_feeds(edition: Edition, lang: str) -> tuple[FeedLink, ...]:
    """Return the feed of one language; none where the site has no other."""
    if len(edition.languages) == 1:
        return ()
    return (feed_link(edition.site, language_name(lang), addresses.language_feed(lang), lang),)


def post_feeds(edition: Edition, post: Post) -> tuple[FeedLink, ...]:
    """Return the feeds that a post's page tells of: its language's, those of its own, and all."""
    site = edition.site
    members = [edition.author(staff_id) for staff_id in post.authors]
    writers = [each for each in members if edition.by_author[each.id]]
    slug = slugify(post.series) if post.is_listed(edition.today) else ""
    series = (feed_link(site, post.series, addresses.series_feed(slug), post.lang),) if slug else ()
    return (
        *language_feeds(edition, post.lang),
        *(staff_feed(site, each.id, each.name, each.name_lang) for each in writers),
        *series,
        site_feed(site),
    )


def kit_feed(site: Site, topic: str = "") -> FeedLink:
    """Return the feed of share kits, all or on a topic, which the blog's own pages do not name."""
    _ = translations_for(site.language).gettext
    name = addresses.topic_feed(topic) if topic else "all"
    kits = _("Share kits")
    title = f"{kits}: {site.topics[topic]}" if topic else kits
    atom, json = (site.href(addresses.kit_feed(name, kind)) for kind in ("atom", "json"))
    return FeedLink(f"{title} – {site.name}", "", atom, json)


def feed_link(site: Site, title: str, name: str, lang: str = "") -> FeedLink:
    """Return a feed by its name, in all of its forms."""
    rss, atom, json = (site.href(addresses.feed(name, kind)) for kind in ("rss", "atom", "json"))
    return FeedLink(title, rss, atom, json, lang or site.language)
