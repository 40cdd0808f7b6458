"""Search: its pages, and the index of the posts, made once all of them are written."""

from pathlib import Path
from typing import Any

from pelican import signals

from advocacy import addresses
from advocacy.publishing.search_page import make_search_pages
from advocacy.search import find_index

from .build import build_of
from .pages import write_page
from .writer import ViewWriter


class SearchGenerator:
    """Writes the search pages and their index, after Pelican has written the posts."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], **_: Any) -> None:
        self.context = context
        self.settings = settings

    def generate_output(self, writer: ViewWriter) -> None:
        """Write all that searching needs; nothing where it is off."""
        build = build_of(self.settings)
        edition = build.edition
        if not edition.search_languages:
            return
        for page_file in make_search_pages(edition):
            write_page(writer, self.context, page_file)
        build.progress("Indexing", 0, 1)
        names = [addresses.file_of(post.address(edition.site)) for post in edition.listed]
        # That one is not there is told of every post, searched or not.
        files = {name: Path(writer.output_path, name) for name in names}
        pages = {name: file.read_bytes() for name, file in files.items() if file.is_file()}
        for name, content in find_index(pages, build.index_store).items():
            writer.write_bytes(f"{addresses.SEARCH_INDEX}{name}", content)


def generators(_: object) -> type[SearchGenerator]:
    """Return the generator for Pelican to run."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(generators)
