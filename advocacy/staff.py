"""The people who write: who they are, what to ask them, what they chose to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from advocacy import fields, schema
from advocacy.errors import Problem
from advocacy.front_matter import Document
from advocacy.review_settings import NOREPLY
from advocacy.schema import Field, Node, Place
from advocacy.site import Site
from advocacy.site_languages import language
from advocacy.slugs import find_flaw
from advocacy.source import Source
from advocacy.staff_share import StaffShare, staff_share_in


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One colleague: a file in content/staff, whose name is the id.

    Attributes:
        languages: BCP 47 tags of the languages they answer in.
        links: Web address by label, such as a page of their own.
        handles: Handle by network id, such as `mastodon: "@ana@example.social"`.
        photo: Path below content/images, or empty.
        name_latin: The name in Latin letters, for pictures whose fonts lack a glyph of `name`.
        name_lang: The language of `name` as a BCP 47 tag, by which it is read out and drawn; or
            empty.
        share: What they would share, where they have opted in to a page of their own; else None.
        aliases: Old addresses, which lead to their page.
        left: From this day on their name and posts stay, and all that invites contact goes.
        allow: By rule, the reason for which it may find something in the front matter.
        commit_emails: SHA-256 of each address by which git knows them; no page shows it.
        forge: Handle by forge, such as `github: ana`, without an @; no page shows it.
        source: The whole file, of which the body begins at `body_start`.
        places: Where each field stands, by dotted path such as `ask_me_about.0`.
    """

    id: str
    path: str
    source: Source
    body_start: int
    places: Mapping[str, Place]
    name: str
    role: str
    team: str = ""
    ask_me_about: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    pronouns: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    handles: Mapping[str, str] = field(default_factory=dict)
    photo: str = ""
    photo_alt: str = ""
    name_latin: str = ""
    name_lang: str = ""
    share: StaffShare | None = None
    aliases: tuple[str, ...] = ()
    left: date | None = None
    allow: Mapping[str, str] = field(default_factory=dict)
    commit_emails: tuple[str, ...] = ()
    forge: Mapping[str, str] = field(default_factory=dict)

    @property
    def bio(self) -> str:
        """What they tell of themselves, as Markdown."""
        return self.source.text[self.body_start :].strip()

    def has_left(self, today: date) -> bool:
        """Say whether they no longer work here on a day."""
        return self.left is not None and self.left <= today


HANDLE = fields.pattern(
    r"@?[\w.-]+(@[\w.-]+)?", "Write a handle as `@ana@example.social` or `ana.example.org`."
)
_hash = fields.pattern(
    r"[0-9a-f]{64}", "Write what `advocacy who ADDRESS` prints: an address would be public here."
)


def _account(node: Node) -> str:
    """Read a handle on a forge: letters that look like others are none."""
    return str(_ACCOUNT(node)).removeprefix("@")


_ACCOUNT = fields.pattern(
    r"@?[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,253}[A-Za-z0-9_])?", "Write the handle alone: `ana-m`."
)


def staff_fields(site: Site) -> tuple[Field, ...]:
    """Return the table of front matter keys of colleagues."""
    handles = fields.table_of(HANDLE)
    if site.known_networks:
        handles = fields.with_keys(handles, site.known_networks, "network")
    return (
        Field("name", fields.text, required=True, cure="Add `name: Ana Müller`."),
        Field("role", fields.text, required=True, cure="Add `role: Children's librarian`."),
        Field("team", fields.text, default=""),
        Field("ask_me_about", fields.texts, default=()),
        Field("languages", fields.many(language), default=()),
        Field("pronouns", fields.text, default=""),
        Field("links", fields.table_of(fields.web_address), default={}),
        Field("handles", handles, default={}),
        Field("photo", fields.text, default=""),
        Field("photo_alt", fields.text, default=""),
        Field("name_latin", fields.text, default=""),
        Field("name_lang", language, default=""),
        Field("share", staff_share_in(site)),
        Field("allow", fields.table_of(fields.note), default={}),
        Field("aliases", fields.many(fields.old_address), default=()),
        Field("left", fields.day),
        Field("commit_emails", fields.many(_hash), default=()),
        Field("forge", fields.with_keys(fields.table_of(_account), NOREPLY, "forge"), default={}),
    )


def read_staff_member(document: Document, site: Site) -> tuple[StaffMember | None, list[Problem]]:
    """Read a colleague from their file.

    Returns:
        The colleague, or None where a problem keeps them from being read; and the problems.
    """
    path = document.source.path
    staff_id = path.rpartition("/")[2].removesuffix(".md")
    record = schema.read_record(document.fields, staff_fields(site), path, "Staff")
    problems = list(record.problems)
    if flaw := find_flaw(staff_id, "an id"):
        message = f"{flaw}. Call the file such as `ana-mueller.md`."
        problems.append(Problem(path, 0, 0, message, "Staff.Id"))
    if problems:
        return None, problems
    values: dict[str, Any] = dict(record.values)
    member = StaffMember(
        id=staff_id,
        path=path,
        source=document.source,
        body_start=document.body_start,
        places=record.places,
        **values,
    )
    return member, []


def initials(name: str) -> str:
    """Return one or two letters for a name: its first, and that of its last word."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper()
