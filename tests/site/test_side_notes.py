"""Footnotes beside their lines where there is room, and at the end where there is none."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from advocacy.publishing.side_notes import MOST_NOTES, number_notes
from advocacy.theme import theme_path

LONG = "A note that is long enough to stand in several lines of a narrow margin, as notes do. " * 2
TEXT = "It rained on the roof of the library and on the van in the yard all day long. " * 5
BODY = "\n\n".join(
    [
        f"One line has three notes.[^a] [^b] [^c] {TEXT}",
        *(TEXT for _ in range(6)),
        f"Much later there is one more.[^d] {TEXT}",
        *(f"[^{name}]: {LONG}" for name in "abcd"),
    ]
)
NOTES = "[...document.querySelectorAll('.footnote li')].map(each => each.getBoundingClientRect())"
MARKS = "[...document.querySelectorAll('.prose sup')].map(each => each.getBoundingClientRect())"
PROSE = "document.querySelector('.prose > p').getBoundingClientRect()"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_a_note_and_its_first_mark_have_its_number() -> None:
    mark = '<sup id="fnref{}:b"><a class="footnote-ref" href="#fn:b">1</a></sup>'
    html = f'<p>{mark.format("")}{mark.format("2")}</p><li id="fn:b">Both.</li><li>None.</li>'

    numbered = number_notes(html)

    assert '<sup id="fnref:b" data-note="1">' in numbered
    assert '<li id="fn:b" data-note="1">' in numbered
    assert numbered.count("data-note") == 2


def test_a_margin_full_of_notes_is_left_alone() -> None:
    html = "".join(f'<li id="fn:{n}">Note.</li>' for n in range(MOST_NOTES + 1))

    assert number_notes(html) == html


def test_each_number_has_a_row_in_the_style_sheet() -> None:
    sheet = (theme_path() / "static/notes.css").read_text(encoding="utf-8")

    assert sheet.count('[data-note="') == MOST_NOTES
    assert f'[data-note="{MOST_NOTES}"] {{ --mark: --mark-{MOST_NOTES};' in sheet


@pytest.fixture
def page(browser: Browser, small_site, serve) -> Page:
    small_site.post("roof", body=BODY)
    small_site.post("yard", body=TEXT)
    done = small_site.run()
    assert done.status == 0, done.said
    context = browser.new_context(base_url=serve(small_site.output))
    return context.new_page()


@pytest.mark.browser
def test_notes_stand_beside_their_lines_where_there_is_room(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/2026/the-yard/")
    assert not [url for url in asked if "notes.css" in url]

    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/2026/the-roof/")
    notes, marks, prose = (page.evaluate(each) for each in (NOTES, MARKS, PROSE))
    assert len(notes) == len(marks) == 4
    assert all(note["left"] > prose["right"] for note in notes)
    assert all(note["right"] < 1280 for note in notes)
    for above, below in pairwise(notes):
        assert above["bottom"] <= below["top"]
    assert abs(notes[0]["top"] - marks[0]["top"]) < 4
    assert abs(notes[3]["top"] - marks[3]["top"]) < 4
    assert page.evaluate(OVERFLOW) <= 0

    page.evaluate("document.documentElement.dir = 'rtl'")
    assert all(note["right"] < prose["left"] + 200 for note in page.evaluate(NOTES))
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.browser
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_notes_are_at_the_end_where_there_is_none(page: Page, medium: str) -> None:
    page.emulate_media(media=medium)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 1280 if medium == "print" else 390, "height": 844})
    page.goto("/2026/the-roof/")

    notes, marks = page.evaluate(NOTES), page.evaluate(MARKS)

    assert notes[0]["top"] > marks[-1]["bottom"]
    assert page.evaluate(OVERFLOW) <= 0
