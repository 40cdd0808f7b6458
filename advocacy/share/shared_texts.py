"""What each network makes of an author's captions, for those who check them."""

from collections.abc import Iterator, Mapping

from advocacy.post import Post
from advocacy.share.counting import count
from advocacy.share.disclosure import find_phrase, make_disclosure
from advocacy.share.networks import Network
from advocacy.share.snippet import make_snippet
from advocacy.share.snippet_frame import Frame, SnippetError, is_early, with_disclosure
from advocacy.share.variant import choose_variant
from advocacy.shared_text import SharedText
from advocacy.site import Site


def make_shared_texts(
    post: Post, site: Site, networks: Mapping[str, Network]
) -> tuple[SharedText, ...]:
    """Return what the networks that a site uses make of a post's captions.

    A network has all the captions that are its own; of those for all, the one that it shows.
    """
    if not post.share.captions:
        return ()
    url = site.absolute(post.address(site))
    disclosure = make_disclosure(post, site)
    frames = (Frame(post, networks[each], url, disclosure) for each in site.sharing.networks)
    return tuple(text for frame in frames for text in _of_network(frame, site))


def _of_network(frame: Frame, site: Site) -> Iterator[SharedText]:
    written = frame.post.share.captions
    own = frame.network.id if written.get(frame.network.id) else "default"
    shown = choose_variant(frame, site.sharing.networks)
    for number, caption in enumerate(frame.captions):
        if own != "default" or number == shown:
            yield _make(frame, site, f"share.captions.{own}.{number}", number, caption)


def _make(frame: Frame, site: Site, key: str, number: int, caption: str) -> SharedText:
    network, words = frame.network, frame.words_of_caption(caption)
    whole = with_disclosure(frame, words)
    return SharedText(
        network=network.name,
        key=key,
        length=count(frame.text(whole), network),
        limit=network.limit,
        unit=network.unit,
        is_whole=frame.holds(whole),
        needs_disclosure=frame.disclosure is not None,
        disclosed=_early_phrase(frame, _shared(frame, site, number)),
        late="" if _early_phrase(frame, words) else _phrase(frame, words),
    )


def _shared(frame: Frame, site: Site, number: int) -> str:
    """Return what is shared in the end; nothing where the network cannot take even the link."""
    try:
        return make_snippet(frame.post, site, frame.network, frame.url, number).text
    except SnippetError:
        return ""


def _phrase(frame: Frame, text: str) -> str:
    found = find_phrase(text, frame.disclosure) if frame.disclosure else None
    return text[slice(*found)] if found else ""


def _early_phrase(frame: Frame, text: str) -> str:
    found = find_phrase(text, frame.disclosure) if frame.disclosure else None
    return text[slice(*found)] if found and is_early(frame, text[: found[1]]) else ""
