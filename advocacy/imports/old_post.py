"""A post of the source, read: its fields as ours, and what its old address was made from."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from advocacy.errors import Problem
from advocacy.imports.dates import make_date
from advocacy.imports.fields import authors_of, map_fields, topics_of
from advocacy.imports.liquid import replace_liquid
from advocacy.imports.notes import Note
from advocacy.imports.old_addresses import Placed
from advocacy.imports.old_front_matter import OldFile, read_old_file, text_of, texts_of
from advocacy.imports.plain import make_plain
from advocacy.imports.scope import Scope
from advocacy.slugs import slugify

_NAME = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})[-_](?P<title>.+)")
_MARKDOWN = frozenset({".md", ".markdown", ".mkd", ".mkdn"})


@dataclass(frozen=True, slots=True)
class OldPost:
    """A post of the source.

    Attributes:
        file: What was read.
        fields: Ours, as far as they map one to one; `title` and `date` are always there.
        slug: From the file's name, in our form; not yet free of clashes.
        placed: What its old address was made from.
        authors: As the source names them.
        topics: As the source writes them.
        notes: What was done so far.
    """

    file: OldFile
    fields: dict[str, str]
    slug: str
    placed: Placed
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.placed.stem


def read_old_post(root: Path, path: str, scope: Scope, today: date) -> OldPost | Problem:
    """Read a post of the source.

    Args:
        root: The source's folder.
        path: The file, below the source.
        scope: What Liquid in the front matter may name.
        today: The date of a draft that has none.

    Returns:
        The post, or the one problem that keeps it from being imported.
    """
    if PurePosixPath(path).suffix.lower() not in _MARKDOWN:
        return Problem(path, 0, 0, "This is no Markdown. Write it as Markdown.", "Import.Kind")
    file = read_old_file(root, path)
    if isinstance(file, Problem):
        return file
    file = replace(file, fields=_without_liquid(file, scope))
    fields, notes = map_fields(file.fields)
    named = _NAME.fullmatch(PurePosixPath(path).stem)
    days = _days(fields, named, today if path.startswith("_drafts/") else None)
    if not days:
        message = "There is no date, neither in the front matter nor in the file's name. Add one."
        return Problem(path, 1, 0, message, "Import.Date")
    notes += _fill(fields, days[0], named["title"] if named else PurePosixPath(path).stem, path)
    return OldPost(
        file=file,
        fields=fields,
        slug=_slug(file, named),
        placed=_placed(file, named, days),
        authors=tuple(authors_of(file.fields)),
        topics=tuple(topics_of(file.fields)),
        notes=tuple(notes),
    )


def _without_liquid(file: OldFile, scope: Scope) -> dict[str, object]:
    """Return front matter in whose texts no Liquid is left."""
    return {
        key: replace_liquid(value, scope).text
        if isinstance(value, str) and re.search(r"\{[{%]", value)
        else value
        for key, value in file.fields.items()
    }


def _days(
    fields: dict[str, str], named: re.Match[str] | None, otherwise: date | None
) -> tuple[str, ...]:
    found = [fields.get("date", ""), make_date(named["date"]) if named else ""]
    found.append(otherwise.isoformat() if otherwise else "")
    return tuple(dict.fromkeys(day[:10] for day in found if day))


def _fill(fields: dict[str, str], day: str, name: str, path: str) -> list[Note]:
    """Fill in what a post needs and its front matter does not say."""
    notes = []
    if "date" not in fields:
        fields["date"] = day
        seen = "the file's name" if _NAME.fullmatch(PurePosixPath(path).stem) else "no date"
        notes.append(Note("mapped", seen, f"date: {day}"))
    if not fields.get("title"):
        words = make_plain(re.sub(r"[-_]+", " ", name))
        fields["title"] = words[:1].upper() + words[1:]
        notes.append(Note("mapped", "the file's name", f"title: {fields['title']}"))
    if path.startswith("_drafts/") and "status" not in fields:
        fields["status"] = "draft"
        notes.append(Note("mapped", "the folder `_drafts`", "status: draft"))
    return notes


def _slug(file: OldFile, named: re.Match[str] | None) -> str:
    own = text_of(file.fields.get("slug"))
    name = own or (named["title"] if named else PurePosixPath(file.path).stem)
    return slugify(name) or slugify(text_of(file.fields.get("title"))) or "post"


def _placed(file: OldFile, named: re.Match[str] | None, days: tuple[str, ...]) -> Placed:
    stem = PurePosixPath(file.path).stem
    title = text_of(file.fields.get("slug")) or (named["title"] if named else stem)
    labels = texts_of(file.fields.get("categories") or file.fields.get("category"))
    return Placed(stem, title, days, tuple(slugify(label) for label in labels))
