"""A picture in the sizes and formats from which a browser takes what its screen needs."""

from dataclasses import dataclass

from PIL import Image, ImageOps

from advocacy.markup.pictures.colour import make_srgb
from advocacy.markup.pictures.encoding import encode, table_for
from advocacy.markup.pictures.opening import opened
from advocacy.markup.pictures.published import FIRST_TURNED, ORIENTATION, make_published, write_anew
from advocacy.markup.pictures.svg.clean import make_clean_svg
from advocacy.markup.pictures.svg.reading import is_svg

# The better format first: a browser takes the first that it knows.
KINDS = ("avif", "webp")
# A format is offered where it spares a tenth of what a browser would load else.
WORTH = 0.9
# Below that, what it spares is no more than the lines that offer it.
WORTH_BYTES = 4000
# A size that is hardly smaller than the next is left out.
APART = 0.8
# WebP's limit for each side.
LONGEST_SIDE_PX = 16_383


@dataclass(frozen=True, slots=True)
class Size:
    """A picture in one format and one size; `kind` is `avif` or `webp`."""

    kind: str
    width_px: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is made of a picture: the file for everyone, and sizes, the better format first."""

    fallback: bytes
    sizes: tuple[Size, ...] = ()


def draw_picture(content: bytes, widths_px: tuple[int, ...]) -> Drawing:
    """Draw a picture in several sizes; what moves, a GIF and an SVG have only themselves.

    Args:
        content: A whole file that `read_image` takes.
        widths_px: In which widths it is wanted, in rising order; none is wider than it is.
    """
    if is_svg(content):
        return Drawing(make_clean_svg(content).content)
    with opened(content) as image:
        file_format = image.format or ""
        if file_format == "GIF" or getattr(image, "is_animated", False):
            return Drawing(make_published(content))
        width_px = _shrink_while_reading(image, widths_px[-1])
        shown = _opaque(make_srgb(ImageOps.exif_transpose(image)))
    scaled = [_scaled(shown, each) for each in choose_widths(width_px, widths_px)]
    fallback = _fallback(content, scaled[-1], file_format, is_shrunk=scaled[-1].width < width_px)
    if len(fallback) < WORTH_BYTES or max(scaled[-1].size) > LONGEST_SIDE_PX:
        return Drawing(fallback)
    return Drawing(fallback, _draw_sizes(scaled, file_format, len(fallback)))


def _shrink_while_reading(image: Image.Image, width_px: int) -> int:
    """Let a photo be read at a half or a quarter where that is wide enough; return its width."""
    turned = image.format == "JPEG" and image.getexif().get(ORIENTATION, 1) >= FIRST_TURNED
    natural_px = image.height if turned else image.width
    image.draft(image.mode, (1, width_px) if turned else (width_px, 1))
    return natural_px


def _fallback(content: bytes, largest: Image.Image, file_format: str, *, is_shrunk: bool) -> bytes:
    """Return the file for everyone; what was drawn may be smaller as it is than scaled."""
    if not is_shrunk:
        return make_published(content)
    anew = write_anew(largest, file_format)
    return anew if file_format != "PNG" else min(make_published(content), anew, key=len)


def choose_widths(width_px: int, widths_px: tuple[int, ...]) -> tuple[int, ...]:
    """Return the widths in which a picture is drawn, in rising order; its own may be the last."""
    last = min(width_px, widths_px[-1])
    return (*(each for each in widths_px if each <= last * APART), last)


def _draw_sizes(
    scaled: list[Image.Image], file_format: str, fallback_bytes: int
) -> tuple[Size, ...]:
    """Return each size in each format that is worth it, which the largest size tells."""
    sizes: list[Size] = []
    to_beat = fallback_bytes
    table = table_for(scaled[-1], file_format)
    for kind in reversed(KINDS):
        largest = encode(scaled[-1], kind, table)
        if len(largest) > to_beat * WORTH:
            continue
        to_beat = len(largest)
        smaller = [Size(kind, each.width, encode(each, kind, table)) for each in scaled[:-1]]
        sizes = [*smaller, Size(kind, scaled[-1].width, largest), *sizes]
    return tuple(sizes)


def _scaled(image: Image.Image, width_px: int) -> Image.Image:
    if width_px == image.width:
        return image
    height_px = max(1, round(image.height * width_px / image.width))
    return image.resize((width_px, height_px), Image.Resampling.LANCZOS, reducing_gap=3)


def _opaque(image: Image.Image) -> Image.Image:
    """Return a picture without its alpha where nothing can be seen through."""
    if image.mode in {"LA", "RGBA"} and image.getchannel("A").getextrema() == (255, 255):
        return image.convert(image.mode[:-1])
    return image
