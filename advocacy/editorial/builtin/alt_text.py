"""Alt text: what someone hears who cannot see the picture."""

import re
from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.markup.marks import Image

_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)|(?:IMG|DSC|PXL|Screenshot)[\w-]*\d[\w-]*",
    re.IGNORECASE,
)
_IMAGE_OF = re.compile(
    r"(?:an?\s+|the\s+)?(?:image|photo|photograph|picture|graphic|screenshot|icon)\s+of\s+",
    re.IGNORECASE,
)


def find_missing(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find images without alt text."""
    for image in manuscript.body.images:
        if not image.alt:
            is_tag = manuscript.source.text.startswith("<", image.start)
            where = 'alt="…"' if is_tag else "![…]"
            message = f"This image has no alt text. Say in `{where}` what it shows."
            yield check.notice(image.start, image.end + 1, message)


def find_file_name(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find alt text that is a file's name."""
    for image in manuscript.body.images:
        if _FILE_NAME.fullmatch(image.alt):
            message = f"`{image.alt}` is a file name. Say what the image shows."
            yield check.notice(*_place(image), message, image.alt)


def _place(image: Image) -> tuple[int, int]:
    return image.traced_alt.span(0, len(image.traced_alt.text))


def find_image_of(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find alt text that begins by saying that it is one."""
    for block in (*manuscript.fields, *manuscript.body.blocks):
        found = _IMAGE_OF.match(block.text) if "alt" in block.parts else None
        if found:
            seen = found[0].strip()
            message = f"`{seen}` goes without saying. Begin with what it shows."
            yield check.notice(*block.traced.span(0, len(seen)), message, seen)


CHECKS = (
    Check("Alt.Missing", "error", "An image has no alt text.", find_missing),
    Check("Alt.FileName", "error", "An alt text is a file's name.", find_file_name),
    Check("Alt.ImageOf", "warning", "An alt text begins with “image of”.", find_image_of),
)
