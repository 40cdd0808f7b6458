"""Each page in rules/ marks its own findings at the end of the line in which they begin."""

from collections import Counter
from pathlib import Path

import pytest

from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.guide import Guide
from advocacy.editorial.switches import KINDS as SWITCH_KINDS
from tests.editorial.conftest import HERE, MARK, CheckPost

# test_copies.py, test_frames.py, test_own_disclosure.py and tests/review/who have these.
ON_NO_PAGE = {
    *("Author.Commit", "Author.Unknown", "Caption.Again", "Post.Copy", "Disclosure.Own"),
    "Embed.Host",
}
PAGES = sorted((HERE / "rules").rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page_has_the_findings_that_it_marks(page: Path, check_post: CheckPost) -> None:
    marked = page.read_text(encoding="utf-8")
    expected = [
        (line, check)
        for line, text in enumerate(marked.split("\n"), 1)
        for check in MARK.findall(text)
    ]

    findings = check_post(MARK.sub("", marked), asks=page.parent.name == "asked")

    first = 1 if marked.startswith("---") else 12
    found = [(each.line - first + 1, each.check) for each in findings]
    assert sorted(found) == sorted(expected)


def test_every_check_stands_on_a_page(guide: Guide) -> None:
    marks = Counter(name for page in PAGES for name in MARK.findall(page.read_text("utf-8")))

    assert {*CHECKS, *guide.rules, *SWITCH_KINDS} - ON_NO_PAGE == set(marks)
