import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from jinja2 import TemplateError, meta

from advocacy.errors import SettingsError
from advocacy.theme import View, asset_version, make_theme, theme_path
from advocacy.views import TEMPLATES, DateView
from tests.theme.kit_samples import KIT
from tests.theme.sample_parts import SITE
from tests.theme.samples import HOME, POST_VIEW, PROSE, SAMPLES, STAFF, VALUES_HTML

NAMES = [name for name, _, _ in SAMPLES]
TEMPLATE_FILES = sorted((theme_path() / "templates").glob("*.html"))
THEME = make_theme()
VOID = {"meta", "link", "img", "br", "hr", "input"}
NOT_FOUND = next(view for name, _, view in SAMPLES if name == "404")
every_sample = pytest.mark.parametrize(("template", "view"), [s[1:] for s in SAMPLES], ids=NAMES)


class Outline(HTMLParser):
    """Collects elements and attributes, and holds each end tag against its start tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"<{tag}> repeats an attribute"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element, line {self.getpos()[0]}"

    def values(self, key: str) -> list[str]:
        return [attrs[key] or "" for _, attrs in self.elements if key in attrs]

    def count(self, tag: str) -> int:
        return [name for name, _ in self.elements].count(tag)


def show(template: str, view: View) -> str:
    return THEME.render(template, view, SITE)


@every_sample
def test_a_page_is_well_formed_and_has_its_landmarks(template: str, view: View) -> None:
    page = Outline(show(template, view))

    assert page.open == []
    assert {tag: page.count(tag) for tag in ("html", "title", "h1", "main")} == dict.fromkeys(
        ("html", "title", "h1", "main"), 1
    )
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert "_main" in ids


def is_no_program(script: dict[str, str | None]) -> bool:
    """Say whether a script is a file, or nothing but data, which no browser runs."""
    return bool(script.get("src")) or script == {"type": "application/ld+json"}


@every_sample
def test_a_page_could_be_served_under_a_strict_policy(template: str, view: View) -> None:
    page = Outline(show(template, view))

    assert page.count("style") == page.count("iframe") == 0
    assert all(is_no_program(attrs) for tag, attrs in page.elements if tag == "script")
    assert not [key for _, attrs in page.elements for key in attrs if key.startswith("on")]
    assert page.values("style") == []
    assert not [href for href in page.values("href") if href.startswith("javascript:")]


@every_sample
def test_a_page_asks_no_other_host_for_anything(template: str, view: View) -> None:
    page = Outline(show(template, view))

    loaded = [
        attrs["href"]
        for tag, attrs in page.elements
        if tag == "link" and attrs.get("rel") in ("stylesheet", "icon", "preload")
    ]
    assert all(re.match(r"/(?!/)", address or "") for address in loaded + page.values("src"))


@every_sample
def test_the_theme_leaves_ids_without_underscore_to_content(template: str, view: View) -> None:
    page = show(template, view)

    for content in (PROSE.strip(), VALUES_HTML.strip()):
        page = page.replace(content, "")

    assert [each for each in Outline(page).values("id") if not each.startswith("_")] == []


@every_sample
def test_every_reference_to_an_id_finds_it(template: str, view: View) -> None:
    page = Outline(show(template, view))

    wanted = [href[1:] for href in page.values("href") if href.startswith("#")]
    for key in ("aria-labelledby", "aria-describedby", "for", "data-copies"):
        wanted += [each for value in page.values(key) for each in value.split()]

    assert set(wanted) <= set(page.values("id")) | {"fn:1"}


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_has_its_file_and_a_sample(template: str) -> None:
    assert (theme_path() / "templates" / template).is_file()
    assert template in [name for _, name, _ in SAMPLES]


@pytest.mark.parametrize("file", TEMPLATE_FILES, ids=lambda file: file.name)
def test_a_template_takes_nothing_from_another_theme(file) -> None:
    tree = THEME.environment.parse(file.read_text(encoding="utf-8"))

    referred = set(meta.find_referenced_templates(tree))

    assert referred <= {each.name for each in TEMPLATE_FILES}


@pytest.mark.parametrize("file", TEMPLATE_FILES, ids=lambda file: file.name)
def test_only_sanitised_html_is_marked_safe(file) -> None:
    text = file.read_text(encoding="utf-8")

    assert set(re.findall(r"(\S+)\s*\|\s*safe\b", text)) <= {"view.html"}
    assert "autoescape" not in text


def test_text_from_people_is_escaped() -> None:
    nasty = '<script>alert("x")</script>'
    view = replace(POST_VIEW, title=nasty, question=nasty, head=replace(HOME.head, title=nasty))

    page = show("post.html", view)

    assert "alert(" in page
    assert "<script>" not in page


@pytest.mark.parametrize(("template", "view"), [("post.html", POST_VIEW), ("kit.html", KIT)])
def test_a_whole_page(template: str, view: View, golden: Callable[[str, str], None]) -> None:
    golden(f"theme/{template}", show(template, view))


def test_the_head_stands_in_the_order_that_previews_read() -> None:
    page = show("post.html", POST_VIEW)

    wanted = (
        "charset=",
        'name="viewport"',
        "<title>",
        'name="description"',
        'rel="canonical"',
        "og:title",
        "og:image:alt",
        "article:published_time",
        "twitter:card",
        "application/rss+xml",
        "application/atom+xml",
        "hreflang=",
        'rel="icon"',
        'rel="stylesheet"',
    )
    places = [page.index(each) for each in wanted]

    assert places == sorted(places)
    assert places[-1] < page.index("</head>")


@pytest.mark.parametrize(
    ("name", "present"),
    [("post", False), ("post-bare", True), ("404", True), ("kit", True), ("home", False)],
)
def test_pages_that_search_engines_leave_out_say_so(name: str, present: bool) -> None:
    template, view = next(sample[1:] for sample in SAMPLES if sample[0] == name)

    assert ('<meta name="robots" content="noindex">' in show(template, view)) is present


def test_of_what_readers_see_code_films_search_and_the_directory_alone_load_a_script() -> None:
    with_script = {template for _, template, view in SAMPLES if "<script" in show(template, view)}

    of_colleagues = {"hub.html", "kit.html", "offline.html", "own.html"}
    assert with_script == of_colleagues | {"post.html", "search.html", "staff_list.html"}
    assert "<script" not in show("post.html", replace(POST_VIEW, has_code=False, frame_hosts=()))


@pytest.mark.parametrize(
    ("lang", "limit", "told"),
    [
        ("en", 63206, "1,204 of 63,206 characters"),
        ("fr", 63206, "1\u202f204 sur 63\u202f206 characters"),
        ("en",     0, "1,204 characters"),
        ("fr",     0, "1\u202f204 characters"),
    ],
)  # fmt: skip
def test_a_count_is_written_in_the_readers_language(lang: str, limit: int, told: str) -> None:
    variant = replace(KIT.snippets[1].variants[0], length=1204)
    snippet = replace(KIT.snippets[1], limit=limit, variants=(variant,))
    view = replace(KIT, head=replace(KIT.head, lang=lang), snippets=(snippet,))

    assert f">{told}</p>" in show("kit.html", view)


def test_what_is_in_another_language_says_so() -> None:
    page = show("home.html", HOME)

    assert '<h3 lang="ar" dir="rtl"><a class=' in page
    assert '<bdi lang="ja" dir="ltr">山田 花子</bdi>' in page
    assert '<h3 lang="en"' not in page


@pytest.mark.parametrize(("lang", "comma"), [("en", ", "), ("ar", "، "), ("ja", "、")])
def test_what_is_listed_is_divided_as_the_reader_writes(lang: str, comma: str) -> None:
    view = replace(STAFF, head=replace(STAFF.head, lang=lang))

    assert f"</span>{comma}{STAFF.person.team}</p>" in show("staff.html", view)


def test_a_view_of_another_page_is_refused() -> None:
    with pytest.raises(TypeError, match=r"post\.html shows a PostView, not a HomeView"):
        show("post.html", HOME)


def test_a_template_that_reads_what_its_view_lacks_stops_the_build(tmp_path) -> None:
    (tmp_path / "404.html").write_text("{{ view.colour }}", encoding="utf-8")

    with pytest.raises(TemplateError, match="colour"):
        make_theme(tmp_path).render("404.html", NOT_FOUND, SITE)


def test_a_site_may_bring_a_template_of_its_own(tmp_path) -> None:
    text = '{% extends "base.html" %}{% block main %}<h1>Lost</h1>{% endblock %}'
    (tmp_path / "404.html").write_text(text, encoding="utf-8")

    page = make_theme(tmp_path).render("404.html", NOT_FOUND, SITE)

    assert "<h1>Lost</h1>" in page
    assert 'class="masthead"' in page


def test_a_folder_of_templates_that_is_missing_is_named(tmp_path) -> None:
    with pytest.raises(SettingsError, match="There is no such folder of templates"):
        make_theme(tmp_path / "none")


def test_the_version_of_the_files_is_short_and_stays() -> None:
    assert re.fullmatch(r"[0-9a-f]{10}", asset_version())
    assert asset_version() == asset_version()


@pytest.mark.parametrize(
    ("text", "told"), [("30 червня 2026 р.", "2026 р.</time></p>"), ("June 30", "30</time>.</p>")]
)
def test_a_day_that_ends_in_a_full_stop_gets_no_other(text: str, told: str) -> None:
    page = THEME.render("kit.html", replace(KIT, until=DateView("2026-06-30", text)), SITE)

    assert told in page
