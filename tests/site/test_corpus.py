"""A real staff blog of ten years comes in, and is a site on the first day."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.conftest import Done

pytestmark = pytest.mark.corpus

POSTS, READABLE = 509, 508


@pytest.fixture(scope="module")
def imported(corpus, tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("import") / "site"
    done = advocacy("import", "jekyll", str(corpus), str(root), "--today", "2026-11-23")
    assert done.status == 0, done.said
    return root


@pytest.fixture(scope="module")
def built(imported) -> Path:
    done = advocacy("build", "--site", str(imported), "--today", "2026-11-23")
    assert done.status == 0, done.said
    assert f"{READABLE} posts" in done.said
    return imported / "output"


def advocacy(*arguments: str) -> Done:
    command = [sys.executable, "-m", "advocacy.cli.main", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout + done.stderr)


def test_the_one_post_that_cannot_be_read_is_named_and_kept(imported, corpus):
    report = (imported / "import-report/report.md").read_text(encoding="utf-8")
    unread = [file for file in (imported / "import-report/unread").rglob("*") if file.is_file()]

    assert len(list((corpus / "content/posts").glob("*.md"))) == POSTS
    assert len(unread) == POSTS - READABLE
    assert unread[0].name in report


def test_every_readable_post_has_its_page_kit_and_card(built):
    pages = [*built.glob("2*/*/index.html"), *built.glob("*/2*/*/index.html")]

    assert len(pages) == READABLE
    assert len(list(built.glob("share/*/index.html"))) == READABLE
    assert len(list(built.glob("cards/*.*"))) == READABLE
    assert (built / "feeds/all.atom.xml").is_file()


def test_no_liquid_reaches_a_page_outside_code(built):
    for page in built.rglob("*.html"):
        text = re.sub(r"(?s)<(code|pre)\b.*?</\1>", "", page.read_text(encoding="utf-8"))
        assert not re.search(r"\{\{|\{%", text), page


def test_an_import_never_overwrites(imported, corpus):
    done = advocacy("import", "jekyll", str(corpus), str(imported))

    assert done.status == 2
    assert "Traceback" not in done.said
