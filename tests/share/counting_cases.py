"""The table of counted texts, which Python and a browser both answer to."""

import json
from pathlib import Path

# The networks of the table's columns: one of each way of counting, and of each rule of links.
COUNTED = ("x", "mastodon", "bluesky", "linkedin", "threads", "signal")
TABLE = Path(__file__).parent / "counting.tsv"


def read_cases() -> list[tuple[str, tuple[int, ...], str]]:
    """Return each text, what the networks count for it in their order, and the source."""
    cases = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, *counts, source = line.split("\t")
            cases.append((json.loads(text), tuple(map(int, counts)), source))
    return cases
