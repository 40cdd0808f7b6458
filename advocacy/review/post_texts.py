"""The texts that colleagues will be offered of a post, and how readers learn who speaks."""

from collections.abc import Sequence
from itertools import combinations

from advocacy.editorial.secret_shapes import cover_secrets
from advocacy.post import Post
from advocacy.review.post_review import Disclosing, NetworkTexts, Text
from advocacy.share.different_words import make_author_variants, make_variants
from advocacy.share.disclosure import Disclosure, find_phrase, make_disclosure
from advocacy.share.networks import Network
from advocacy.share.site_networks import networks_of
from advocacy.share.snippet import make_snippet
from advocacy.share.snippet_frame import Frame, SnippetError, make_frame
from advocacy.share.variant import Variant
from advocacy.similarity import same_words_percent, words_of
from advocacy.site import Site


def make_network_texts(post: Post, site: Site) -> tuple[NetworkTexts, ...]:
    """Return what a post has for each network of the site; nothing where no kit can name it."""
    if post.visibility == "internal" or post.status == "hidden":
        return ()
    networks = networks_of(site)
    return tuple(_of_network(post, site, networks[each]) for each in site.sharing.networks)


def make_disclosing(post: Post, site: Site) -> Disclosing:
    """Return what of a post says for whom its author works."""
    disclosure = make_disclosure(post, site)
    if disclosure is None:
        return Disclosing(post.relationship)
    found = find_phrase(post.body, disclosure)
    if found is None:
        return Disclosing(post.relationship, disclosure.sentence)
    line, _ = post.source.position(post.body_start + found[0])
    words = " ".join(post.body[slice(*found)].split())
    return Disclosing(post.relationship, disclosure.sentence, words, line)


def _of_network(post: Post, site: Site, network: Network) -> NetworkTexts:
    frame = make_frame(post, site, network)
    variants = make_variants(frame, site.sharing)
    try:
        texts = [_text(frame, each) for each in variants]
        texts += [_text(frame, each, for_authors=True) for each in make_author_variants(frame)]
    except SnippetError as error:
        return NetworkTexts(network.name, problem=str(error))
    return NetworkTexts(network.name, tuple(texts), _alike(variants))


def _text(frame: Frame, variant: Variant, *, for_authors: bool = False) -> Text:
    snippet = make_snippet(frame, variant)
    return Text(
        source=str(snippet.source),
        text=cover_secrets(snippet.below_warning),
        length=snippet.length,
        limit=snippet.limit,
        unit=snippet.unit,
        discloses=_said(snippet.text, frame.disclosure),
        has_prompt=snippet.has_prompt,
        for_authors=for_authors,
    )


def _said(text: str, disclosure: Disclosure | None) -> str:
    found = find_phrase(text, disclosure) if disclosure else None
    return text[slice(*found)] if found else ""


def _alike(variants: Sequence[Variant]) -> int:
    words = [words_of(each.words) for each in variants]
    return max((same_words_percent(*pair) for pair in combinations(words, 2)), default=0)
