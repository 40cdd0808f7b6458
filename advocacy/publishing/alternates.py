"""The same page in other languages, as the head of a page names them."""

from collections.abc import Mapping

from advocacy.page import Page
from advocacy.post import Post, site_prefix
from advocacy.publishing.edition import Edition, page_address

# Whom none of the languages fits; search engines' own word, beside the languages.
ANYBODY = "x-default"


def make_alternates(edition: Edition, address: str) -> Mapping[str, str]:
    """Return the same page of a section in each language that has it.

    Each page names all, itself too: search engines believe only what both ends say. Numbered
    pages have none, for the same number holds other posts in each language.
    """
    prefixes = {lang: site_prefix(edition.site, lang) for lang in edition.languages}
    own = max((each for each in prefixes.values() if address.startswith(each)), key=len)
    rest = address.removeprefix(own)
    pages = {
        lang: f"{prefix}{rest}"
        for lang, prefix in prefixes.items()
        if rest in edition.sections[lang]
    }
    return _alternates(edition, pages)


def make_page_alternates(edition: Edition, page: Page) -> Mapping[str, str]:
    """Return one of content/pages and its translations; nothing where it has none."""
    family = edition.page_families[page.path]
    pages = {each.lang: page_address(edition.site, each) for each in family}
    return _alternates(edition, pages)


def make_post_alternates(edition: Edition, post: Post) -> Mapping[str, str]:
    """Return a post and its translations; nothing where it has none, or lists do not name it."""
    family = translations(edition, post)
    pages = {each.lang: each.address(edition.site) for each in family}
    return _alternates(edition, pages) if post in family else {}


def translations(edition: Edition, post: Post) -> tuple[Post, ...]:
    """Return a post and its translations, where it has any; else nothing."""
    family = edition.families.get(post.translation_of or post.id, ())
    return family if len(family) > 1 else ()


def _alternates(edition: Edition, pages: Mapping[str, str]) -> Mapping[str, str]:
    """Return where pages are, by language, and what anybody gets; nothing for one alone."""
    if len(pages) < 2:
        return {}
    site = edition.site
    urls = {lang: site.absolute(pages[lang]) for lang in site.languages if lang in pages}
    return {**urls, ANYBODY: next(iter(urls.values()))}
