"""Scripts, styles, frames and wrappers."""

import pytest

from advocacy.imports.html import drop_embeds, drop_looks, mend_quotes, read_attributes
from advocacy.imports.wrappers import unwrap_markdown


@pytest.mark.parametrize(
    ("body", "became"),
    [
        ("a<script>x = `y`;\n\nz</script>b", "a<!-- import: dropped script -->b"),
        (
            '<script src="https://t.example/w--x.js"></script>',
            "<!-- import: dropped script https://t.example/wx.js -->",
        ),
        ("<style>p {}</style>", "<!-- import: dropped style -->"),
        ("<script>never closed", "<!-- import: dropped script -->never closed"),
        (
            '<iframe src="//v.example/1" title="The *talk*"></iframe>',
            "[The \\*talk\\*](https://v.example/1) "
            "<!-- import: dropped iframe https://v.example/1 -->",
        ),
        (
            '<p><iframe src="https://v.example/1"></iframe></p>',
            '<p><a href="https://v.example/1">v.example</a> '
            "<!-- import: dropped iframe https://v.example/1 --></p>",
        ),
        (
            '<iframe src="https://www.youtube.com/embed/1"></iframe>',
            "[YouTube](https://www.youtube.com/embed/1) "
            "<!-- import: dropped iframe https://www.youtube.com/embed/1 -->",
        ),
        (
            '<iframe src="http://www.youtube.com/embed/aqz-KE-bpKQ?rel=0"></iframe>',
            "[YouTube](https://www.youtube.com/watch?v=aqz-KE-bpKQ) "
            "<!-- import: dropped iframe http://www.youtube.com/embed/aqz-KE-bpKQ?rel=0 -->",
        ),
        (
            '<iframe src="https://www.youtube.com/embed/videoseries?list=PLx"></iframe>',
            "[YouTube](https://www.youtube.com/embed/videoseries?list=PLx) "
            "<!-- import: dropped iframe https://www.youtube.com/embed/videoseries?list=PLx -->",
        ),
        (
            '<iframe src="//player.vimeo.com/video/76979871" title="A walk"></iframe>',
            "[A walk](https://vimeo.com/76979871) "
            "<!-- import: dropped iframe https://player.vimeo.com/video/76979871 -->",
        ),
        ("<IFRAME src='javascript:x'></IFRAME>", "<!-- import: dropped iframe javascript:x -->"),
        ('<link rel="stylesheet">', "<!-- import: dropped link -->"),
        ("`<script>`", "`<script>`"),
        ("```\n<script></script>\n```", "```\n<script></script>\n```"),
        ("\\<link\\>", "\\<link\\>"),
        ("<!-- <script></script> -->", "<!-- <script></script> -->"),
        ("<b>kept</b>", "<b>kept</b>"),
    ],
)
def test_what_runs_or_frames_is_dropped_and_named(body: str, became: str) -> None:
    assert drop_embeds(body).text == became


def test_what_is_dropped_is_kept_whole_in_the_notes() -> None:
    notes = drop_embeds("a<script>x()</script>b").notes

    assert [(note.kind, note.seen) for note in notes] == [("dropped", "<script>x()</script>")]


@pytest.mark.parametrize(
    ("body", "became", "noted"),
    [
        ('<p style="color: red" id="a">', '<p id="a">', ['style="color: red"']),
        ("<p onclick='x()'>", "<p>", ["onclick='x()'"]),
        ('`<p style="x">`', '`<p style="x">`', []),
        ("a style = b", "a style = b", []),
    ],
)
def test_attributes_with_styles_and_scripts_go(body: str, became: str, noted: list[str]) -> None:
    changed = drop_looks(body)

    assert changed.text == became
    assert [note.seen for note in changed.notes] == noted


@pytest.mark.parametrize(
    ("body", "became", "noted"),
    [
        (
            '<a href="/b>c</a> <a href="/d">e</a>',
            '<a href="/b">c</a> <a href="/d">e</a>',
            [('<a href="/b>', '<a href="/b">')],
        ),
        ('<a href="/b">c</a>', '<a href="/b">c</a>', []),
        ('`<a href="/b>`', '`<a href="/b>`', []),
    ],
)
def test_an_address_is_closed_before_it_swallows_text(
    body: str, became: str, noted: list[tuple[str, str]]
) -> None:
    mended = mend_quotes(body)

    assert mended.text == became
    assert [(note.seen, note.became) for note in mended.notes] == noted


@pytest.mark.parametrize(
    ("body", "became"),
    [
        ("<div>\n\n**a**\n\n</div>\nb", "\n\n**a**\n\n\n\nb"),
        ('<div markdown="1">\n**a**\n</div>', "\n\n**a**\n\n"),
        ("<div>\n\n<div>\n\na\n\n</div>\n\n</div>", "\n\n\n\na\n\n\n\n\n\n"),
        ("<div>\n**a**\n</div>", "<div>\n**a**\n</div>"),
        ("<div>\n\nnever closed", "<div>\n\nnever closed"),
        ("```\n<div>\n\na\n</div>\n```", "```\n<div>\n\na\n</div>\n```"),
    ],
)
def test_a_wrapper_around_markdown_goes_and_its_markdown_stays(body: str, became: str) -> None:
    assert unwrap_markdown(body).text == became


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ('<img src="a.png" alt="A">', {"src": "a.png", "alt": "A"}),
        ("<img src=a.png alt='A'/>", {"src": "a.png", "alt": "A"}),
        ('<img alt="the "big" one" src="a">', {"alt": 'the "big" one', "src": "a"}),
        ('<img alt="a &amp; b" ALT="c">', {"alt": "a & b"}),
        ("<img hidden>", {}),
        ('<a b="0" allowfullscreen title="c">', {"b": "0", "title": "c"}),
    ],
)
def test_attributes_are_read_as_browsers_and_people_mean_them(
    tag: str, attributes: dict[str, str]
) -> None:
    assert read_attributes(tag) == attributes
