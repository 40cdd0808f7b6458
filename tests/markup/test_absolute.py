import pytest

from advocacy.markup.absolute import make_absolute

BASE = "https://example.org/blog/2026/clock/"


@pytest.mark.parametrize(
    ("html", "absolute"),
    [
        ('<a href="/values/">x</a>', '<a href="https://example.org/values/">x</a>'),
        ('<a href="#fn:1">x</a>', f'<a href="{BASE}#fn:1">x</a>'),
        ('<a href="../lamp/">x</a>', '<a href="https://example.org/blog/2026/lamp/">x</a>'),
        ("<a href='?a=b&amp;c=d'>x</a>", f'<a href="{BASE}?a=b&amp;c=d">x</a>'),
        ("<A HREF='/x'>x</A>", '<A HREF="https://example.org/x">x</A>'),
        ('<a title="a>b" href="/x">x</a>', '<a title="a>b" href="https://example.org/x">x</a>'),
        ('<img src="/a.png" alt="src=1">', '<img src="https://example.org/a.png" alt="src=1">'),
        (
            '<img srcset="/a.png 1x, /b,c.png 2x">',
            '<img srcset="https://example.org/a.png 1x, https://example.org/b,c.png 2x">',
        ),
        ('<video poster="a.png">', f'<video poster="{BASE}a.png">'),
    ],
)
def test_addresses_become_whole(html: str, absolute: str) -> None:
    assert make_absolute(html, BASE) == absolute


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://other.example/a?b=c&amp;d">x</a>',
        "<a href = 'https://other.example/'>x</a>",
        '<a href="mailto:ana@example.org">x</a>',
        '<a href="https://[broken">x</a>',
        '<p data-src="/x" title=\'href="/x"\'>a &amp; b&nbsp;</p>',
        "<code>&lt;a href=\"/x\"&gt;</code>",
        "href=\"/x\" 1 < 2",
        "<a>x</a>",
    ],
)  # fmt: skip
def test_everything_else_stays_to_the_character(html: str) -> None:
    assert make_absolute(html, BASE) == html
