"""What may be shown on a page from elsewhere: `[embeds]` in advocacy.toml."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from advocacy import fields
from advocacy.embeds.services import read_services
from advocacy.schema import Field, FieldError, Node, make_node, quoted

# The last part has a letter: browsers read numbers as an address of their own kind.
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?")
LONGEST_HOST = 253


@dataclass(frozen=True, slots=True)
class EmbedSettings:
    """What may be shown from elsewhere, once a reader asks for it.

    Attributes:
        hosts: Whose pages a frame may show, each exactly as it is called; without any, no page
            has a frame.
    """

    hosts: tuple[str, ...] = ()


def _host(node: Node) -> str:
    host = fields.text(node)
    if not _HOST.fullmatch(host) or len(host) > LONGEST_HOST:
        cure = "Write a host alone, in small letters, as in `player.vimeo.com`"
        raise FieldError(f"{quoted(node)} cannot be used. {cure}: no `https://`, `*`, `/` or port.")
    for service in read_services():
        if host in service.page_hosts and host != service.host:
            shown = f"what {service.name} shows on other pages is at `{service.host}`"
            raise FieldError(f"`{host}` cannot be used: {shown}. Write that.")
    return host


EMBED_FIELDS = (Field("hosts", fields.many(_host), default=()),)


def can_be_named(host: str, own: Collection[str]) -> bool:
    """Say whether `hosts` may hold a host; `own` are the site's."""
    try:
        return _host(make_node(host)) not in own
    except FieldError:
        return False


def check_hosts(hosts: Collection[str], own: Collection[str]) -> list[str]:
    """Return what is wrong with hosts that are all good by themselves.

    Args:
        hosts: Those of `[embeds]`.
        own: The site's own.
    """
    reason = "a frame of it could do whatever the blog's own pages can"
    return [
        f"`embeds`: `hosts`: `{host}` is the site's own host: {reason}. Take it out."
        for host in hosts
        if host in own
    ]
