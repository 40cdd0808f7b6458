"""A site with a post in each state, and in each field of a post a marker that tells both."""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from PIL import Image

from tests.conftest import PROJECT
from tests.site.conftest import GUIDE, SmallSite

TODAY = "2026-04-10"

# What puts a post into each state on that day.
STATES: Mapping[str, Mapping[str, str]] = {
    "now": {},
    "over": {"share.until": "2026-04-05"},
    "notyet": {"share.from": "2026-05-01"},
    "hidden": {"status": "hidden"},
    "internal": {"visibility": "internal"},
    "draft": {"status": "draft"},
    "embargoed": {"embargo": "2026-05-01"},
    "later": {"date": "2026-05-01", "modified": "2026-05-02"},
    "expired": {"expires": "2026-04-05"},
}

# `%(name)s` is the marker of that name; a key with a dot stands below `share`.
FIELDS: Mapping[str, str] = {
    "id": "tag:stories.lindenmark.example,2026:%(id)s",
    "title": "About %(title)s",
    "date": "2026-03-15",
    "authors": "[ana]",
    "summary": "We found %(summary)s in the cellar.",
    "modified": "2026-03-20",
    "change_note": "We mended %(note)s.",
    "slug": "%(slug)s",
    "topics": "[%(topic)s]",
    "purpose": "service",
    "audience": "%(audience)s",
    "series": "The %(series)s",
    "image": "%(image)s.png",
    "image_alt": "A grey square, %(alt)s",
    "image_caption": "The cellar with %(legend)s.",
    "image_credit": "%(credit)s",
    "question": "Where have you seen %(question)s?",
    "disclosure": "We were given %(disclosure)s.",
    "aliases": "[/old/%(alias)s/]",
    "canonical": "https://elsewhere.example/%(canonical)s/",
    "source": "https://elsewhere.example/%(source)s/",
    "discussions": "[https://talk.example/%(talk)s]",
    "at_uri": "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/%(record)s",
    "reviewed_by": "[ben]",
    "allow": "{Values.Respect: %(allow)s}",
    "share.hashtags": "[%(hashtag)s]",
    "share.captions": (
        "{default: ['We met %(caption)s in the cellar.', 'Look at this: [[why %(prompt)s]]'],"
        " linkedin: ['It took a whole week to find %(linkedin)s.'],"
        " mastodon: [{text: 'Nobody asked us for %(mastodon)s.', cw: %(warning)s}]}"
    ),
    "share.quotes": "[{text: 'It was %(quote)s that we saw first.', by: %(by)s}]",
}
BODY = """\
In 2025 we counted 41 boxes with %(claim)s in them.

## A heading with %(heading)s

It was %(quote)s that we saw first. There is more %(body)s below.

![Boxes with %(pictured)s](../images/%(picture)s.png "Below it %(figcaption)s")

- [A link](https://elsewhere.example/%(link)s)
"""
SETTINGS = """\
name = "Lindenmark Libraries"
url = "https://stories.lindenmark.example"
description = "Stories from the people behind the counter."
languages = ["en", "fr"]

[disclosure]
en = "I work at Lindenmark Libraries."
fr = "Je travaille aux bibliothèques de Lindenmark."

[machines]
llms_txt = true
security = { contact = ["mailto:security@lindenmark.example"] }
standard_site = "at://did:web:lindenmark.example/site.standard.publication/self"

[search]
enabled = true

[share]
networks = ["linkedin", "mastodon", "email"]
"""
APART = 'folder = "output-share"\nurl = "https://intranet.lindenmark.example"\n'
# By what commits are known to be a colleague's, which is for editors alone.
COMMIT_EMAIL = {name: sha256(name.encode()).hexdigest() for name in ("ana", "ben")}
FORGE = {name: f"zforgezof{name}z" for name in ("ana", "ben")}
MARKER = re.compile(r"z([a-z]+)z([a-z]+)z")


class Markers(dict[str, str]):
    """The markers of one state, by name."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self.state = state

    def __missing__(self, name: str) -> str:
        return f"z{self.state}z{name}z"


def make_site(root: Path, *, apart: bool = False) -> SmallSite:
    """Write the site, in which a public post says that it translates the internal one."""
    site = SmallSite(root)
    site.write("advocacy.toml", SETTINGS + (APART if apart else "") + _labels())
    conf = (PROJECT / "pelicanconf.py").read_text(encoding="utf-8")
    site.write("pelicanconf.py", conf + 'PLUGINS += ["sitemap"]\n')
    site.write("content/pages/values.md", GUIDE)
    for name in ("ana", "ben"):
        front = f"name: {name.title()}\nrole: Librarian\nlanguages: [en]\nshare: {{}}"
        front += f"\ncommit_emails: {COMMIT_EMAIL[name]}\nforge: {{github: {FORGE[name]}}}"
        site.write(f"content/staff/{name}.md", f"---\n{front}\n---\n\nHello.\n")
    (root / "content/images").mkdir()
    for state, own in STATES.items():
        _write(site, state, {**FIELDS, **own})
    french = {
        "id": "tag:stories.lindenmark.example,2026:french",
        "lang": "fr",
        "translation_of": FIELDS["id"] % Markers("internal"),
        "share.captions": "{default: Bonjour}",
    }
    _write(site, "french", {**FIELDS, **french})
    return site


def _labels() -> str:
    every = [Markers(state) for state in (*STATES, "french")]
    topics = "".join(f'{each["topic"]} = "On {each["topic"]}"\n' for each in every)
    audiences = "".join(f'{each["audience"]} = "Friends of {each["audience"]}"\n' for each in every)
    moved = '[feeds.moved]\n"/old.xml" = "all.rss.xml"\n'
    return f"[topics]\n{topics}[audiences]\n{audiences}{moved}"


def _write(site: SmallSite, state: str, fields: Mapping[str, str]) -> None:
    markers = Markers(state)
    lines = [f"{key}: {value}" for key, value in fields.items() if "." not in key]
    below = [f"  {key[6:]}: {value}" for key, value in fields.items() if "." in key]
    front = "\n".join([*lines, "share:", *below])
    text = f"---\n{front}\n---\n\n{BODY}" % markers
    site.write(f"content/posts/{state}.md", text)
    for name in ("image", "picture"):
        file = site.root / f"content/images/{markers[name]}.png"
        Image.new("RGB", (8, 8), (len(state), 80, 80)).save(file)


def find_markers(files: Iterable[tuple[str, bytes]]) -> dict[str, dict[str, set[str]]]:
    """Return the markers that stand in files, or in their names: by state, where, and which."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, content in files:
        for state, name in MARKER.findall(_plain(content)):
            found[state][kind].add(name)
    return found


def _plain(content: bytes) -> str:
    """Return a text without what formats put into words: folded lines, escapes."""
    text = content.decode("utf-8", "replace").lower()
    text = re.sub(r"\r?\n[ \t]|=\r?\n|\xad", "", text)
    return "\n".join((text, unquote(text), html.unescape(text)))
