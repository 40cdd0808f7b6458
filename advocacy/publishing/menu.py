"""The ways to other parts of the site that each page shows, in the page's language."""

from collections.abc import Iterator

from advocacy import addresses
from advocacy.page import Page
from advocacy.post import site_prefix
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.sections import COLOPHON_SLUG, SECTIONS
from advocacy.translations import language_name, translations_for
from advocacy.views import Head, Link


def make_menu(edition: Edition, head: Head) -> Iterator[Link]:
    """Return the main menu."""
    site, _ = edition.site, translations_for(head.lang).gettext
    for section in ("staff", "topics"):
        yield section_link(edition, section, head)
    pages = [page for page in own_pages(edition, head.lang) if page.in_menu]
    for page in sorted(pages, key=lambda page: page.title):
        is_here = head.canonical == site.absolute(page_address(site, page))
        yield Link(site.href(page_address(site, page)), page.title, page.lang, is_here)
    if edition.search_languages:
        yield section_link(edition, "search", head)
    if site.from_kits or not site.sharing.folder:
        yield Link(site.href(addresses.SHARE), _("Share"), current=head.section == "share")


def section_link(edition: Edition, section: str, head: Head) -> Link:
    """Return a link to a section in the language of a page, or in the first one."""
    _ = translations_for(head.lang).gettext
    row = SECTIONS[section]
    address, found = edition.find(row.address, head.lang)
    text, is_here = row.name(_), head.section == section
    return Link(edition.site.href(address), text, current=is_here, leads_to=found)


def own_pages(edition: Edition, lang: str) -> Iterator[Page]:
    """Return what content/pages has for the readers of a language, each page once.

    A page that is not translated is there in the first language. A page that there is in another
    language alone is for that one, unless it has no home page from which anybody would find it.
    """
    first = edition.site.language
    for family in {each[0].path: each for each in edition.page_families.values()}.values():
        by_lang = {page.lang: page for page in family}
        is_lost = lang == first and family[0].lang not in edition.languages
        found = by_lang.get(lang) or by_lang.get(first) or (family[0] if is_lost else None)
        if found:
            yield found


def translated_page(edition: Edition, path: str, lang: str) -> Page | None:
    """Return one of content/pages in a language, else as it is; None where there is none."""
    family = edition.page_families.get(path, ())
    return next((page for page in family if page.lang == lang), edition.library.pages.get(path))


def colophon_link(edition: Edition, head: Head) -> Link:
    """Return a link to how the blog is made: in the organisation's own words where it has some."""
    pages = edition.library.pages.values()
    own = {page.lang: page for page in pages if page.slug == COLOPHON_SLUG}
    first = own.get(edition.site.language)
    page = own.get(head.lang) or (first and translated_page(edition, first.path, head.lang))
    if not page:
        return section_link(edition, "colophon", head)
    return Link(edition.site.href(page_address(edition.site, page)), page.title, page.lang)


def make_language_links(edition: Edition, head: Head) -> tuple[Link, ...]:
    """Return links to the same page in the site's languages, and to the home page where it is not.

    Each is named in its own language.
    """
    site = edition.site
    if len(edition.languages) == 1:
        return ()
    root = site.absolute(addresses.HOME)
    pages = {head.lang: head.canonical, **head.alternates}
    same = {lang: url.removeprefix(root) for lang, url in pages.items() if url.startswith(root)}
    return tuple(
        Link(
            site.href(same.get(lang, site_prefix(site, lang))),
            language_name(lang),
            lang,
            lang == head.lang,
        )
        for lang in edition.languages
    )
