"""The signs in captions: hashtags and emoji, which screen readers read out, one by one."""

import re
from collections.abc import Iterator

import regex

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.captions import read_captions
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript, field_block
from advocacy.editorial.notice import Notice
from advocacy.markup.pieces import TracedText
from advocacy.post import Post
from advocacy.shared_signs import HASHTAG
from advocacy.site import Site

MOST_HASHTAGS, MOST_EMOJI = 5, 3
# So short a word is one, whatever the text says elsewhere: `#setup`, `#today`.
LEAST_LETTERS = 6
# Of more words nobody makes one hashtag.
MOST_WORDS = 8
_BETWEEN = re.compile("[ -]")
_ROW = re.compile(r"\w+(?:[ -]\w+)*")
_PICTURE = r"(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)\p{EMod}?"
_EMOJI = regex.compile(
    rf"\p{{RI}}{{2}}|[0-9#*]\uFE0F?\u20E3|{_PICTURE}(?:\u200D\p{{Emoji}}\uFE0F?)*"
)


def find_emoji(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find captions with many emoji."""
    for caption in read_captions(manuscript.piece) if isinstance(manuscript.piece, Post) else ():
        found = [*_EMOJI.finditer(caption.traced.text)]
        if len(found) > MOST_EMOJI:
            message = (
                f"This has {len(found)} emoji, and a screen reader says the name of each. "
                f"{MOST_EMOJI} are enough."
            )
            place = caption.traced.span(*found[MOST_EMOJI].span())
            yield check.notice(*place, message, found[MOST_EMOJI][0])


def find_many(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find captions with many hashtags, those that stand below `share.hashtags` included."""
    if not isinstance(manuscript.piece, Post):
        return
    added = {each.removeprefix("#").casefold() for each in manuscript.piece.share.hashtags}
    texts = [caption.traced for caption in read_captions(manuscript.piece)]
    if len(added) > MOST_HASHTAGS:
        place = manuscript.piece.places["share.hashtags"]
        yield check.notice(place.start, place.end, _too_many(len(added)))
    for text in texts:
        own = [*HASHTAG.finditer(text.text)]
        count = len(added | {each[0][1:].casefold() for each in own})
        if own and count > MOST_HASHTAGS:
            yield check.notice(*text.span(*own[-1].span()), _too_many(count), own[-1][0])


def _too_many(count: int) -> str:
    return f"{count} hashtags are shared with this. Keep the {MOST_HASHTAGS} that people follow."


def find_small(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find hashtags of several words that run into one another.

    That they are several is known from the post itself: it has them apart.
    """
    if not isinstance(manuscript.piece, Post):
        return
    found = [*_find_hashtags(manuscript.piece)]
    known = _known_words(manuscript, context.site) if found else ""
    apart = find_apart({tag for _, _, tag in found}, known)
    for text, sign, tag in found:
        if words := apart.get(tag):
            mended = "".join(word[0].upper() + word[1:] for word in words)
            written = sign[0].removesuffix(tag) + mended
            message = (
                f"`{sign[0]}` is read out as one word. Write `{written}`: a capital begins each "
                "word."
            )
            yield check.notice(*text.span(*sign.span()), message, sign[0], (written,))


def _find_hashtags(post: Post) -> Iterator[tuple[TracedText, re.Match[str], str]]:
    """Yield the hashtags that may be several words, with the texts in which they stand."""
    for text in _hashtag_texts(post):
        for sign in HASHTAG.finditer(text.text) if "#" in text.text else [_whole(text)]:
            tag = sign[0].removeprefix("#")
            if tag == tag.lower() and tag.isalpha() and len(tag) >= LEAST_LETTERS:
                yield text, sign, tag


def _hashtag_texts(post: Post) -> Iterator[TracedText]:
    for number, tag in enumerate(post.share.hashtags):
        place = post.places.get(f"share.hashtags.{number}") or post.places["share.hashtags"]
        yield field_block(tag, post.source, place, "share.hashtags").traced
    for caption in read_captions(post):
        if "#" in caption.text:
            yield caption.traced


def _whole(text: TracedText) -> re.Match[str]:
    found = re.match(r".*", text.text)
    assert found
    return found


def _known_words(manuscript: Manuscript, site: Site) -> str:
    names = (*site.names.organisation, *site.names.products, *site.topics.values())
    return "\n".join((manuscript.folded["text"], *names)).casefold()


def find_apart(tags: set[str], known: str) -> dict[str, list[str]]:
    """Return the words of hashtags in small letters, where the text has them apart."""
    apart: dict[str, list[str]] = {}
    longest = max(map(len, tags), default=0)
    for row in _ROW.findall(known) if tags else ():
        words = _BETWEEN.split(row)
        for begin in range(len(words)):
            joined = words[begin]
            for end in range(begin + 1, min(begin + MOST_WORDS, len(words))):
                joined += words[end]
                if len(joined) > longest:
                    break
                if joined in tags:
                    apart.setdefault(joined, words[begin : end + 1])
    return apart


CHECKS = (
    Check("Caption.Emoji", "suggestion", "A caption has many emoji.", find_emoji),
    Check("Caption.Hashtags", "warning", "A caption has many hashtags.", find_many),
    Check("Caption.HashtagCase", "suggestion", "A hashtag's words run together.", find_small),
)
