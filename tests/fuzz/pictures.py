"""Pictures: shown without a word of where they are from, or refused with a clear line."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import pack, unpack_from

from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from advocacy.markup.images import ImageError, read_image
from advocacy.markup.pictures.drawing import draw_picture
from advocacy.markup.pictures.logo import draw_logo
from advocacy.markup.pictures.metadata import PNG_START
from tests.fuzz import house
from tests.fuzz.target import Target, check_line
from tests.markup.pictures.hostile import ATTACKS
from tests.markup.pictures.test_published import MOVING, STILL

ENDINGS = ("png", "jpg", "gif", "webp", "avif", "svg")
WIDTHS_PX = (16, 48)
# What Pillow tells of a picture that has been freed of all else.
TOLD = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "adobe"}
TOLD |= {"adobe_transform", "dpi", "version", "background", "loop", "duration", "timestamp"}
TOLD |= {"transparency", "gamma", "chromaticity", "srgb", "default_image", "blend", "disposal"}
TOLD |= {"bbox", "extension", "interlace", "aspect"}
SVG = "{http://www.w3.org/2000/svg}"
ACTIVE = {
    f"{SVG}{name}" for name in ("script", "foreignObject", "iframe", "animate", "set", "image")
}
DRAWINGS = tuple(attack.content for attack in ATTACKS.values() if len(attack.content) < 3000)
PHOTOS = (*STILL.values(), *MOVING.values())


@st.composite
def _spoilt(draw: st.DrawFn) -> bytes:
    """Return a picture of which some bytes were changed, cut, or put elsewhere."""
    content = draw(st.sampled_from(PHOTOS))
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(content)))
        end = start + draw(st.integers(0, 16))
        other = draw(st.sampled_from(PHOTOS))
        part = draw(
            st.one_of(
                st.binary(max_size=8),
                st.just(content[start:end] * 2),
                st.sampled_from((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff", b"")),
                st.integers(0, len(other)).map(lambda at, other=other: other[at : at + 64]),
            )
        )
        content = content[:start] + part + content[end:]
    return with_sums(content) if draw(st.booleans()) else content


def with_sums(content: bytes) -> bytes:
    """Return a PNG whose chunks have right sums again, so that more of it is read."""
    if not content.startswith(PNG_START):
        return content
    return PNG_START + b"".join(_chunks(content, len(PNG_START)))


def _chunks(content: bytes, at: int) -> Iterator[bytes]:
    while at + 12 <= len(content):
        end = at + 8 + unpack_from(">I", content, at)[0]
        yield content[at:end] + pack(">I", zlib.crc32(content[at + 4 : end]))
        at = end + 4
    yield content[at:]


@st.composite
def _drawings(draw: st.DrawFn) -> bytes:
    """Return a drawing of which some parts were cut, doubled, or taken from another."""
    content = draw(st.sampled_from(DRAWINGS))
    for _ in range(draw(st.integers(0, 4))):
        other = draw(st.sampled_from(DRAWINGS))
        start, at = draw(st.integers(0, len(content))), draw(st.integers(0, len(other)))
        end = start + draw(st.integers(0, 30))
        content = content[:start] + other[at : at + draw(st.integers(0, 60))] + content[end:]
    return content


def hold(content: bytes) -> None:
    """Try one picture under a name of each type."""
    images = house.site().content / "images"
    for ending in ENDINGS:
        file = images / f"x.{ending}"
        file.write_bytes(content)
        try:
            told = read_image(house.site(), file.name)
        except ImageError as error:
            check_line(str(error))
            continue
        drawing = draw_picture(content, WIDTHS_PX)
        logo = draw_logo(content).content
        if told.is_svg:
            _check_svg(drawing.fallback)
            _check_svg(logo)
            continue
        for each in (drawing.fallback, logo, *(size.content for size in drawing.sizes)):
            _check_bare(each)


def _check_bare(content: bytes) -> None:
    """See that a picture can be seen, and tells nothing else."""
    with Image.open(BytesIO(content)) as image:
        image.load()
        assert not image.getexif()
        assert set(image.info) <= TOLD, set(image.info) - TOLD


def _check_svg(content: bytes) -> None:
    tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for each in tree.iter():
        assert isinstance(each.tag, str), "a comment or an instruction"
        assert each.tag.startswith(SVG), each.tag
        assert each.tag not in ACTIVE - {f"{SVG}image"}, each.tag
        for name, value in each.attrib.items():
            local = etree.QName(name).localname
            assert not local.startswith("on"), name
            if local == "href":
                assert value.startswith(("#", "data:image/")), value
            assert "//" not in value.partition("url(")[2], value


PICTURES = Target("pictures", st.one_of(_spoilt(), _spoilt(), _drawings()), hold)
