"""Designs of cards: what stands where, in which face and colour."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SHAPES = ("fill", "disc", "picture", "scrim")
TEXTS = ("organisation", "topic", "date", "title", "summary", "quote", "names", "mark")
SHOWN = (*SHAPES, *TEXTS, "faces")
# Roles that a design has to give a colour, and those that every design has besides: the site's
# accent, and what can be read on it.
NEEDED_ROLES = ("paper", "ink", "quiet")
GIVEN_ROLES = ("accent", "on-accent")
CONDITIONS = ("", "picture", "no picture", "authors", "summary", "several authors")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing on a card.

    Attributes:
        shows: One of SHOWN.
        at: Left, top, width and height in pixels; mirrored where the text runs to the left.
        colour: A role.
        on: The role of what is behind a text, or `scrim`; it settles what can be read there.
        font: A face's name.
        size: The largest and the smallest size in pixels.
        lines: The most there may be.
        line_height: In sizes.
        align: `start` or `centre`.
        place: `top`, `middle` or `bottom` of its box.
        after: How far below the text before it begins; None where its box says.
        when: One of CONDITIONS.
        face: How large the authors' discs beside `names` are; 0 is none.
        edge: The side of the card at which a scrim is strongest, `top` or `bottom`.
        fade: Over how many pixels it ends.
    """

    shows: str
    at: tuple[int, int, int, int]
    colour: str = "ink"
    on: str = "paper"
    font: str = "sans-bold"
    size: tuple[int, int] = (32, 32)
    lines: int = 1
    line_height: float = 1.2
    align: str = "start"
    place: str = "top"
    after: int | None = None
    when: str = ""
    face: int = 0
    edge: str = "bottom"
    fade: int = 0


@dataclass(frozen=True, slots=True)
class Design:
    """A design: its colours by role, and its parts by the name of a size."""

    name: str
    about: str
    colours: Mapping[str, str]
    layouts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
