"""Acronyms: capitals that only some readers can take apart."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

import regex

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.words import words_for
from advocacy.markup.blocks import Block
from advocacy.post import Post
from advocacy.site import Site

ELSEWHERE = ("heading", "table", "alt", "html", "frontmatter")
_ACRONYM = regex.compile(
    # Between digits it is a part of a number, as in `GB82 WEST 1234`.
    r"(?<![\w.@#/&’'*$\p{Pd}])(?<!\d (?=[A-Z]+ \d))([A-Z]{2,5})"
    r"(?=(?:['’]?s)?(?![\w/&*]|[.\p{Pd}]\w))"
)
# A post has no more of them that are worth telling.
MOST = 40
# So far around one a shout is looked for.
NEAR = 20
_LOUD_BEFORE = regex.compile(r"\b[A-Z]{2,}[ ,]+$")
_LOUD_AFTER = regex.compile(r"[ ,]+[A-Z]{2,}\b")
_ROMAN = regex.compile(r"[IVXLC]+")
_WORD = regex.compile(r"\w+")
# A name of several words: capitals, with small words between them.
_NAME = regex.compile(
    r"(?<!\w)\p{Lu}[\w’']*+(?:[\s,./\p{Pd}]+(?:(?:of|the|and|for|to|in|on|de|du)\s+){0,2}\p{Lu}[\w’']*+)+"
)


def find_unexplained(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find acronyms that a post does not explain, each where it first stands.

    One is explained where its words stand beside it, or anywhere in the post; or by a link. A
    site that has one as a topic has a page about it.
    """
    words = words_for(manuscript)
    if not isinstance(manuscript.piece, Post) or not words:
        return
    first = _first_places(manuscript.body.blocks)
    first = {each: place for each, place in first.items() if each not in words.acronyms}
    if not first:
        return
    known = _known(context.site) | _link_words(manuscript)
    text = "\n".join(block.text for block in (*manuscript.fields, *manuscript.body.blocks))
    initials = " ".join(_initials(name[0]) for name in _NAME.finditer(text))
    for acronym, (block, at) in islice(first.items(), MOST):
        is_spelt = acronym in initials or _make_explanation(acronym).search(text)
        if acronym in known or is_spelt:
            continue
        message = (
            f"Not every reader knows `{acronym}`. Write what it stands for where it first "
            f"comes up: `the whole name ({acronym})`."
        )
        yield check.notice(*block.traced.span(at, at + len(acronym)), message, acronym)


def _first_places(blocks: tuple[Block, ...]) -> Mapping[str, tuple[Block, int]]:
    """Return the capitals of a text that stand alone, and where each first stands."""
    first: dict[str, tuple[Block, int]] = {}
    for block in blocks:
        if not block.parts.isdisjoint(ELSEWHERE):
            continue
        for found in _ACRONYM.finditer(block.text):
            start, end = found.span()
            before, after = block.text[max(0, start - NEAR) : start], block.text[end : end + NEAR]
            is_loud = _LOUD_BEFORE.search(before) or _LOUD_AFTER.match(after)
            is_speaker = not before and after.startswith(":")
            if not is_loud and not is_speaker and not _ROMAN.fullmatch(found[1]):
                first.setdefault(found[1], (block, start))
    return first


@cache
def _known_in(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in _WORD.findall(name))


def _known(site: Site) -> frozenset[str]:
    names = site.names
    own = (*names.known_acronyms, *names.organisation, *names.products, *names.people, site.name)
    return _known_in((*own, *(label.upper() for label in site.topics.values())))


def _link_words(manuscript: Manuscript) -> frozenset[str]:
    """Return the words of links: whoever does not know them can follow."""
    return frozenset(word for link in manuscript.body.links for word in _WORD.findall(link.text))


@lru_cache(maxsize=4096)
def _make_explanation(acronym: str) -> re.Pattern[str]:
    """Return a pattern of what explains an acronym, but for names in capitals."""
    small = (rf"[{letter}{letter.lower()}][a-z]+" for letter in acronym)
    return re.compile(
        "|".join(
            (
                rf"\({acronym}s?[);,]",
                rf"\b{acronym}s? \(",
                rf"\b{acronym}s?, (?:or|short for|which stands)\b",
                # `NOT` is the word `not`, said loudly.
                rf"\b{acronym.lower()}\b",
                r"\b" + r"[\s-]+".join(small) + r"\b",
            )
        )
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


CHECKS = (
    Check("Acronym.Unexplained", "suggestion", "An acronym is not explained.", find_unexplained),
)
