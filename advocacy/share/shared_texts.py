"""What each network makes of an author's captions, for those who check them."""

from collections.abc import Iterator, Mapping

from advocacy.post import Post
from advocacy.share.counting import count
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
from advocacy.share.variant import Source, Variant, make_variants
from advocacy.shared_text import SharedText
from advocacy.site import Site


def make_shared_texts(
    post: Post, site: Site, networks: Mapping[str, Network]
) -> tuple[SharedText, ...]:
    """Return what the networks that a site uses make of a post's captions.

    A network has all the captions that are its own; of those for all, the one that it shows first.
    """
    if not post.share.captions:
        return ()
    frames = (make_frame(post, site, networks[each]) for each in site.sharing.networks)
    return tuple(text for frame in frames for text in _of_network(frame, site))


def _of_network(frame: Frame, site: Site) -> Iterator[SharedText]:
    written = frame.post.share.captions
    own = frame.network.id if written.get(frame.network.id) else "default"
    shown = make_variants(frame, site.sharing.networks)[0]
    for number, caption in enumerate(frame.captions):
        if own != "default" or (shown.source == Source.CAPTION and number == shown.number):
            words = frame.words_of_caption(caption.text)
            variant = Variant(words, Source.CAPTION, number)
            yield _make(frame, f"share.captions.{own}.{number}", variant)


def _make(frame: Frame, key: str, variant: Variant) -> SharedText:
    network, words = frame.network, variant.words
    whole = with_disclosure(frame, words)
    return SharedText(
        network=network.name,
        key=key,
        length=count(frame.text(whole), network),
        limit=network.limit,
        unit=network.unit,
        is_whole=frame.holds(whole),
        needs_disclosure=frame.disclosure is not None,
        disclosed=_early_phrase(frame, _shared(frame, variant)),
        late="" if _early_phrase(frame, words) else _phrase(frame, words),
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
