"""The sample's cards: every letter has its glyph, and every picture its size."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from advocacy.library import read_library
from advocacy.publishing.cards import draw_cards, make_card_content
from advocacy.publishing.edition import Edition, make_edition
from advocacy.share.card import missing_glyphs
from advocacy.share.card_layout import make_layout
from advocacy.share.card_store import CardStore
from advocacy.share.networks import read_networks
from advocacy.site import read_site
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def edition() -> Edition:
    library = read_library(read_site(PROJECT))
    return make_edition(library, date(2026, 11, 23), read_networks())


def test_every_letter_of_every_card_has_a_glyph(edition):
    for post in edition.public:
        content = make_card_content(edition, post)
        shown = [line.text for line in make_layout(content).lines]

        assert missing_glyphs(post.title) == "", post.path
        assert not [text for text in shown if missing_glyphs(text)], post.path
        for name, latin in content.authors:
            assert any((latin or name) in text or name in text for text in shown), post.path


def test_every_card_is_a_small_picture_of_the_right_size(sample):
    cards = list((sample / "output/cards").glob("*.png"))

    assert len(cards) == 10
    for card in cards:
        with Image.open(card) as picture:
            assert picture.size == (1200, 630)
        assert card.stat().st_size < 300_000


def test_a_card_that_was_drawn_before_is_the_same(edition, tmp_path):
    store = CardStore(tmp_path / "cards")

    first = dict(draw_cards(edition, store, lambda *_: None))
    again = dict(draw_cards(edition, store, lambda *_: None))

    assert first == again
    assert len(list(store.folder.iterdir())) == len(edition.public)
    with Image.open(BytesIO(first[edition.public[0].slug])) as picture:
        assert picture.format == "PNG"


def test_a_card_that_nothing_shows_any_more_goes(edition, tmp_path):
    store = CardStore(tmp_path / "cards")
    list(draw_cards(edition, store, lambda *_: None))

    store.forget_all_but([])

    assert list(store.folder.iterdir()) == []
