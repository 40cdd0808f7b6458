"""What may take the place of what is served, by what the place holds."""

import pytest

from advocacy.errors import CommandError, ContentError
from advocacy.publications.publication import Publication, Shelf, check_same, check_turn
from tests.publications.conftest import URL

FIRST = Publication(URL, "2026-03-30", "1" * 40, "guide", "one", "1")
SECOND = Publication(URL, "2026-03-31", "2" * 40, "guide", "two", "2")
DIRTY = Publication(URL, "2026-03-31", f"{'2' * 40}-dirty", "guide", "dirty", "2")
NOWHERE = Publication(URL, "2026-03-31", "", "guide", "nowhere", "2")


def made(of: Publication, day: str = "2026-03-31", digest: str = "") -> Publication:
    """Return what a build makes of the same content."""
    return Publication(of.url, day, of.content, of.guide, digest or of.digest)


@pytest.mark.parametrize(
    ("what", "undone", "may"),
    [
        (made(SECOND),                                (),         True),
        (made(SECOND),                                (SECOND,),  False),
        (made(SECOND, "2026-04-01", "of another day"), (SECOND,),  False),
        (made(SECOND, "2026-04-01", "of another day"), (FIRST,),   True),
        (made(DIRTY, digest="other words"),           (DIRTY,),   True),
        (made(DIRTY),                                 (DIRTY,),   False),
        (made(NOWHERE, digest="other words"),         (NOWHERE,), True),
        (made(NOWHERE),                               (NOWHERE,), False),
    ],
    ids=[
        "nothing was taken back",
        "the same",
        "the same content on another day",
        "other content",
        "what nobody committed, and is other",
        "what nobody committed, and is the same",
        "of no commit, and other",
        "of no commit, and the same",
    ],
)  # fmt: skip
def test_what_was_taken_back_stays_away_until_the_content_is_another(what, undone, may):
    shelf = Shelf(FIRST, undone)

    check_turn(what, shelf, "www", again=True)
    if may:
        check_turn(what, shelf, "www", again=False)
        return
    with pytest.raises(ContentError, match="was taken back, and this is the same"):
        check_turn(what, shelf, "www", again=False)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (SECOND, "publication 2 of 2026-03-31 (content 2222222, guide guide)"),
        (DIRTY, "publication 2 of 2026-03-31 (content 2222222-dirty, guide guide)"),
        (NOWHERE, "publication 2 of 2026-03-31 (content of no commit, guide guide)"),
    ],
)
def test_a_publication_is_called_by_what_it_is_of(what, told):
    assert str(what) == told


def test_one_site_does_not_take_the_place_of_another():
    other = Publication("https://other.example", "2026-03-31", "3" * 40, "guide", "three")

    check_turn(other, Shelf(), "www", again=False)
    with pytest.raises(CommandError, match=f"www: holds {URL}, and this is https://other.example"):
        check_turn(other, Shelf(FIRST), "www", again=True)


def test_what_somebody_saw_is_to_be_there_still():
    check_same(Shelf(FIRST), Shelf(FIRST), "www")
    with pytest.raises(CommandError, match="www: Somebody else published meanwhile"):
        check_same(Shelf(FIRST), Shelf(FIRST, (SECOND,)), "www")
