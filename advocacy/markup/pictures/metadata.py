"""Files of pictures without what is not seen: place and time, camera, thumbnails, comments.

The pixels stay as they are, to the bit. A format's parts are kept by an allow-list, so that one
that nobody has thought of yet is left out.
"""

from collections.abc import Callable, Iterator, Mapping
from struct import error as StructError  # noqa: N812 - it is named like a function
from struct import pack, unpack_from

PNG_START = b"\x89PNG\r\n\x1a\n"
# Pixels, palette, transparency, what their numbers mean, and what animates them.
PNG_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS sBIT bKGD gAMA cHRM sRGB cICP acTL fcTL fdAT".split()
)
WEBP_CHUNKS = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"])
WEBP_SEEN = 0b0001_0010  # of VP8X's flags: animation and alpha
WEBP_FRAME = 16  # bytes of an ANMF chunk before the chunks in it

# JFIF 1.02 and Adobe's marker, which tells how colours are coded; other APPn are metadata.
JPEG_KEPT_APPS = frozenset([0xE0, 0xEE])
JPEG_APPS = range(0xE0, 0xF0)
JPEG_SCAN, JPEG_END, JPEG_COMMENT = 0xDA, 0xD9, 0xFE
JPEG_ALONE = frozenset([0x01, *range(0xD0, 0xD8)])

GIF_IMAGE, GIF_EXTENSION, GIF_END = 0x2C, 0x21, 0x3B
GIF_CONTROL, GIF_APPLICATION = 0xF9, 0xFF
GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


class BrokenFileError(OSError):
    """A file that ends too early, or is not formed as its format is."""


def without_metadata(content: bytes, media_type: str) -> bytes:
    """Return a picture's file with its pixels and nothing else.

    Args:
        content: The file; a JPEG, PNG, GIF or WebP.
        media_type: Such as `image/png`.

    Raises:
        BrokenFileError: It ends too early, or is not formed as its format is.
    """
    try:
        return b"".join(PARTS[media_type](content))
    except (IndexError, StructError):
        raise BrokenFileError from None


def _png_parts(content: bytes) -> Iterator[bytes]:
    yield PNG_START
    at, kind = len(PNG_START), b""
    while kind != b"IEND":
        length, kind = unpack_from(">I4s", content, at)
        end = at + 12 + length
        if kind in PNG_CHUNKS:
            yield _part(content, at, end)
        at = end


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    """Yield a JPEG's segments; what follows its end, such as further pictures, is left out."""
    yield content[:2]
    at = 2
    while True:
        while content[at] == 0xFF and content[at + 1] == 0xFF:
            at += 1  # fill bytes
        marker = content[at + 1]
        if content[at] != 0xFF:
            raise BrokenFileError
        if marker == JPEG_END:
            yield content[at : at + 2]
            return
        end = at + 2 if marker in JPEG_ALONE else at + 2 + unpack_from(">H", content, at + 2)[0]
        if marker == JPEG_SCAN:
            end = _end_of_scan(content, end)
        if marker in JPEG_KEPT_APPS:
            yield _kept_app(content, at, end, marker)
        elif marker not in JPEG_APPS and marker != JPEG_COMMENT:
            yield _part(content, at, end)
        at = end


def _kept_app(content: bytes, at: int, end: int, marker: int) -> bytes:
    """Return JFIF's segment without a thumbnail, Adobe's as it is; other uses are left out."""
    name = content[at + 4 : at + 9]
    if marker == 0xE0 and name == b"JFIF\0":
        return content[at : at + 2] + pack(">H", 16) + content[at + 4 : at + 16] + b"\0\0"
    return content[at:end] if name == b"Adobe" and end - at == 16 else b""


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next segment begins: 0xFF in a scan is followed by 0 or a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise BrokenFileError
        if content[at + 1] not in {0x00, 0xFF, *range(0xD0, 0xD8)}:
            return at
        at += 1 if content[at + 1] == 0xFF else 2


def _webp_parts(content: bytes) -> Iterator[bytes]:
    if len(content) < unpack_from("<I", content, 4)[0] + 8:
        raise BrokenFileError
    end = unpack_from("<I", content, 4)[0] + 8
    chunks = b"".join(_webp_chunks(content, 12, end))
    yield b"RIFF" + pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _webp_chunks(content: bytes, at: int, end: int) -> Iterator[bytes]:
    while at < end:
        kind, length = unpack_from("<4sI", content, at)
        body = _part(content, at + 8, at + 8 + length)
        at += 8 + length + length % 2
        if kind == b"VP8X":
            body = bytes([body[0] & WEBP_SEEN]) + body[1:]
        if kind == b"ANMF":
            inner = b"".join(_webp_chunks(body, WEBP_FRAME, len(body)))
            body = body[:WEBP_FRAME] + inner
        if kind in WEBP_CHUNKS:
            yield kind + pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _gif_parts(content: bytes) -> Iterator[bytes]:
    at = 13 + _colours(content[10])
    yield _part(content, 0, at)
    while content[at] != GIF_END:
        start = at
        if content[at] == GIF_IMAGE:
            at = _end_of_blocks(content, at + 11 + _colours(content[at + 9]))
            yield content[start:at]
        elif content[at] == GIF_EXTENSION:
            at = _end_of_blocks(content, at + 2)
            if _animates(content, start):
                yield content[start:at]
        else:
            raise BrokenFileError
    yield bytes([GIF_END])


def _animates(content: bytes, at: int) -> bool:
    """Say whether an extension is a frame's time and transparency, or how often all is shown."""
    is_loop = content[at + 3 : at + 14] in GIF_LOOPS
    return content[at + 1] == GIF_CONTROL or (content[at + 1] == GIF_APPLICATION and is_loop)


def _colours(flags: int) -> int:
    """Return how many bytes the table of colours has that flags tell of."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _end_of_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


def _part(content: bytes, at: int, end: int) -> bytes:
    if end > len(content):
        raise BrokenFileError
    return content[at:end]


PARTS: Mapping[str, Callable[[bytes], Iterator[bytes]]] = {
    "image/gif": _gif_parts,
    "image/jpeg": _jpeg_parts,
    "image/png": _png_parts,
    "image/webp": _webp_parts,
}
