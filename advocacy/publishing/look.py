"""The organisation's colours on pages: whether they can be read, and the style sheet of them."""

from collections.abc import Iterator
from typing import NamedTuple

from advocacy.share.cards.colour import LEAST_CONTRAST, contrast, readable_on
from advocacy.site import Site

# By key of `[look]`: the theme's own colour, its --paper and --sheet that links stand on, and
# where a colour is to go that cannot be read there.
ACCENT, ACCENT_DARK = "#0b5d4e", "#7ccfb9"
PAPERS = {"accent": ("#fcfdfb", "#eff4f1"), "accent_dark": ("#121816", "#1c2522")}
_TOWARDS = {"accent": "#000000", "accent_dark": "#ffffff"}
# What stands on the accent: the theme's --on-accent of either scheme.
_INKS = ("#ffffff", "#0d1512")
_SHEET = """\
:root { %s }
@media screen and (prefers-color-scheme: dark) { :root { %s } }
"""


class Colours(NamedTuple):
    """The organisation's colour on light paper and on dark."""

    light: str
    dark: str


def find_colours(site: Site) -> Colours:
    """Return the organisation's colours; the theme's where it has none."""
    look = site.look
    light = look.accent or ACCENT
    if light == ACCENT:
        return Colours(light, look.accent_dark or ACCENT_DARK)
    return Colours(light, look.accent_dark or find_nearest(light, "accent_dark"))


def make_look_sheet(site: Site) -> str:
    """Return the style sheet that gives the theme the organisation's colours; or nothing."""
    if not (site.look.accent or site.look.accent_dark):
        return ""
    light, dark = find_colours(site)
    return _SHEET % (_properties(light), _properties(dark))


def find_ink(colour: str) -> str:
    """Return what can be read on a colour: the theme's light or its dark."""
    return readable_on(colour, *_INKS)


def find_nearest(colour: str, key: str) -> str:
    """Return the colour itself, or the nearest one on its way to black or white that can be read.

    Args:
        colour: Such as `#0b5d4e`.
        key: Of `[look]`, which tells on what it is to be read.
    """
    steps = (_mix(colour, _TOWARDS[key], step / 255) for step in range(256))
    return next(each for each in steps if _least(each, key) >= LEAST_CONTRAST)


def colour_problems(site: Site) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the colours that `[look]` names, by key."""
    for key in PAPERS:
        if told := _say_contrast(getattr(site.look, key), key):
            yield key, told


def _say_contrast(colour: str, key: str) -> str:
    if not colour or _least(colour, key) >= LEAST_CONTRAST:
        return ""
    paper = min(PAPERS[key], key=lambda each: contrast(colour, each))
    # Cut and not rounded: 4.46 is not enough, and may not be told as 4.5.
    ratio = int(contrast(colour, paper) * 10) / 10
    cure = f"Write `{find_nearest(colour, key)}`, the nearest that can be read."
    return f"`{colour}` has a contrast of {ratio} on `{paper}`, of {LEAST_CONTRAST} needed. {cure}"


def _least(colour: str, key: str) -> float:
    return min(contrast(colour, paper) for paper in PAPERS[key])


def _mix(colour: str, other: str, share: float) -> str:
    parts = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in parts)


def _properties(accent: str) -> str:
    ink = find_ink(accent)
    values = {"accent": accent, "on-accent": ink, "face-paper": accent, "face-ink": ink}
    return " ".join(f"--{name}: {value};" for name, value in values.items())
