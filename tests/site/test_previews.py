"""What link previews are made of, as three parsers that others use read it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import need, need_script
from tests.site.conftest import SmallSite

READ_ALL = Path(__file__).parent / "previews.mjs"
SITE = "https://stories.lindenmark.example"
PARSERS = ("open-graph-scraper", "metascraper", "link-preview-js")
LONG = "Somebody has to wind the clock, and on most nights it is whoever lost at cards. "
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
# By slug: title and summary, with what a parser may decode twice, mend or cut.
POSTS = {
    "plain":      ("The night shift", "What happens in a library after the doors close."),
    "marks":      ('Books & "bread" <b>here</b>', "It's 5 > 3 &amp; 'so' – “said” l’été | R&D."),
    "pictures":   ("A van 👩🏽‍🚀, a map 🇩🇪", "Emoji 👨‍👩‍👧 stay whole 🏴‍☠️."),
    "other-way":  ("مكتبة الحي", "שלום, this is read the other way round."),
    "no-spaces":  ("図書館の夜", "夜になると、誰かが時計を巻かなければならない。"),
    "long":       ("How " + "very " * 20 + "long", (LONG * 4).strip()),
}  # fmt: skip


@pytest.fixture
def address(small_site: SmallSite, serve: Callable[[Path], str]) -> str:
    """Where the posts are, as a parser can reach them; their pictures are at the site's own."""
    for slug, (title, summary) in POSTS.items():
        fields = {"slug": slug, "title": quoted(title), "summary": quoted(summary)}
        small_site.post(slug, fields=fields)
    done = small_site.run()
    assert done.status == 0, done.said
    return serve(small_site.output)


def test_parsers_of_link_previews_read_a_post_alike(address: str) -> None:
    pages = {slug: f"{address}/2026/{slug}/" for slug in POSTS}

    found = read_all(*pages.values())

    for slug, (title, summary) in POSTS.items():
        told = {parser: level(told) for parser, told in found[pages[slug]].items()}
        image = f"{SITE}/cards/{slug}.png"
        expected = level({"title": title, "description": summary, "image": image})
        alt = level({"alt": f"{title} - Ana Müller - Lindenmark Libraries"})
        assert told == dict.fromkeys(PARSERS, expected) | {"open-graph-scraper": expected | alt}


def level(told: dict[str, str]) -> dict[str, str]:
    """Return what was read with straight quotation marks, as metascraper bends them."""
    return {key: text.translate(STRAIGHT) for key, text in told.items()}


def quoted(text: str) -> str:
    """Return a text as YAML has it in quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def read_all(*addresses: str) -> dict[str, dict[str, dict[str, str]]]:
    """Return what each parser reads at each address."""
    for parser in PARSERS:
        need_script(f"{parser}/package.json")
    done = subprocess.run(
        [need("node"), READ_ALL, *addresses], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, dict[str, str]]] = json.loads(done.stdout)
    return found
