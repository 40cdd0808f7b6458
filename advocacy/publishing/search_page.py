"""The pages on which readers search, one for each language of the site."""

from collections.abc import Iterator
from dataclasses import replace

from advocacy import addresses
from advocacy.policy import SEARCH_POLICY
from advocacy.post import site_prefix
from advocacy.publishing.archive import year_links
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.search import SCRIPT
from advocacy.translations import language_name, translations_for
from advocacy.views import Link, SearchView


def make_search_pages(edition: Edition) -> Iterator[PageFile]:
    """Return a search page for each language that has a home; nothing where search is off."""
    for lang in edition.search_languages:
        yield PageFile(search_address(edition, lang), "search.html", _search_page(edition, lang))


def search_address(edition: Edition, lang: str) -> str:
    """Return where readers search the posts in a language."""
    return addresses.search(site_prefix(edition.site, lang))


def _search_page(edition: Edition, lang: str) -> SearchView:
    site = edition.site
    _ = translations_for(lang).gettext
    every = edition.search_languages
    head = make_head(
        edition,
        _("Search"),
        search_address(edition, lang),
        description=_("Find a post by the words in it, by topic or by year."),
        lang=lang,
        section="search",
        is_indexed=False,
    )
    found = {each: site.absolute(search_address(edition, each)) for each in every}
    return SearchView(
        head=replace(head, alternates=found if len(every) > 1 else {}, policy=SEARCH_POLICY),
        script_href=site.href(f"{addresses.SEARCH_INDEX}{SCRIPT}"),
        base_href=site.href(addresses.HOME),
        topics=_topic_links(edition),
        years=year_links(edition, lang),
        languages=tuple(
            Link(site.href(search_address(edition, each)), language_name(each), each)
            for each in every
            if each != lang
        ),
    )


def _topic_links(edition: Edition) -> tuple[Link, ...]:
    """Return links to the topics that have posts, by their labels."""
    site = edition.site
    used = [topic for topic, posts in edition.by_topic.items() if posts]
    return tuple(
        Link(site.href(addresses.topic(topic)), site.topics[topic], site.language)
        for topic in sorted(used, key=lambda topic: site.topics[topic].casefold())
    )
