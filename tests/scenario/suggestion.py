"""A suggested change, taken as a forge's button takes it."""

import re
from collections.abc import Mapping
from typing import Any

_BLOCK = re.compile(
    r"^(?P<fence>`{3,})suggestion\n(?P<new>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)


def take_suggestion(text: str, comment: Mapping[str, Any]) -> str:
    """Return a text with a comment's suggestion in place of the lines that it stands at."""
    found = _BLOCK.search(comment["body"])
    assert found, comment["body"]
    lines = text.splitlines(keepends=True)
    return "".join([*lines[: comment["line"] - 1], found["new"], *lines[comment["end_line"] :]])
