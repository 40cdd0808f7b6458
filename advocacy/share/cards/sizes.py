"""The sizes in which cards are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

PREVIEW, QUOTE = "preview", "quote"
# What previews are asked to stay below, and what Bluesky takes of a picture.
PREVIEW_BYTES, MOST_BYTES = 300_000, 1_000_000


@dataclass(frozen=True, slots=True)
class CardSize:
    """One size; all that matters stands `margin_px` or more from the edges.

    Attributes:
        most_bytes: What a card of this size may have.
    """

    width_px: int
    height_px: int
    margin_px: int
    most_bytes: int = MOST_BYTES


SIZES: Mapping[str, CardSize] = {
    # Networks crop what is outside of the central 1080x540.
    PREVIEW: CardSize(1200, 630, 45, PREVIEW_BYTES),
    "square": CardSize(1080, 1080, 60),
    "portrait": CardSize(1080, 1350, 60),
    "story": CardSize(1080, 1920, 60),
    QUOTE: CardSize(1080, 1080, 60),
}
