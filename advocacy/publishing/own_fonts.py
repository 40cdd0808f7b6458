"""The organisation's fonts: whether pages can be set in them, and the files that pages load."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from advocacy import addresses
from advocacy.look_fonts import ROLES, FontFile
from advocacy.site import Site
from advocacy.web_font import WebFont, WebFontError, read_web_font

# How heavy each role mostly is: what is loaded before anything is read.
MOSTLY = {"text": 400, "display": 640, "labels": 400}
# By script, a letter that a font has which is made for it.
LETTERS = {
    **{"Latn": "e", "Cyrl": "е", "Grek": "ε", "Arab": "ا", "Hebr": "א", "Deva": "क", "Thai": "ก"},
    **{"Armn": "ա", "Geor": "ა", "Beng": "ক", "Taml": "க", "Telu": "క", "Jpan": "の", "Kore": "가"},
    **{"Hans": "的", "Hant": "的", "Ethi": "አ", "Khmr": "ក"},
}


@dataclass(frozen=True)
class Face:
    """A font's file, as a page is set in it."""

    setting: FontFile
    content: bytes

    @cached_property
    def font(self) -> WebFont:
        """What the file says of itself.

        Raises:
            WebFontError: It is none that a page can be set in.
        """
        return read_web_font(self.content)

    @property
    def style(self) -> str:
        """`normal` or `italic`."""
        return self.setting.style or self.font.style

    @property
    def weights(self) -> tuple[int, int]:
        """The least weight and the most."""
        if self.setting.weight:
            least, *most = map(int, self.setting.weight.split())
            return least, (most or [least])[-1]
        return self.font.weights

    @property
    def address(self) -> str:
        """Where it is on the site; another file has another address."""
        name = re.sub(r"[^a-z0-9-]+", "-", Path(self.setting.file).stem.lower()).strip("-")
        return addresses.font(f"{sha256(self.content).hexdigest()[:10]}-{name or 'font'}")

    def distance(self, weight: int) -> int:
        """Return how far a weight is from those that the font has."""
        least, most = self.weights
        return max(least - weight, weight - most, 0)


Fonts = Mapping[str, tuple[Face, ...]]


def read_fonts(site: Site) -> Fonts:
    """Return the faces of each role that has some; `font_problems` has nothing to say of them."""
    named = site.look.fonts
    return {
        role: tuple(Face(each, (site.root / each.file).read_bytes()) for each in named.of(role))
        for role in ROLES
        if named.of(role)
    }


def find_families(fonts: Fonts) -> tuple[str, ...]:
    """Return what the fonts call themselves, those of texts first, each once."""
    return tuple(dict.fromkeys(face.font.family for faces in fonts.values() for face in faces))


def font_problems(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the fonts that `[look.fonts]` names: the role, the file and why."""
    fonts = site.look.fonts
    for role in ROLES:
        faces = []
        for setting in fonts.of(role):
            try:
                faces.append(_open(site, setting))
            except WebFontError as error:
                yield role, setting.file, f"`{setting.file}` {error}."
        if faces and len(faces) == len(fonts.of(role)):
            yield from ((role, file, told) for file, told in _missing(faces))


def _open(site: Site, setting: FontFile) -> Face:
    root = site.root.resolve()
    file = (root / setting.file).resolve()
    if not file.is_relative_to(root):
        raise WebFontError("leaves the site's folder. Put the font into it")
    if not file.is_file():
        raise WebFontError("is not in the site's folder. Put it there, or mend its name")
    face = Face(setting, file.read_bytes())
    if not face.font.characters:
        raise WebFontError("has no letters. Name another file")
    if face.font.is_restricted and not site.look.fonts.licence:
        cure = 'If your licence is for the web, say so: `licence = "…"` below `[look.fonts]`'
        raise WebFontError(f"says that nobody may embed it. {cure}")
    return face


def _missing(faces: list[Face]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the fonts of a role together, by file."""
    first, *others = (face.setting.file for face in faces)
    if not any(face.style == "normal" for face in faces):
        yield first, f"`{first}` is italic, and no font is upright. Name that first."
    for number, file in enumerate(others, 1):
        if any(_hides(faces[number], face) for face in faces[:number]):
            told = "has weight, style and letters of one before it"
            yield file, f"`{file}` {told}. Take one of them out."


def _hides(face: Face, before: Face) -> bool:
    """Say whether nothing would be set in the one before, as what is named later goes first."""
    is_alike = (face.style, face.weights) == (before.style, before.weights)
    return (
        is_alike
        and not face.setting.unicode_range
        and face.font.characters >= before.font.characters
    )


def font_files(fonts: Fonts) -> Iterator[tuple[str, bytes]]:
    """Yield each file by its address, once."""
    yield from {face.address: face.content for faces in fonts.values() for face in faces}.items()


def first_faces(fonts: Fonts, script: str) -> Iterator[Face]:
    """Yield the faces in which most of a page in a script is set, each once."""
    letter = ord(LETTERS.get(script, "e"))
    found = {}
    for role, faces in fonts.items():
        fit = [face for face in faces if face.style == "normal" and letter in face.font.characters]
        if fit:
            first = min(fit, key=lambda face: face.distance(MOSTLY[role]))
            found[first.address] = first
    yield from found.values()
