"""A file's bytes and its text: which place of the one is which of the other."""

from collections.abc import Sequence
from typing import Protocol

BOM = b"\xef\xbb\xbf"


class Edit(Protocol):
    """What is replaced, from one offset to another, and by what."""

    @property
    def start(self) -> int:
        """Offset of what is replaced."""

    @property
    def end(self) -> int:
        """Offset behind it."""

    @property
    def text(self) -> str:
        """What is written there."""


def apply_to_bytes(raw: bytes, fixes: Sequence[Edit]) -> bytes:
    """Return a file with fixes applied; its byte order mark and its line ends stay as they are.

    Args:
        raw: UTF-8, as it lies on disk.
        fixes: In order, with offsets in the text that `make_source` makes of it.
    """
    text = raw.removeprefix(BOM).decode("utf-8")
    marks = raw[: len(raw) - len(raw.removeprefix(BOM))]
    places = _places(text)
    parts, at = [], 0
    for fix in fixes:
        parts += [text[at : places[fix.start]], fix.text]
        at = places[fix.end - 1] + 1 if fix.end > fix.start else places[fix.end]
    return marks + "".join([*parts, text[at:]]).encode()


def _places(text: str) -> list[int]:
    """Return for each offset, line ends counted as one character, where it is in the text."""
    places = [
        index
        for index, character in enumerate(text)
        if character != "\n" or index == 0 or text[index - 1] != "\r"
    ]
    return [*places, len(text)]
