"""Pages of topics and purposes in each language, with what content says of each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advocacy import addresses
from advocacy.about import PURPOSES_FOLDER, TOPICS
from advocacy.post import Post, site_prefix
from advocacy.publishing.abouts import about_prose, find_about
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import purpose_feed, topic_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.paging import cut
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.prose import allow_frames
from advocacy.publishing.purpose_words import purpose_label
from advocacy.publishing.sections import SECTIONS
from advocacy.publishing.spans import page_title, span_of
from advocacy.site import Site
from advocacy.translations import translations_for
from advocacy.views import FeedLink, IndexView, Link, TopicView

# Of a group, from its id, its label: the address of its page below a language's prefix.
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Groups:
    """Posts by topic, or by purpose, in one language.

    Attributes:
        section: In `SECTIONS`; the folder in content is called so too.
        told: What all of them are, in a sentence.
        labels: By id, in the order of the list: each with its language.
        posts: By id, the newest first; none is empty.
        address: Of a group's page, from its id.
        feed: Of a group, from its id; it brings what the first language's lists name.
        template: By which a group is shown.
    """

    section: str
    told: str
    lang: str
    labels: Mapping[str, tuple[str, str]]
    posts: Mapping[str, Sequence[Post]]
    address: Address
    feed: Callable[[Site, str], FeedLink]
    template: str


def make_topics(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return the list of topics in a language, and the pages of each that has a post."""
    posts = _used(edition.topics_in[lang])
    labels = {each: edition.site.topic_in(each, lang) for each in posts}
    groups = Groups(
        section=TOPICS,
        told=translations_for(lang).gettext("What we write about."),
        lang=lang,
        labels=dict(sorted(labels.items(), key=lambda item: item[1][0].casefold())),
        posts=posts,
        address=addresses.topic,
        feed=topic_feed,
        template="topic.html",
    )
    yield from _make_pages(edition, groups)


def make_purposes(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return the list of purposes in a language, and the pages of each that has a post."""
    posts = _used(edition.purposes_in[lang])
    if not posts:  # nothing would lead to the list
        return
    groups = Groups(
        section=PURPOSES_FOLDER,
        told=translations_for(lang).gettext("Why we write."),
        lang=lang,
        labels={each: (purpose_label(each, lang), lang) for each in posts},
        posts=posts,
        address=addresses.purpose,
        feed=purpose_feed,
        template="purpose.html",
    )
    yield from _make_pages(edition, groups)


def _used(groups: Mapping[str, Sequence[Post]]) -> Mapping[str, Sequence[Post]]:
    return {name: posts for name, posts in groups.items() if posts}


def _make_pages(edition: Edition, groups: Groups) -> Iterator[PageFile]:
    yield _list_of(edition, groups)
    for name in groups.posts:
        yield from _pages_of(edition, groups, name)


def _list_of(edition: Edition, groups: Groups) -> PageFile:
    lang, site = groups.lang, edition.site
    prefix = site_prefix(site, lang)
    section = SECTIONS[groups.section]
    names = [label for label, _label_lang in groups.labels.values()]
    address = f"{prefix}{section.address}"
    head = make_head(
        edition,
        section.name(translations_for(lang).gettext),
        address,
        description=f"{groups.told} {', '.join(names)}".strip(),
        lang=lang,
        section=groups.section,
    )
    entries = tuple(
        (
            Link(site.href(f"{prefix}{groups.address(name)}"), *label),
            len(groups.posts[name]),
        )
        for name, label in groups.labels.items()
    )
    return PageFile(address, "index.html", IndexView(head, head.title, groups.told, entries))


def _pages_of(edition: Edition, groups: Groups, name: str) -> Iterator[PageFile]:
    """Return the pages of a group: of its front, what content says of it stands above."""
    lang, site = groups.lang, edition.site
    base = f"{site_prefix(site, lang)}{groups.address(name)}"
    label, label_lang = groups.labels[name]
    about = find_about(edition, groups.section, name, lang)
    feeds = (groups.feed(site, name),) if lang == site.language else ()
    for number, (address, items, paging) in enumerate(cut(site, base, groups.posts[name], lang)):
        shown = about if not number else None
        summary = shown.summary if shown else ""
        own = summary if shown and shown.lang == lang else ""
        prose = about_prose(edition, shown)
        head = make_head(
            edition,
            page_title(label, number, lang),
            address,
            description=own or span_of(label, items, lang),
            lang=lang,
            feeds=feeds,
            section=groups.section,
        )
        view = TopicView(
            head=allow_frames(head, prose),
            title=label,
            title_lang=label_lang,
            description=summary,
            posts=make_post_links(edition, items, lang),
            paging=paging,
            feed=feeds[0] if feeds else None,
            lang=about.lang if about else "",
            **prose._asdict(),
        )
        yield PageFile(address, groups.template, view)
