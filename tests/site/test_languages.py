"""A site in three languages: each page says what it is in, and names the others."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel import Locale, UnknownLocaleError
from babel.messages.pofile import read_po

from advocacy.translations import LOCALES, interface_language
from tests.axe import find_violations
from tests.site.conftest import start_small_site

SITE = "https://stories.lindenmark.example/"
SAID = '\nfr = "Je travaille ici."\nar = "أعمل هنا."'
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Languages(HTMLParser):
    """Collects each text of a page with the language that it is said to be in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.within: list[str] = [""]
        self.texts: dict[str, str] = {}
        self.said: set[str] = set()
        self.alternates: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        lang = values.get("lang") or self.within[-1]
        self.said.add(lang)
        if values.get("rel") == "alternate" and values.get("hreflang"):
            self.alternates[values["hreflang"] or ""] = values["href"] or ""
        if tag not in VOID:
            self.within.append(lang)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts[data.strip()] = self.within[-1]


def read(file: Path) -> Languages:
    return Languages(file.read_text(encoding="utf-8"))


def pages(output: Path) -> Iterator[tuple[Path, Languages]]:
    for file in sorted(output.rglob("*.html")):
        yield file, read(file)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """English, French and Arabic, each with a home; a family of three, and an Arabic post alone."""
    site = start_small_site(tmp_path_factory.mktemp("three"))
    settings = (site.root / "advocacy.toml").read_text(encoding="utf-8")
    settings = settings.replace("\n[disclosure]", '\nlanguages = ["en", "fr", "ar"]\n[disclosure]')
    site.write(
        "advocacy.toml", settings.replace('Libraries."\n\n[topics', f'Libraries."{SAID}\n\n[topics')
    )
    own = "ask_me_about: [old maps]\nteam: Upstairs\nname_lang: ja\n"
    staff = (site.root / "content/staff/ana.md").read_text(encoding="utf-8")
    site.write("content/staff/ana.md", staff.replace("name: Ana Müller\n", f"name: 水島 遥\n{own}"))
    one = "tag:stories.lindenmark.example,2026:one"
    site.post("one", fields={"slug": "one", "series": "Maps", "topics": "[reading]"})
    site.post(
        "deux", fields={"slug": "deux", "lang": "fr", "translation_of": one, "title": "Les cartes"}
    )
    site.post(
        "three",
        fields={"slug": "three", "lang": "ar", "translation_of": one, "title": "الخرائط"},
        body="> المكتبة *بيت* ثانٍ.\n\n```\nprint(1)\n```",
    )
    site.post(
        "alone", fields={"slug": "alone", "lang": "ar", "title": "الليل", "date": "2025-03-01"}
    )
    done = site.run()
    assert done.status == 0, done.said
    return site.output


def test_each_page_says_its_languages_as_they_are_known(three):
    for file, page in pages(three):
        assert page.said - {""}, file
        for lang in page.said - {""}:
            try:
                Locale.parse(lang, sep="-")
            except UnknownLocaleError:
                pytest.fail(f"{file}: `{lang}` is no language")


@pytest.mark.parametrize(
    ("path", "text", "lang"),
    [
        ("fr/2026/deux",  "水島 遥",                   "ja"),
        ("fr/2026/deux",  "Lindenmark Libraries",      "en"),
        ("fr/2026/deux",  "Les cartes",                "fr"),
        ("ar/2026/three", "水島 遥",                   "ja"),
        ("ar/2026/three", "الخرائط",                   "ar"),
        ("ar/2026/three", "français",                  "fr"),
        ("ar",            "水島 遥",                   "ja"),
        ("",              "水島 遥",                   "ja"),
        ("",              "الليل",                     "ar"),
        ("",              "The one",                   "en"),
        ("staff",         "水島 遥",                   "ja"),
        ("staff",         "old maps",                  "en"),
        ("staff/ana",     "水島 遥",                   "ja"),
        ("feeds",         "水島 遥",                   "ja"),
        ("feeds",         "العربية",                   "ar"),
        ("feeds",         "Reading",                   "en"),
        ("staff/ana",     "الليل",                     "ar"),
        ("staff/ana",     "Les cartes",                "fr"),
    ],
)  # fmt: skip
def test_what_is_in_another_language_says_so(three, path: str, text: str, lang: str) -> None:
    page = read(three / path / "index.html")

    assert page.texts[text] == lang


def test_a_head_says_what_the_titles_of_feeds_are_in(three):
    page = (three / "ar/2026/three/index.html").read_text(encoding="utf-8")

    titles = re.findall(r'title="([^"]+) \(RSS\)" href="[^"]+"(?: lang="(\w+)")?', page)
    assert titles == [("العربية", ""), ("水島 遥", "ja"), ("Lindenmark Libraries", "en")]


def test_pages_in_several_languages_name_one_another(three):
    home = {"en": SITE, "fr": f"{SITE}fr/", "ar": f"{SITE}ar/", "x-default": SITE}
    post = {
        "en": f"{SITE}2026/one/",
        "fr": f"{SITE}fr/2026/deux/",
        "ar": f"{SITE}ar/2026/three/",
        "x-default": f"{SITE}2026/one/",
    }

    for path in ("", "fr", "ar"):
        assert read(three / path / "index.html").alternates == home
    for url in post.values():
        assert read(three / url.removeprefix(SITE) / "index.html").alternates == post
    archive = {lang: f"{url}archive/" for lang, url in home.items()}
    assert read(three / "fr/archive/index.html").alternates == archive
    year = {lang: f"{url}2026/" for lang, url in home.items()}
    assert read(three / "ar/2026/index.html").alternates == year
    # No post in French is of that year; the default language's lists name what others alone have.
    last = {"en": f"{SITE}2025/", "ar": f"{SITE}ar/2025/", "x-default": f"{SITE}2025/"}
    assert read(three / "ar/2025/index.html").alternates == last
    assert not (three / "fr/2025/index.html").exists()
    assert read(three / "ar/2025/alone/index.html").alternates == {}


def test_what_a_page_names_names_it(three):
    """Search engines drop a link to another language that is not returned."""
    named = {file: page.alternates for file, page in pages(three) if page.alternates}

    assert len(named) >= 6
    for file, alternates in named.items():
        for url in alternates.values():
            assert named[three / url.removeprefix(SITE) / "index.html"] == alternates, file


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_three_languages(browser, axe, serve, three, width):
    context = browser.new_context(base_url=serve(three), viewport={"width": width, "height": 900})
    page = context.new_page()

    for path in ("/", "/fr/", "/ar/", "/ar/2026/three/", "/staff/", "/staff/ana/"):
        page.goto(path)
        assert find_violations(page, axe) == [], path
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("path", "element", "look", "value"),
    [
        ("/ar/2026/three/", "blockquote", "fontSynthesisStyle", "none"),
        ("/ar/2026/three/", "h1",         "letterSpacing",      "normal"),
        ("/ar/2026/three/", "pre",        "direction",          "ltr"),
        ("/ar/2026/three/", "h1",         "direction",          "rtl"),
        ("/ar/2026/three/", "h1",         "textAlign",          "start"),
        ("/fr/2026/deux/",  "h1",         "fontSynthesisStyle", "auto"),
    ],
)  # fmt: skip
def test_arabic_is_neither_slanted_nor_torn_apart(
    browser, serve, three, path, element, look, value
):
    page = browser.new_page(base_url=serve(three))
    page.goto(path)

    assert page.eval_on_selector(element, f"each => getComputedStyle(each).{look}") == value
    page.close()


def test_a_year_in_a_language_has_what_was_written_in_it(three):
    year = read(three / "ar/2026/index.html")

    assert year.texts["الخرائط"] == "ar"
    assert "Les cartes" not in year.texts
    assert "The one" not in year.texts
    links = (three / "ar/index.html").read_text(encoding="utf-8")
    assert all(f'href="/ar/{part}/"' in links for part in ("2025", "2026", "archive"))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", "en"),
        ("he", "en"),
        ("fr", "fr"),
        ("fr-CA", "fr-CA"),
        ("en-GB", "en-GB"),
        ("en", "en"),
    ],
)
def test_the_words_of_the_interface_are_in_a_language_that_it_has(lang: str, words: str) -> None:
    assert interface_language(lang) == words


def test_where_the_interface_is_in_english_its_words_say_so_and_no_others(tmp_path: Path) -> None:
    site = start_small_site(tmp_path)
    settings = (site.root / "advocacy.toml").read_text(encoding="utf-8")
    settings = settings.replace("\n[disclosure]\nen =", '\nlanguages = ["nl"]\n[disclosure]\nnl =')
    site.write("advocacy.toml", settings)
    with (LOCALES / "fr/LC_MESSAGES/advocacy.po").open("rb") as file:
        messages = {str(message.id) for message in read_po(file)}

    done = site.run()

    assert done.status == 0, done.said
    marked = {}
    for file, page in pages(site.output):
        english = {text for text, lang in page.texts.items() if lang == "en"}
        assert {text for text in english if " ".join(text.split()) not in messages} == set(), file
        marked[file.relative_to(site.output).as_posix()] = english
    home, post = marked["index.html"], read(site.output / "2026/the-night-shift/index.html")
    assert {"Skip to the text", "Topics", "Follow by feed", "How this blog is made"} <= home
    assert post.texts["Somebody has to wind the clock."] == "nl"
    assert post.texts["The night shift"] == "nl"
