"""Quotes to be shared: they say what the post says, word for word."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.sentences import split_sentences
from advocacy.post import Post

# How a quote is set is no matter of its words.
_QUOTATION_MARKS = re.compile("[\"'“”„‟«»‹›‘’‚‛「」『』]")
# To compare takes time by the square of the length; nobody shares a longer sentence.
LONGEST_COMPARED = 500
# For so many quotes, what the post says in their place is looked for.
MOST_COMPARED = 3


def find_unsaid(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find quotes that do not stand in the post."""
    post = manuscript.piece
    if not isinstance(post, Post) or not post.share.quotes:
        return
    texts = [block.text for block in manuscript.body.blocks if "text" in block.parts]
    said = "\n".join(map(_plain, texts))
    quotes = enumerate(post.share.quotes)
    unsaid = [(number, quote.text) for number, quote in quotes if not _says(said, quote.text)]
    sentences = [*_sentences(texts)] if unsaid else []
    for count, (number, quote) in enumerate(unsaid):
        place = post.place(f"share.quotes.{number}")
        cure = _cure(quote, sentences if count < MOST_COMPARED else [])
        message = f"`{_short(quote)}` is not what the post says. {cure}"
        yield check.notice(place.start, place.end, message, quote)


def _says(said: str, quote: str) -> bool:
    plain = _plain(quote)
    # To look for the words alone is fifty times as fast, and mostly enough.
    return plain in said and bool(re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", said))


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    sentences = (text[slice(*span)].strip() for text in texts for span in split_sentences(text))
    return (sentence for sentence in sentences if len(sentence) <= LONGEST_COMPARED)


def _cure(quote: str, sentences: list[str]) -> str:
    is_short = len(quote) <= LONGEST_COMPARED
    near = get_close_matches(quote, sentences, n=1, cutoff=0.6) if is_short else []
    if near:
        return f"It says `{near[0]}`: quote that."
    return "Quote a passage of one paragraph as it stands there."


def _plain(text: str) -> str:
    """Return a text by its words: quotation marks, white space and case are all one."""
    return " ".join(_QUOTATION_MARKS.sub("", text).split()).casefold().strip(".…")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


CHECKS = (
    Check(
        "Share.Quote",
        "error",
        "A quote to be shared does not stand in the post.",
        find_unsaid,
        can_be_allowed=False,
    ),
)
