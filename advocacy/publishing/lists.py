"""The home page of each language, and the numbered pages behind it."""

from collections.abc import Iterator, Sequence

from advocacy import addresses
from advocacy.post import Post, site_prefix
from advocacy.publishing.archive import year_links
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.paging import front_size, make_paging, numbered_pages
from advocacy.publishing.people import make_person
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.purpose_words import purpose_label
from advocacy.publishing.series import running_links
from advocacy.publishing.spans import page_title, span_of
from advocacy.translations import language_name, translations_for
from advocacy.views import Head, HomeView, Link, ListView, PersonView

MOST_FEATURED = 3


def make_home(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return the home page in a language, and the numbered pages behind it."""
    site, posts = edition.site, edition.by_language[lang]
    base = site_prefix(site, lang)
    title = translations_for(lang).gettext("All posts")
    pages = numbered_pages(posts, site.page_size)
    front = posts[: front_size(len(posts), site.page_size)]
    leading = _pinned_first(posts, front)
    featured = [post for post in posts if post.featured and post not in leading[:1]]
    awaited = [post for post in edition.awaited if post.lang == lang]
    view = HomeView(
        head=_home_head(edition, lang, base),
        posts=make_post_links(edition, leading, lang),
        people=_writers(edition, posts, lang),
        purposes=_purpose_links(edition, lang),
        paging=make_paging(site, base, 0, len(pages), lang),
        years=year_links(edition, lang),
        purposes_href=site.href(f"{base}{addresses.PURPOSES}"),
        archive_href=site.href(addresses.list_of_years(base)),
        featured=make_post_links(edition, featured[:MOST_FEATURED], lang),
        series=running_links(edition, lang),
        awaited=make_post_links(edition, awaited, lang),
    )
    yield PageFile(base, "home.html", view)
    for number, items in enumerate(pages, 1):
        address = addresses.numbered(base, number)
        head = make_head(
            edition,
            page_title(title, number, lang),
            address,
            description=span_of(title, items, lang),
            lang=lang,
            section="home",
        )
        paging = make_paging(site, base, number, len(pages), lang)
        links = make_post_links(edition, items, lang)
        yield PageFile(address, "list.html", ListView(head, title, links, paging))


def _home_head(edition: Edition, lang: str, base: str) -> Head:
    """Return the head of a home page, of which there is one in each language."""
    site = edition.site
    if lang == site.language:
        return make_head(edition, site.name, base, lang=lang, section="home")
    _ = translations_for(lang).gettext
    name = language_name(lang)
    told = _("All posts of %(site)s in this language.") % {"site": site.name}
    title = f"{site.name} ({name})"
    return make_head(edition, title, base, description=told, lang=lang, section="home")


def _pinned_first(posts: Sequence[Post], front: Sequence[Post]) -> list[Post]:
    """Return what the front page shows: pinned posts, however old, before the newest."""
    pinned = [post for post in posts if post.pinned]
    return [*pinned, *(post for post in front if not post.pinned)]


def _writers(edition: Edition, posts: Sequence[Post], lang: str) -> tuple[PersonView, ...]:
    """Return who wrote one of the posts, and still works here."""
    writers = {staff_id for post in posts for staff_id in post.authors}
    people = (each for each in edition.library.staff.values() if each.id in writers)
    here = (each for each in people if not each.has_left(edition.today))
    return tuple(make_person(edition, each, lang) for each in here)


def _purpose_links(edition: Edition, lang: str) -> tuple[Link, ...]:
    base = site_prefix(edition.site, lang)
    return tuple(
        Link(edition.site.href(f"{base}{addresses.purpose(each)}"), purpose_label(each, lang))
        for each, posts in edition.purposes_in[lang].items()
        if posts
    )
