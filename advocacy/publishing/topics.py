"""Pages of topics and purposes, with what content says of each."""

from collections.abc import Iterator, Sequence

from advocacy import addresses
from advocacy.about import PURPOSES_FOLDER, TOPICS
from advocacy.post import Post
from advocacy.publishing.abouts import about_prose, find_about
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import purpose_feed, topic_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.paging import cut
from advocacy.publishing.posts import make_post_links, purpose_label
from advocacy.publishing.spans import page_title, span_of
from advocacy.translations import translations_for
from advocacy.views import FeedLink, IndexView, Link, TopicView


def make_topics(edition: Edition) -> Iterator[PageFile]:
    """Return the list of topics, and the pages of each that has a post."""
    site = edition.site
    _ = translations_for(site.language).gettext
    used = {topic: posts for topic, posts in edition.by_topic.items() if posts}
    entries = [
        (Link(site.href(addresses.topic(topic)), site.topics[topic]), len(posts))
        for topic, posts in sorted(used.items(), key=lambda item: site.topics[item[0]].casefold())
    ]
    told = _("What we write about.")
    description = f"{told} {', '.join(link.text for link, _count in entries)}".strip()
    head = make_head(
        edition, _("Topics"), addresses.TOPICS, description=description, section="topics"
    )
    yield PageFile(addresses.TOPICS, "index.html", IndexView(head, head.title, told, (*entries,)))
    for topic, posts in used.items():
        label, address = site.topics[topic], addresses.topic(topic)
        group = (TOPICS, topic, label, address)
        yield from _pages(edition, group, posts, "topic.html", topic_feed(site, topic))


def make_purposes(edition: Edition) -> Iterator[PageFile]:
    """Return the list of purposes, and the pages of each that has a post."""
    site = edition.site
    _ = translations_for(site.language).gettext
    used = {purpose: posts for purpose, posts in edition.by_purpose.items() if posts}
    labels = {purpose: purpose_label(purpose, site.language) for purpose in used}
    entries = tuple(
        (Link(site.href(addresses.purpose(purpose)), labels[purpose]), len(posts))
        for purpose, posts in used.items()
    )
    told = _("Why we write.")
    description = f"{told} {', '.join(labels.values())}".strip()
    head = make_head(edition, _("Purposes"), addresses.PURPOSES, description=description)
    yield PageFile(addresses.PURPOSES, "index.html", IndexView(head, head.title, told, entries))
    for purpose, posts in used.items():
        address = addresses.purpose(purpose)
        group = (PURPOSES_FOLDER, purpose, labels[purpose], address)
        yield from _pages(
            edition, group, posts, "purpose.html", purpose_feed(site, purpose, labels[purpose])
        )


def _pages(
    edition: Edition,
    group: tuple[str, str, str, str],
    posts: Sequence[Post],
    template: str,
    feed: FeedLink,
) -> Iterator[PageFile]:
    """Return the pages of a group: of its front, what content says of it stands above.

    Args:
        edition: What is published.
        group: Its folder in content, its id, its label and its address.
        posts: The newest first.
        template: By which it is shown.
        feed: Its own.
    """
    folder, name, label, base = group
    lang = edition.site.language
    about = find_about(edition, folder, name)
    for number, (address, items, paging) in enumerate(cut(edition.site, base, posts)):
        summary = about.summary if about and not number else ""
        prose = about_prose(edition, None if number else about)
        head = make_head(
            edition,
            page_title(label, number, lang),
            address,
            description=summary or span_of(label, items, lang),
            feeds=(feed,),
            section=folder if folder == TOPICS else "",
        )
        view = TopicView(
            head=head,
            title=label,
            description=summary,
            posts=make_post_links(edition, items),
            paging=paging,
            feed=feed,
            lang=about.lang if about else "",
            **prose._asdict(),
        )
        yield PageFile(address, template, view)
