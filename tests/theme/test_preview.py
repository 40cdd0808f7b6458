"""How a post may look on a network: in the order in which that network shows it."""

import re
from dataclasses import replace

import pytest

from advocacy.share.networks import PREVIEW_PARTS, read_networks
from advocacy.theme import make_theme
from tests.theme.kit_samples import KIT, SNIPPETS
from tests.theme.sample_parts import SITE

THEME = make_theme()
LINKEDIN = SNIPPETS[0]
PARTS = {
    "text": 'class="words"',
    "image": "<img",
    "title": 'class="title"',
    "summary": 'class="about"',
    "site": 'class="host">Lindenmark Stories<',
    "host": 'class="host" dir="ltr">stories.lindenmark.example<',
}


def previews(parts: tuple[str, ...]) -> list[str]:
    view = replace(KIT, snippets=(replace(LINKEDIN, preview=parts),))
    page = THEME.render("kit.html", view, SITE)
    return re.findall(r'<figure class="preview">.*?</figure>', page, re.DOTALL)


@pytest.mark.parametrize(
    "parts",
    sorted({row.preview for row in read_networks().values() if row.preview}),
    ids=" ".join,
)
def test_the_parts_stand_in_the_networks_order(parts: tuple[str, ...]) -> None:
    for preview in previews(parts):
        places = {part: preview.find(mark) for part, mark in PARTS.items()}
        shown = sorted((part for part in PARTS if places[part] >= 0), key=places.__getitem__)

        assert tuple(shown) == parts


def test_each_text_has_a_preview_of_its_own() -> None:
    found = previews(("text", "title"))

    assert [re.findall('class="seen">(.{9})', each) for each in found] == [
        ["Somebody "],
        ["I counted"],
        ["The lift "],
    ]
    assert "… see more" in found[0]


def test_a_network_without_parts_has_no_preview() -> None:
    assert previews(()) == []


def test_a_row_says_what_is_known_to_be_shown() -> None:
    assert {row.id for row in read_networks().values() if not row.preview} == {"email"}
    assert set(PARTS) == set(PREVIEW_PARTS)
