"""Different words: which variants a post has on a network, and which is shown first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from advocacy.share.own_words import make_fallback, make_own_words
from advocacy.share.snippet_frame import Frame, disclosed
from advocacy.share.variant import Source, Variant
from advocacy.sharing import Sharing
from advocacy.similarity import MOST_ALIKE, same_words_percent, words_of

# Two texts that begin with the same words look alike in a list.
OPENING = 3


def make_variants(frame: Frame, sharing: Sharing) -> tuple[Variant, ...]:
    """Return what a post may say on a network; the first is shown first.

    The author's captions come before all else: those for the network, as they are written; where
    it has none of its own, those for all. Where they are fewer than the site asks for, the
    captions for all make up for that, and then the post's own words, as far as they differ from
    what is there. One variant at least has no prompt, unless both the title and the summary have
    one; nothing is made up.
    """
    own = tuple(_captions(frame, frame.network.id))
    shared = _share_out(frame, sharing.networks)
    captions = own or shared
    if own and shared:
        captions += _first(shared, captions, sharing.variants - len(captions))
    wanted = sharing.variants - len(captions)
    if all(each.has_prompt for each in captions):
        wanted = max(1, wanted)
    captions += _first(make_own_words(frame, wanted), captions, wanted)
    if all(each.has_prompt for each in captions):
        captions += (make_fallback(frame),)
    return captions


def make_author_variants(frame: Frame) -> tuple[Variant, ...]:
    """Return what a post's authors alone may say on a network: captions for it, else for all."""
    groups = (frame.network.id, "default")
    found = (tuple(_captions(frame, group, for_authors=True)) for group in groups)
    return next(filter(None, found), ())


def _captions(frame: Frame, group: str, *, for_authors: bool = False) -> Iterator[Variant]:
    """Yield an author's captions; what is written twice is offered once, as its name is its own."""
    seen = set()
    for number, caption in enumerate(frame.post.share.captions.get(group, ())):
        words, key = frame.words_of_caption(caption.text), f"share.captions.{group}.{number}"
        if caption.for_authors is for_authors and words not in seen:
            seen.add(words)
            yield Variant(words, Source.CAPTION, key, caption.warning)


def _share_out(frame: Frame, network_ids: Sequence[str]) -> tuple[Variant, ...]:
    """Return the captions for all, so that each network begins with another one.

    First come those with no prompt to fill in, then those with one; one that would be cut is
    passed over where another fits.
    """
    captions = [*_captions(frame, "default")]
    whole = [each for each in captions if disclosed(frame.around(each), each.words) is not None]
    if not captions or (not whole and _has_own(frame, frame.network.id)):
        return ()
    offered = sorted(whole or captions, key=lambda each: each.has_prompt)
    sharing = [each for each in network_ids if not _has_own(frame, each)]
    # A network that the site does not use comes after those that it does.
    place = sharing.index(frame.network.id) if frame.network.id in sharing else len(sharing)
    first = place % len(offered)
    others = sorted(offered[first + 1 :] + offered[:first], key=lambda each: each.has_prompt)
    return (offered[first], *others)


def _has_own(frame: Frame, network_id: str) -> bool:
    """Say whether the author wrote something for a network that everybody may share."""
    captions = frame.post.share.captions.get(network_id, ())
    return not all(each.for_authors for each in captions)


def _first(
    variants: Iterable[Variant], known: Iterable[Variant], wanted: int
) -> tuple[Variant, ...]:
    """Return so many variants that neither open nor go on like another one."""
    return tuple(islice(_differing(variants, known), max(0, wanted)))


def _differing(variants: Iterable[Variant], known: Iterable[Variant]) -> Iterator[Variant]:
    seen = [words_of(each.words) for each in known]
    for variant in variants:
        words = words_of(variant.words)
        if words and not any(_is_alike(words, others) for others in seen):
            seen.append(words)
            yield variant


def _is_alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    is_opening = words[:OPENING] == others[:OPENING]
    return is_opening or same_words_percent(words, others) >= MOST_ALIKE
