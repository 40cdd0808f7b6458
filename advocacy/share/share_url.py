"""Links that open a network's own composer."""

from urllib.parse import quote

from advocacy.share.cutting import cut
from advocacy.share.networks import LINE_ENDS, Network

LONGEST_SUBJECT = 600


def make_share_url(network: Network, text: str, url: str, title: str) -> str:
    """Return the link that opens a network's composer.

    Every value is percent-encoded as a whole, a space as `%20`: nothing that a text holds can
    end its parameter. Where the link may only be so long, a long title is cut.
    """
    if network.longest_share_url:
        title = cut(title, lambda start: len(_encoded(start, network)) <= LONGEST_SUBJECT)
    values = {"{text}": text, "{url}": url, "{title}": title}
    link = network.share_url
    for placeholder, value in values.items():
        link = link.replace(placeholder, _encoded(value, network))
    return link


def _encoded(value: str, network: Network) -> str:
    return quote(value.replace("\n", LINE_ENDS[network.line_end]), safe="")
