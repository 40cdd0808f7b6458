"""Kits: everything needed to share one post."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from advocacy import addresses
from advocacy.post import Post
from advocacy.share.different_words import make_author_variants, make_variants
from advocacy.share.folding import before_fold
from advocacy.share.life import State, state_of, window_of
from advocacy.share.networks import Network
from advocacy.share.share_url import make_composer
from advocacy.share.snippet import Snippet, make_snippet
from advocacy.share.snippet_frame import make_frame
from advocacy.site import Site
from advocacy.translations import translations_for
from advocacy.views import Card, SnippetView, VariantView

# What of a network's row a page needs to know whether it takes what people write there.
COUNTING = (
    *("count", "limit", "most_bytes"),
    *("link", "shown_path", "bare_domains", "short_mentions"),
    *("fold", "longest_share_url"),
)


@dataclass(frozen=True, slots=True)
class NetworkKit:
    """What there is to share on one network.

    Attributes:
        network: The id of a row of networks.toml.
        variants: In different words; the first is shown first, and there is always one.
        of_authors: What is for the post's authors alone.
    """

    network: str
    variants: tuple[Snippet, ...]
    of_authors: tuple[Snippet, ...] = ()

    @property
    def ready(self) -> tuple[Snippet, ...]:
        """The variants that may be shared as they are, with no prompt to fill in."""
        return tuple(each for each in self.variants if not each.has_prompt)


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything needed to share one post.

    Attributes:
        id: The post's id.
        slug: The post's slug; the kit is at `share/SLUG/`.
        url: The post's whole web address.
        card_url: The whole web address of its card.
        since: The first day on which it is offered.
        until: The last day on which it is offered; None is for ever.
        state: What it is on the day for which it was made.
        networks: What there is for each network, in the networks' order.
        lang: The post's language, a BCP 47 tag.
    """

    id: str
    slug: str
    url: str
    title: str
    card_url: str
    since: date
    until: date | None
    state: State
    networks: tuple[NetworkKit, ...]
    lang: str


def make_kit(
    post: Post, site: Site, networks: Mapping[str, Network], today: date, *, card_url: str = ""
) -> Kit:
    """Return a post's kit for some networks, as it is on a day.

    Args:
        post: The post.
        site: Whose it is.
        networks: By id, in their order.
        today: The day.
        card_url: Where its card is; by default, where one without a picture would be.

    Raises:
        SnippetError: A network cannot take even the link and the disclosure.
    """
    window = window_of(post, site)
    return Kit(
        id=post.id,
        slug=post.slug,
        url=site.absolute(post.address(site)),
        title=post.title,
        card_url=card_url or site.absolute(addresses.card(post.slug)),
        since=window.first,
        until=window.last,
        state=state_of(post, site, today),
        networks=tuple(_make_network_kit(post, site, each) for each in networks.values()),
        lang=post.lang,
    )


def _make_network_kit(post: Post, site: Site, network: Network) -> NetworkKit:
    frame = make_frame(post, site, network)
    groups = (make_variants(frame, site.sharing), make_author_variants(frame))
    variants, of_authors = (tuple(make_snippet(frame, each) for each in group) for group in groups)
    return NetworkKit(network.id, variants, of_authors)


def make_snippet_view(
    kit: Kit, found: NetworkKit, network: Network, lang: str = "en", cards: Sequence[Card] = ()
) -> SnippetView:
    """Return what a kit has for a network as its page shows it, in the language of the page."""
    _ = translations_for(lang).gettext
    return SnippetView(
        network=network.id,
        name=_(network.name),
        limit=network.limit,
        unit=_(network.unit),
        note=_(network.note) if network.note else "",
        counting=json.dumps({key: getattr(network, key) for key in COUNTING}),
        line_end=network.line_end,
        variants=tuple(_variant_view(kit, each, network) for each in found.variants),
        preview=network.preview,
        card=_card_for(network, cards),
    )


def _card_for(network: Network, cards: Sequence[Card]) -> Card | None:
    """Return the card that a network cuts the least of; the first where none is asked for."""
    if not cards or not network.image:
        return next(iter(cards), None)
    shape = _shape(*network.image)
    return min(cards, key=lambda card: abs(_shape(card.width_px, card.height_px) - shape))


def _shape(width_px: int, height_px: int) -> float:
    """Return how wide a picture is, so that one twice as wide is as far as one twice as high."""
    return log(width_px / height_px)


def _variant_view(kit: Kit, snippet: Snippet, network: Network) -> VariantView:
    return VariantView(
        text=snippet.text,
        length=snippet.length,
        share_url=snippet.share_url,
        has_prompt=snippet.has_prompt,
        composer=make_composer(network, snippet.link, kit.title),
        link=snippet.link,
        warning=snippet.warning,
        shown=before_fold(snippet.text, network),
    )
