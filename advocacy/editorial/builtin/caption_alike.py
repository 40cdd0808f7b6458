"""Captions that are alike: twenty people who share one sentence sound like one loudspeaker."""

from collections.abc import Iterator
from itertools import combinations, islice

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.captions import Caption, read_captions
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.post import Post
from advocacy.similarity import MOST_ALIKE, same_words_percent, words_of

# Each is compared with each.
MOST_CAPTIONS, MOST_WORDS = 40, 500


def find_same(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find captions that are one text, whatever its case and its punctuation."""
    for first, second, percent in _pairs(manuscript):
        if percent == 100:
            message = (
                f"{_where(first)} has the same words. Write them once, as `default`, or say it "
                "in other words."
            )
            yield check.notice(second.place.start, second.place.end, message, second.text)


def find_alike(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find captions that have most of their words in common."""
    for first, second, percent in _pairs(manuscript):
        if MOST_ALIKE <= percent < 100:
            message = (
                f"This shares {percent} % of its words with the caption on line "
                f"{first.place.line}. Tell another part of it, in other words."
            )
            yield check.notice(second.place.start, second.place.end, message, second.text)


def find_again(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find captions that say again what one of the last year said."""
    for caption in read_captions(manuscript.piece) if isinstance(manuscript.piece, Post) else ():
        repeat = context.repeats.get((manuscript.path, caption.key))
        if repeat:
            message = (
                f"This shares {repeat.percent} % of its words with the caption on line "
                f"{repeat.line} of `{repeat.of}`. Who follows you has read that: say what is new."
            )
            yield check.notice(caption.place.start, caption.place.end, message, caption.text)


def _where(caption: Caption) -> str:
    return f"The caption on line {caption.place.line}"


def _pairs(manuscript: Manuscript) -> Iterator[tuple[Caption, Caption, int]]:
    """Yield, for each caption, the earlier one that it is most like, and how much."""
    captions = read_captions(manuscript.piece) if isinstance(manuscript.piece, Post) else ()
    read = [(each, words_of(each.words)[:MOST_WORDS]) for each in islice(captions, MOST_CAPTIONS)]
    nearest: dict[str, tuple[Caption, Caption, int]] = {}
    for (first, words), (second, others) in combinations(read, 2):
        percent = same_words_percent(words, others)
        if percent > nearest.get(second.key, (first, second, 0))[2]:
            nearest[second.key] = (first, second, percent)
    yield from nearest.values()


CHECKS = (
    Check("Caption.Same", "warning", "Two captions are the same text.", find_same),
    Check("Caption.Alike", "warning", "Two captions share most of their words.", find_alike),
    Check(
        "Caption.Again",
        "warning",
        "A caption shares most of its words with one of the last year.",
        find_again,
        looks_around=True,
    ),
)
