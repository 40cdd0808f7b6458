"""Twelve titles on which cards are tried, and what else stands on them."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from advocacy.share.cards.content import CardAuthor, CardContent

HERE = Path(__file__).parent
# Noto Sans JP, of which only the characters of TITLES are left.
JAPANESE = HERE / "fonts/noto-sans-jp-subset.woff"
NAME = "Lindenmark Libraries"
ANA = CardAuthor("Ana Müller", role="Children's librarian")
SUMMARY = "A week of carrying, a hundred and twelve neighbours in a chain, and what we learnt."
# By a name: `lang`, `title`, `author`, `organisation`.
TITLES: Mapping[str, dict[str, str]] = tomllib.loads(
    (HERE / "titles.toml").read_text(encoding="utf-8")
)


def make_content(name: str) -> CardContent:
    """Return what a card with one of the titles says."""
    row = TITLES[name]
    is_english = row["lang"] == "en"
    return CardContent(
        title=row["title"],
        organisation=row["organisation"],
        authors=(CardAuthor(row["author"], role=ANA.role if is_english else ""),),
        summary=SUMMARY if is_english else row["title"],
        lang=row["lang"],
        is_rtl=row["lang"] in {"ar", "he"},
        date="2026-03-31",
        quote=row["title"],
    )
