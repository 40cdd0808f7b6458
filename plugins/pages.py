"""Lists, colleagues' pages and the pages that stand alone; and the pictures that posts show."""

from dataclasses import replace
from typing import Any

from pelican import signals
from pelican.generators import Generator

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.pictures import draw_pictures, make_pictures
from advocacy.publishing.redirects import make_redirect_table, make_redirects
from advocacy.publishing.section_pages import make_section_pages

from .build import build_of
from .writer import ViewWriter


class PagesGenerator:
    """Writes every page that is neither a post nor one of content/pages."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], **_: Any) -> None:
        self.context = context
        self.settings = settings

    def generate_output(self, writer: ViewWriter) -> None:
        """Write the pages and the pictures."""
        edition = build_of(self.settings).edition
        for page_file in make_section_pages(edition):
            write_page(writer, self.context, page_file)
        write_redirects(writer, edition)
        for address, content in make_pictures(edition, build_of(self.settings).picture_store):
            writer.write_bytes(address, content)


def write_page(writer: ViewWriter, context: dict[str, Any], page_file: PageFile) -> None:
    """Write one page where it is to be."""
    name = addresses.file_of(page_file.address)
    writer.write_file(name, page_file.template, context, url=page_file.address, page_file=page_file)


def write_redirects(writer: ViewWriter, edition: Edition) -> None:
    """Write what old addresses lead by; plugins are not told, since none of it is to be listed."""
    for page_file in make_redirects(edition):
        name = addresses.file_of(page_file.address)
        writer.write_spellings(name, writer.render(name, page_file))
    table = make_redirect_table(edition)
    if table:
        writer.write_bytes(addresses.REDIRECTS, table.encode())


def draw_before_pages(generators: list[Generator]) -> None:
    """Draw all pictures before any page is written, which says in which sizes there are some."""
    build = build_of(generators[0].settings)
    drawn = draw_pictures(build.edition, build.picture_store, build.progress)
    build.edition = replace(build.edition, drawn=drawn)


def generators(_: object) -> type[PagesGenerator]:
    """Return the generator for Pelican to run."""
    return PagesGenerator


def writer_class(_: object) -> type[ViewWriter]:
    """Return the writer for Pelican to use."""
    return ViewWriter


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(draw_before_pages)
    signals.get_writer.connect(writer_class)
