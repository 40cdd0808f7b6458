"""Names: what people and things are called is spelt as they spell it."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.names import NearMiss, make_names
from advocacy.editorial.notice import Notice
from advocacy.editorial.words import words_for

# What is one word, or is spelt as its owner likes.
ELSEWHERE = ("hashtags", "links", "name")


def find_misspelt(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find texts that are nearly the name of a colleague, of a product, or of the organisation."""
    own, staff = context.site.names, context.library.staff.values()
    people = {*own.people, *(member.name for member in staff)}
    names = make_names((*own.organisation, *own.products, *sorted(people)))
    guesses = words_for(manuscript) is not None
    for block in (*manuscript.fields, *manuscript.body.blocks):
        if not block.parts.isdisjoint(ELSEWHERE):
            continue
        for miss in names.find(block.text, guesses=guesses):
            seen = block.text[miss.begin : miss.end]
            place = block.traced.span(miss.begin, miss.end)
            # Somebody else may be called nearly so.
            safe = (miss.name,) if miss.is_sure or miss.name not in people else ()
            yield check.notice(*place, _message(miss, seen), seen, safe)


def _message(miss: NearMiss, seen: str) -> str:
    if miss.is_sure:
        return f"`{seen}` is spelt `{miss.name}`."
    return f"`{seen}` is nearly `{miss.name}`. If that is meant, spell it so."


CHECKS = (
    Check("Name.Spelling", "warning", "A name is not spelt as its owner spells it.", find_misspelt),
)
