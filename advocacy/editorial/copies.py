"""Posts that are near-copies of earlier ones, found without comparing each with each."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from zlib import crc32

from advocacy.cache import Cache, make_key
from advocacy.editorial.checker_version import checker_version
from advocacy.post import Post
from advocacy.similarity import WORD, find_shared, words_of

RUN = 6
# A post says so much of another again that readers feel it; a series has a frame in common.
MOST_SHARED, MOST_SHARED_IN_SERIES = 40, 80
# A run is kept where its first word is one of these: about one run in ten.
LEAST_LETTERS, ONE_IN = 4, 8
# What many posts end with leads to so many of them.
MOST_POSTS = 20
# One run in so many is more than a phrase, and worth to be looked at.
LEAST_OF_RUNS = 20
# Quotations say whom they are from; code and addresses are no prose.
_NO_PROSE = re.compile(
    r"^(?:```|~~~).*?^(?:```|~~~)[^\n]*$|^>[^\n]*$|^\[[^\]\n]+\]:[^\n]*$"
    r"|\]\([^()\n]{0,2000}\)|<[^<>\n]*>|https?://\S+",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A post that says again what an earlier one says.

    Attributes:
        percent: How many of 100 words stand in the earlier one too.
        of: The earlier one's path.
        start: The offset in the file of the longest passage that both have.
        end: The offset behind it, or behind its first paragraph.
    """

    percent: int
    of: str
    start: int
    end: int


def find_copies(
    posts: Iterable[Post], kept: Cache, paths: Collection[str] | None = None
) -> Mapping[str, Copy]:
    """Return what posts copy of earlier ones in their language, by path.

    A quotation is no copy; a translation, in another language, cannot be one.

    Args:
        posts: All that there are.
        kept: What was found before.
        paths: Only these are asked about; None asks about all.
    """
    ordered = sorted(posts, key=lambda post: (post.date, post.id))
    known: dict[tuple[str, int], tuple[int, ...]] = {}
    pairs: list[tuple[Post, Post]] = []
    for number, (post, sketch) in enumerate(zip(ordered, _sketches(ordered, kept), strict=True)):
        runs = [(post.lang, run) for run in sketch]
        places = [known.get(run, ()) for run in runs]
        if paths is None or post.path in paths:
            nearest = _nearest(places, ordered)
            pairs += [(post, nearest)] if nearest else []
        for run, numbers in zip(runs, places, strict=True):
            if len(numbers) < MOST_POSTS:
                known[run] = (*numbers, number)
    return {
        post.path: copy
        for (post, earlier), copy in zip(pairs, _compare(pairs, kept), strict=True)
        if _is_copy(post, earlier, copy)
    }


@lru_cache(maxsize=20_000)
def make_sketch(body: str) -> tuple[int, ...]:
    """Return numbers for some of a text's runs of words, the same in every text that has them."""
    words = WORD.findall(body.casefold())
    starts = (start for start, word in enumerate(words[: len(words) - RUN + 1]) if _begins(word))
    runs = {crc32(" ".join(words[start : start + RUN]).encode()) for start in starts}
    return tuple(sorted(runs))


@lru_cache(maxsize=200_000)
def _begins(word: str) -> bool:
    is_rare = len(word) >= LEAST_LETTERS or not word.isascii()
    return is_rare and crc32(word.encode()) % ONE_IN == 0


def _sketches(posts: Sequence[Post], kept: Cache) -> list[tuple[int, ...]]:
    keys = [make_key("sketch", checker_version(), post.body) for post in posts]
    known = kept.read(keys)
    fresh = {
        key: make_sketch(post.body)
        for key, post in zip(keys, posts, strict=True)
        if key not in known
    }
    kept.write(fresh)
    known |= fresh
    return [_numbers(known[key]) for key in keys]


def _numbers(value: object) -> tuple[int, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()


def _nearest(places: Sequence[tuple[int, ...]], ordered: Sequence[Post]) -> Post | None:
    """Return the earlier post that has most runs in common, where it is more than a phrase.

    Args:
        places: For each of a post's runs, the numbers of earlier posts that have it.
        ordered: Posts by number.
    """
    counts = Counter(number for numbers in places for number in numbers)
    count, number = max(((count, -number) for number, count in counts.items()), default=(0, 0))
    return ordered[-number] if count and LEAST_OF_RUNS * count >= len(places) else None


def _is_copy(post: Post, earlier: Post, copy: Copy) -> bool:
    in_series = post.series and post.series == earlier.series
    return copy.percent >= (MOST_SHARED_IN_SERIES if in_series else MOST_SHARED)


def _compare(pairs: Sequence[tuple[Post, Post]], kept: Cache) -> list[Copy]:
    keys = [
        make_key("copy", checker_version(), post.source.text, earlier.body)
        for post, earlier in pairs
    ]
    before = kept.read(keys)
    fresh = {
        key: _measure(post, earlier)
        for key, (post, earlier) in zip(keys, pairs, strict=True)
        if len(_numbers(before.get(key))) != 3
    }
    kept.write(fresh)
    known = before | fresh
    copies = []
    for key, (_, earlier) in zip(keys, pairs, strict=True):
        percent, start, end = _numbers(known[key])
        copies.append(Copy(percent, earlier.path, start, end))
    return copies


def _measure(post: Post, earlier: Post) -> list[int]:
    """Return the percentage, and where the longest passage is that both have."""
    prose = _prose(post.body)
    words = [*WORD.finditer(prose)]
    shared = find_shared(
        tuple(word[0].casefold() for word in words), words_of(_prose(earlier.body)), RUN
    )
    first, last = _longest(shared)
    if first == last:
        return [0, 0, 0]
    start, end = words[first].start(), words[last - 1].end()
    paragraph = prose.find("\n\n", start, end)
    end = paragraph if paragraph > 0 else end
    percent = sum(shared) * 100 // len(words)
    return [percent, post.body_start + start, post.body_start + end]


def _longest(shared: Sequence[bool]) -> tuple[int, int]:
    """Return where the longest row of what is shared begins and ends."""
    best, at = (0, 0), 0
    for is_shared, row in groupby(shared):
        length = len([*row])
        if is_shared and length > best[1] - best[0]:
            best = (at, at + length)
        at += length
    return best


def _prose(body: str) -> str:
    """Return a body in which all that is no prose is blank, so that offsets stay."""
    return _NO_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)
