"""Letters that the pictures for networks cannot show."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.unshown_text import UnshownText

# So many characters and fonts are named; nobody reads more.
MOST_NAMED = 12


def find_unshown(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find fields of which the cards' fonts lack a character."""
    places = getattr(manuscript.piece, "places", {})
    for text in context.unshown.get(manuscript.path, ()):
        place = places.get(text.key) or places.get(text.key.rpartition(".")[0])
        if place:
            yield check.notice(place.start, place.end, _message(text), "".join(text.characters))


def _message(text: UnshownText) -> str:
    characters = " ".join(f"`{each}`" for each in text.characters[:MOST_NAMED])
    more = len(text.characters) - MOST_NAMED
    rest = f" and {more} more" if more > 0 else ""
    cure = "Add `name_latin:`" if text.key == "name" else "Name a font that has it below [cards]"
    return (
        f"The pictures for networks cannot show {characters}{rest}: none of "
        f"{', '.join(text.fonts[:MOST_NAMED])} has it. {cure}, or leave it out of the picture."
    )


CHECKS = (
    Check(
        "Card.Glyph",
        "warning",
        "A title, summary, name or quote has letters that the pictures for networks cannot show.",
        find_unshown,
        looks_around=True,
    ),
)
