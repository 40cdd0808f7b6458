"""Colours of cards, and whether one can be read on another."""

# The theme's light colours: --paper, --ink, --quiet, --rule, --accent.
PAPER, INK, QUIET, HAIRLINE, ACCENT = "#fcfdfb", "#17201c", "#4e5b55", "#cfd8d3", "#0b5d4e"

# What WCAG 2.2 asks of text.
LEAST_CONTRAST = 4.5
# A PNG of few colours moves each by a level, which may take so much of it.
SAFE_CONTRAST = 4.6


def readable_on(paper: str, *inks: str) -> str:
    """Return the first of some inks that can be read on a paper, else the best of them."""
    best = max(inks, key=lambda ink: contrast(ink, paper))
    return next((ink for ink in inks if contrast(ink, paper) >= SAFE_CONTRAST), best)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as `#0b5d4e`, from 1 to 21, as WCAG 2.2 has it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16)) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(level: int) -> float:
    part = level / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
