"""An edition made of a library: everything that is public on a day, rendered."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date

from advocacy import addresses
from advocacy.cache import Cache
from advocacy.editorial.guide_page import find_guide_markdown
from advocacy.errors import ContentError, Problem
from advocacy.library import Library
from advocacy.markup.images import ImageError, ImageFile, read_image
from advocacy.markup.render import Rendered, Renderer
from advocacy.markup.targets import Targets
from advocacy.page import Page
from advocacy.post import Post
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.guide_labels import make_guide_labels
from advocacy.publishing.shown import shown_posts
from advocacy.share.networks import Network

Progress = Callable[[str, int, int], None]


def make_targets(library: Library, today: date, *, with_drafts: bool = False) -> Targets:
    """Return what links in content may lead to: every page that exists on a day."""
    site = library.site
    shown = shown_posts(library, today, with_drafts=with_drafts)
    hrefs = {post.path: post.address(site) for post in shown}
    hrefs |= {page.path: page_address(site, page) for page in library.pages.values()}
    hrefs |= {member.path: addresses.staff_member(member.id) for member in library.staff.values()}
    absent = frozenset(post.path for post in library.posts) - set(hrefs)
    links = {path: site.href(address) for path, address in hrefs.items()}
    return Targets(site, links, absent, library.unread_paths)


def make_edition(
    library: Library,
    today: date,
    networks: Mapping[str, Network],
    progress: Progress = lambda _step, _done, _total: None,
    *,
    with_drafts: bool = False,
    kept: Cache | None = None,
) -> Edition:
    """Render everything that is public on a day.

    Args:
        library: What people wrote.
        today: The day.
        networks: The whole table, from which the site's own are taken.
        progress: Told the step, how many are done, and how many there are.
        with_drafts: Whether posts have a page that are still to be published.
        kept: Has the guide's page as it was made before; None keeps nothing.

    Raises:
        SettingsError: The guide has a mistake.
    """
    public = shown_posts(library, today, with_drafts=with_drafts)
    renderer = Renderer(make_targets(library, today, with_drafts=with_drafts))
    pieces = list(_pieces(library, public, kept or Cache(None)))
    bodies: dict[str, Rendered] = {}
    refused: list[Problem] = []
    for done, (path, body, heading_ids) in enumerate(pieces):
        progress("Rendering", done, len(pieces))
        try:
            bodies[path] = renderer.render(body, path, heading_ids=heading_ids)
        except ContentError as error:
            bodies[path] = Rendered("", (), (), 0)
            refused += error.problems
    used = {name: networks[name] for name in library.site.sharing.networks}
    pictures = read_pictures(library, public)
    return Edition(library, today, public, bodies, pictures, used, tuple(refused))


def make_share_edition(library: Library, today: date, networks: Mapping[str, Network]) -> Edition:
    """Return what can be shared on a day, with no body rendered: no page can be made of it.

    Args:
        library: What people wrote.
        today: The day.
        networks: Those for which kits are made, by id, in their order.
    """
    public = shown_posts(library, today)
    return Edition(library, today, public, {}, read_pictures(library, public), networks)


def make_bare_edition(library: Library, today: date) -> Edition:
    """Return what is public on a day with no body and no picture, to tell what there is of it."""
    return Edition(library, today, shown_posts(library, today), {}, {}, {})


def read_pictures(library: Library, public: Iterable[Post]) -> dict[str, ImageFile]:
    """Read the pictures of posts and colleagues; the checker tells of those that cannot be."""
    named = {post.image for post in public} | {each.photo for each in library.staff.values()}
    pictures = {}
    for path in named - {""}:
        with suppress(ImageError):
            pictures[path] = read_image(library.site, path)
    return pictures


def _pieces(
    library: Library, public: Iterable[Post], kept: Cache
) -> Iterable[tuple[str, str, bool]]:
    for post in public:
        yield post.path, post.body, False
    for page in library.pages.values():
        yield page.path, _page_markdown(library, page, kept), True
    for about in library.abouts.values():
        yield about.path, about.body, False
    for member in library.staff.values():
        yield member.path, member.bio, False


def _page_markdown(library: Library, page: Page, kept: Cache) -> str:
    """Return a page's Markdown; the guide shows friendly boxes in place of its rules."""
    if page is not library.guide:
        return page.body
    return find_guide_markdown(page, make_guide_labels(page.lang), kept)
