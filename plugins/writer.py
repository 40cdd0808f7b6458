"""Pelican's writer, which hands each template its declared view and stays in the output."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Article, Content
from pelican.writers import Writer

from advocacy import addresses
from advocacy.editorial.guide_version import make_guide_version
from advocacy.errors import ContentError, SettingsError
from advocacy.page import Page
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_site_view
from advocacy.publishing.page_view import make_page_view
from advocacy.publishing.posts import make_post_link, make_post_view
from advocacy.slugs import find_unfit, fold_path
from advocacy.theme import asset_version, make_theme
from advocacy.views import Link

from .build import Build, build_of


class ViewWriter(Writer):  # type: ignore[misc]
    """Writes pages from views; Pelican's context reaches signals, and no template."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        overrides = settings["ADVOCACY_SITE"].root / "templates"
        self.theme = make_theme(overrides if overrides.is_dir() else None)
        self.version = asset_version()
        self.written: set[str] = set()
        self.spelt: dict[str, bytes] = {}

    def write_file(
        self,
        name: str,
        template: Any,
        context: dict[str, Any],
        *_: Any,
        url: str | None = None,
        page_file: PageFile | None = None,
        **kwargs: Any,
    ) -> None:
        """Render a page from its view, write it, and tell plugins as Pelican does.

        Raises:
            SettingsError: The template has no declared view.
        """
        if not name:
            return
        build = build_of(self.settings)
        page_file = page_file or view_of(build, template, kwargs)
        path = self.write_bytes(name, self.render(name, page_file))
        build.pages.append(page_file)
        local = {**context, **kwargs, "output_file": name, "url": url}
        signals.content_written.send(str(path), context=local)

    def render(self, name: str, page_file: PageFile) -> bytes:
        """Return a page as it is written, of which plugins are not told."""
        build = build_of(self.settings)
        edition = build.edition.for_kits if addresses.is_of_kits(name) else build.edition
        head = page_file.view.head
        site_view = make_site_view(edition, head, self.version)
        return self.theme.render(page_file.template, page_file.view, site_view).encode()

    def write_spellings(self, name: str, content: bytes) -> None:
        """Write a file that may be written again, the same, by a name that differs in case alone.

        Some servers tell old addresses apart by case, and some file systems do not.
        """
        self.write_bytes(name, content)
        self.spelt[fold_path(name)] = content

    def write_bytes(self, name: str, content: bytes) -> Path:
        """Write a file of the site; each address once, and none outside the output.

        What is made for colleagues goes to an output of its own where the site has one.

        Raises:
            ContentError: Two things claim one address, it leads out of the output, or not every
                system can keep it.
        """
        kits_stage = build_of(self.settings).kits_stage if addresses.is_of_kits(name) else None
        root = (kits_stage or Path(self.output_path)).resolve()
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            raise ContentError(f"/{name}: leads out of the site. Rename what is to be there.")
        if unfit := find_unfit(name):
            raise ContentError(f"/{name}: {unfit}. Rename what is to be there.")
        content_before = self.spelt.get(fold_path(name))
        if fold_path(name) in self.written and content_before != content:
            raise ContentError(f"/{name}: two pages would be there. Rename one of them.")
        self.written.add(fold_path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path


def view_of(build: Build, template: Any, kwargs: Mapping[str, Any]) -> PageFile:
    """Return the page that one of Pelican's own articles or pages becomes.

    Raises:
        SettingsError: It is neither, so that there is no view to show it from.
    """
    article, page = kwargs.get("article"), kwargs.get("page")
    if isinstance(article, Article) and hasattr(article, "advocacy_post"):
        post = article.advocacy_post
        view = make_post_view(build.edition, post)
        extra = extra_of(build, article)
        return PageFile(post.address(build.edition.site), "post.html", replace(view, extra=extra))
    if isinstance(page, Content) and hasattr(page, "advocacy_page"):
        page_view = replace(
            make_page_view(build.edition, page.advocacy_page),
            version=version_of(build, page.advocacy_page),
            contents=contents_of(build, page.advocacy_page),
            extra=extra_of(build, page),
        )
        return PageFile(page.address, f"{page.template}.html", page_view)
    name = getattr(template, "name", template)
    cure = "Pages from elsewhere need a view: see docs/architecture.md."
    raise SettingsError(f"{name}: this template has no declared view. {cure}")


def version_of(build: Build, page: Page) -> str:
    """Return the guide's version for the guide's page; nothing for another."""
    return make_guide_version(build.guide) if page is build.library.guide else ""


def contents_of(build: Build, page: Page) -> tuple[Link, ...]:
    """Return links to the guide's principles for the guide's page; nothing for another."""
    principles = build.guide.principles.values() if page is build.library.guide else ()
    return tuple(Link(f"#{each.id}", each.title) for each in principles)


def extra_of(build: Build, content: Content) -> dict[str, object]:
    """Return the attributes of plugins from elsewhere that pelicanconf.py names in VIEW_EXTRA."""
    return {name: plain(build, getattr(content, name, None)) for name in build.extra}


def plain(build: Build, value: Any) -> object:
    """Return a plugin's value without Pelican's objects: an article becomes a link to it.

    Raises:
        SettingsError: It holds what has no order or no lasting form, such as a set.
    """
    if isinstance(value, Article):
        return make_post_link(build.edition, value.advocacy_post)
    if isinstance(value, Mapping):
        return {str(key): plain(build, each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return tuple(plain(build, each) for each in value)
    if isinstance(value, str | int | float | bool | None):
        return value
    kind = type(value).__name__
    raise SettingsError(f"VIEW_EXTRA: a template cannot be handed a {kind}. Leave it out there.")
