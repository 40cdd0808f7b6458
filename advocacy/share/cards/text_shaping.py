"""What shapes the text of cards on this machine, as `doctor` tells it."""

import uharfbuzz
from PIL import features

from advocacy.share.cards.faces import built_in_faces, read_face
from advocacy.share.cards.shaping import shape


def text_shaping() -> str:
    """Tell what shapes text here, after having shaped one that only a shaper gets right."""
    joined = "joins Arabic" if _joins_arabic() else "does NOT join Arabic: install it anew"
    found = "has FriBidi" if features.check("raqm") else "has no FriBidi"
    return (
        f"HarfBuzz {uharfbuzz.version_string()} from its own wheel {joined}; "
        f"Pillow {found} here, which cards do not use"
    )


def _joins_arabic() -> bool:
    """Say whether two letters become other glyphs side by side than each by itself."""
    face = read_face(built_in_faces()["sans"].with_name("noto-sans-arabic-semibold.woff"))
    joined, alone = (shape(text, (face,), "ar", 1).glyphs for text in ("حح", "ح"))
    return {glyph.number for glyph in joined}.isdisjoint(glyph.number for glyph in alone)
