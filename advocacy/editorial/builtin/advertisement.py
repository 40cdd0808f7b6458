"""Advertisements: posts in which there is more praise than news."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.scopes import FRONT_MATTER
from advocacy.editorial.words import (
    Words,
    count_in,
    make_name_pattern,
    make_pattern,
    words_for,
)
from advocacy.post import Post
from advocacy.site import Site

# Of 508 posts of a staff blog, eight have as many.
FEWEST = 5
FEWEST_KINDS = 2
PER_HUNDRED = 2.0
MOST_SHOWN = 6
NAME = "name"
_CRY = re.compile(r"(?<=[\w\s.)\]’”\"'])!+(?=[\s.)\]’”\"']|$)")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign of an advertisement: where in the file, of which kind, and what it says."""

    start: int
    end: int
    kind: str
    seen: str


def find_advertisement(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find posts with many signs of an advertisement in few words; once each post.

    The names of our own products are signs too, but no more of them than there are others.
    """
    words = words_for(manuscript)
    if not isinstance(manuscript.piece, Post) or not words:
        return
    # Most posts have few of them, wherever they stand.
    text = manuscript.folded["text"]
    length, most = len(text.split()), text.count("!")
    most += count_in(words.praise, manuscript) + count_in(words.selling, manuscript)
    if most < FEWEST or most * 2 * 100 < PER_HUNDRED * length:
        return
    signs = [*_signs(manuscript, words)]
    if len(signs) < FEWEST or len({sign.kind for sign in signs}) < FEWEST_KINDS:
        return
    signs += [*_names(manuscript, words, context.site)][: len(signs)]
    if len(signs) * 100 < PER_HUNDRED * length:
        return
    signs.sort(key=lambda sign: sign.start)
    message = (
        f"This reads like an advertisement: {len(signs)} signs in {length} words: "
        f"{_list(signs)}. Tell what happened, and let readers judge."
    )
    yield check.notice(signs[0].start, signs[0].end, message, signs[0].seen)


def _signs(manuscript: Manuscript, words: Words) -> Iterator[_Sign]:
    """Yield praise, calls to buy and exclamation marks."""
    yield from _all("praise", make_pattern(words.praise), manuscript)
    yield from _all("selling", make_pattern(words.selling), manuscript)
    yield from _all("cry", _CRY, manuscript)


def _names(manuscript: Manuscript, words: Words, site: Site) -> Iterator[_Sign]:
    products = site.names.products
    if products:
        pattern = make_name_pattern(("{name}",), products, words)
        yield from _all(NAME, pattern, manuscript)


def _all(kind: str, pattern: re.Pattern[str], manuscript: Manuscript) -> Iterator[_Sign]:
    for unit in manuscript.units["text"]:
        if not unit.parts.isdisjoint(("blockquote", FRONT_MATTER)):
            continue
        for found in pattern.finditer(unit.text):
            yield _Sign(*unit.span(*found.span()), kind, found[0])


def _list(signs: list[_Sign]) -> str:
    counts = Counter(sign.seen if sign.kind == NAME else sign.seen.lower() for sign in signs)
    shown = [f"`{seen}`{f' ({count})' if count > 1 else ''}" for seen, count in counts.items()]
    return ", ".join(shown[:MOST_SHOWN] + (["…"] if len(shown) > MOST_SHOWN else []))


CHECKS = (
    Check(
        "Tone.Advertisement", "warning", "A post reads like an advertisement.", find_advertisement
    ),
)
