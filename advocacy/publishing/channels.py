"""What readers can subscribe to: everything, one colleague, one topic, one series."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advocacy import addresses
from advocacy.about import PURPOSES_FOLDER, SERIES, TOPICS
from advocacy.post import Post, site_prefix
from advocacy.publishing.abouts import find_about
from advocacy.publishing.edition import Edition
from advocacy.publishing.purpose_words import purpose_label
from advocacy.slugs import slugify
from advocacy.translations import language_name, translations_for


@dataclass(frozen=True, slots=True)
class Channel:
    """Posts that have feeds of their own.

    Attributes:
        name: Stands in the feeds' addresses, such as `topics/reading`.
        label: What it brings, in a word; empty for everything.
        home: The address of the page that lists the same posts.
        posts: Newest first.
        lang: BCP 47 tag.
        label_lang: That of the label, where it is another.
        told: What it brings, in a sentence; empty where nobody wrote one.
    """

    name: str
    label: str
    home: str
    posts: Sequence[Post]
    lang: str
    label_lang: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Channels of one kind, with the heading above them on the page of feeds."""

    heading: str
    channels: tuple[Channel, ...]


def make_everything(edition: Edition) -> Channel:
    """Return the channel of every post."""
    return Channel(addresses.ALL_POSTS, "", addresses.HOME, edition.listed, edition.site.language)


def make_groups(edition: Edition, lang: str = "") -> tuple[Group, ...]:
    """Return all other channels that have a post, by kind, in the words of a language.

    The words are the first language's by default, as in the feeds themselves.
    """
    lang = lang or edition.site.language
    _ = translations_for(lang).gettext
    groups = (
        Group(_("One language"), tuple(_languages(edition))),
        Group(_("One colleague"), tuple(_staff(edition))),
        Group(_("One topic"), tuple(_topics(edition, lang))),
        Group(_("One series"), tuple(_series(edition))),
        Group(_("One purpose"), tuple(_purposes(edition, lang))),
    )
    return tuple(group for group in groups if group.channels)


def make_channels(edition: Edition) -> Iterator[Channel]:
    """Return every channel."""
    yield make_everything(edition)
    for group in make_groups(edition):
        yield from group.channels


def _languages(edition: Edition) -> Iterator[Channel]:
    if len(edition.languages) == 1:
        return
    for lang in edition.languages:
        # The default language's lists hold posts in others too, which nobody subscribes to here.
        posts = tuple(post for post in edition.listed if post.lang == lang)
        home = site_prefix(edition.site, lang)
        yield Channel(addresses.language_feed(lang), language_name(lang), home, posts, lang)


def _staff(edition: Edition) -> Iterator[Channel]:
    for member in edition.library.staff.values():
        posts, name = edition.by_author[member.id], addresses.staff_feed(member.id)
        if posts:
            home = addresses.staff_member(member.id)
            lang = edition.site.language
            yield Channel(name, member.name, home, posts, lang, member.name_lang, member.role)


def _topics(edition: Edition, words: str) -> Iterator[Channel]:
    for topic in edition.site.topics:
        posts, name = edition.by_topic[topic], addresses.topic_feed(topic)
        if posts:
            home, lang = addresses.topic(topic), edition.site.language
            label, label_lang = edition.site.topic_in(topic, words)
            told = _told(edition, TOPICS, topic)
            yield Channel(name, label, home, posts, lang, label_lang, told)


def _purposes(edition: Edition, words: str) -> Iterator[Channel]:
    lang = edition.site.language
    for purpose, posts in edition.by_purpose.items():
        name, home = addresses.purpose_feed(purpose), addresses.purpose(purpose)
        if posts:
            told = _told(edition, PURPOSES_FOLDER, purpose)
            yield Channel(name, purpose_label(purpose, words), home, posts, lang, words, told)


def _series(edition: Edition) -> Iterator[Channel]:
    """Yield a channel for each series; names that differ in their case alone are one."""
    series: dict[str, list[Post]] = {}
    for post in edition.listed:
        series.setdefault(slugify(post.series), []).append(post)
    for slug, posts in sorted(series.items()):
        if slug:
            newest, name = posts[0], addresses.series_feed(slug)
            home = addresses.series(slug, site_prefix(edition.site, newest.lang))
            told = _told(edition, SERIES, slug, newest.lang)
            yield Channel(name, newest.series, home, tuple(posts), newest.lang, told=told)


def _told(edition: Edition, folder: str, name: str, lang: str = "") -> str:
    """Return what content says of a list, in its feed's language; nothing where it does not."""
    lang = lang or edition.site.language
    about = find_about(edition, folder, name, lang)
    return about.summary if about and about.lang == lang else ""
