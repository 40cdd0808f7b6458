"""The links and pictures of a body, pointed at what the new site has."""

import html
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from advocacy.imports.html import read_attributes
from advocacy.imports.images import Pictures
from advocacy.imports.links import LinkTable, make_reference
from advocacy.imports.notes import Note, Noted
from advocacy.imports.parts import change_text
from advocacy.imports.plain import make_plain
from advocacy.imports.spans import make_destination, make_link, make_picture, make_text

_LABEL = r"((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)"
_DESTINATION = r"(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
_TITLE = r"(?:\s+(?:\"([^\"]*)\"|'([^']*)'))?"
_MARKDOWN_PICTURE = re.compile(rf"!\[{_LABEL}\]\(\s*{_DESTINATION}{_TITLE}\s*\)")
_MARKDOWN_LINK = re.compile(rf"(?<!!)\[{_LABEL}\]\(\s*{_DESTINATION}({_TITLE})\s*\)")
_DEFINITION = re.compile(r"^( {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*)(\S+)", re.MULTILINE)
MOST = 5000
SHOWN = 100
_HTML_PICTURE = re.compile(rf"<img\b[^>]{{0,{MOST}}}>", re.IGNORECASE)
_LONG_PICTURE = re.compile(rf"<img\b[^<>]{{{MOST + 1},}}>", re.IGNORECASE)
# It may be cut into lines; a space before another attribute ends one that has no quotes.
_DATA = re.compile(r"(\bdata:[^,\s\"'<>]{0,100},)(?:[^\s\"'<>]|\s(?![\w-]+\s*=))*", re.IGNORECASE)
_HTML_LINK = re.compile(
    r"(<a\b[^<>]{0,5000}?\bhref\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class References:
    """What links and pictures of one post may mean.

    Attributes:
        folder: The post's folder below the source.
        old_address: The post's own old address.
    """

    links: LinkTable
    pictures: Pictures
    folder: str = ""
    old_address: str = ""


def replace_references(body: str, known: References) -> tuple[Noted, frozenset[str]]:
    """Return a body whose links and pictures are the new site's.

    Returns:
        The body with what was done, and the source paths of the pictures it shows.
    """
    step = _Step(known)
    return Noted(change_text(body, step.change), tuple(step.notes)), frozenset(step.shown)


class _Step:
    """One pass over one body, which gathers notes and pictures as it goes."""

    def __init__(self, known: References) -> None:
        self.known = known
        self.notes: list[Note] = []
        self.shown: set[str] = set()
        self.in_html = False

    def change(self, text: str, in_html: bool) -> str:
        self.in_html = in_html
        pictures = [
            (_MARKDOWN_PICTURE, self._markdown_picture),
            (_HTML_PICTURE, self._html_picture),
        ]
        text = _LONG_PICTURE.sub(self._long_picture, text)
        # What one of the two writes must not be read by the other.
        for pattern, replace in reversed(pictures) if in_html else pictures:
            text = pattern.sub(replace, text)
        if not in_html:
            text = _MARKDOWN_LINK.sub(self._markdown_link, text)
            text = _DEFINITION.sub(self._definition, text)
        return _HTML_LINK.sub(self._html_link, text)

    def _markdown_picture(self, match: re.Match[str]) -> str:
        title = html.unescape(match[3] or match[4] or "")
        return self._picture(match[2].strip("<>"), make_plain(match[1]), title)

    def _long_picture(self, match: re.Match[str]) -> str:
        """Return a picture without what it holds itself, or one that nobody reads as it is."""
        short = _DATA.sub(r"\1…", match[0])
        if len(short) <= MOST:
            return short
        self.notes.append(Note("image", f"{match[0][:SHOWN]}…", "left as it is"))
        return match[0]

    def _html_picture(self, match: re.Match[str]) -> str:
        attributes = read_attributes(match[0])
        return self._picture(attributes.get("src", ""), attributes.get("alt", ""), "")

    def _picture(self, reference: str, alt: str, caption: str) -> str:
        """Return a picture, or what stands in for one that cannot be shown."""
        path = self.known.pictures.find(reference, self.known.folder)
        if path:
            self.shown.add(path)
            address = f"../images/{self.known.pictures.targets[path]}"
            return make_picture(address, alt, caption, in_html=self.in_html)
        words = " ".join(alt.split()) + (f" ({caption})" if alt and caption else caption)
        escape = html.escape if self.in_html else make_text
        if re.match(r"https?://", reference) and not self._is_own(reference):
            text = words or urlsplit(reference).netloc
            self.notes.append(Note("image", reference, f"a link: {text}"))
            return make_link(escape(text), reference, in_html=self.in_html)
        self.notes.append(Note("image", reference + self._refusal(reference), words))
        return escape(words)

    def _refusal(self, reference: str) -> str:
        reason = self.known.pictures.refused.get(reference.lstrip("/"), "")
        return f" ({reason})" if reason else ""

    def _is_own(self, reference: str) -> bool:
        host = self.known.links.host
        return bool(host) and reference.startswith(f"{host}/")

    def _markdown_link(self, match: re.Match[str]) -> str:
        old = match[2].strip("<>")
        new = self._follow(old)
        if not new:
            return match[1]
        return match[0] if new == old else f"[{match[1]}]({make_destination(new)}{match[3]})"

    def _definition(self, match: re.Match[str]) -> str:
        old = match[2].strip("<>")
        return match[1] + make_destination(self._follow(old) or old)

    def _html_link(self, match: re.Match[str]) -> str:
        old = html.unescape(match[2].strip("\"'"))
        new = self._follow(old)
        return match[0] if new == old else f'{match[1]}"{html.escape(new)}"'

    def _follow(self, old: str) -> str:
        plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", old)
        new = make_reference(plain, self.known.links, self.known.old_address)
        if new != plain and (not new or "://" in new):
            shown = re.sub(r"\0\d+\0", "…", old)  # code, which is no part of an address
            self.notes.append(Note("link", shown, new))
        return new
