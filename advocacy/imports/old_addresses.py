"""Where posts were: the addresses that a source's permalink setting gave them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advocacy.imports.links import address_key

# Jekyll's named styles, https://jekyllrb.com/docs/permalinks/#built-in-formats, seen 2026-11.
STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
    "none": "/:categories/:title.html",
}

# Without a setting the links within the posts tell which of these a source used.
LIKELY = (
    "/:year/:month/:day/:title/",
    "/blog/:year/:month/:day/:title/",
    "/blog/:year/:month/:title/",
    "/blog/:year/:title/",
    "/blog/:title/",
    "/news/:title/",
    "/posts/:stem/",
    "/posts/:title/",
    "/:year/:month/:title/",
    "/:year/:title/",
    "/:title/",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """What of a post its old address was made from.

    Attributes:
        stem: The file's name without its ending.
        title: The file's name without its date either, or the front matter's slug.
        days: The day that front matter gives, then that of the file's name, as ISO text.
        categories: In their order.
    """

    stem: str
    title: str
    days: tuple[str, ...]
    categories: tuple[str, ...] = ()


def old_address(style: str, placed: Placed, day: str) -> str:
    """Return the address that a style gives a post, or nothing where it names what is unknown."""
    year, month, number = day.split("-")
    values = {
        "categories": "/".join(placed.categories),
        "year": year,
        "short_year": year[2:],
        "month": month,
        "i_month": str(int(month)),
        "day": number,
        "i_day": str(int(number)),
        "title": placed.title,
        "slug": placed.title,
        "stem": placed.stem,
    }
    style = STYLES.get(style, style)
    if any(name not in values for name in re.findall(r":(\w+)", style)):
        return ""
    address = re.sub(r":(\w+)", lambda match: values[match[1]], f"/{style}")
    return re.sub(r"/{2,}", "/", address)


def addresses_of(placed: Placed, styles: Iterable[str]) -> list[str]:
    """Return all addresses that some styles give a post, each once."""
    found = (old_address(style, placed, day) for style in styles for day in placed.days)
    return list(dict.fromkeys(address for address in found if address))


def likely_styles(posts: Mapping[str, Placed], bodies: Iterable[str]) -> tuple[str, ...]:
    """Return the styles in which bodies link to posts, the most used first.

    Nothing is known where no body links to another post; then the most usual style is meant.
    """
    linked = Counter(address_key(found) for body in bodies for found in _paths(body))
    counts = dict.fromkeys(LIKELY, 0)
    for style in LIKELY:
        for placed in posts.values():
            counts[style] += sum(linked[address_key(a)] for a in addresses_of(placed, [style]))
    used = [style for style in LIKELY if counts[style]]
    return tuple(sorted(used, key=lambda style: -counts[style])) or LIKELY[:1]


def _paths(body: str) -> list[str]:
    return re.findall(r"(?<![\w/])/{1,2}((?:[\w.~%-]+/)*[\w.~%-]+/?)(?=[\s\"'#)|>])", body)
