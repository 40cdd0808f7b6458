"""Who has read a post before it was published, and which wording of it."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from advocacy import fields, schema
from advocacy.cache import make_key
from advocacy.front_matter import Document
from advocacy.schema import FieldError, Node

KEY = "reviewed_by"

# Keys that say when and where a post stands, or are written once it is out. Whoever has read the
# post has read it all the same when they change.
LATER = frozenset(
    (
        *("status", "date", "modified", "change_note", "embargo", "expires", "featured", "pinned"),
        *("id", "slug", "aliases", "discussions", "at_uri", "attest", KEY),
    )
)
_ENTRY = re.compile(r"(?P<id>\S+) (?P<version>v[0-9a-f]{7})")


class Reviewer(NamedTuple):
    """Somebody who has read a post.

    Attributes:
        id: A colleague's, as it is told.
        version: What stands for the wording that they read; empty where it is not said.
    """

    id: str
    version: str = ""

    @property
    def entry(self) -> str:
        """How front matter says it."""
        return f"{self.id} {self.version}".rstrip()


def read_reviewer(node: Node) -> Reviewer:
    """Read an id, or an id and a version behind it."""
    if isinstance(node.value, dict):
        raise FieldError("Write an id alone, or its version behind a blank: `ben v3d74909`.")
    told = fields.text(node)
    entry = _ENTRY.fullmatch(told)
    return Reviewer(**entry.groupdict()) if entry else Reviewer(told)


def make_version(document: Document) -> str:
    """Return what stands for a post's wording; it begins with a letter, so no YAML counts it.

    It is short, for people to see that it is another one. It proves nothing: whoever writes a post
    can write it too, or look for two wordings that share one.
    """
    return f"v{make_key(read_wording(document))[:7]}"


def read_wording(document: Document) -> str:
    """Return all of a post that somebody reads, as one text.

    How the front matter is laid out, where lines end and what is in LATER makes no difference.
    """
    table = schema.plain(document.fields)
    assert isinstance(table, dict)
    kept = {key: value for key, value in table.items() if key not in LATER}
    told = json.dumps(kept, ensure_ascii=False)
    body = "\n".join(line.rstrip() for line in document.body.split("\n")).strip("\n")
    return unicodedata.normalize("NFC", f"{told}\n{body}")


def find_outdated(reviewers: Iterable[Reviewer], document: Document) -> tuple[Reviewer, ...]:
    """Return those of a post's reviewers who read an earlier wording."""
    told = [each for each in reviewers if each.version]
    version = make_version(document) if told else ""
    return tuple(each for each in told if each.version != version)
