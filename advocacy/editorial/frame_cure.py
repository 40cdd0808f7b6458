"""What to write in place of a frame that somebody pasted, which no page has."""

import re

from advocacy.embed_settings import can_be_named
from advocacy.embeds.frame import find_frame, find_host, find_service
from advocacy.markup.html_grammar import read_tag
from advocacy.site import Site

_TAG = re.compile(r"<iframe(?:\s(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)?>", re.IGNORECASE)
PLAIN = "Link to what it shows, or take it out."


def tell_cure(text: str, start: int, site: Site) -> str:
    """Return how to mend what a page leaves out.

    Args:
        text: Of the file.
        start: Where its tag begins.
        site: Whose settings name the hosts that an editor allowed frames of.
    """
    tag = _TAG.match(text, start)
    source = read_tag(tag[0]).attributes.get("src") if tag else None
    address = re.sub("^//", "https://", source.value.strip()) if source else ""
    if not find_host(address):
        return PLAIN
    found = find_service(address, site.embeds.hosts)
    link = f"`[what it shows]({found.page if found else address})`"
    if find_frame(address, site.embeds.hosts):
        return f"Write {link} alone in a paragraph: readers can then have it shown there."
    return f"Link to what it shows: {link}. {tell_setting(address, site)}".rstrip()


def tell_setting(address: str, site: Site) -> str:
    """Return what an editor has to do to have an address shown; empty where nothing would do."""
    found = find_service(address, site.embeds.hosts)
    host = found.frame.host if found else find_host(address)
    is_shown = find_frame(address, {*site.embeds.hosts, host})
    if not is_shown or not can_be_named(host, site.own_hosts):
        return ""
    cure = f"add `{host}` to `hosts` below `[embeds]` in advocacy.toml"
    return f"To let readers have it shown on the page, an editor would {cure}."
