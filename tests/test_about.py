"""What topics, purposes and series are about is read from content, and checked as pages are."""

from datetime import date

import pytest

from advocacy.editorial.guide import read_guide
from advocacy.library import read_library
from advocacy.publishing.rendering import make_targets
from tests.conftest import POST, STAFF
from tests.editorial.conftest import check_library
from tests.site.conftest import GUIDE

SUMMARY = "summary: What we read, and why.\n"


@pytest.fixture
def library(site, write):
    """Read a site with a post of the series `The night`, and one file about something."""

    def read(path: str, front: str, body: str = ""):
        write("content/staff/ana.md", STAFF)
        write("content/posts/a.md", POST.replace("purpose:", "series: The night\npurpose:"))
        write("content/pages/values.md", GUIDE)
        write(f"content/{path}", f"---\n{front}---\n{body}")
        return read_library(site)

    return read


@pytest.mark.parametrize(
    ("path", "front"),
    [
        ("topics/reading.md", SUMMARY),
        ("purposes/issues.md", SUMMARY + "lang: fr\n"),
        ("series/the-night.md", SUMMARY + "complete: true\n"),
    ],
)
def test_a_file_tells_what_a_list_is_about(library, path, front):
    found = library(path, front, "\nMore of *it*.\n")

    about = found.abouts[f"content/{path}"]

    assert found.problems == ()
    assert (about.folder, about.id) == tuple(path.removesuffix(".md").split("/"))
    assert about.summary == "What we read, and why."
    assert about.body.strip() == "More of *it*."
    assert about.complete == ("complete" in front)


@pytest.mark.parametrize(
    ("path", "front", "told"),
    [
        ("topics/readin.md", SUMMARY, "There is no topic `readin`. Did you mean `reading`?"),
        ("purposes/fun.md", SUMMARY, "There is no purpose `fun`."),
        ("series/the-nihgt.md", SUMMARY, "would be `the-nihgt`. Did you mean `the-night`?"),
        ("series/The Night.md", SUMMARY, "`The Night` cannot be an id."),
        ("series/the-night.md", "lang: en\n", "There is no `summary`."),
        ("topics/reading.md", SUMMARY + "complete: true\n", "`complete`"),
    ],
)
def test_a_file_about_nothing_is_told(library, path, front, told):
    problems = library(path, front).problems

    assert len(problems) == 1
    assert problems[0].path == f"content/{path}"
    assert told in problems[0].message


def test_rules_of_the_guide_hold_for_it(library):
    front = "summary: We visit the old folks home.\n"
    found = library("topics/reading.md", front, "\nAn old folks home is no [place](nowhere.md).\n")
    guide = read_guide(found.guide)

    findings = check_library(found, guide, make_targets(found, date(2026, 4, 1)))

    places = [(each.path, each.line) for each in findings if each.check == "Values.Respect"]
    assert places == [("content/topics/reading.md", line) for line in (2, 5)]
    assert "content/topics/reading.md" in {each.path for each in findings if "nowhere" in str(each)}
