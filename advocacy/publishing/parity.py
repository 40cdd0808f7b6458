"""Which posts and pages lack a translation, and which are older than their original."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from advocacy.library import Library
from advocacy.page import Page
from advocacy.page_families import Family
from advocacy.post import Post

State = Literal["current", "older", "draft", "missing"]
History = Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a post or a page stands in one language.

    Attributes:
        state: `older` is a translation of something that has changed since; a `draft` is begun.
        path: The translation's file; empty where it is missing.
        changed: When the original changed after the translation; for `older` alone.
        by: What tells so: `modified` or `git`; for `older` alone.
    """

    state: State
    path: str = ""
    changed: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Parity:
    """An original, and how it stands in each of the site's other languages."""

    original: Post | Page
    standings: Mapping[str, Standing]


def make_parity(library: Library, history: History) -> tuple[Parity, ...]:
    """Return every original that is meant for readers: posts, newest first, then pages.

    Args:
        library: What people wrote. What is not published yet is among it, so that it can be
            translated in time; drafts and what is internal or hidden are not.
        history: When each file last changed, by its path; what is not told is not compared.
    """
    originals = [post for post in library.posts if not post.translation_of and _is_meant(post)]
    posts = (Parity(original, _standings(original, library, history)) for original in originals)
    return (*posts, *_pages(library, history))


def count_states(parities: Iterable[Parity], lang: str) -> Mapping[State, int]:
    """Return how many originals are in each state in a language, of those not written in it."""
    counts: dict[State, int] = {"current": 0, "older": 0, "draft": 0, "missing": 0}
    for parity in parities:
        if lang in parity.standings:
            counts[parity.standings[lang].state] += 1
    return counts


def _is_meant(post: Post) -> bool:
    return post.status == "published" and post.visibility == "public"


def _standings(original: Post, library: Library, history: History) -> Mapping[str, Standing]:
    written = {post.lang: post for post in library.posts if post.translation_of == original.id}
    return {
        lang: _standing(original, written[lang], history)
        if lang in written
        else Standing("missing")
        for lang in library.site.languages
        if lang != original.lang
    }


def _pages(library: Library, history: History) -> Iterator[Parity]:
    """Yield how each page stands, of which no field says when it was changed."""
    for original, *others in _families(library):
        written = {page.lang: page for page in others}
        standings = {
            lang: _page_standing(original, written.get(lang), history)
            for lang in library.site.languages
            if lang != original.lang
        }
        yield Parity(original, standings)


def _families(library: Library) -> Iterable[Family]:
    return {family[0].path: family for family in library.page_families.values()}.values()


def _page_standing(original: Page, translation: Page | None, history: History) -> Standing:
    if translation is None:
        return Standing("missing")
    first, second = history.get(original.path), history.get(translation.path)
    if first and second and first > second:
        return Standing("older", translation.path, first, "git")
    return Standing("current", translation.path)


def _standing(original: Post, translation: Post, history: History) -> Standing:
    """Compare two days of change that authors wrote, or else two commits."""
    if not _is_meant(translation):
        return Standing("draft", translation.path)
    told = translation.modified or translation.date
    if original.modified and original.modified > told:
        return Standing("older", translation.path, original.modified, "modified")
    first, second = history.get(original.path), history.get(translation.path)
    # Who has looked at the translation since says so in its `modified`.
    if first and second and first > max(second, told):
        return Standing("older", translation.path, first, "git")
    return Standing("current", translation.path)
