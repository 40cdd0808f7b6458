"""Kits: everything needed to share one post."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from advocacy import addresses
from advocacy.post import Post
from advocacy.share.life import State, state_of, window_of
from advocacy.share.networks import Network
from advocacy.share.snippet import Snippet, make_snippets
from advocacy.site import Site
from advocacy.translations import translations_for
from advocacy.views import SnippetView

SCHEMA_VERSION = 2
# What of a network's row the kit's page needs to count what people write there.
COUNTING = (
    *("count", "limit", "most_bytes"),
    *("link", "shown_path", "bare_domains", "short_mentions"),
)


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything needed to share one post.

    Attributes:
        slug: The post's slug; the kit is at `share/SLUG/`.
        url: The post's whole web address.
        card_url: The whole web address of its card.
        since: The first day on which it is offered.
        until: The last day on which it is offered; None is for ever.
        state: What it is on the day for which it was made.
        snippets: One for each network, in the networks' order.
        lang: The post's language, a BCP 47 tag.
    """

    slug: str
    url: str
    title: str
    card_url: str
    since: date
    until: date | None
    state: State
    snippets: tuple[Snippet, ...]
    lang: str


def make_kit(post: Post, site: Site, networks: Mapping[str, Network], today: date) -> Kit:
    """Return a post's kit for some networks, as it is on a day.

    Raises:
        SnippetError: A network cannot take even the link and the disclosure.
    """
    window = window_of(post, site)
    return Kit(
        slug=post.slug,
        url=site.absolute(post.address(site)),
        title=post.title,
        card_url=site.absolute(addresses.card(post.slug)),
        since=window.first,
        until=window.last,
        state=state_of(post, site, today),
        snippets=make_snippets(post, site, networks),
        lang=post.lang,
    )


def make_kits_json(kits: Iterable[Kit]) -> str:
    """Return kits as JSON for other programs, in the order of their slugs."""
    rows = [
        {
            "slug": kit.slug,
            "url": kit.url,
            "title": kit.title,
            "lang": kit.lang,
            "card": kit.card_url,
            "state": kit.state,
            "from": kit.since.isoformat(),
            "until": kit.until.isoformat() if kit.until else None,
            "snippets": [asdict(snippet) for snippet in kit.snippets],
        }
        for kit in sorted(kits, key=lambda kit: kit.slug)
    ]
    whole = {"schema_version": SCHEMA_VERSION, "kits": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def make_snippet_view(snippet: Snippet, network: Network, lang: str = "en") -> SnippetView:
    """Return a snippet as the kit's page shows it, in the language of the page."""
    _ = translations_for(lang).gettext
    return SnippetView(
        network=snippet.network,
        name=_(network.name),
        text=snippet.text,
        length=snippet.length,
        limit=snippet.limit,
        unit=_(snippet.unit),
        share_url=snippet.share_url,
        note=_(network.note) if network.note else "",
        fold=network.fold,
        counting=json.dumps({key: getattr(network, key) for key in COUNTING}),
    )
