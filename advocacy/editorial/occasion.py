"""When an attestation is asked for: what a post says of itself, and words found in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from advocacy import fields, schema
from advocacy.editorial.budget import Budget
from advocacy.editorial.kinds import existence
from advocacy.editorial.kinds.kind import OptionError, Search, pattern_texts, place_of
from advocacy.editorial.manuscript import Manuscript
from advocacy.errors import Problem, nearest
from advocacy.post import Post
from advocacy.schema import Field, Node, Place
from advocacy.site import PURPOSES, Site

PICTURE = "picture"
# Which lines of a post may be asked for; each is an attribute of the same name.
LINES = (
    *("question", "image", "series", "disclosure", "modified", "canonical", "translation_of"),
    *("discussions", "expires", "embargo"),
)
VALUES = (
    Field("topics", fields.texts, default=()),
    Field("audience", fields.texts, default=()),
    Field("lang", fields.texts, default=()),
    Field("purpose", fields.many(fields.choice(*PURPOSES)), default=()),
    Field(
        "relationship", fields.many(fields.choice("employee", "paid", "gift", "none")), default=()
    ),
)
FIELDS = (
    *VALUES,
    Field("has", fields.many(fields.choice(PICTURE, *LINES)), default=()),
    Field("phrases", pattern_texts, default=()),
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Conditions, all of which must hold.

    Attributes:
        values: By front matter key, the values of which one must stand there.
        has: Lines of the front matter, or `picture`, of which one must be there.
        search: What the text must hold; None asks for no words.
        places: Where each condition stands in the guide, by dotted path.
    """

    values: Mapping[str, tuple[str, ...]]
    has: tuple[str, ...] = ()
    search: Search | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def fits(self, post: Post, manuscript: Manuscript, budget: Budget) -> bool:
        """Say whether a post is meant.

        Raises:
            RunawayError: The phrases have spent their budget.
        """
        return (
            all(_has_value(post, key, allowed) for key, allowed in self.values.items())
            and (not self.has or any(_has(post, manuscript, each) for each in self.has))
            and (self.search is None or _says(manuscript, self.search, budget))
        )


def read_occasions(node: Node, path: str) -> tuple[tuple[Occasion, ...], tuple[Problem, ...]]:
    """Read `when`: one table of conditions, or a list of which any may fit."""
    items = node.value if isinstance(node.value, tuple) else (node,)
    read = [_read_occasion(item, path) for item in items]
    problems = tuple(problem for _, found in read for problem in found)
    return tuple(occasion for occasion, _ in read if occasion), problems


def check_occasion(occasion: Occasion, site: Site, path: str) -> Iterator[Problem]:
    """Find what a site does not have: a topic, an audience, a language."""
    tables = (
        ("topics", "topic", tuple(site.topics)),
        ("audience", "audience", tuple(site.audiences)),
        ("lang", "language", site.languages),
    )
    for key, kind, known in tables:
        for index, word in enumerate(occasion.values.get(key, ())):
            if word not in known:
                cure = nearest(word, known) or f" Known: {', '.join(known) or 'none yet'}."
                place = place_of(occasion.places, f"{key}.{index}")
                message = f"`when`: `{word}` is no {kind} in advocacy.toml.{cure}"
                yield Problem(path, place.line, place.column, message, "Attest.When", len(word))


def _read_occasion(node: Node, path: str) -> tuple[Occasion | None, tuple[Problem, ...]]:
    record = schema.read_record(node, FIELDS, path, "When")
    if record.problems:
        return None, record.problems
    values: dict[str, Any] = dict(record.values)
    has, phrases = values.pop("has"), values.pop("phrases")
    if not (has or phrases or any(values.values())):
        place = node.place
        message = "`when` says nothing. Name a condition, or take it out to ask always."
        return None, (Problem(path, place.line, place.column, message, "When.Empty"),)
    try:
        search = _make_search(phrases) if phrases else None
    except OptionError as error:
        place = place_of(record.places, error.key)
        message = f"`phrases`: {error}"
        return None, (Problem(path, place.line, place.column, message, "When.Phrases"),)
    asked = {key: allowed for key, allowed in values.items() if allowed}
    return Occasion(asked, has, search, record.places), ()


def _make_search(phrases: tuple[str, ...]) -> Search:
    """Compile phrases as an `existence` rule compiles its tokens."""
    try:
        return existence.make_search(_options(phrases))
    except OptionError as error:
        raise OptionError(error.key.replace("tokens", "phrases"), str(error)) from None


def _options(phrases: tuple[str, ...]) -> dict[str, object]:
    given: dict[str, object] = {each.key: each.default for each in existence.KIND.fields}
    return given | {"tokens": phrases, "ignorecase": True}


def _has_value(post: Post, key: str, allowed: tuple[str, ...]) -> bool:
    value = getattr(post, key)
    values = (value,) if isinstance(value, str) else value
    return any(each in allowed for each in values)


def _has(post: Post, manuscript: Manuscript, what: str) -> bool:
    if what == PICTURE:
        return bool(manuscript.pictures or manuscript.body.images)
    return bool(getattr(post, what))


def _says(manuscript: Manuscript, search: Search, budget: Budget) -> bool:
    """Say whether the post itself, and not its captions, holds a phrase."""
    if not search.may_find(manuscript.folded["text"]):
        return False
    find = search.begin()
    units = (unit for unit in manuscript.units["text"] if "share" not in unit.parts)
    return any(search.may_find(unit.folded) and budget.find(find, unit.text) for unit in units)
