"""What a post says of itself where its author wrote no captions: whole sentences of its own."""

from collections.abc import Iterator

from advocacy.post_share import Quote
from advocacy.share.claim import find_claims
from advocacy.share.cutting import whole_sentences
from advocacy.share.disclosure import find_phrase
from advocacy.share.quotation_marks import in_quotation_marks
from advocacy.share.snippet_frame import BLANK_LINE, Frame, disclosed, with_disclosure
from advocacy.share.variant import Source, Variant


def make_own_words(frame: Frame, wanted: int) -> Iterator[Variant]:
    """Yield what a post says of itself, the best first; only what a network takes whole.

    Its summary, its question, the passages that its author marked, and what its body states, the
    first claim first; one so long that the disclosure has to open it comes after the others, for
    texts that open with the same sentence look alike. The last two are the post's and not the
    sharer's: they stand in quotation marks.

    Args:
        frame: Of the post on the network.
        wanted: How many are; where it is one alone, the question stands below the summary.
    """
    post = frame.post
    if summary := _summary(frame, with_question=wanted == 1):
        yield Variant(summary, Source.SUMMARY)
    yield from _whole(frame, Source.QUESTION, post.question)
    for quote in post.share.quotes:
        yield from _whole(frame, Source.QUOTE, _quoted(quote, post.lang))
    led = []
    for claim in find_claims(post):
        # In quotation marks it does not disclose for the sharer, who would say it once more.
        if frame.disclosure and find_phrase(claim, frame.disclosure):
            continue
        for variant in _whole(frame, Source.CLAIM, in_quotation_marks(claim, post.lang)):
            if _is_led(frame, variant):
                led.append(variant)
            else:  # told at once: whoever has enough asks for no more
                yield variant
    yield from led


def make_fallback(frame: Frame) -> Variant:
    """Return what is left to say where nothing fits whole: the title, or the summary's start."""
    summary, title = map(frame.words, (frame.post.summary, frame.post.title))
    words = title if disclosed(frame, title) is not None else summary
    return Variant(words, Source.SUMMARY)


def _summary(frame: Frame, *, with_question: bool) -> str:
    summary, question = map(frame.words, (frame.post.summary, frame.post.question))
    words = whole_sentences(summary, lambda words: disclosed(frame, words) is not None)
    both = words + BLANK_LINE + question
    adds = with_question and words and question and question not in words
    return both if adds and disclosed(frame, both) is not None else words


def _whole(frame: Frame, source: Source, text: str) -> Iterator[Variant]:
    variant = Variant(frame.words(text), source)
    if variant.words and disclosed(frame.around(variant), variant.words) is not None:
        yield variant


def _is_led(frame: Frame, variant: Variant) -> bool:
    """Say whether a text opens with the disclosure, as its first sentence is too long for it."""
    led_by = frame.disclosure.sentence if frame.disclosure else None
    text = with_disclosure(frame.around(variant), variant.words)
    return led_by is not None and text.startswith(led_by)


def _quoted(quote: Quote, lang: str) -> str:
    said = in_quotation_marks(quote.text, lang)
    return f"{quote.by}: {said}" if quote.by else said
