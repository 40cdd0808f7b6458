"""What a topic, a purpose or a series is about: a file whose words its page begins with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from advocacy import fields, schema
from advocacy.errors import Problem, nearest
from advocacy.front_matter import Document
from advocacy.schema import Field, Place
from advocacy.site import PURPOSES, Site
from advocacy.slugs import find_flaw
from advocacy.source import Source

TOPICS, PURPOSES_FOLDER, SERIES = "topics", "purposes", "series"
ABOUT_FOLDERS = (TOPICS, PURPOSES_FOLDER, SERIES)


@dataclass(frozen=True, slots=True)
class About:
    """What a list of posts is about, in one language: a file such as content/topics/reading.md.

    Attributes:
        folder: One of ABOUT_FOLDERS.
        id: That of the topic or the purpose; of a series the slug of its name.
        source: The whole file, of which the body begins at `body_start`.
        places: Where each field stands.
        complete: Whether no more posts of the series will come.
        allow: By rule, the reason for which it may find something in the front matter.
    """

    path: str
    folder: str
    id: str
    source: Source
    body_start: int
    summary: str
    places: Mapping[str, Place] = field(default_factory=dict)
    lang: str = "en"
    complete: bool = False
    allow: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.source.text[self.body_start :]


def is_about(path: str) -> bool:
    """Say whether a file tells what a list of posts is about."""
    return path.startswith(tuple(f"content/{folder}/" for folder in ABOUT_FOLDERS))


def about_fields(site: Site, folder: str = SERIES) -> tuple[Field, ...]:
    """Return the table of front matter keys of these files."""
    cure = "Say in a sentence what these posts are about."
    own = (Field("complete", fields.flag, default=False),) if folder == SERIES else ()
    return (
        Field("summary", fields.text, required=True, cure=cure),
        Field("lang", fields.choice(*site.languages), default=site.language),
        *own,
        Field("allow", fields.table_of(fields.note), default={}),
    )


def read_about(document: Document, site: Site) -> tuple[About | None, list[Problem]]:
    """Read what a list is about; None where a problem keeps it from being read."""
    path = document.source.path
    folder, _, rest = path.removeprefix("content/").partition("/")
    name = rest.removesuffix(".md").rpartition("/")[2]
    record = schema.read_record(document.fields, about_fields(site, folder), path, "About")
    problems = list(record.problems)
    if told := _told_of_name(folder, name, site):
        problems.append(Problem(path, 0, 0, told, "About.Id"))
    if problems:
        return None, problems
    values: dict[str, Any] = dict(record.values)
    about = About(
        path=path,
        folder=folder,
        id=name,
        source=document.source,
        body_start=document.body_start,
        places=record.places,
        **values,
    )
    return about, []


def _told_of_name(folder: str, name: str, site: Site) -> str:
    """Say what is wrong with a file's name; nothing where it is that of what it is about."""
    if folder == SERIES:
        cure = "Call the file as the address of the series is, such as `the-cellar.md`."
        flaw = find_flaw(name, "an id")
        return f"{flaw}. {cure}" if flaw else ""
    known = site.topics if folder == TOPICS else PURPOSES
    if name in known:
        return ""
    what = "topic" if folder == TOPICS else "purpose"
    return f"There is no {what} `{name}`.{nearest(name, known)} Rename the file."
