"""The guide's own page: boxes in place of blocks, in the words of the site."""

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

from advocacy.cache import FILE, Cache
from advocacy.editorial.guide import Guide
from advocacy.editorial.guide_page import (
    GuideLabels,
    find_guide_markdown,
    make_guide_markdown,
)
from advocacy.markup.render import show
from tests.editorial.conftest import HERE, RULE, MakeGuide


def test_the_page_shows_boxes_and_no_yaml(
    make_page: MakeGuide, golden: Callable[[str, str], None]
) -> None:
    page = make_page((HERE / "guide.md").read_text(encoding="utf-8"))

    golden("editorial/guide.md", make_guide_markdown(page))


def test_what_is_checked_can_be_linked_to_by_its_id(make_page: MakeGuide, guide: Guide) -> None:
    page = make_page((HERE / "guide.md").read_text(encoding="utf-8"))

    html = show(make_guide_markdown(page), page.path, heading_ids=True)

    ids = [*guide.rules, *guide.attestations, *guide.choices]
    shown = [each for each in ids if each not in guide.choices or each in guide.checks]
    assert sorted(re.findall(r'<li id="([^"]+)">', html)) == sorted(shown)


def test_the_page_is_kept_until_the_guide_or_its_labels_change(
    make_page: MakeGuide, tmp_path: Path
) -> None:
    page, labels, kept = make_page(RULE), GuideLabels(), Cache(tmp_path / "kept")
    first = find_guide_markdown(page, labels, kept)
    (key,) = _keys(tmp_path / "kept" / FILE)
    kept.write({key: "as it was kept"})

    assert first == make_guide_markdown(page, labels)
    assert find_guide_markdown(page, labels, kept) == "as it was kept"
    assert find_guide_markdown(make_page(f"{RULE}\n"), labels, kept).strip() == first.strip()
    other = replace(labels, checked="Was wir prüfen")
    assert "Was wir prüfen" in find_guide_markdown(page, other, kept)


def _keys(file: Path) -> list[str]:
    with closing(connect(file)) as database:
        return [key for (key,) in database.execute("SELECT key FROM results")]


def test_the_boxes_speak_the_labels_that_are_given(make_page: MakeGuide) -> None:
    labels = GuideLabels(checked="Was wir prüfen", instead_of="Statt", write="schreibe")

    text = make_guide_markdown(make_page(RULE), labels)

    assert '!!! note "Was wir prüfen"' in text
    assert "*Statt* “one” *schreibe* “two”" in text
