"""What of a body is text, and what is not to be touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.imports.parts import change_text, split_body


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("a `b` c", ["`b`"]),
        ("a ``b ` c`` d", ["``b ` c``"]),
        ("a \\`b` c", []),
        ("a `b\n\nc` d", []),
        ("```\nb\n```\nc", ["```\nb\n```\n"]),
        ("~~~~ py\nb\n~~~\n~~~~", ["~~~~ py\nb\n~~~\n~~~~"]),
        ("```\nb", []),
        ("> ```\n> b\n> ```", ["> ```\n> b\n> ```"]),
        ("a\n\n    b\n\tc\n\nd", ["    b\n", "\tc\n"]),
        ("a\n    b", []),
        ("1. a\n\n    b", []),
        ("<div>\n\n    b\n\n</div>", []),
        ("<pre>\nb\n</pre>", ["<pre>\nb\n</pre>"]),
        ("{% comment %}\n```\n{% endcomment %}\n```", []),
    ],
)
def test_code_is_told_from_text(body: str, codes: list[str]) -> None:
    assert [part.text for part in split_body(body) if part.kind == "code"] == codes


@pytest.mark.parametrize(
    ("body", "inside"),
    [
        ("<div>a</div>b", ["<div>a</div>"]),
        ("<div><div>a</div>b</div>c", ["<div><div>a</div>b</div>"]),
        ("a <div>b</div>", []),
        ("<a href=x>b</a>", []),
        ("<p>a\n\nb", ["<p>a"]),
        ("```\n<div>\n```\na", []),
    ],
)
def test_text_knows_whether_it_stands_within_html(body: str, inside: list[str]) -> None:
    assert [part.text for part in split_body(body) if part.in_html] == inside


@given(st.text(alphabet="ab `~\n<>div/-!{%} ", max_size=60))
def test_parts_joined_are_the_body(body: str) -> None:
    assert "".join(part.text for part in split_body(body)) == body
    assert change_text(body, lambda text, _in_html: text) == body
