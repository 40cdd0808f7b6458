"""Disclosure: whoever praises what is ours says in the same breath that they work here."""

import re
from collections.abc import Iterator, Sequence

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.unit import Unit
from advocacy.editorial.words import (
    Words,
    make_name_pattern,
    make_pattern,
    paragraphs,
    words_for,
)
from advocacy.phrases import as_phrase, make_phrase_pattern
from advocacy.post import Post
from advocacy.site import Site
from advocacy.staff import StaffMember

# The paragraphs that everybody reads.
OPENING = 2
LONGEST_SEEN = 40
MOST_QUOTED = 3
# What says nothing of the sharer: a prompt that they replace, and a hashtag, which many skip.
_UNSAID = re.compile(r"\[\[[^\[\]\n]*\]\]|#\w+")


def find_missing(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find the first praise of our own things near which nobody says that they are ours.

    Near is the same paragraph, one beside it, or one of the first. The name that the site itself
    bears stands above every post; it needs no telling.
    """
    post, words, site = manuscript.piece, words_for(manuscript), context.site
    ours = (*site.names.products, *site.names.organisation)
    names = tuple(name for name in ours if name != site.name)
    if not isinstance(post, Post) or not words or not names or post.relationship == "none":
        return
    units, claims = paragraphs(manuscript), make_name_pattern(words.claims, names, words)
    folded = [name.casefold() for name in names]
    for index, unit in enumerate(units):
        if not any(name in unit.folded for name in folded):
            continue
        if found := claims.search(unit.text):
            told = _told(units, post, words, site)
            if not any(place < OPENING or abs(place - index) <= 1 for place in told):
                message = _message(found[0], units[told[0]] if told else None, manuscript, site)
                yield check.notice(*unit.span(*found.span()), message, found[0])
                return


def _told(units: Sequence[Unit], post: Post, words: Words, site: Site) -> list[int]:
    """Return which paragraphs say who writes."""
    names = dict.fromkeys((site.name, *site.names.organisation, *site.names.products))
    lang = post.lang
    own = (post.disclosure, site.disclosure[lang], *site.disclosure_phrases.get(lang, ()))
    patterns = (
        make_name_pattern(words.disclosing, tuple(names), words),
        make_pattern(tuple(as_phrase(each) for each in own if each)),
    )
    return [
        index
        for index, unit in enumerate(units)
        if any(pattern.search(unit.text) for pattern in patterns)
    ]


def _message(seen: str, told: Unit | None, manuscript: Manuscript, site: Site) -> str:
    post = manuscript.piece
    assert isinstance(post, Post)
    where = "nothing near it says that you work here"
    if told:
        line = manuscript.source.position(told.span(0, 1)[0])[0]
        where = f"you say only in line {line} that you work here"
    sentence = post.disclosure or site.disclosure[post.lang]
    return f"`{seen}` praises what is ours, and {where}. Say so beside it: `{sentence}`"


def find_label(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find paid and given posts that say so only after they have praised, or not at all."""
    post, words = manuscript.piece, words_for(manuscript)
    if not isinstance(post, Post) or post.relationship not in {"paid", "gift"}:
        return
    units = paragraphs(manuscript)
    labels = words.labels if words else ()
    label = _first(make_pattern((*labels, as_phrase(post.disclosure))), units)
    praise = _first(make_pattern(words.praise), units) if words else None
    is_told = label is not None and (label[0] == 0 or (praise is not None and label < praise))
    if is_told or not units:
        return
    index, begin, end = praise or (0, 0, len(units[0].text))
    seen = units[index].text[begin:end]
    shown = seen if len(seen) <= LONGEST_SEEN else f"{seen[: LONGEST_SEEN - 1]}…"
    what = "paid for" if post.relationship == "paid" else "about something given"
    before = f" before `{shown}`" if praise else " in its first paragraph"
    message = (
        f"This post is {what}, and its text does not say so{before}. "
        f"Begin with: `{post.disclosure}`"
    )
    yield check.notice(*units[index].span(begin, end), message, seen)


def _first(pattern: re.Pattern[str], units: Sequence[Unit]) -> tuple[int, int, int] | None:
    """Return in which paragraph a pattern is found first, and where in its text."""
    found = ((index, pattern.search(unit.text)) for index, unit in enumerate(units))
    return next(((index, *match.span()) for index, match in found if match), None)


def find_unnamed(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find sentences of a colleague's own that do not say for whom they work."""
    member, site = manuscript.piece, context.site
    if not isinstance(member, StaffMember) or member.share is None:
        return
    names = tuple(dict.fromkeys((site.name, *site.names.organisation)))
    for lang, sentence in member.share.disclosure.items():
        phrases = site.disclosure_phrases.get(lang, ())
        said = _UNSAID.sub(" ", sentence)
        if any(make_phrase_pattern(each).search(said) for each in (*names, *phrases)):
            continue
        place = member.places[f"share.disclosure.{lang}"]
        others = f", or say it as [disclosure_phrases] do: {_quoted(phrases)}" if phrases else ""
        message = (
            f"`{sentence}` does not say whom you work for. Name {_quoted(names)} in it{others}."
        )
        yield check.notice(place.start, place.end, message, sentence)


def _quoted(texts: Sequence[str]) -> str:
    return " or ".join(f"`{each}`" for each in texts[:MOST_QUOTED])


CHECKS = (
    Check("Disclosure.Missing", "warning", "Praise of what is ours does not say so.", find_missing),
    Check("Disclosure.Label", "error", "A paid post says so too late.", find_label),
    Check(
        "Disclosure.Own",
        "error",
        "A colleague's own sentence does not say whom they work for.",
        find_unnamed,
    ),
)
