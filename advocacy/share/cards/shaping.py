"""A line of text as glyphs: runs of one font, one script and one direction, shaped by HarfBuzz.

HarfBuzz comes whole in its wheel, and the order of runs is computed in `bidi.py`: a card looks
the same whether or not the machine has FriBidi, raqm or fonts of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb
from fontTools.unicodedata import script

from advocacy.share.cards.bidi import levels, visual_order
from advocacy.share.cards.faces import Face
from advocacy.share.cards.legible import find_face
from advocacy.share.counting import graphemes

# Of no script by themselves: they go with their neighbours.
_SHARED = frozenset({"Zyyy", "Zinh", "Zzzz"})


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a font with its origin in ems, from the line's start and above its baseline."""

    face: Face
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line in ems: its glyphs, how wide it is, how far its ink goes above and below."""

    glyphs: tuple[Glyph, ...]
    width: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    face: Face
    level: int
    script: str


def shape(text: str, faces: tuple[Face, ...], lang: str, base: int) -> Shaped:
    """Shape a line, all of whose characters some font has.

    Args:
        text: The line, in the order in which it is read.
        faces: The fonts, the most fitting first.
        lang: A BCP 47 tag, for letters that languages write differently.
        base: LEFT or RIGHT, the paragraph's way.
    """
    runs = list(_runs(text, faces, levels(text, base)))
    glyphs, end, above, below = list[Glyph](), 0.0, 0.0, 0.0
    for at in visual_order([run.level for run in runs]):
        run = runs[at]
        buffer, scale = _shape_run(run, lang), 1 / run.face.units
        for seen, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = end + place.x_offset * scale, place.y_offset * scale
            glyphs.append(Glyph(run.face, seen.codepoint, x, y))
            ink = run.face.font.get_glyph_extents(seen.codepoint)
            if ink is not None:
                above = max(above, y + ink.y_bearing * scale)
                below = max(below, -(y + (ink.y_bearing + ink.height) * scale))
            end += place.x_advance * scale
    return Shaped(tuple(glyphs), end, above, below)


def _shape_run(run: _Run, lang: str) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    if run.script not in _SHARED:
        buffer.script = run.script
    buffer.language = lang
    buffer.guess_segment_properties()
    hb.shape(run.face.font, buffer)
    return buffer


def _runs(text: str, faces: tuple[Face, ...], found: Sequence[int]) -> Iterator[_Run]:
    clusters = list(_clusters(text, faces))
    rows, at = list[tuple[str, Face, int, str]](), 0
    for (cluster, face), name in zip(clusters, _scripts(clusters), strict=True):
        rows.append((cluster, face, found[at], name))
        at += len(cluster)
    for (face, level, name), group in groupby(rows, key=lambda row: row[1:]):
        yield _Run("".join(row[0] for row in group), face, level, name)


def _clusters(text: str, faces: tuple[Face, ...]) -> Iterator[tuple[str, Face]]:
    """Yield each grapheme with its font; what is of no script stays in the font before it."""
    before = None
    for cluster in graphemes(text):
        stays = before is not None and _script(cluster) in _SHARED and before.has(cluster)
        before = before if before and stays else find_face(cluster, faces) or faces[0]
        yield cluster, before


def _scripts(clusters: Sequence[tuple[str, Face]]) -> list[str]:
    """Return the script of each cluster; one that is of none has that of its neighbour."""
    own = [_script(cluster) for cluster, _ in clusters]
    first = next((name for name in own if name not in _SHARED), "Zyyy")
    found, before = list[str](), first
    for name in own:
        before = before if name in _SHARED else name
        found.append(before)
    return found


@lru_cache(maxsize=20_000)
def _script(cluster: str) -> str:
    name: str = script(cluster[0])
    return name
