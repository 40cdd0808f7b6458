"""Search: the index of the posts, made once all of them are written."""

from pathlib import Path
from typing import Any

from pelican import signals

from advocacy import addresses
from advocacy.search import find_index

from .build import build_of
from .writer import ViewWriter


class SearchGenerator:
    """Writes the index, after Pelican has written the posts."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], **_: Any) -> None:
        self.context = context
        self.settings = settings

    def generate_output(self, writer: ViewWriter) -> None:
        """Write all that the search pages ask; nothing where it is off."""
        build = build_of(self.settings)
        edition = build.edition
        if not edition.search_languages:
            return
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
