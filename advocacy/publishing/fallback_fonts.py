"""Fonts that devices have, and how wide their letters are: they stand in for others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fallback:
    """A font that many devices have.

    Attributes:
        name: As families are called that are scaled from it.
        faces: By style and whether it is bold, its names on devices, and how wide a letter of
            English prose is, in ems: measured as `web_font.LETTERS` has it.
    """

    name: str
    faces: tuple[tuple[str, bool, tuple[str, ...], float], ...]


TIMES = Fallback(
    "Times",
    (
        ("normal", False, ("Times New Roman", "Liberation Serif", "Tinos"), 0.4030),
        ("normal", True, ("Times New Roman Bold", "Liberation Serif Bold", "Tinos Bold"), 0.4280),
        ("italic", False, ("Times New Roman Italic", "Liberation Serif Italic"), 0.4012),
    ),
)
NOTO_SERIF = Fallback(
    "Noto Serif",
    (
        ("normal", False, ("Noto Serif", "Noto Serif Regular"), 0.4767),
        ("normal", True, ("Noto Serif Bold",), 0.5059),
        ("italic", False, ("Noto Serif Italic",), 0.4626),
    ),
)
ARIAL = Fallback(
    "Arial",
    (
        ("normal", False, ("Arial", "Liberation Sans", "Arimo"), 0.4438),
        ("normal", True, ("Arial Bold", "Liberation Sans Bold", "Arimo Bold"), 0.4766),
        ("italic", False, ("Arial Italic", "Liberation Sans Italic", "Arimo Italic"), 0.4438),
    ),
)
ROBOTO = Fallback(
    "Roboto",
    (
        ("normal", False, ("Roboto", "Roboto Regular"), 0.4415),
        ("normal", True, ("Roboto Bold",), 0.4490),
    ),
)
NOTO_SANS = Fallback(
    "Noto Sans",
    (
        ("normal", False, ("Noto Sans", "Noto Sans Regular"), 0.4698),
        ("normal", True, ("Noto Sans Bold",), 0.5012),
        ("italic", False, ("Noto Sans Italic",), 0.4431),
    ),
)
SERIFS, SANSES = (TIMES, NOTO_SERIF), (ARIAL, ROBOTO, NOTO_SANS)
