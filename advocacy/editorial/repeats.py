"""Captions that say again what one of the last year said, found without comparing all."""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from advocacy.editorial.captions import without_signs
from advocacy.post import Post
from advocacy.similarity import MOST_ALIKE, PHRASE, runs_of, same_words_percent, words_of

LAST_YEAR = timedelta(days=365)
# Of what many a network would take; so many captions has no post that people wrote.
MOST_WORDS, MOST_CAPTIONS = 500, 40
# Texts with most of their words in common have at least so many of their phrases in common.
ONE_IN = 4
# What everybody says leads to so many of those who said it, the last ones.
MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class Repeat:
    """A caption of the last year that another one says again.

    Attributes:
        percent: How many of 100 words both have.
        of: The path of its post.
        line: Where it stands there.
    """

    percent: int
    of: str
    line: int


@dataclass(frozen=True, slots=True)
class _Told:
    """A caption's words, with where and when they were told."""

    post: Post
    key: str
    words: tuple[str, ...]

    @property
    def day(self) -> date:
        return self.post.date.date()

    @property
    def phrases(self) -> set[tuple[str, ...]]:
        return {*runs_of(self.words, min(PHRASE, len(self.words)))}


def find_repeats(
    posts: Sequence[Post], paths: Collection[str] | None = None
) -> Mapping[tuple[str, str], Repeat]:
    """Return what captions say again, by the path of their post and their key there.

    Args:
        posts: All that there are.
        paths: Only these are asked about; None asks about all.
    """
    found: dict[tuple[str, str], Repeat] = {}
    index = _Index()
    for post in sorted(_around(posts, paths), key=lambda post: (post.date, post.id)):
        captions = [*_captions(post)]
        if paths is None or post.path in paths:
            nearest = ((each.key, index.nearest(each)) for each in captions)
            found |= {(post.path, key): repeat for key, repeat in nearest if repeat}
        if post.status != "draft":
            index.add(captions)
    return found


def _around(posts: Sequence[Post], paths: Collection[str] | None) -> Iterator[Post]:
    """Yield the posts with captions that are asked about, and those of the year before them."""
    written = [post for post in posts if post.share.captions]
    days = [post.date.date() for post in written if paths is None or post.path in paths]
    if days:
        since, until = min(days) - LAST_YEAR, max(days)
        yield from (post for post in written if since <= post.date.date() <= until)


def _captions(post: Post) -> Iterator[_Told]:
    groups = post.share.captions.items()
    keys = ((group, number) for group, texts in groups for number in range(len(texts)))
    for group, number in [*keys][:MOST_CAPTIONS]:
        text = post.share.captions[group][number].text
        words = words_of(without_signs(text))[:MOST_WORDS]
        if words:
            yield _Told(post, f"share.captions.{group}.{number}", words)


class _Index:
    """The captions of the last year by their phrases; they come in the order of their days."""

    def __init__(self) -> None:
        self.told: list[_Told] = []
        self.by_phrase: dict[tuple[str, tuple[str, ...]], deque[int]] = {}

    def add(self, captions: Iterable[_Told]) -> None:
        for told in captions:
            for phrase in told.phrases:
                key = (told.post.lang, phrase)
                self.by_phrase.setdefault(key, deque(maxlen=MOST_TOLD)).append(len(self.told))
            self.told.append(told)

    def nearest(self, told: _Told) -> Repeat | None:
        """Return the earlier caption that a text is most like, where people would feel it."""
        phrases = told.phrases
        shared = Counter(each for phrase in phrases for each in self._since(told, phrase))
        alike = [
            self.told[each] for each, count in shared.items() if count * ONE_IN >= len(phrases)
        ]
        percents = [same_words_percent(each.words, told.words) for each in alike]
        percent = max(percents, default=0)
        if percent < MOST_ALIKE:
            return None
        of = alike[percents.index(percent)]
        return Repeat(percent, of.post.path, of.post.place(of.key).line)

    def _since(self, told: _Told, phrase: tuple[str, ...]) -> Iterable[int]:
        """Return the numbers of the last year's captions with a phrase; older ones are dropped."""
        known = self.by_phrase.get((told.post.lang, phrase), deque())
        while known and told.day - self.told[known[0]].day > LAST_YEAR:
            known.popleft()
        return known
