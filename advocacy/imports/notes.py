"""What an import did, one note a thing, so that nothing happens in silence."""

from dataclasses import dataclass

# Each kind of note, and how the report introduces it to people, in the report's order.
KINDS = {
    "mapped": "Mapped",
    "changed": "Changed",
    "unmapped": "Front matter that has no place here",
    "liquid": "Liquid that was replaced",
    "link": "Links that lead to the old site or lost their target",
    "image": "Pictures that are not in the source",
    "dropped": "Taken off the page and kept here",
}


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was done to one post.

    Attributes:
        kind: A key of KINDS.
        seen: What the source said.
        became: What stands in the post instead; empty where nothing does.
    """

    kind: str
    seen: str
    became: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A text, and what was done to make it."""

    text: str
    notes: tuple[Note, ...] = ()
