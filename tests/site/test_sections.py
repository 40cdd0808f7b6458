"""What each language has beside its posts, and the ways between the languages."""

import json
import re
from pathlib import Path

import pytest

from advocacy import addresses
from advocacy.library import read_library
from advocacy.publishing.rendering import make_edition
from advocacy.publishing.section_pages import MAKERS
from advocacy.publishing.sections import SECTIONS
from advocacy.share.networks import network_ids, read_networks
from advocacy.site import read_site
from tests.sample.conftest import TODAY
from tests.site.conftest import SmallSite, start_small_site
from tests.site.test_languages import SITE, read

LANGUAGES = 'languages = ["en", "fr", "ar"]\n[disclosure]'
SAID = """\
Libraries."
fr = "Je travaille ici."
ar = "أعمل هنا."

[topics.fr]
reading = "Lectures"

[topics]
trains = "Trains"
"""
FIRST = "tag:stories.lindenmark.example,2026:one"
PAGES = {
    "about": "title: About us\n",
    "fr/a-propos": "title: À propos\nlang: fr\ntranslation_of: about\n",
    "ar/about": "title: من نحن\nlang: ar\ntranslation_of: about\n",
    "conversation": "title: How we talk\n",
    "fr/conversation": "title: Comment nous parlons\nlang: fr\ntranslation_of: conversation\n",
    "fr/atelier": "title: L’atelier\nlang: fr\n",
}


def write_site(root: Path) -> SmallSite:
    """Write a site in English, French and Arabic, of which not everything is in each."""
    site = start_small_site(root)
    settings = (site.root / "advocacy.toml").read_text(encoding="utf-8")
    settings = settings.replace("[disclosure]", LANGUAGES).replace(
        'Libraries."\n\n[topics]\n', SAID
    )
    site.write("advocacy.toml", f"{settings}\n[search]\nenabled = true\n")
    for name, front in PAGES.items():
        site.write(f"content/pages/{name}.md", f"---\n{front}---\n\nText.\n")
    site.write("content/staff/ben.md", "---\nname: Ben\nrole: Porter\nlanguages: [pl]\n---\n")
    site.write("content/topics/reading.md", "---\nsummary: What we read.\n---\n")
    site.write("content/topics/fr/reading.md", "---\nsummary: Nos lectures.\nlang: fr\n---\n")
    shared = {"topics": "[reading]", "purpose": "service"}
    english = {"slug": "one", "series": "The Maps", **shared, "question": "And you?"}
    site.post("one", fields=english)
    french = {"slug": "deux", "lang": "fr", "translation_of": FIRST, "title": "Les cartes"}
    site.post("deux", fields={**french, "series": "Les cartes", **shared, "question": "Et vous ?"})
    arabic = {
        "slug": "three",
        "lang": "ar",
        "title": "الليل",
        **shared,
        "authors": "[ben]",
        "question": "وأنت؟",
    }
    site.post("three", fields=arabic)
    site.post("trains", fields={"topics": "[trains]"})
    return site


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = write_site(tmp_path_factory.mktemp("three"))
    done = site.run()
    assert done.status == 0, done.said
    return site.output


def text_of(three: Path, path: str) -> str:
    return (three / path / "index.html").read_text(encoding="utf-8")


def links_of(three: Path, path: str, part: str) -> list[str]:
    """Return where a part of a page leads."""
    page = text_of(three, path)
    pattern = {
        "menu": r'<header class="masthead">(.*?)</header>',
        "footer": r'<footer class="colophon">(.*?)</footer>',
        "main": r"<main.*?>(.*?)</main>",
    }[part]
    (found,) = re.findall(pattern, page, re.DOTALL)
    return re.findall(r'href="(/[^"]*|)"', found)


@pytest.mark.parametrize("lang", ["en", "fr", "ar"])
def test_the_addresses_of_sections_are_those_of_their_pages(tmp_path, lang):
    root = write_site(tmp_path).root
    site = read_site(root, network_ids())
    edition = make_edition(read_library(site), TODAY, read_networks())
    prefix = "" if lang == "en" else f"{lang}/"

    assert MAKERS.keys() == SECTIONS.keys()
    for section, make in MAKERS.items():
        made = {page.address for page in make(edition, lang) if "/page/" not in page.address}
        told = {f"{prefix}{each}" for each in SECTIONS[section].pages(edition, lang)}
        assert made == told, section


@pytest.mark.parametrize(
    ("path", "text", "lang"),
    [
        ("fr/staff",          "Qui écrit ici",     "fr"),
        ("fr/staff",          "Librarian",         "en"),
        ("fr/staff",          "polski",            "pl"),
        ("fr/staff/ben",      "polski",            "pl"),
        ("fr/topics",         "Lectures",          "fr"),
        ("fr/2026/deux",      "Lectures",          "fr"),
        ("ar/topics",         "Reading",           "en"),
        ("fr/feeds",          "Lectures",          "fr"),
        ("fr/topics/reading", "Nos lectures.",     "fr"),
        ("fr/topics/reading", "Les cartes",        "fr"),
        ("ar/topics/reading", "What we read.",     "en"),
        ("ar/topics/reading", "الليل",              "ar"),
        ("fr/purposes",       "Comment nous aidons", "fr"),
        ("fr/series",         "Les cartes",        "fr"),
        ("series",            "Les cartes",        "fr"),
        ("fr/feeds",          "العربية",            "ar"),
        ("fr/colophon",       "Qui écrit",         "fr"),
        ("ar/404.html",       "الليل",              "ar"),
        ("ar/2026/three",     "How we talk",       "en"),
        ("fr/2026/deux",      "Comment nous parlons", "fr"),
    ],
)  # fmt: skip
def test_a_section_is_told_in_its_language(three, path, text, lang):
    name = path if path.endswith(".html") else f"{path}/index.html"

    assert read(three / name).texts[text] == lang


@pytest.mark.parametrize(
    ("path", "part", "links"),
    [
        ("fr",            "menu",   ["fr/", "fr/staff/", "fr/topics/", "fr/conversation/",
                                     "fr/atelier/", "values/", "fr/a-propos/", "fr/search/",
                                     "share/"]),
        ("ar",            "menu",   ["ar/", "ar/staff/", "ar/topics/", "conversation/", "values/",
                                     "ar/about/", "ar/search/", "share/"]),
        ("topics/trains", "menu",   ["", "staff/", "topics/", "about/", "conversation/",
                                     "values/", "search/", "share/"]),
        ("fr/staff/ana",  "footer", ["values/", "fr/feeds/", "fr/colophon/", "staff/ana/",
                                     "fr/staff/ana/", "ar/staff/ana/"]),
        ("fr/a-propos",   "footer", ["values/", "fr/feeds/", "fr/colophon/", "about/",
                                     "fr/a-propos/", "ar/about/"]),
        ("fr/atelier",    "footer", ["values/", "fr/feeds/", "fr/colophon/", "", "fr/atelier/",
                                     "ar/"]),
        ("2026/one",      "footer", ["values/", "feeds/", "colophon/", "2026/one/",
                                     "fr/2026/deux/", "ar/"]),
        ("topics/trains", "footer", ["values/", "feeds/", "colophon/", "topics/trains/",
                                     "fr/", "ar/"]),
    ],
)  # fmt: skip
def test_menu_and_footer_lead_on_in_the_language(three, path, part, links):
    found = links_of(three, path, part)

    assert [link.removeprefix("/") for link in found] == links


def test_no_page_of_a_language_leads_out_of_it_where_it_need_not(three):
    """All links of French and Arabic pages to sections stay, unless they name another language."""
    stay = re.compile(r"/(staff|topics|purposes|series|archive|search|colophon)/")
    for lang in ("fr", "ar"):
        for file in (three / lang).rglob("*.html"):
            page = file.read_text(encoding="utf-8")
            body = re.sub(r'<footer class="colophon">.*', "", page, flags=re.DOTALL)
            links = re.findall(r'<a [^>]*href="(/[^"]*)"(?![^>]*hreflang)', body)
            assert [link for link in links if stay.match(link)] == [], file


def test_what_is_in_another_language_says_so_where_it_is_linked(three):
    assert '<a href="/values/" hreflang="en">' in text_of(three, "fr/atelier")
    assert '<a href="/conversation/" hreflang="en" lang="en" dir="ltr">' in text_of(three, "ar")


@pytest.mark.parametrize(
    ("path", "langs"),
    [
        ("staff/",           {"en": "", "fr": "fr/", "ar": "ar/"}),
        ("staff/ben/",       {"en": "", "fr": "fr/", "ar": "ar/"}),
        ("topics/reading/",  {"en": "", "fr": "fr/", "ar": "ar/"}),
        ("purposes/service/", {"en": "", "fr": "fr/", "ar": "ar/"}),
        ("series/",          {"en": "", "fr": "fr/"}),
        ("feeds/",           {"en": "", "fr": "fr/", "ar": "ar/"}),
        ("colophon/",        {"en": "", "fr": "fr/", "ar": "ar/"}),
        ("search/",          {"en": "", "fr": "fr/", "ar": "ar/"}),
        ("topics/trains/",   {}),
    ],
)  # fmt: skip
def test_the_pages_of_a_section_name_one_another(three, path, langs):
    expected = {lang: f"{SITE}{prefix}{path}" for lang, prefix in langs.items()}
    expected |= {"x-default": f"{SITE}{path}"} if langs else {}

    for prefix in langs.values() or [""]:
        assert read(three / f"{prefix}{path}index.html").alternates == expected


def test_pages_of_content_name_their_translations(three):
    family = {
        "en": f"{SITE}about/",
        "fr": f"{SITE}fr/a-propos/",
        "ar": f"{SITE}ar/about/",
        "x-default": f"{SITE}about/",
    }

    for url in family.values():
        assert read(three / url.removeprefix(SITE) / "index.html").alternates == family
    assert read(three / "fr/atelier/index.html").alternates == {}


def test_the_sitemap_has_each_language(three):
    sitemap = (three / "sitemap.xml").read_text(encoding="utf-8")

    for path in ("fr/staff/ana/", "ar/topics/reading/", "fr/a-propos/", "fr/colophon/"):
        assert f"<loc>{SITE}{path}</loc>" in sitemap
    assert f'hreflang="fr" href="{SITE}fr/a-propos/"' in sitemap


@pytest.mark.parametrize(
    ("path", "trail"),
    [
        ("fr/staff/ana",      ["fr/", "fr/staff/", "fr/staff/ana/"]),
        ("fr/topics/reading", ["fr/", "fr/topics/", "fr/topics/reading/"]),
        ("fr/2026",           ["fr/", "fr/archive/", "fr/2026/"]),
        ("fr/2026/deux",      ["fr/", "fr/series/les-cartes/", "fr/2026/deux/"]),
        ("ar/2026/three",     ["ar/", "ar/topics/reading/", "ar/2026/three/"]),
        ("series/the-maps",   ["", "series/", "series/the-maps/"]),
    ],
)  # fmt: skip
def test_a_trail_stays_in_its_language(three, path, trail):
    (graph,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', text_of(three, path)
    )
    things = json.loads(graph)["@graph"]
    (steps,) = [each["itemListElement"] for each in things if each["@type"] == "BreadcrumbList"]

    assert [step["item"].removeprefix(SITE) for step in steps] == trail


@pytest.mark.parametrize(
    ("path", "feeds"),
    [
        ("fr/2026",           ["languages/fr", "all"]),
        ("fr/archive",        ["languages/fr", "all"]),
        ("fr/search",         ["languages/fr", "all"]),
        ("fr/2026/deux",      ["languages/fr", "staff/ana", "series/les-cartes", "all"]),
        ("fr/topics/reading", ["languages/fr", "all"]),
        ("topics/reading",    ["topics/reading", "languages/en", "all"]),
        ("fr/staff/ana",      ["staff/ana", "languages/fr", "all"]),
    ],
)  # fmt: skip
def test_a_page_names_its_languages_feed(three, path, feeds):
    found = re.findall(
        r'application/atom\+xml"[^>]* href="/feeds/([^"]+)\.atom', text_of(three, path)
    )

    assert found == feeds


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("topics/reading", "What we read."),
        ("staff/ana",      "Librarian"),
        ("all",            "Stories from the people behind the counter."),
    ],
)  # fmt: skip
def test_a_feed_says_what_it_brings(three, name, told):
    feed = json.loads((three / f"feeds/{name}.json").read_text(encoding="utf-8"))

    assert feed["description"] == told


def test_a_colleague_is_listed_with_the_posts_of_a_language_or_with_all(three):
    assert "Les cartes" in read(three / "fr/staff/ana/index.html").texts
    assert "The one" not in read(three / "fr/staff/ana/index.html").texts
    assert read(three / "fr/staff/ben/index.html").texts["الليل"] == "ar"


def test_a_series_is_one_however_it_is_written(small_site):
    small_site.post("one", fields={"slug": "one", "series": "The Yearly Count"})
    small_site.post(
        "two", fields={"slug": "two", "series": "The yearly count", "date": "2026-03-02"}
    )
    assert small_site.run().status == 0

    for name in ("one", "two"):
        page = (small_site.output / f"2026/{name}/index.html").read_text(encoding="utf-8")
        (parts,) = re.findall(r'<nav class="series".*?</nav>', page, re.DOTALL)
        assert "The one" in parts
        assert "The two" in parts
        assert '<a href="/series/the-yearly-count/">' in parts


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("translation_of: abuot",        "`abuot` is no page. Did you mean `about`?"),
        ("translation_of: conversation", "has content/pages/fr/conversation.md as its translation"),
        ("translation_of: a-propos",     "is a translation itself. Name the original, `about`."),
        ("translation_of: atelier",      "is in `fr` too."),
    ],
)  # fmt: skip
def test_a_translation_of_nothing_is_told(tmp_path, front, told):
    site = write_site(tmp_path)
    path = "content/pages/fr/nouveau.md"
    site.write(path, f"---\ntitle: Nouveau\nlang: fr\n{front}\n---\n\nTexte.\n")

    done = site.run("advocacy check")

    assert done.status == 1
    assert f"{path}:4:" in done.said
    assert told in done.said


def test_two_files_about_one_topic_in_one_language_are_told(small_site):
    for folder in ("", "more/"):
        small_site.write(f"content/topics/{folder}reading.md", "---\nsummary: Books.\n---\n")

    done = small_site.run("advocacy check")

    assert "content/topics/more/reading.md tells of `reading` in `en` already." in done.said


def test_the_pages_of_a_language_without_posts_are_in_the_first_ones_menu(tmp_path):
    site = write_site(tmp_path)
    (site.root / "content/posts/deux.md").unlink()
    assert site.run().status == 0

    assert f'href="/{addresses.page("atelier", "fr/")}"' in text_of(site.output, "")
    assert not (site.output / "fr/index.html").exists()
