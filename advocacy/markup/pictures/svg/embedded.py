"""Pictures within a drawing: held to what holds for pictures, and published as they are."""

import base64
import binascii
import re

from PIL import Image

from advocacy.markup.pictures.opening import opened
from advocacy.markup.pictures.published import make_published
from advocacy.markup.pictures.svg.node import Node, SvgError

# Every browser shows these within a drawing.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
WITHIN = re.compile(r"\s*data:image/[\w.+-]+;base64,", re.IGNORECASE | re.ASCII)
MOST_PIXELS = 20_000_000
# What is raised for what is no picture, or not all of one, or far too large.
BROKEN = (binascii.Error, OSError, ValueError, Image.DecompressionBombError)


def embed(node: Node) -> str:
    """Return the address of a picture that an `image` holds, without its metadata.

    Raises:
        SvgError: It is elsewhere, and would not be shown; or it is no picture.
    """
    address = node.attributes.get("href", "")
    if not address.strip():
        return ""
    start = WITHIN.match(address)
    if not start:
        raise lies_elsewhere(node, address)
    try:
        content = base64.b64decode("".join(address[start.end() :].split()), validate=True)
        return _address(content)
    except BROKEN:
        raise _broken(node) from None


def lies_elsewhere(node: Node, address: str) -> SvgError:
    """Return what is told of an element that shows what is not in the drawing."""
    seen = ascii(address.strip()[:40])[1:-1]
    cure = "Embed it in the drawing, or save all of it as PNG"
    return SvgError(f"shows `{seen}` in line {node.line}, which lies elsewhere. {cure}.")


def _address(content: bytes) -> str:
    with opened(content, FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError
        kind = (image.format or "").lower()
        image.load()
    packed = base64.b64encode(make_published(content)).decode("ascii")
    return f"data:image/{kind};base64,{packed}"


def _broken(node: Node) -> SvgError:
    kinds = "PNG, JPEG, GIF or WebP of at most 20 million pixels"
    return SvgError(f"holds in line {node.line} what is no whole {kinds}. Embed it anew.")
