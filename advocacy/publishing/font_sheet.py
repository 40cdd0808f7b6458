"""The style sheet of the organisation's fonts, and of what stands in until they are there."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from advocacy.publishing.fallback_fonts import SANSES, SERIFS, Fallback
from advocacy.publishing.own_fonts import Face, Fonts
from advocacy.web_font import BOLD, REGULAR, WebFont

# The property that the theme sets each role by.
PROPERTIES = {"text": "--serif", "display": "--display", "labels": "--sans"}
# Below this weight a fallback's regular face stands in, from it on its bold one, as in the theme.
HEAVY = 600
# The letters for which fallbacks are scaled: Latin, Greek, Cyrillic and signs.
SCALED = "U+0000-052F, U+1E00-23FF"


def make_font_sheet(fonts: Fonts) -> str:
    """Return the sheet; its addresses are as from the theme's folder. Nothing without fonts."""
    if not fonts:
        return ""
    rules = [rule for role, faces in fonts.items() for rule in _rules(role, faces)]
    families = {role: _families(role, faces) for role, faces in fonts.items()}
    if "text" in families:
        # What has no font of its own is set as the text is, and the theme's are not loaded.
        families = {role: families.get(role, families["text"]) for role in PROPERTIES}
    properties = " ".join(f"{PROPERTIES[role]}: {value};" for role, value in families.items())
    rules.append(f":root {{ {properties} }}")
    heads = fonts.get("display", ())
    if heads and all(face.weights == heads[0].weights for face in heads) and _is_static(heads[0]):
        rules.append(":is(h1, h2, h3, h4, .nameplate) { font-synthesis-weight: none; }")
    return "\n".join(rules) + "\n"


def _is_static(face: Face) -> bool:
    least, most = face.weights
    return least == most


def _family(role: str) -> str:
    return f"Own {role}"


def _families(role: str, faces: Sequence[Face]) -> str:
    font = _model(faces)
    fallbacks = (f'"{_family(role)} on {each.name}"' for each in _fallbacks(font) if font.widths)
    generic = "sans-serif" if font.is_sans else "serif"
    return ", ".join((f'"{_family(role)}"', *fallbacks, generic))


def _rules(role: str, faces: Sequence[Face]) -> Iterator[str]:
    """Yield the rule of each file, then one of each face that stands in for one of them."""
    for face in faces:
        yield _face_rule(role, face, is_alone=_is_alone(face, faces))
    model = _model(faces)
    for fallback in _fallbacks(model) if model.widths else ():
        for style, is_bold, names, width in fallback.faces:
            same = [face for face in faces if face.style == style and face.font.widths]
            if same or style == "normal":
                weight = BOLD if is_bold else REGULAR
                nearest = min(same or [_upright(faces)], key=lambda face: face.distance(weight))
                scale = nearest.font.widths[weight] / width
                yield _fallback_rule(role, fallback.name, style, is_bold, names, scale, model)


def _model(faces: Sequence[Face]) -> WebFont:
    """Return the font by which a line's height goes: the upright one with Latin letters, if any."""
    return _upright(faces).font


def _upright(faces: Sequence[Face]) -> Face:
    upright = [face for face in faces if face.style == "normal"]
    return min(
        upright,
        key=lambda face: (not face.font.widths, face.distance(REGULAR), upright.index(face)),
    )


def _fallbacks(font: WebFont) -> tuple[Fallback, ...]:
    return SANSES if font.is_sans else SERIFS


def _is_alone(face: Face, faces: Sequence[Face]) -> bool:
    """Say whether no other file has the same weights and style."""
    kind = (face.style, face.weights)
    return sum((each.style, each.weights) == kind for each in faces) == 1


def _face_rule(role: str, face: Face, *, is_alone: bool) -> str:
    least, most = face.weights
    letters = face.setting.unicode_range or ("" if is_alone else make_range(face.font.characters))
    declared = {
        "font-family": f'"{_family(role)}"',
        "font-style": face.style,
        "font-weight": f"{least}" if least == most else f"{least} {most}",
        # What is not there by the first line stays away: nothing that somebody reads is set anew.
        "font-display": "optional",
        "src": f'url("{face.address.removeprefix("theme/")}") format("woff2")',
        # Told once more, as systems read them from different places in the file.
        "ascent-override": _percent(face.font.ascent),
        "descent-override": _percent(face.font.descent),
        "line-gap-override": "0%",
        **({"unicode-range": letters} if letters else {}),
    }
    return _rule(declared)


def _fallback_rule(
    role: str,
    name: str,
    style: str,
    is_bold: bool,
    names: tuple[str, ...],
    scale: float,
    font: WebFont,
) -> str:
    declared = {
        "font-family": f'"{_family(role)} on {name}"',
        "font-style": style,
        **({"font-weight": f"{HEAVY} 900"} if is_bold else {}),
        "src": ", ".join(f'local("{each}")' for each in names),
        "size-adjust": _percent(scale),
        "ascent-override": _percent(font.ascent / scale),
        "descent-override": _percent(font.descent / scale),
        "line-gap-override": "0%",
        "unicode-range": SCALED,
    }
    return _rule(declared)


def _rule(declared: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in declared.items())
    return f"@font-face {{\n{lines}}}"


def _percent(ratio: float) -> str:
    return f"{100 * ratio:.1f}".removesuffix(".0") + "%"


def make_range(characters: frozenset[int]) -> str:
    """Return code points as CSS names them, such as `U+41-5A, U+61`."""
    points = sorted(characters)
    ends = [a for a, b in pairwise(points) if b != a + 1] + points[-1:]
    starts = points[:1] + [b for a, b in pairwise(points) if b != a + 1]
    return ", ".join(
        f"U+{start:X}" if start == end else f"U+{start:X}-{end:X}"
        for start, end in zip(starts, ends, strict=True)
    )
