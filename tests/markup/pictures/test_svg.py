"""Drawings: what is left of those that are to do harm, and what is not changed of all others."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.markup.pictures.drawing import Drawing, draw_picture
from advocacy.markup.pictures.svg.clean import make_clean_svg
from advocacy.markup.pictures.svg.node import SvgError
from advocacy.markup.pictures.svg.reading import is_svg
from tests.markup.pictures.bombs import BOMBS
from tests.markup.pictures.hostile import ATTACKS, OUT, Attack, svg

REFUSED = r"(shows|holds|in line \d+|has|declares|begins|is) .*\. [A-Z].*[.`]$"


def cleaned(inner: str, attributes: str = "") -> str:
    return make_clean_svg(svg(inner, attributes)).content.decode()


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_of_an_attack_nothing_is_left(attack: Attack) -> None:
    try:
        left = make_clean_svg(attack.content).content.decode().lower()
    except SvgError as error:
        left = ""
        told = str(error)
        assert re.search(REFUSED, told)

    assert not [each for each in attack.forbidden if each.lower() in left]


@pytest.mark.parametrize(("content", "told"), BOMBS.values(), ids=BOMBS)
def test_what_would_exhaust_or_lose_something_is_refused(content: bytes, told: str) -> None:
    started = time.monotonic()

    with pytest.raises(SvgError) as caught:
        make_clean_svg(content)

    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("inner", "left"),
    [
        ('<path d="M0 0 L9,9Z" fill="#f00"/>', '<path d="M0 0 L9,9Z" fill="#f00"/>'),
        ('<g transform="translate(1,2) rotate(3)"/>', '<g transform="translate(1,2) rotate(3)"/>'),
        ('<use xlink:href="#a" x="1"/>', '<use href="#a" x="1"/>'),
        (
            '<a href="/x"><text>a <tspan>b</tspan></text></a>',
            "<a><text>a <tspan>b</tspan></text></a>",
        ),
        ('<text xml:space="preserve">  a  b </text>', '<text xml:space="preserve">  a  b </text>'),
        (
            '<text direction="rtl" xml:lang="ar">سلام &amp; &lt;</text>',
            '<text direction="rtl" xml:lang="ar">سلام &amp; &lt;</text>',
        ),
        (
            '<g style="fill : red; -inkscape-x: 1;stroke:url(#a)"/>',
            '<g style="fill:red;stroke:url(#a)"/>',
        ),
        (
            "<g font-family=\"'Noto Sans', serif\"/>",
            '<g font-family="&quot;Noto Sans&quot;, serif"/>',
        ),
        ('<g clip-path="url(&quot;#a&quot;)"/>', '<g clip-path="url(&quot;#a&quot;)"/>'),
        (
            '<g fill="light-dark(#fff, var(--b, red))"/>',
            '<g fill="light-dark(#fff, var(--b, red))"/>',
        ),
        (
            "<style>.a > b:not(.c){fill:red;zoom:2}</style>",
            "<style>.a &gt; b:not(.c){fill:red}</style>",
        ),
        (
            "<style>@media (prefers-color-scheme: dark){.a{fill:#fff!important}}</style>",
            "<style>@media (prefers-color-scheme: dark){.a{fill:#fff!important}}</style>",
        ),
        ("<style>:root{--a:#fff}</style>", "<style>:root{--a:#fff}</style>"),
        (
            "<style>@font-face{font-family:Own;src:url('data:application/font-woff;base64,"
            "d09GRg==') format('woff');unicode-range:U+0-7F;font-display:swap}</style>",
            "<style>@font-face{font-family:Own;src:url(data:font/woff;base64,d09GRg==);"
            "unicode-range:U+0-7F}</style>",
        ),
        ('<g data-cell-id="1" role="img" id="a" class="b c"/>', '<g id="a" class="b c"/>'),
        (
            "<switch><foreignObject><h:p>A</h:p></foreignObject><text>A</text></switch>",
            "<switch><text>A</text></switch>",
        ),
        ("<title>a</title><desc>b</desc><metadata>c</metadata><!-- d -->", ""),
    ],
)
def test_what_is_drawn_stays(inner: str, left: str) -> None:
    whole = cleaned(inner)

    assert whole.removeprefix(cleaned("").partition("<rect")[0]).partition("<rect")[0] == left


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 40 30"', ("40", "30", "0 0 40 30", 40, 30)),
        ('width="80" viewBox="0 0 40 30"', ("80", "60", "0 0 40 30", 80, 60)),
        ('height="15px" viewBox="0,0,40,30"', ("20", "15", "0 0 40 30", 20, 15)),
        (
            'width="100%" height="100%" viewBox="-5 -5 40.5 30"',
            ("40.5", "30", "-5 -5 40.5 30", 40, 30),
        ),
        ('width="72pt" height="1in"', ("96", "96", "0 0 96 96", 96, 96)),
        ('width="25.4mm" height="2.54cm" viewBox="0 0 10 10"', ("96", "96", "0 0 10 10", 96, 96)),
        ('width="20" height="10" viewBox="0 0 0 9"', ("20", "10", "0 0 20 10", 20, 10)),
    ],
)
def test_a_drawing_has_a_size(attributes: str, size: tuple[str, str, str, int, int]) -> None:
    drawing = make_clean_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())

    written = re.findall(r'(?:width|height|viewBox)="([^"]*)"', drawing.content.decode())
    found = dict(re.findall(r'(width|height|viewBox)="([^"]*)"', drawing.content.decode()))
    assert len(written) == 3
    assert (found["width"], found["height"], found["viewBox"]) == size[:3]
    assert (drawing.width_px, drawing.height_px) == size[3:]


@pytest.mark.parametrize(
    ("beginning", "seen"),
    [
        ("<svg>", True),
        ("\ufeff<svg xmlns=''>", True),
        ('<?xml version="1.0"?>\n<!-- by a program -->\n<!DOCTYPE svg>\n<svg\n', True),
        ("<s:svg xmlns:s='x'>", True),
        ("<html><p>", False),
        ("an <svg>", False),
        ("\x89PNG<svg>", False),
        ("", False),
    ],
)
def test_a_drawing_is_known_by_its_beginning(beginning: str, seen: bool) -> None:
    assert is_svg(beginning.encode()) is seen
    assert is_svg(beginning.encode("utf-16")) is seen


def test_a_drawing_is_published_in_one_size() -> None:
    content = svg("<script>1</script>")

    assert draw_picture(content, (480, 960)) == Drawing(make_clean_svg(content).content)


@pytest.mark.parametrize(
    ("inner", "suits"),
    [
        ('<path fill="#000"/>', False),
        ('<path style="fill:light-dark(#000, #fff)"/>', True),
        ("<style>@media (prefers-color-scheme: dark){path{fill:#fff}}</style>", True),
        ("<title>prefers-color-scheme</title>", False),
    ],
)
def test_a_drawing_with_colours_for_a_dark_page_is_known(inner: str, suits: bool) -> None:
    assert make_clean_svg(svg(inner)).suits_dark is suits


# What is put together of pieces like these is what nobody thought of.
PIECES = st.lists(
    st.sampled_from(
        [
            *("url(", ")", "(", "{", "}", "[", "]", '"', "'", "\\", ";", ":", ",", "/*", "*/", "@"),
            *(
                "import ",
                "media ",
                "all",
                OUT,
                "#a",
                "fill",
                "--a",
                "src",
                "image-set(",
                "var(--a)",
            ),
            *(
                "\\75rl(",
                "url(#a)",
                "<",
                "&amp;",
                "!important",
                "\n",
                " ",
                "é",
                "a",
                "\\0",
                "</style>",
            ),
            *("background", "filter", "@\\69mport", "<!--", "-->", "u", "rl(", "calc(", ".a", "*"),
        ]
    ),
    max_size=25,
).map("".join)
REACHING = re.compile(r"url\((?!\s*[\"']?#)|@import|@font|image-set|src\(|elsewhere", re.IGNORECASE)


@given(style=PIECES, sheet=PIECES, value=PIECES)
def test_no_style_reaches_out_however_it_is_put(style: str, sheet: str, value: str) -> None:
    def attribute(text: str) -> str:
        return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")

    text = sheet.replace("&", "&amp;").replace("<", "&lt;")
    inner = f'<style>{text}</style><g style="{attribute(style)}" fill="{attribute(value)}"/>'
    try:
        left = cleaned(inner)
    except SvgError:
        return

    tokens = re.sub(r"""&quot;.*?&quot;|&#x27;.*?&#x27;|"[^"]*"|'[^']*'""", "''", left)
    assert not REACHING.search(tokens)
    assert "\\" not in tokens or not re.search(r"\\[0-9a-f]*[\"'(]", tokens)
    assert make_clean_svg(left.encode()).content.decode() == left
