"""What to write in place of a frame that somebody pasted, which no page has."""

import re
from collections.abc import Collection

from advocacy.embeds.frame import find_frame, find_host, find_service
from advocacy.markup.html_grammar import read_tag

_TAG = re.compile(r"<iframe(?:\s(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)?>", re.IGNORECASE)
PLAIN = "Link to what it shows, or take it out."


def tell_cure(text: str, start: int, hosts: Collection[str]) -> str:
    """Return how to mend what a page leaves out.

    Args:
        text: Of the file.
        start: Where its tag begins.
        hosts: Those that an editor allowed frames of.
    """
    tag = _TAG.match(text, start)
    source = read_tag(tag[0]).attributes.get("src") if tag else None
    address = re.sub("^//", "https://", source.value.strip()) if source else ""
    found = find_service(address, hosts)
    host = found.frame.host if found else find_host(address)
    if not host:
        return PLAIN
    link = f"`[what it shows]({found.page if found else address})`"
    if find_frame(address, hosts):
        return f"Write {link} alone in a paragraph: readers can then have it shown there."
    return f"Link to what it shows: {link}. {tell_setting(host)}"


def tell_setting(host: str) -> str:
    """Return what an editor has to do for a host."""
    cure = f"add `{host}` to `hosts` below `[embeds]` in advocacy.toml"
    return f"To let readers have it shown on the page, an editor would {cure}."
