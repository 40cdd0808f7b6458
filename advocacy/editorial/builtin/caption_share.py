"""Captions as networks take them: whether they are cut, and whether they say for whom one works."""

import re
from collections.abc import Callable, Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.captions import Caption, read_captions
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.post import Post
from advocacy.shared_text import SharedText

_HASHTAGS_ONLY = re.compile(r"(?:\s*#\w+[.,;!]?)+\s*")


def find_long(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find captions that a network does not take whole."""
    for caption, shared in _each(manuscript, context, lambda each: not each.is_whole):
        first = shared[0]
        limit = f"and {first.network} takes {first.limit}"
        told = f"With link and disclosure this has {first.length} {first.unit}, {limit}"
        verb = "cut" if shared[2:] else "cuts"
        more = f"; {_names(shared[1:])} {verb} it too" if shared[1:] else ""
        message = f"{told}{more}. It will be cut: shorten it, or write one for {_names(shared)}."
        yield check.notice(caption.place.start, caption.place.end, message, caption.text)


def find_undisclosed(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find captions of which readers are not told, or by a hashtag alone, who wrote them."""

    def is_hidden(each: SharedText) -> bool:
        said = each.disclosed
        return each.needs_disclosure and (not said or _HASHTAGS_ONLY.fullmatch(said) is not None)

    for caption, shared in _each(manuscript, context, is_hidden):
        said = shared[0].disclosed
        told = f"`{said}` alone does not tell" if said else "Nothing before the fold tells"
        message = (
            f"{told} readers on {_names(shared)} whom you work for. "
            "Say it in a sentence, early: `the library where I work`."
        )
        yield check.notice(caption.place.start, caption.place.end, message, caption.text)


def find_late(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find captions that say so where few read on, and so say it twice when they are shared."""
    for caption, shared in _each(manuscript, context, lambda each: bool(each.late)):
        said = " ".join(shared[0].late.split())
        begin = caption.traced.text.find(said)
        place = caption.traced.span(begin, begin + len(said))
        start, end = place if begin >= 0 else (caption.place.start, caption.place.end)
        message = (
            f"`{said}` comes behind the fold on {_names(shared)}, so a sentence is put before the "
            "text as well. Say it earlier."
        )
        yield check.notice(start, end, message, said)


def _each(
    manuscript: Manuscript, context: Context, is_meant: Callable[[SharedText], bool]
) -> Iterator[tuple[Caption, list[SharedText]]]:
    """Yield the captions of which some network makes what is meant, with those networks' texts."""
    texts = [each for each in context.shared.get(manuscript.path, ()) if is_meant(each)]
    if texts and isinstance(manuscript.piece, Post):
        for caption in read_captions(manuscript.piece):
            if shared := [each for each in texts if each.key == caption.key]:
                yield caption, shared


def _names(shared: list[SharedText]) -> str:
    names = [each.network for each in shared]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


CHECKS = (
    Check("Caption.Length", "warning", "A network cuts a caption.", find_long, looks_around=True),
    Check(
        "Caption.Disclosure",
        "error",
        "A caption does not say early, in words, whom its author works for.",
        find_undisclosed,
        looks_around=True,
    ),
    Check(
        "Caption.Late",
        "warning",
        "A caption discloses behind the fold.",
        find_late,
        looks_around=True,
    ),
)
