"""What an attack that succeeded leaves behind: found in the output, and beside it."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree

from tests.attacks.table import CANARY, Attack
from tests.attacks.trial import FRAMED, VICTIM_TEXT, Trial

ATOM = "http://www.w3.org/2005/Atom"
PAGES = (".html", ".htm")
FEEDS = (".xml", ".rss", ".atom")
# What builds may leave beside the output, and in the site.
OWN = ("output", ".output.advocacy", "__pycache__", ".cache")
EMBEDS = {"iframe", "object", "embed", "applet", "frame", "base", "portal", "fencedframe"}
SHAPES = {"form", "input", "button", "textarea", "select", "style", "svg", "math", "marquee"}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "background"}
ADDRESSES |= {"srcset", "ping", "manifest", "cite", "longdesc"}
ACTIVE_URL = re.compile(
    r"[\x00-\x20]*(?:javascript|vbscript|data|livescript)[\x00-\x20]*:", re.IGNORECASE
)
# Only what begins so is of an allowed host for any reader of addresses.
FRAMES = tuple(f"https://{host}/" for host in FRAMED)
POLICY = re.compile(r"frame-src ([^;]*)")
SAFE_NAME = re.compile(r"[\w.~-]+(/[\w.~-]+)*")


@dataclass(frozen=True, slots=True)
class Peace:
    """What a build without any attack leaves: files by their hash, and what is active in pages."""

    files: Mapping[str, str]
    active: frozenset[str]
    victim: str


def make_peace(trial: Trial) -> Peace:
    """Return what the site is without an attack."""
    files = {name: _hash(trial.output / name) for name in _files(trial.output)}
    holding = (name for name in files if name.endswith(PAGES))
    victim = next(
        name
        for name in holding
        if "night-shift" in name and VICTIM_TEXT in (trial.output / name).read_text("utf-8")
    )
    return Peace(files, frozenset(_find_active(trial.output)), victim)


def find_breaches(trial: Trial, attack: Attack, peace: Peace) -> Iterator[str]:
    """Yield what an attack achieved; nothing where it was held."""
    if trial.status is None:
        yield "hangs"
    if "Traceback" in trial.said:
        yield "traceback"
    yield from _find_outside(trial.root.parent, attack)
    if not trial.output.is_dir():
        return
    yield from _find_secrets(trial.output)
    yield from _find_taken(trial.output, peace)
    yield from sorted(set(_find_active(trial.output)) - peace.active)
    yield from (f"name {name!r}" for name in _files(trial.output) if not SAFE_NAME.fullmatch(name))


def _find_outside(parent: Path, attack: Attack) -> Iterator[str]:
    """Yield files that are neither the site's, nor the attack's, nor below the output."""
    expected = {"beside.txt", *(f"site/{path}" for path in attack.paths)}
    sources = ("advocacy.toml", "pelicanconf.py", ".env", "secrets/note.md")
    expected |= {f"site/{path}" for path in sources}
    for name in _files(parent):
        parts = name.split("/")
        if name in expected or parts[1] in OWN or "__pycache__" in parts:
            continue
        if not name.startswith("site/content/"):
            yield f"outside {name}"
    if (parent / "beside.txt").read_text(encoding="utf-8") != CANARY:
        yield "outside beside.txt"


def _find_secrets(output: Path) -> Iterator[str]:
    for name in _files(output):
        content = (output / name).read_bytes()
        if CANARY.encode() in content or b"root:x:0:0" in content:
            yield f"secret in {name}"


def _find_taken(output: Path, peace: Peace) -> Iterator[str]:
    """Yield what of the site's own is gone, or is somebody else's now."""
    yield from (f"gone {name}" for name in peace.files if not (output / name).is_file())
    for name, hashed in peace.files.items():
        file = output / name
        if name.startswith("theme/") and file.is_file() and _hash(file) != hashed:
            yield f"taken {name}"
    victim = output / peace.victim
    if victim.is_file() and VICTIM_TEXT not in victim.read_text(encoding="utf-8"):
        yield f"taken {peace.victim}"


def _find_active(output: Path) -> Iterator[str]:
    for name in _files(output):
        file = output / name
        if name.endswith(PAGES):
            yield from Active(file.read_text(encoding="utf-8", errors="replace")).found
        elif name.endswith(FEEDS):
            try:
                texts = list(_feed_texts(file))
            except etree.XMLSyntaxError:
                yield f"broken {name}"
                continue
            for html in texts:
                yield from (f"feed {each}" for each in Active(html).found)
        elif name.endswith(".json"):
            for html in _json_texts(json.loads(file.read_text(encoding="utf-8"))):
                yield from (f"feed {each}" for each in Active(html).found)
        elif name.endswith(".svg"):
            text = file.read_text(encoding="utf-8", errors="replace")
            yield from (f"svg {each}" for each in Active(text).found if not each.startswith("<svg"))


def _feed_texts(file: Path) -> Iterator[str]:
    """Yield what readers render of a feed as HTML."""
    tree = etree.parse(str(file), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in tree.iter("{*}content", "{*}encoded", "{*}description", "{*}summary"):
        is_atom = etree.QName(element).namespace == ATOM
        if not is_atom or element.get("type") in {"html", "xhtml"}:
            yield "".join(element.itertext())


def _json_texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for key, text in value.items() if key == "content_html")
        for each in value.values():
            yield from _json_texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _json_texts(each)


class Active(HTMLParser):
    """What in a page runs, sends, embeds or paints by itself."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name.lower(): value or "" for name, value in attrs}
        is_known = own.get("type") == "application/ld+json" or "/theme/" in own.get("src", "")[:7]
        if tag == "script" and not is_known:
            self.found.append(f"<script {own.get('src', 'inline')[:60]}>")
        if tag in EMBEDS | SHAPES:
            self.found.append(f"<{tag} {own.get('src', own.get('action', own.get('class', '')))}>")
        leads = own.get("content", "").partition("url=")[2]
        if tag == "meta" and own.get("http-equiv") == "refresh" and not leads.startswith("/2026/"):
            self.found.append(f"refresh {own.get('content')}")
        if tag == "link" and own.get("rel") == "stylesheet" and "//" in own.get("href", ""):
            self.found.append(f"style sheet {own['href']}")
        self._look_for_frames(tag, own)
        for name, value in own.items():
            if name.startswith("on") or name == "style" or name == "srcdoc":
                self.found.append(f"{tag} {name}={value[:60]}")
            if name in ADDRESSES and ACTIVE_URL.match(value):
                self.found.append(f"{tag} {name}={value[:60]}")

    def _look_for_frames(self, tag: str, own: Mapping[str, str]) -> None:
        if not own.get("data-frame", FRAMES[0]).startswith(FRAMES):
            self.found.append(f"frame {own['data-frame']}")
        if own.get("id") == "_embedding" and tag != "template":
            self.found.append(f"button {tag}")
        allowed = POLICY.search(own.get("content", "")) if tag == "meta" else None
        for source in allowed[1].split() if allowed else ():
            if f"{source}/" not in FRAMES:
                self.found.append(f"policy {source}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def _files(folder: Path) -> list[str]:
    found = (file for file in folder.rglob("*") if file.is_file() or file.is_symlink())
    return sorted(file.relative_to(folder).as_posix() for file in found)


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
