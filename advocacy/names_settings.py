"""What is called how in a text: `[names]` in advocacy.toml."""

from dataclasses import dataclass

from advocacy import fields
from advocacy.schema import Field


@dataclass(frozen=True, slots=True)
class Names:
    """What is called how in a text.

    Attributes:
        organisation: The organisation's own names.
        products: The names of the things it offers.
        people: Names to be spelt right, besides those of colleagues.
        known_acronyms: What every reader knows without its words.
    """

    organisation: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    known_acronyms: tuple[str, ...] = ()


NAMES_FIELDS = (
    Field("organisation", fields.texts, default=()),
    Field("products", fields.texts, default=()),
    Field("people", fields.texts, default=()),
    Field("known_acronyms", fields.texts, default=()),
)
