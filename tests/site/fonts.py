"""Fonts as an organisation might hand them over, made of those that come with the product."""

from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from advocacy.share.cards.faces import FONTS
from advocacy.theme import theme_path


def variable(name: str) -> bytes:
    """Return one of the theme's own, cut into subsets; all but the italics are variable."""
    return (theme_path() / "static/fonts" / f"{name}.woff2").read_bytes()


@cache
def static(name: str, *, restricted: bool = False) -> bytes:
    """Return a font of cards, which has one weight, as WOFF2."""
    font = TTFont(FONTS / f"{name}.woff", recalcTimestamp=False)
    font.flavor = "woff2"
    if restricted:
        font["OS/2"].fsType = 2
    file = BytesIO()
    font.save(file, reorderTables=None)
    return file.getvalue()


def write(root: Path, **fonts: bytes) -> None:
    """Write fonts into a site's folder `fonts`, by their names without an ending."""
    (root / "fonts").mkdir(parents=True, exist_ok=True)
    for name, content in fonts.items():
        (root / "fonts" / f"{name}.woff2").write_bytes(content)
