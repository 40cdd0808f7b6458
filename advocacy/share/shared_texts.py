"""What each network makes of an author's captions, for those who check them."""

from collections.abc import Iterator, Mapping

from advocacy.post import Post
from advocacy.share.counting import broken_bound
from advocacy.share.different_words import make_author_variants, make_variants
from advocacy.share.disclosure import find_phrase
from advocacy.share.networks import Network
from advocacy.share.snippet import make_snippet
from advocacy.share.snippet_frame import (
    Frame,
    SnippetError,
    is_early,
    make_frame,
    with_disclosure,
)
from advocacy.share.variant import Variant
from advocacy.shared_text import SharedText
from advocacy.site import Site


def make_shared_texts(
    post: Post, site: Site, networks: Mapping[str, Network]
) -> tuple[SharedText, ...]:
    """Return what the networks that a site uses make of a post's captions.

    A network has the captions that are its own, and of those for all what it shows beside them.
    """
    if not post.share.captions:
        return ()
    frames = (make_frame(post, site, networks[each]) for each in site.sharing.networks)
    return tuple(text for frame in frames for text in _of_network(frame, site))


def _of_network(frame: Frame, site: Site) -> Iterator[SharedText]:
    made = (*make_variants(frame, site.sharing), *make_author_variants(frame))
    variants = (each for each in made if each.key)
    for variant in sorted(variants, key=lambda each: frame.post.place(each.key).start):
        yield _make(frame, variant)


def _make(frame: Frame, variant: Variant) -> SharedText:
    around, words = frame.around(variant), variant.words
    whole = with_disclosure(around, words)
    length, limit, unit = broken_bound(around.text(whole), frame.network, around.apart)
    return SharedText(
        network=frame.network.name,
        key=variant.key,
        length=length,
        limit=limit,
        unit=unit,
        is_whole=around.holds(whole),
        needs_disclosure=frame.disclosure is not None,
        # What is shared begins with the warning, which the frame around it would add once more.
        disclosed=_early_phrase(frame, _shared(frame, variant)),
        late="" if _early_phrase(around, words) else _phrase(around, words),
    )


def _shared(frame: Frame, variant: Variant) -> str:
    """Return what is shared in the end; nothing where the network cannot take even the link."""
    try:
        return make_snippet(frame, variant).text
    except SnippetError:
        return ""


def _phrase(frame: Frame, text: str) -> str:
    found = find_phrase(text, frame.disclosure) if frame.disclosure else None
    return text[slice(*found)] if found else ""


def _early_phrase(frame: Frame, text: str) -> str:
    found = find_phrase(text, frame.disclosure) if frame.disclosure else None
    return text[slice(*found)] if found and is_early(frame, text[: found[1]]) else ""
