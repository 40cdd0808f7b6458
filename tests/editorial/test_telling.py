"""What is kept of what was told holds no part of a secret."""

import pytest

from advocacy.editorial.finding import Finding
from advocacy.editorial.secret_shapes import SECRET
from advocacy.editorial.telling import tells_secret

KEY = "AKIA" + "QX7Z2MNB4KLP6RT3"
TEXTS = {"a.md": f"Our key:\nit is {KEY}, so it is.\n", "b.md": "No key.\n"}


def finding(line: int, column: int, check: str = "Own.Rule", path: str = "a.md") -> Finding:
    return Finding(path, line, column, 3, check, "error", "")


@pytest.mark.parametrize(
    ("said", "findings", "tells"),
    [
        ("", (), False),
        (f"it is {KEY}", (), True),
        (KEY[5:13], (), True),
        (KEY[5:12], (), False),
        (f"b\udc80.md: {KEY[5:13]}", (), True),
        ("", (finding(2, 4),), False),
        ("", (finding(2, 5),), True),
        ("", (finding(2, 26),), True),
        ("", (finding(2, 27),), False),
        ("", (finding(2, 7, SECRET),), False),
        ("", (finding(2, 0),), False),
        ("", (finding(0, 0),), False),
        ("", (finding(2, 7, path="b.md"),), False),
    ],
)
def test_a_part_of_a_secret_is_told(said: str, findings: tuple[Finding, ...], tells: bool) -> None:
    assert tells_secret(said, findings, TEXTS) == tells
