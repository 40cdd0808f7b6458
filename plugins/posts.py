"""Posts and pages for Pelican: read by `advocacy`, never by Pelican's own reader."""

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import Author, Category, Tag

from advocacy.page import Page
from advocacy.post import Post
from advocacy.publishing.edition import page_address

from .build import Build, build_of


class EditionReader(BaseReader):  # type: ignore[misc]
    """Hands Pelican what was read before: safe HTML, and the metadata that it may know."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return a file's HTML and metadata; a file that is not public is skipped."""
        build = build_of(self.settings)
        root = build.edition.site.root
        path = Path(source_path).relative_to(root).as_posix()
        post = build.edition.by_path.get(path)
        if post:
            return build.edition.bodies[path].html, post_metadata(build, post, self.settings)
        page = build.library.pages.get(path)
        if page:
            return build.edition.bodies[path].html, page_metadata(build, page)
        return "", {"status": "skip"}


def post_metadata(build: Build, post: Post, settings: dict[str, Any]) -> dict[str, Any]:
    """Return what Pelican, and plugins from elsewhere, may know of a post."""
    site = build.edition.site
    names = [build.edition.author(staff_id).name for staff_id in post.authors]
    optional = {"series": post.series, "modified": post.modified}
    return {
        "title": post.title,
        "date": post.date,
        "slug": post.slug,
        "lang": post.lang.lower(),
        "summary": post.summary,
        "status": "published" if post.is_listed(build.edition.today) else "hidden",
        "authors": [Author(name, settings) for name in names],
        "category": Category(post.purpose or "post", settings),
        "tags": [Tag(site.topics[topic], settings) for topic in post.topics],
        "template": "post",
        "address": post.address(site),
        "advocacy_post": post,
        **{key: value for key, value in optional.items() if value},
    }


def page_metadata(build: Build, page: Page) -> dict[str, Any]:
    """Return what Pelican, and plugins from elsewhere, may know of a page."""
    return {
        "title": page.title,
        "slug": page.slug,
        "lang": page.lang.lower(),
        "summary": page.summary,
        "status": "published",
        "template": "values" if page is build.library.guide else "page",
        "address": page_address(build.edition.site, page),
        "advocacy_page": page,
    }


def use_edition_reader(readers: Readers) -> None:
    """Make ours the only reader of text; files of STATIC_PATHS are copied as they are."""
    readers.reader_classes = {"md": EditionReader, "static": readers.reader_classes["static"]}


def register() -> None:
    """Connect to Pelican."""
    signals.readers_init.connect(use_edition_reader)
