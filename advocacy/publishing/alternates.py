"""The same page in other languages, as the head of a page names them."""

from collections.abc import Mapping

from advocacy.post import Post, site_prefix
from advocacy.publishing.edition import Edition

# Whom none of the languages fits; search engines' own word, beside the languages.
ANYBODY = "x-default"


def make_alternates(edition: Edition, address: str) -> Mapping[str, str]:
    """Return the home page of each language, where an address is one of theirs; else nothing.

    Each page names all, itself too: search engines believe only what both ends say. Numbered
    pages have none, for the same number holds other posts in each language.
    """
    homes = {lang: site_prefix(edition.site, lang) for lang in edition.languages}
    return _alternates(edition, homes) if address in homes.values() else {}


def make_post_alternates(edition: Edition, post: Post) -> Mapping[str, str]:
    """Return a post and its translations; nothing where it has none, or lists do not name it."""
    family = translations(edition, post)
    addresses = {each.lang: each.address(edition.site) for each in family}
    return _alternates(edition, addresses) if post in family else {}


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
