"""HTML within Markdown: what is dropped of it, and what is read from it."""

import html
import re
from urllib.parse import urlsplit

from advocacy.embeds.frame import find_service
from advocacy.imports.inline_parts import EMBED_TAGS, VOID_EMBED_TAGS
from advocacy.imports.notes import Note, Noted
from advocacy.imports.parts import Part, change_text
from advocacy.imports.spans import make_link, make_text

_EMBED = re.compile(rf"</?({'|'.join(EMBED_TAGS + VOID_EMBED_TAGS)})\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_LOOKS = re.compile(
    r"(?<!\s)\s+(?:style|on[a-z]+)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE
)

_UNCLOSED = re.compile(r"(<a\s+href=\"[^\"<>\s]+)>", re.IGNORECASE)

# Attributes without a value, which may stand between one value and the next name.
_FLAGS = "allowfullscreen|async|defer|hidden|controls|autoplay|loop|muted|ismap"
_ATTRIBUTE = re.compile(
    r"([A-Za-z_:][\w:.-]*)\s*=\s*"
    rf"(?:\"(.{{0,1000}}?)\"(?=(?:\s+(?:\w*(?:{_FLAGS})))*(?:\s+[\w:.-]+\s*=|\s*/?>|\s*$))|\"([^\"]*)\""
    r"|'([^']*)'|([^\s\"'>]+))",
    re.DOTALL,
)

# Elements that show something to readers, who get a link to it instead.
_SHOWN = frozenset({"iframe", "embed", "object", "frame"})

# What people call the hosts of what is embedded most, where a frame has no title.
_HOSTS = {
    "www.youtube.com": "YouTube",
    "www.youtube-nocookie.com": "YouTube",
    "player.vimeo.com": "Vimeo",
    "speakerdeck.com": "Speaker Deck",
}


def drop_embeds(body: str) -> Noted:
    """Return a body without scripts, styles, frames and objects outside code.

    A comment in the post names each of them.
    """
    notes: list[Note] = []

    def drop(part: Part) -> str:
        return _replace_embed(part, notes) if part.kind == "embed" else part.text

    return Noted(change_text(body, lambda text, _in_html: text, drop), tuple(notes))


def drop_looks(body: str) -> Noted:
    """Return a body without attributes of HTML that hold styles or scripts."""
    notes: list[Note] = []

    def drop(tag: re.Match[str]) -> str:
        notes.extend(Note("dropped", found.strip()) for found in _LOOKS.findall(tag[0]))
        return _LOOKS.sub("", tag[0])

    return Noted(change_text(body, lambda text, _in_html: _TAG.sub(drop, text)), tuple(notes))


def mend_quotes(body: str) -> Noted:
    """Return a body whose links' addresses are closed by a quote; else what follows is lost."""
    notes: list[Note] = []

    def mend(match: re.Match[str]) -> str:
        notes.append(Note("changed", match[0], f'{match[1]}">'))
        return f'{match[1]}">'

    return Noted(change_text(body, lambda text, _in_html: _UNCLOSED.sub(mend, text)), tuple(notes))


def read_attributes(tag: str) -> dict[str, str]:
    """Read a start tag's attributes; of two with one name the first counts.

    A value in double quotes reaches to the quote that ends it for sure, since alt texts on old
    pages hold quotes of their own.
    """
    attributes: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(tag):
        attributes.setdefault(name.lower(), html.unescape(next(filter(None, values), "")))
    return attributes


def _replace_embed(part: Part, notes: list[Note]) -> str:
    match = _EMBED.match(part.text)
    assert match
    tag = match[1].lower()
    attributes = read_attributes(match[0])
    address = attributes.get("src") or attributes.get("data") or ""
    address = f"https:{address}" if address.startswith("//") else address
    link = ""
    if tag in _SHOWN and re.match(r"https?://", address):
        host = urlsplit(address).netloc
        title = " ".join(attributes.get("title", "").split()) or _HOSTS.get(host, host)
        text = title if part.in_html else make_text(title)
        link = make_link(text, _page_of(address), in_html=part.in_html)
    notes.append(Note("dropped", part.text, link))
    comment = _comment(tag, address)
    return f"{link} {comment}" if link else comment


def _page_of(address: str) -> str:
    """Return the page that readers open for what a frame shows, where the service is known."""
    found = find_service(re.sub("^http:", "https:", address))
    return found.page if found else address


def _comment(tag: str, address: str) -> str:
    """Name what was dropped; two hyphens or a bracket would end a comment early."""
    shown = re.sub(r"[<>]|--+|\{\{|\{%|\s", "", address)[:120].rstrip("-")
    return f"<!-- import: dropped {tag}{f' {shown}' if shown else ''} -->"
