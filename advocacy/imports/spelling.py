"""The people whom a source names by an id alone, as its own posts spell their names."""

import re
from collections.abc import Iterable
from dataclasses import replace

from advocacy.imports.names import find_names
from advocacy.imports.old_front_matter import text_of
from advocacy.imports.old_post import OldPost
from advocacy.imports.source_site import Person, SourceSite

_MENTION = re.compile(r"[\"']([\w.-]+)[\"']\s*\|\s*team_link")


def with_spelled_names(source: SourceSite, posts: Iterable[OldPost]) -> SourceSite:
    """Return the source with people it says nothing of, where a post spells their name."""
    posts = list(posts)
    texts = [text for post in posts for text in _texts(post)]
    ids = {author for post in posts for author in post.authors}
    ids.update(found for text in texts for found in _MENTION.findall(text))
    names = find_names(ids - set(source.people), texts)
    people = {person: Person(name) for person, name in names.items()}
    return replace(source, people={**people, **source.people})


def _texts(post: OldPost) -> list[str]:
    return [*filter(None, map(text_of, post.file.fields.values())), post.file.body]
