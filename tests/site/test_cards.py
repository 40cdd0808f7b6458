"""The sample's cards: every letter has its glyph, and every picture its size."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from advocacy.errors import ContentError
from advocacy.kept_files import KeptFiles
from advocacy.library import read_library
from advocacy.limits.ledger import Ledger
from advocacy.limits.telling import LimitError
from advocacy.limits.within import work_for
from advocacy.post_share import Quote
from advocacy.publishing.card_glyphs import make_unshown
from advocacy.publishing.cards import draw_cards, has_all_sizes, make_cards
from advocacy.publishing.edition import Edition
from advocacy.publishing.rendering import make_edition
from advocacy.share.cards.card import card_alt
from advocacy.share.cards.layout import make_layout
from advocacy.share.cards.sizes import SIZES
from advocacy.share.cards.store import make_card_key
from advocacy.share.networks import read_networks
from advocacy.site import read_site
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def edition() -> Edition:
    library = read_library(read_site(PROJECT))
    return make_edition(library, date(2026, 11, 23), read_networks())


def test_every_letter_of_every_card_has_a_glyph(edition):
    assert make_unshown(edition.library) == {}
    for post in edition.public:
        content = make_cards(edition, post)[0].content
        shown = " ".join(line.text for line in make_layout(content, edition.look, "preview").lines)

        for author in content.authors:
            assert (author.name_latin or author.name) in shown or author.name in shown, post.path


def test_what_a_card_shows_beside_its_title_is_looked_at_too(edition):
    post, member = edition.public[0], next(iter(edition.library.staff.values()))
    share = replace(post.share, quotes=(Quote("Why?", by="水島"),))
    told = replace(post, summary="水", share=share)
    staff = {member.id: replace(member, role="遥")}
    library = replace(edition.library, posts=(told,), staff=staff)

    found = make_unshown(library)

    assert [(text.key, text.characters) for text in found[post.path]] == [
        ("summary", ("水",)),
        ("share.quotes.0", ("水", "島")),
    ]
    assert [text.key for text in found[member.path]] == ["role"]


def test_a_post_that_was_offered_this_year_has_all_sizes(edition):
    sizes = {
        post.slug: [card.size for card in make_cards(edition, post)] for post in edition.public
    }

    new = next(post for post in edition.public if has_all_sizes(edition, post))
    old = edition.public[-1]
    assert sizes[new.slug][:4] == ["preview", "square", "portrait", "story"]
    assert sizes[old.slug] == ["preview"]


def test_each_marked_quote_has_a_card_with_its_own_alt_text(edition):
    quoting = next(post for post in edition.public if has_all_sizes(edition, post))
    share = replace(quoting.share, quotes=(Quote("We counted."), Quote("Why?", by="A neighbour")))

    cards = make_cards(edition, replace(quoting, share=share))

    assert [card.address for card in cards if card.number] == [
        f"cards/{quoting.slug}/quote-1.png",
        f"cards/{quoting.slug}/quote-2.png",
    ]
    assert card_alt(cards[-1].content) == "“Why?” - A neighbour - Lindenmark Libraries"


def test_every_card_is_a_picture_of_the_right_size(sample):
    sizes = {(size.width_px, size.height_px) for size in SIZES.values()}
    previews = [*(sample / "output/cards").glob("*.*")]

    assert len(previews) == 10
    for card in (sample / "output/cards").rglob("*.*"):
        with Image.open(card) as picture:
            assert picture.size == (1200, 630) if card in previews else picture.size in sizes
            assert (picture.format == "JPEG") == (card.suffix == ".jpg")
        assert card.stat().st_size < (300_000 if card in previews else 1_000_000)


def test_a_page_tells_the_address_and_type_of_its_card(sample):
    for page in (sample / "output").glob("20*/*/index.html"):
        text = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue  # an old address of a post has no card
        url = text.partition('property="og:image" content="')[2].partition('"')[0]
        card = sample / "output" / url.partition(".example/")[2]

        assert card.is_file()
        kind = "image/jpeg" if card.suffix == ".jpg" else "image/png"
        assert f'property="og:image:type" content="{kind}"' in text


def test_a_kit_links_every_card_that_there_is(sample):
    cards = {
        path.relative_to(sample / "output").as_posix()
        for path in (sample / "output/cards").rglob("*.*")
    }
    for page in (sample / "output/share").glob("*/index.html"):
        linked = set(re.findall(r'href="/(cards/[^"]+)"', page.read_text(encoding="utf-8")))

        assert linked <= cards
        assert linked or page.parent.name == "for"


def test_a_card_that_was_drawn_before_is_the_same(edition, tmp_path):
    store = KeptFiles(tmp_path / "cards")

    first = dict(draw_cards(edition, store, lambda *_: None))
    again = dict(draw_cards(edition, store, lambda *_: None))

    assert first == again
    assert len(list(store.folder.iterdir())) == len(first)
    with Image.open(BytesIO(first[make_cards(edition, edition.public[0])[0].address])) as picture:
        assert picture.size == (1200, 630)


def test_a_picture_that_changes_while_cards_are_drawn_is_told_and_not_kept(small_site, tmp_path):
    picture = small_site.root / "content/images/wall.png"
    picture.parent.mkdir(exist_ok=True)
    Image.new("RGB", (1300, 900), "navy").save(picture)
    small_site.post("wall", fields={"image": "wall.png", "image_alt": "A wall"})
    library = read_library(read_site(small_site.root))
    edition = make_edition(library, date(2026, 4, 10), read_networks())
    kept = KeptFiles(tmp_path / "cards")

    begun = draw_cards(edition, kept, lambda *_: None)
    Image.new("RGB", (1200, 900), "red").save(picture)

    with pytest.raises(
        ContentError, match=r"content/posts/wall\.md: A picture on its card changed"
    ):
        list(begun)
    post = next(each for each in edition.public if each.path.endswith("wall.md"))
    keys = [
        make_card_key(each.content, edition.look, each.size) for each in make_cards(edition, post)
    ]
    assert not [key for key in keys if kept.has(key)]


def test_a_card_that_ended_a_process_before_is_told_with_its_post(edition, tmp_path):
    """What ends a process is told by the one that waits for it, to the next one."""
    post = edition.public[0]
    work_for(Ledger(), {post.path: "breaks what reads it"})
    try:
        with pytest.raises(LimitError, match=f"^{post.path}: breaks what reads it"):
            list(draw_cards(edition, KeptFiles(tmp_path), lambda *_: None))
    finally:
        work_for(None, {})
