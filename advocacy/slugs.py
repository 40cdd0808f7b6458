"""Names in addresses: what a slug is, and how one is made from a title."""

import re
import unicodedata

from anyascii import anyascii

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 80


def slugify(title: str) -> str:
    """Return a slug of small letters, digits and hyphens; empty where nothing is left."""
    plain = anyascii(unicodedata.normalize("NFC", title)).lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(words) <= LONGEST_SLUG:
        return words
    return words[: LONGEST_SLUG + 1].rpartition("-")[0] or words[:LONGEST_SLUG]
