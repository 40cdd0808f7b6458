"""Alt text: what someone hears who cannot see the picture."""

import re
from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.markup.pieces import TracedText

_FILE_NAME = re.compile(
    r"[\w()-]*\S(?: [\w()-]+){0,3}\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)"
    r"|(?:IMG|DSC|PXL|Screen ?shot|WhatsApp Image|Bildschirmfoto)[\w-]*[ ]?(?=\S*\d)\S*(?: at \S+)?"
    r"|\d{8}_\d{6}|(?:un(?:titled|named)|images?|photos?|pictures?|screen ?shot|bild|foto)"
    r"[ _-]?\d*",
    re.IGNORECASE,
)
_KIND = r"(?:image|photo|photograph|picture|graphic|icon)"
_IMAGE_OF = re.compile(
    rf"(?:an?\s+|the\s+)?{_KIND}(?:\s+(?:of|showing)\s+|\s?:\s*)(?=\S)", re.IGNORECASE
)
# In German, what stands behind it is in another case, so nothing can be taken out.
_BILD_VON = re.compile(
    r"(?:une?\s+|ein(?:e)?\s+|una?\s+)?(?:(?:image|photo|photographie|imagen|foto|fotografía)\s+d[eu]s?"
    r"|(?:image|photo)\s+d['’]|(?:bild|foto|abbildung)\s+(?:von|vom|des|der|einer|eines)"
    r"|(?:immagine|foto)\s+d(?:i|el|ella))\s*(?=\S)",
    re.IGNORECASE,
)
# Signs alone; an emoji has a name that is read out.
_NOTHING = re.compile(r"[\s!-/:-@\[-`{-~…–—·•‘’“”]*")
# Some screen readers read no further.
LONGEST = 125
# What one sentence may have, because its end is seldom missed.
LONGEST_SENTENCE = 160
_SENTENCE_END = re.compile(r"[.!?…]\s+\S")


def find_missing(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find images without alt text; one that only decorates is let pass by a comment."""
    for image in manuscript.body.images:
        if _NOTHING.fullmatch(image.alt):
            is_tag = manuscript.source.text.startswith("<", image.start)
            where = 'alt="…"' if is_tag else "![…]"
            message = (
                f"This image has no alt text. Say in `{where}` what it shows; if it only "
                f"decorates, put `<!-- allow {check.id}: it decorates -->` above it."
            )
            yield check.notice(image.start, image.end + 1, message)


def find_file_name(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find alt text that is a file's name."""
    for alt in _alts(manuscript):
        if _FILE_NAME.fullmatch(alt.text):
            message = f"`{alt.text}` is what a camera or a program calls it. Say what it shows."
            yield check.notice(*alt.span(0, len(alt.text)), message, alt.text)


def find_image_of(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find alt text that begins by saying that it is one."""
    for alt in _alts(manuscript):
        if found := _IMAGE_OF.match(alt.text):
            message = f"`{found[0].strip()}` goes without saying. Begin with what it shows."
            # What follows begins the text, so it takes the capital.
            end = found.end() + 1
            first = alt.text[end - 1].upper()
            yield check.notice(*alt.span(0, end), message, alt.text[:end], (first,))
        elif found := _BILD_VON.match(alt.text):
            message = f"`{found[0].strip()}` goes without saying. Begin with what it shows."
            yield check.notice(*alt.span(*found.span()), message, found[0])


def find_long(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find alt text that is too long to listen to."""
    for alt in _alts(manuscript):
        length = len(alt.text)
        if length > (LONGEST if _SENTENCE_END.search(alt.text) else LONGEST_SENTENCE):
            message = (
                f"This alt text has {length} characters, and some screen readers stop at "
                f"{LONGEST}. Say what matters, and tell the rest in the text."
            )
            yield check.notice(*alt.span(0, length), message, alt.text)


def _alts(manuscript: Manuscript) -> Iterator[TracedText]:
    """Yield every alt text, that of front matter too."""
    for block in (*manuscript.fields, *manuscript.body.blocks):
        if "alt" in block.parts:
            yield block.traced


CHECKS = (
    Check("Alt.Missing", "error", "An image has no alt text.", find_missing),
    Check("Alt.FileName", "error", "An alt text is a file's name.", find_file_name),
    Check("Alt.ImageOf", "warning", "An alt text begins with “image of”.", find_image_of),
    Check(
        "Alt.Long",
        "suggestion",
        "An alt text has more than 125 characters, or one sentence over 160.",
        find_long,
    ),
)
