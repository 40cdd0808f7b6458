"""Variants: the different words in which one network's snippets of a post may be put."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from advocacy.share.cutting import PROMPT
from advocacy.share.own_words import write_summary
from advocacy.share.snippet_frame import Frame, disclosed

_PROMPT = regex.compile(PROMPT)


class Source(StrEnum):
    """Where a variant's words are from."""

    CAPTION = "caption"
    SUMMARY = "summary"
    QUESTION = "question"
    QUOTE = "quote"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Variant:
    """Words for one network, before they are disclosed, linked, and made to fit.

    Attributes:
        number: Which of the network's captions this is, from 0; 0 where it is none.
    """

    words: str
    source: Source
    number: int = 0

    @property
    def has_prompt(self) -> bool:
        """Whether there is a `[[prompt]]` that the sharer must replace."""
        return bool(_PROMPT.search(self.words))


def make_variants(frame: Frame, network_ids: Sequence[str]) -> tuple[Variant, ...]:
    """Return what a post may say on a network; the first is shown first.

    A network with captions of its own has them as they are written. The others share out the
    captions `default`, each beginning with the next: first those with no prompt to fill in, then
    those with one. A caption that would be cut is passed over where another fits.

    Args:
        frame: Of the post on the network.
        network_ids: The networks that the site uses, in its order.
    """
    captions = [
        Variant(frame.words_of_caption(caption.text), Source.CAPTION, number)
        for number, caption in enumerate(frame.captions)
    ]
    if not captions:
        return (Variant(write_summary(frame), Source.SUMMARY),)
    fitting = [each for each in captions if disclosed(frame, each.words) is not None] or captions
    written = frame.post.share.captions
    if written.get(frame.network.id):
        return tuple(fitting)
    fitting.sort(key=lambda variant: variant.has_prompt)
    sharing = [each for each in network_ids if not written.get(each)]
    # A network that the site does not use comes after those that it does.
    place = sharing.index(frame.network.id) if frame.network.id in sharing else len(sharing)
    first = place % len(fitting)
    others = sorted(fitting[first + 1 :] + fitting[:first], key=lambda each: each.has_prompt)
    return (fitting[first], *others)
