"""What the checks of a text look for, by language: one TOML file each, and no Python."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.scopes import FRONT_MATTER
from advocacy.editorial.unit import Unit
from advocacy.page import Page
from advocacy.post import Post

FOLDER = Path(__file__).parent
# What is no paragraph of the author's own.
ELSEWHERE = ("heading", "table", "alt", "html", "blockquote", "footnote", FRONT_MATTER)
FEW = r"(?:(?!(?:{stops})\b)[\w'’-]+,? ){{0,3}}?"


@dataclass(frozen=True, slots=True)
class Words:
    """A language's patterns, each a whole word or phrase.

    Attributes:
        praise: Words that praise.
        claims: Praise of something of ours; these and `disclosing` hold `{name}` and the like.
        disclosing: Says that its writer is one of us.
        labels: Says that a text was paid for, or a thing given.
        selling: Calls to buy.
        answering: Tells readers that, and how, they can answer.
        addressing: By these a question is meant for readers.
        claiming: Calls on a source, and names none.
        figures: Numbers of which readers ask where they are from.
        origins: Tells where a number is from, or that it is no claim.
        acronyms: What everybody knows.
        stops: After these a phrase speaks of something else.
    """

    praise: tuple[str, ...]
    claims: tuple[str, ...]
    disclosing: tuple[str, ...]
    labels: tuple[str, ...]
    selling: tuple[str, ...]
    answering: tuple[str, ...]
    addressing: tuple[str, ...]
    claiming: tuple[str, ...]
    figures: tuple[str, ...]
    origins: tuple[str, ...]
    acronyms: tuple[str, ...]
    stops: tuple[str, ...]


def words_for(manuscript: Manuscript) -> Words | None:
    """Return the words of a file's language; None where nobody has written them down."""
    piece = manuscript.piece
    if not isinstance(piece, Post | Page):
        return None
    return read_words(piece.lang.partition("-")[0].lower())


@cache
def read_words(language: str) -> Words | None:
    """Read the words of a language such as `en`."""
    file = FOLDER / f"{language}.toml"
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Words(**{key: tuple(value) for key, value in table.items()})


def paragraphs(manuscript: Manuscript) -> list[Unit]:
    """Return a file's paragraphs and list items in the author's own words."""
    return [each for each in manuscript.units["text"] if each.parts.isdisjoint(ELSEWHERE)]


def look_for(phrases: tuple[str, ...], manuscript: Manuscript) -> re.Pattern[str] | None:
    """Return a pattern of the phrases, or None where the file has none of them.

    One look through a whole text in folded case costs a tenth of a look into each block.
    """
    text = manuscript.folded["text"]
    return make_pattern(phrases) if _make_folded_pattern(phrases).search(text) else None


def count_in(phrases: tuple[str, ...], manuscript: Manuscript) -> int:
    """Return how often a file has the phrases, its front matter with it."""
    return len(_make_folded_pattern(phrases).findall(manuscript.folded["text"]))


@cache
def make_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases, as whole words and in any case."""
    return re.compile(_any_of(phrases), re.IGNORECASE)


@cache
def _make_folded_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_any_of(phrases))


def _any_of(phrases: tuple[str, ...]) -> str:
    return rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)"


@cache
def make_name_pattern(
    templates: tuple[str, ...], names: tuple[str, ...], words: Words
) -> re.Pattern[str]:
    """Return a pattern of phrases in which one of the names stands."""
    parts = {
        "{name}": rf"(?<![\w@#/.-])(?:{'|'.join(map(re.escape, names))})(?![\w-])",
        "{praise}": f"(?:{'|'.join(words.praise)})",
        "{few}": FEW.format(stops="|".join(words.stops)),
    }
    return make_pattern(tuple(_fill(template, parts) for template in templates))


def _fill(template: str, parts: Mapping[str, str]) -> str:
    for key, part in parts.items():
        template = template.replace(key, part)
    return template
