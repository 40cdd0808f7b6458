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
from advocacy.publishing.posts import topic_link
from advocacy.search import SCRIPT
from advocacy.translations import language_name, translations_for
from advocacy.views import Link, SearchView


def make_search_page(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return the search page in a language; nothing where search is off."""
    if lang in edition.search_languages:
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
    )
    return SearchView(
        head=replace(head, policy=SEARCH_POLICY),
        script_href=site.href(f"{addresses.SEARCH_INDEX}{SCRIPT}"),
        base_href=site.href(addresses.HOME),
        topics=_topic_links(edition, lang),
        years=year_links(edition, lang),
        languages=tuple(
            Link(site.href(search_address(edition, each)), language_name(each), each)
            for each in every
            if each != lang
        ),
    )


def _topic_links(edition: Edition, lang: str) -> tuple[Link, ...]:
    """Return links to the topics that have posts in a language, by their labels."""
    used = [topic for topic, posts in edition.topics_in[lang].items() if posts]
    links = (topic_link(edition, topic, lang) for topic in used)
    return tuple(sorted((link for link in links if link), key=lambda link: link.text.casefold()))
