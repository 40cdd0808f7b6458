"""Links that open a network's own composer."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from advocacy.share.counting import graphemes
from advocacy.share.cutting import cut
from advocacy.share.networks import LINE_ENDS, Network

LONGEST_SUBJECT = 600
_PLACEHOLDER = re.compile(r"\{(text|words|url|title)\}")


def make_share_url(network: Network, text: str, url: str, title: str) -> str:
    """Return the link that opens a network's composer.

    Every value is percent-encoded as a whole, a space as `%20`: nothing that a text holds can
    end its parameter. A title that is too long for the network, or for the link, is cut. Empty
    where the network's composer cannot be opened by a link.
    """
    words = text.removesuffix(url).rstrip()
    return _filled(network, {"text": text, "words": words, **_fixed(network, url, title)})


def make_composer(network: Network, url: str, title: str) -> str:
    """Return the share link with its `{text}` and `{words}` left for a script to fill in.

    The script percent-encodes the value whole; `{words}` are the text without the link ending it.
    """
    return _filled(network, _fixed(network, url, title))


def _fixed(network: Network, url: str, title: str) -> dict[str, str]:
    """Return the values that do not depend on what people write."""
    return {"url": url, "title": cut(title, lambda start: _is_title(start, network))}


def _filled(network: Network, values: Mapping[str, str]) -> str:
    def fill(key: re.Match[str]) -> str:
        return _encoded(values[key[1]], network) if key[1] in values else key[0]

    return _PLACEHOLDER.sub(fill, network.share_url)


def _is_title(title: str, network: Network) -> bool:
    if network.longest_share_url and len(_encoded(title, network)) > LONGEST_SUBJECT:
        return False
    return not network.longest_title or len(graphemes(title)) <= network.longest_title


def _encoded(value: str, network: Network) -> str:
    return quote(value.replace("\n", LINE_ENDS[network.line_end]), safe="")
