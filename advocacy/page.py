"""A page beside the blog: a file in content/pages, such as the values guide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from advocacy import addresses, fields, schema
from advocacy.errors import Problem
from advocacy.front_matter import Document
from advocacy.schema import Field, Place
from advocacy.site import Site
from advocacy.slugs import find_flaw
from advocacy.source import Source

GUIDE_SLUG = "values"
# The page that tells what happens when readers answer; posts link to it.
CONVERSATION_PATH = "content/pages/conversation.md"


@dataclass(frozen=True, slots=True)
class Page:
    """One page; its slug is the file's name.

    Attributes:
        source: The whole file, of which the body begins at `body_start`.
        places: Where each field stands.
        translation_of: The slug of the page that this one translates.
        in_menu: Whether the site's menu names it.
        aliases: Old addresses, which lead to it.
        allow: By rule, the reason for which it may find something in the front matter.
    """

    path: str
    slug: str
    title: str
    source: Source
    body_start: int
    places: Mapping[str, Place] = field(default_factory=dict)
    summary: str = ""
    lang: str = "en"
    translation_of: str = ""
    in_menu: bool = True
    aliases: tuple[str, ...] = ()
    allow: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.source.text[self.body_start :]


def page_fields(site: Site) -> tuple[Field, ...]:
    """Return the table of front matter keys of pages."""
    return (
        Field("title", fields.title, required=True),
        Field("summary", fields.text, default=""),
        Field("lang", fields.choice(*site.languages), default=site.language),
        Field("translation_of", fields.text, default=""),
        Field("in_menu", fields.flag, default=True),
        Field("aliases", fields.many(fields.old_address), default=()),
        Field("allow", fields.table_of(fields.note), default={}),
    )


def read_page(document: Document, site: Site) -> tuple[Page | None, list[Problem]]:
    """Read a page from its file; None where a problem keeps it from being read."""
    path = document.source.path
    slug = path.rpartition("/")[2].removesuffix(".md")
    record = schema.read_record(document.fields, page_fields(site), path, "Page")
    problems = list(record.problems)
    clash = addresses.taken(slug, site.languages)
    if clash:
        problems.append(Problem(path, 0, 0, f"`{slug}` is {clash}. Rename the file.", "Page.Slug"))
    elif flaw := find_flaw(slug, "an address"):
        message = f"{flaw}. Call the file such as `about-us.md`."
        problems.append(Problem(path, 0, 0, message, "Page.Slug"))
    if problems:
        return None, problems
    values: dict[str, Any] = dict(record.values)
    page = Page(
        path=path,
        slug=slug,
        source=document.source,
        body_start=document.body_start,
        places=record.places,
        **values,
    )
    return page, []
