"""How long a text is, as each network counts."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise
from urllib.parse import quote

import regex

from advocacy.share.networks import Network
from advocacy.share.web_addresses import web_addresses

# Code points that weigh 1; all others weigh 2. Source: twitter-text, config/v3.json.
LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
HEAVY = "一"
_HEAVY = re.compile(f"[^{''.join(f'{chr(first)}-{chr(last)}' for first, last in LIGHT)}]")

# An emoji of several code points weighs 2 like any one character outside of LIGHT.
_PICTURE = r"(?:[©®]\uFE0F|\p{EBase}\p{EMod}|[\p{Emoji}--[0-9#*©®]]\uFE0F?)"
_EMOJI = regex.compile(
    rf"[0-9#*]\uFE0F?\u20E3|\p{{RI}}{{2}}|{_PICTURE}(?:[\U000E0020-\U000E007E]+\U000E007F)?"
    rf"(?:\u200D{_PICTURE})*",
    regex.VERSION1,
)
_GRAPHEME = regex.compile(r"\X")
# `regex` joins a consonant to any virama before it; UAX #29 (GB9c) only where a consonant leads.
_VIRAMAS = r"[\p{InCB=Extend}\p{InCB=Linker}]*"
_APART = regex.compile(
    rf"(?<=\p{{InCB=Linker}}{_VIRAMAS})(?<!\p{{InCB=Consonant}}{_VIRAMAS})(?=\p{{InCB=Consonant}})"
)
_VIRAMA = regex.compile(r"\p{InCB=Linker}")
# What a path has as it is; browsers differ over some of the others, which count as encoded here.
_AS_IS = "".join(sign for sign in map(chr, range(33, 127)) if sign not in '"<>^`{|}')
_MENTION = regex.compile(r"(?<![\w/])(@\w(?:[\w.-]*\w)?)@[\w-]+(?:\.[\w-]+)*")


# A text is asked about more than once while it is made to fit.
@lru_cache(maxsize=1_024)
def count(text: str, network: Network) -> int:
    """Return a text's length in the network's own counting; no limit is applied."""
    return _COUNTS[network.count](shortened(text, network))


def fits(text: str, network: Network, warning: str = "") -> bool:
    """Say whether a network takes a text as one post, behind a content warning that counts too.

    Both as it is written and as its links are shown: one with letters beyond ASCII is shown longer.
    """
    return verdict(text, network, warning) == "fits"


def verdict(text: str, network: Network, warning: str = "") -> str:
    """Say whether a text `fits`, fits only `shortened`, as its links are shown, or is `over`."""
    if network.most_bytes and _count_bytes(text) > network.most_bytes:
        return "over"
    shown = _with_shown_links(text, network) if network.shown_path else text
    if not _is_within(shown, network, warning):
        return "over"
    return "fits" if shown == text or _is_within(text, network, warning) else "shortened"


def broken_bound(text: str, network: Network, warning: str = "") -> tuple[int, int, str]:
    """Return how long a text is, what a network takes, and what is counted.

    Where it is too long in more than one way, as people are told that the network counts.
    """
    written = count(text, network)
    shown = count(_with_shown_links(text, network), network) if network.shown_path else written
    length = max(written, shown) + (count(warning, network) if warning else 0)
    if network.most_bytes and length <= network.limit and _count_bytes(text) > network.most_bytes:
        return _count_bytes(text), network.most_bytes, "bytes"
    return length, network.limit, network.unit


def _is_within(text: str, network: Network, warning: str) -> bool:
    if not network.limit:
        return True
    return count(text, network) + (count(warning, network) if warning else 0) <= network.limit


def graphemes(text: str) -> list[str]:
    """Return what readers take for the characters of a text (Unicode UAX #29)."""
    found = [match.group() for match in _GRAPHEME.finditer(text)]
    if not _VIRAMA.search(text):
        return found
    return [part for each in found for part in _parted(each)]


def _parted(cluster: str) -> list[str]:
    cuts = [0, *(match.start() for match in _APART.finditer(cluster)), len(cluster)]
    return [cluster[start:end] for start, end in pairwise(cuts)]


def shortened(text: str, network: Network) -> str:
    """Return a text with what the network counts short at the length that it counts."""
    plain = unicodedata.normalize("NFC", text) if network.count == "weighted" else text
    if network.link:
        plain = _with_short_links(plain, network)
    return _MENTION.sub(r"\1", plain) if network.short_mentions else plain


def _with_short_links(text: str, network: Network) -> str:
    return _with_links(text, network, lambda _address: "x" * network.link)


def _with_shown_links(text: str, network: Network) -> str:
    return _with_links(text, network, lambda address: _shown(address, network.shown_path))


def _with_links(text: str, network: Network, write: Callable[[str], str]) -> str:
    parts, done = [], 0
    for start, end in web_addresses(text, bare_domains=network.bare_domains):
        parts += [text[done:start], write(text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _shown(address: str, most: int) -> str:
    """Return an address as an app shows it that has a browser's `URL` read it: all in ASCII."""
    rest = re.sub(r"^https?://", "", address, flags=re.IGNORECASE | re.ASCII)
    host = re.split("[/?#]", rest, maxsplit=1)[0]
    encoded = quote(rest[len(host) :], safe=_AS_IS, errors="replace")
    path = re.sub(r"^/(?=[?#]|$)", "", encoded)
    name = ".".join(map(_ascii_label, host.split(".")))
    return name + (path if len(path) <= most else f"{path[: most - 2]}...")


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label
    plain = unicodedata.normalize("NFC", label.lower())
    return f"xn--{plain.encode('punycode').decode('ascii')}"


def _count_weighted(text: str) -> int:
    plain = _EMOJI.sub(HEAVY, text)
    return len(plain) + len(_HEAVY.findall(plain))


def _count_graphemes(text: str) -> int:
    is_plain = text.isascii() and "\r" not in text  # of ASCII, only CR LF is two in one
    return len(text) if is_plain else len(graphemes(text))


def _count_utf_16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _count_emoji_bytes(text: str) -> int:
    emoji = [match.group() for match in _EMOJI.finditer(text)]
    return len(text) + sum(len(each.encode()) - len(each) for each in emoji)


def _count_bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


# One function a way of counting; networks.py's WAYS names the same.
_COUNTS: Mapping[str, Callable[[str], int]] = {
    "weighted": _count_weighted,
    "graphemes": _count_graphemes,
    "utf-16": _count_utf_16,
    "emoji-bytes": _count_emoji_bytes,
    "bytes": _count_bytes,
}
