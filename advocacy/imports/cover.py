"""A post's own picture: only where it is there, and where somebody said what it shows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from advocacy.imports.fields import ALT_KEYS, CAPTION_KEYS, PICTURE_KEYS
from advocacy.imports.images import Pictures
from advocacy.imports.notes import Note
from advocacy.imports.old_front_matter import text_of
from advocacy.imports.plain import make_plain


@dataclass(frozen=True, slots=True)
class Cover:
    """What front matter says of a post's picture.

    Attributes:
        fields: `image`, `image_alt` and `image_caption`, or nothing.
        pictures: The source path of the picture, or nothing.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = ()


def make_cover(old: Mapping[str, object], body: str, pictures: Pictures, folder: str) -> Cover:
    """Return a post's picture, with alt text from where the source has some.

    Args:
        old: The source's front matter.
        body: The new body, whose alt text for the same picture counts too.
        pictures: What the source has.
        folder: The post's folder below the source.
    """
    reference, alt = _read(old)
    if not reference or reference.lower() == "false":
        return Cover()
    path = pictures.find(reference, folder)
    if not path:
        seen = f"image: {reference}" + (f" ({alt})" if alt else "")
        return Cover(notes=(Note("image", seen),))
    target = pictures.targets[path]
    caption = next((make_plain(text_of(old.get(key))) for key in CAPTION_KEYS if old.get(key)), "")
    shown = alt or caption or _alt_in(body, target)
    if not shown:
        note = Note("changed", f"image: {reference}", "left out, as nothing says what it shows")
        return Cover(notes=(note,))
    fields = {"image": target, "image_alt": shown}
    if caption and caption != shown:
        fields["image_caption"] = caption
    notes = (
        () if alt else (Note("mapped", f"the picture's caption or alt text: {shown}", "image_alt"),)
    )
    return Cover(fields, frozenset({path}), notes)


def _read(old: Mapping[str, object]) -> tuple[str, str]:
    """Return the picture's reference and alt text, from plain keys or from a table."""
    alt = next((make_plain(text_of(old.get(key))) for key in ALT_KEYS if old.get(key)), "")
    for key in PICTURE_KEYS:
        value = old.get(key)
        if isinstance(value, dict):
            path = next((text_of(value.get(k)) for k in ("path", "src", "url", "feature")), "")
            return path, alt or make_plain(text_of(value.get("alt")))
        if text_of(value):
            return text_of(value), alt
    return "", alt


def _alt_in(body: str, target: str) -> str:
    """Return the alt text with which a body shows a picture."""
    match = re.search(rf"!\[((?:[^\[\]\\]|\\.)+)\]\(\.\./images/{re.escape(target)}", body)
    return make_plain(match[1]) if match else ""
