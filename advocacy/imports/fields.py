"""Front matter of Jekyll and Eleventy as ours: one row a field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from advocacy.fields import web_address
from advocacy.imports.dates import day_of, make_date
from advocacy.imports.notes import Note
from advocacy.imports.old_front_matter import text_of, texts_of
from advocacy.imports.plain import make_plain
from advocacy.schema import FieldError, Node
from advocacy.site_languages import language

Reading = Callable[[object], str]


@dataclass(frozen=True, slots=True)
class Row:
    """How one of our fields is filled.

    Attributes:
        key: Ours.
        sources: Theirs, the first that holds something counts.
        read: Turns their value into ours; nothing where that cannot be.
    """

    key: str
    sources: tuple[str, ...]
    read: Reading


def _plain(value: object) -> str:
    return make_plain(text_of(value))


def _date(value: object) -> str:
    return make_date(text_of(value))


def language_tag(value: object) -> str:
    """Return `es-PR` for `es_PR`, `es-pr` and `es_PR.UTF-8`."""
    first, *rest = re.split(r"[-_]", text_of(value).partition(".")[0])
    word = "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
    try:
        return str(language(Node(word)))
    except FieldError:
        return ""


def _web(value: object) -> str:
    try:
        return str(web_address(Node(text_of(value))))
    except FieldError:
        return ""


def _status(value: object) -> str:
    return "draft" if text_of(value).lower() == "true" else ""


def _published(value: object) -> str:
    return "draft" if text_of(value).lower() == "false" else ""


ROWS = (
    Row("title", ("title",), _plain),
    Row("date", ("date", "published_at", "pubDate"), _date),
    Row("summary", ("excerpt", "summary", "description", "subtitle"), _plain),
    Row("modified", ("modified", "last_modified_at", "updated", "lastmod"), _date),
    Row("lang", ("lang", "locale", "language"), language_tag),
    Row("series", ("series",), _plain),
    Row("status", ("draft",), _status),
    Row("status", ("published",), _published),
    Row("image_credit", ("image_credit", "image_attribution"), _plain),
    Row("canonical", ("canonical", "canonical_url"), _web),
    Row("source", ("source", "source_url", "original_url", "tumblr_url"), _web),
)

# Keys that other steps read: authors, topics, pictures and addresses.
AUTHOR_KEYS = ("authors", "author", "byline")
TOPIC_KEYS = ("tags", "tag", "categories", "category", "topics")
PICTURE_KEYS = ("image", "images", "featured_image", "feature_image", "cover", "thumbnail")
ALT_KEYS = ("image_alt", "alt", "image_alt_text", "cover_alt")
CAPTION_KEYS = ("image_figcaption", "image_caption", "image_title", "caption")
ALIAS_KEYS = ("redirect_from", "aliases", "alias")
ADDRESS_KEYS = ("permalink", "slug", "id", "guid")
ELSEWHERE = frozenset(
    AUTHOR_KEYS + TOPIC_KEYS + PICTURE_KEYS + ALT_KEYS + CAPTION_KEYS + ALIAS_KEYS + ADDRESS_KEYS
)

RENAMED = {
    **dict.fromkeys((key for key in AUTHOR_KEYS if key != "authors"), "authors"),
    **dict.fromkeys((key for key in TOPIC_KEYS if key != "topics"), "topics"),
    **dict.fromkeys(("redirect_from", "alias", "permalink"), "aliases"),
}

# Keys that say how a page was drawn, which the theme decides here.
LOOK = frozenset({"layout", "hero", "comments", "sidebar", "toc", "eleventyNavigation"})


def map_fields(old: Mapping[str, object]) -> tuple[dict[str, str], list[Note]]:
    """Return the fields that map one to one, and what was done."""
    fields: dict[str, str] = {}
    notes: list[Note] = []
    for row in ROWS:
        for key in row.sources:
            value = row.read(old.get(key))
            if value and row.key not in fields:
                fields[row.key] = value
                notes += _mapped(row.key, key, text_of(old[key]), value)
            elif text_of(old.get(key)) and not value and row.key != "status":
                notes.append(Note("changed", f"{key}: {text_of(old[key])}", "left out"))
    known = {key for row in ROWS for key in row.sources} | ELSEWHERE | LOOK
    notes += [
        Note("unmapped", f"{key}: {text_of(value) or 'a list or table'}")
        for key, value in old.items()
        if key not in known and value
    ]
    return fields, [*notes, *_renamed(old), *_drop_early_change(fields)]


def _mapped(ours: str, theirs: str, seen: str, value: str) -> list[Note]:
    notes = [Note("mapped", theirs, ours)] if ours != theirs else []
    return [*notes, Note("changed", f"{theirs}: {seen}", value)] if seen != value else notes


def _renamed(old: Mapping[str, object]) -> list[Note]:
    """Return a note for each key that other steps read and that has another name here."""
    return [Note("mapped", key, ours) for key, ours in RENAMED.items() if old.get(key)]


def _drop_early_change(fields: dict[str, str]) -> list[Note]:
    """A post cannot have been changed before it was written."""
    modified, written = fields.get("modified", ""), fields.get("date", "")
    if not modified or not written or day_of(modified) > day_of(written):
        return []
    del fields["modified"]
    return [Note("changed", f"modified: {modified}", "left out, as it is not after `date`")]


def authors_of(old: Mapping[str, object]) -> list[str]:
    """Return the authors as the source names them: ids, or names."""
    found: list[str] = []
    for key in AUTHOR_KEYS:
        value = old.get(key)
        items = value if isinstance(value, list) else re.split(r",\s*|\s+and\s+", text_of(value))
        if isinstance(value, dict):
            items = [value]
        for item in items:
            name = text_of(item.get("name") or item.get("id")) if isinstance(item, dict) else item
            found += [text_of(name)] if text_of(name) else []
    return list(dict.fromkeys(found))


def topics_of(old: Mapping[str, object]) -> list[str]:
    """Return the tags and categories as the source writes them."""
    found = [label for key in TOPIC_KEYS for label in _labels(old.get(key))]
    # Eleventy's own collections are no topics.
    return [label for label in dict.fromkeys(found) if label.lower() not in {"post", "posts"}]


def _labels(value: object) -> list[str]:
    if isinstance(value, str):
        return [label.strip() for label in value.split(",") if label.strip()]
    return texts_of(value)
