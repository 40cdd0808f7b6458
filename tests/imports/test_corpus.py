"""A real blog of ten years, imported whole."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from advocacy.imports.jekyll import import_jekyll
from advocacy.imports.parts import split_body
from advocacy.imports.report import Report
from advocacy.library import Library, read_library
from advocacy.markup.targets import TargetError, Targets, resolve_image
from advocacy.site import read_site

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def report(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Library]:
    root = tmp_path_factory.mktemp("import") / "new"
    made = import_jekyll(corpus, root, date(2026, 11, 23))
    return made, read_library(read_site(root))


def test_every_readable_post_is_read_without_a_problem(report: tuple[Report, Library]) -> None:
    made, library = report

    assert library.problems == ()
    assert len(library.posts) == len(made.posts) == 508


def test_the_post_with_broken_front_matter_is_named_and_kept(
    report: tuple[Report, Library],
) -> None:
    made, library = report

    (problem,) = made.unread
    assert "2016-05-19-content-debt" in problem.path
    assert problem.line == 5
    assert (library.site.root / "import-report" / "unread" / problem.path).is_file()


def test_no_liquid_is_left_outside_code(report: tuple[Report, Library]) -> None:
    _, library = report

    left = [
        (post.path, part.text)
        for post in library.posts
        for part in split_body(post.body)
        if part.kind != "code" and re.search(r"\{\{|\{%", part.text)
    ]
    assert left == []


def test_every_old_address_leads_to_a_post(report: tuple[Report, Library]) -> None:
    _, library = report

    aliases = {alias for post in library.posts for alias in post.aliases}
    assert len(aliases) == sum(len(post.aliases) for post in library.posts)
    assert {"/2015/05/21/TockingTime/", "/2017/09/08/forrest-service-six-month-check/"} <= aliases
    for post in library.posts:
        assert any(re.match(rf"/{post.date:%Y/%m/}", alias) for alias in post.aliases)


def test_every_picture_that_is_shown_is_there(report: tuple[Report, Library]) -> None:
    made, library = report
    targets = Targets(library.site)
    shown = [
        (post.path, reference)
        for post in library.posts
        for part in split_body(post.body)
        if part.kind == "text"
        for reference in re.findall(r"\.\./images/[^\s\"')]+", part.text)
    ]

    lost = []
    for path, reference in shown:
        try:
            resolve_image(reference, path, targets)
        except TargetError as error:
            lost.append(str(error))

    assert lost == []
    assert len(made.pictures) > 40


def test_every_missing_picture_is_in_the_report(
    report: tuple[Report, Library], corpus: Path
) -> None:
    made, library = report
    whole = json.loads((library.site.root / "import-report" / "report.json").read_text("utf-8"))
    noted = " ".join(
        note["seen"] for post in whole["posts"] for note in post["notes"] if note["kind"] == "image"
    )

    sources = [(corpus / post.old_path).read_text("utf-8") for post in made.posts]
    named = re.findall(r"\{% image(?:_with_class)? \"([^\"]+)\"", "\n".join(sources))
    missing = {path for path in named if not (corpus / path).is_file()}
    assert len(missing) > 300
    assert [path for path in missing if path not in noted] == []
