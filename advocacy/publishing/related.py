"""Which other posts a reader of one may like next: those that have most in common with it.

Each topic that both have counts three, each uncommon word that both have in their titles or
summaries two, and the same purpose one. What has less than three in common is not named. A post's
text has no say, so that mending one post changes the page of no other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from advocacy.post import Post
from advocacy.similarity import words_of
from advocacy.slugs import slugify

MOST = 3
LEAST = 3
WEIGHTS: Mapping[str, int] = {"topic": 3, "word": 2, "purpose": 1}
# A word is uncommon where no more than two posts have it, or one of so many.
POSTS_A_WORD = 100
SHORTEST_WORD = 4


class Trait(NamedTuple):
    """What a post can have in common with another: never with one in another language."""

    lang: str
    kind: str
    value: str


def find_related(posts: Sequence[Post]) -> Mapping[str, tuple[Post, ...]]:
    """Return the posts that are closest to each, by its id; of equals the newer is first.

    Posts of the same series are left out, since the series is listed as a whole.

    Args:
        posts: Those that may be named, newest first.
    """
    holders: dict[Trait, list[Post]] = defaultdict(list)
    for post in posts:
        for trait in _traits(post):
            holders[trait].append(post)
    ranks = {post.id: rank for rank, post in enumerate(posts)}
    most = max(2, len(posts) // POSTS_A_WORD)
    return {
        post.id: tuple(posts[rank] for rank in _closest(post, holders, ranks, most))
        for post in posts
    }


def _traits(post: Post) -> Iterator[Trait]:
    for topic in post.topics:
        yield Trait(post.lang, "topic", topic)
    if post.purpose:
        yield Trait(post.lang, "purpose", post.purpose)
    for word in sorted({*words_of(f"{post.title} {post.summary}")}):
        if len(word) >= SHORTEST_WORD:
            yield Trait(post.lang, "word", word)


def _are_one_series(post: Post, other: Post) -> bool:
    return bool(post.series) and slugify(post.series) == slugify(other.series)


def _closest(
    post: Post, holders: Mapping[Trait, list[Post]], ranks: Mapping[str, int], most: int
) -> list[int]:
    """Return the ranks of the posts that have most in common with one."""
    common: Counter[int] = Counter()
    for trait in _traits(post):
        others = holders[trait]
        if trait.kind == "word" and len(others) > most:
            continue
        for other in others:
            if other.id != post.id and not _are_one_series(post, other):
                common[ranks[other.id]] += WEIGHTS[trait.kind]
    close = [rank for rank, count in common.items() if count >= LEAST]
    return sorted(close, key=lambda rank: (-common[rank], rank))[:MOST]
