"""Where people are talking about a post, called by the network's name."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, urlsplit

from advocacy.post import Post
from advocacy.share.networks import Network, read_networks
from advocacy.views import Link

# What the table of networks, which is for sharing, does not tell.
HOSTS: Mapping[str, str] = {
    "discord.com": "Discord",
    "fosstodon.org": "Mastodon",
    "github.com": "GitHub",
    "hachyderm.io": "Mastodon",
    "lobste.rs": "Lobsters",
    "mastodon.online": "Mastodon",
    "mastodon.social": "Mastodon",
    "matrix.to": "Matrix",
    "threads.net": "Threads",
    "twitter.com": "X",
    "xing.com": "XING",
    "youtu.be": "YouTube",
    "youtube.com": "YouTube",
}
# By the path of a post, software that runs on servers of any name.
PATHS: Mapping[re.Pattern[str], str] = {
    re.compile(r"/@[\w.]+(@[\w.-]+)?/\d{9,}"): "Mastodon",
    re.compile(r"/t/[\w-]+/\d+(/\d+)?"): "Discourse",
}


def make_discussions(post: Post, networks: Mapping[str, Network]) -> tuple[Link, ...]:
    """Return links to where people are talking about a post.

    Each has the name of its network, or that of its server where nobody knows the network; of
    several with one name, each tells its server and, if need be, its whole address.

    Args:
        post: The post.
        networks: The site's own, whose rows are heard before those of the product's table.
    """
    hosts = _hosts(networks)
    parts = [urlsplit(url) for url in post.discussions]
    names = [_name(each, hosts) for each in parts]
    fuller = [
        each.hostname or "" if name == each.hostname else f"{name}, {each.hostname}"
        for name, each in zip(names, parts, strict=True)
    ]
    texts = _told_apart(_told_apart(names, fuller), [_address(each) for each in parts])
    return tuple(Link(url, text) for url, text in zip(post.discussions, texts, strict=True))


def _hosts(networks: Mapping[str, Network]) -> dict[str, str]:
    """Return the names of networks by the hosts that their rows name."""
    rows = {**read_networks(), **networks}.values()
    return {**{host: row.name for row in rows for host in _hosts_of(row)}, **HOSTS}


def _hosts_of(network: Network) -> Iterator[str]:
    for address in (network.profile, network.share_url):
        host = urlsplit(address).netloc.removeprefix("www.")
        if host and "{" not in host:
            yield host


def _name(parts: SplitResult, hosts: Mapping[str, str]) -> str:
    host = parts.hostname or ""
    labels = host.split(".")
    for start in range(len(labels) - 1):
        if name := hosts.get(".".join(labels[start:])):
            return name
    path = parts.path.rstrip("/")
    return next((name for shape, name in PATHS.items() if shape.fullmatch(path)), host)


def _told_apart(texts: list[str], fuller: list[str]) -> list[str]:
    """Return texts, and in place of those that stand there twice, fuller ones."""
    count = Counter(texts)
    return [more if count[text] > 1 else text for text, more in zip(texts, fuller, strict=True)]


def _address(parts: SplitResult) -> str:
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc}{parts.path}{query}"
