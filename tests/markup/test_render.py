from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy.errors import ContentError
from advocacy.markup.render import Renderer, count_words
from advocacy.markup.rewrite import Heading
from tests.markup.conftest import POST
from tests.markup.strangers import find_strangers

PICTURE = (
    '<img src="/images/clock.png" alt="A clock" width="40" height="30"'
    ' loading="lazy" decoding="async">'
)


IMG = '<img src="/images/clock.png" alt="A clock">'


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("A *b* **c** `d`", "<p>A <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ('"Quotes" -- stay...', '<p>"Quotes" -- stay...</p>'),
        ("# One", '<h2 id="one">One</h2>'),
        ("One\n===", '<h2 id="one">One</h2>'),
        ("<h1>One</h1>", '<h2 id="one">One</h2>'),
        ("## Two", '<h2 id="two">Two</h2>'),
        ("### *Three* & more", '<h2 id="three-more"><em>Three</em> &amp; more</h2>'),
        (
            "<div><figcaption>Dusk</figcaption></div>",
            "<div><div>Dusk</div></div>",
        ),
        (
            f"<figure>{IMG}<figcaption>Dusk</figcaption></figure>",
            f"<figure>{PICTURE}<figcaption>Dusk</figcaption></figure>",
        ),
        (
            "<figure><p>x</p><figcaption>One</figcaption><figcaption>Two</figcaption></figure>",
            "<figure><p>x</p><figcaption>One</figcaption><div>Two</div></figure>",
        ),
        (
            "<figure><div><figcaption>Dusk</figcaption></div></figure>",
            "<figure><div><div>Dusk</div></div></figure>",
        ),
        ("## Тихо", '<h2 id="tikho">Тихо</h2>'),
        ("## !", '<h2 id="section">!</h2>'),
        ('<h2 id="_menu">A</h2>', '<h2 id="a">A</h2>'),
        ('<h2 id="given">A</h2>', '<h2 id="given">A</h2>'),
        ("## A {#b}", '<h2 id="a-b">A {#b}</h2>'),
        ("[a](clock.md#x)", '<p><a href="/2026/clock/#x">a</a></p>'),
        ("[a]({filename}clock.md)", '<p><a href="/2026/clock/">a</a></p>'),
        ("[a](/values/ 'Ours')", '<p><a href="/values/" title="Ours">a</a></p>'),
        ('<a href="clock.md">a</a>', '<p><a href="/2026/clock/">a</a></p>'),
        ("[a](https://b.example)", '<p><a href="https://b.example" rel="noopener">a</a></p>'),
        ("<a@b.example>", '<p><a href="mailto:a@b.example">a@b.example</a></p>'),
        ("[a](none.md)", "<p><a>a</a></p>"),
        ("x ![A clock](../images/clock.png)", f"<p>x {PICTURE}</p>"),
        ("![A clock](/images/clock.png)", f"<figure>{PICTURE}</figure>"),
        (
            '![A clock](/images/clock.png "It is *late*")',
            f"<figure>{PICTURE}<figcaption>It is *late*</figcaption></figure>",
        ),
        (
            '![A clock](/images/clock.png "Late |")',
            f"<figure>{PICTURE}<figcaption>Late |</figcaption></figure>",
        ),
        (
            '![A clock](/images/clock.png "Open | closed | Zoë & Ana")',
            f"<figure>{PICTURE}<figcaption>Open | closed<br><small>Zoë &amp; Ana</small>"
            "</figcaption></figure>",
        ),
        (
            '![A clock](/images/clock.png "| Zoë Lukasik")',
            f"<figure>{PICTURE}<figcaption><small>Zoë Lukasik</small></figcaption></figure>",
        ),
        (
            '![A clock](/images/clock.png "It is late | Zoë Lukasik")',
            f"<figure>{PICTURE}<figcaption>It is late<br><small>Zoë Lukasik</small>"
            "</figcaption></figure>",
        ),
        (
            "[![A clock](/images/clock.png)](clock.md)",
            f'<figure><a href="/2026/clock/">{PICTURE}</a></figure>',
        ),
        (IMG, f"<figure>{PICTURE}</figure>"),
        ("![A & B](none.png)", "<p>A &amp; B</p>"),
        ("![x](https://b.example/pixel.gif)", "<p>x</p>"),
        ("![](none.png)", ""),
        ('<li id="fn:1">a</li><li id="fn:1">b</li>', '<li id="fn:1">a</li>\n<li>b</li>'),
        ("`{{ a.b }}` {% raw %} {{ c }}", "<p><code>{{ a.b }}</code> {% raw %} {{ c }}</p>"),
        ("<span lang='ar' dir='rtl'>مرحبا</span>", '<p><span lang="ar" dir="rtl">مرحبا</span></p>'),
        (
            "    a < b",
            '<div class="codehilite"><pre tabindex="0"><code>a &lt; b\n</code></pre></div>',
        ),
        ("Term\n: Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"),
        ("[TOC]", "<p>[TOC]</p>"),
        ("<!-- allow Values.Respect: a quotation -->\n\nx", "<p>x</p>"),
    ],
)  # fmt: skip
def test_markdown_is_shown_as(markdown: str, html: str, renderer: Renderer) -> None:
    assert renderer.render(markdown, POST).html.strip() == html


@pytest.mark.parametrize(
    ("markdown", "gone", "left"),
    [
        # A link, wherever it stands, leads to the web or to a page here.
        ("[x](javascript:alert(1))", "javascript", "x"),
        ("[x](JaVaScRiPt:alert(1))", "alert", "x"),
        ("[x](java&#115;cript:alert(1))", "cript", "x"),
        ("[x](&#1;javascript:alert(1))", "javascript", "x"),
        ("[x]: javascript:alert(1)\n\n[x]", "javascript", "x"),
        ("<javascript:alert(1)>", "<javascript", ""),
        ('<a href="javascript:alert(1)">x</a>', "javascript", "x"),
        ('<a href="java\nscript:alert(1)">x</a>', "script", "x"),
        ("[x](data:text/html;base64,PHNjcmlwdD4=)", "data:", "x"),
        ("[x](//evil.example/)", "evil", "x"),
        ("[x]({attach}../.env)", ".env", "x"),
        ("[x]({attach}/../.git/config)", "config", "x"),
        ("[x]({static}/../pelicanconf.py)", "pelicanconf", "x"),
        ("[x](|attach|../../../../etc/passwd)", "passwd", "x"),
        ("![x]({attach}../../outside.png)", "outside", "x"),
        ("![x](../images/link.png)", "link.png", "x"),
        ("![x](data:image/png;base64,AAAA)", "data:", "x"),
        ('<img src="https://evil.example/p.gif" alt="x">', "evil", "x"),
        # Front matter in a body is text.
        ("template: nope\nsave_as: ../x\n\nx", "<meta", "save_as"),
        ("_content: <script>alert(1)</script>", "alert", "_content"),
        ("get_content: x\nis_valid: x", "<meta", "get_content"),
        ("---\nurl: javascript:alert(1)\n---\n\nx", "<a", "url"),
        # Whatever HTML is written, words are what is left of it.
        ("# <script>alert(1)</script>x", "alert", "x"),
        ("<script>alert(1)</script>\n\nx", "alert", "x"),
        ("x<SCRIPT/src=//evil.example></SCRIPT>", "evil", "x"),
        ("<style>p { color: red }</style>\n\nx", "color", "x"),
        ('<p style="color: red">x</p>', "style", "x"),
        ('<p onclick="alert(1)">x</p>', "alert", "x"),
        ('<img src="/images/clock.png" onerror="alert(1)" alt="x">', "alert", "x"),
        ("<img src=x onerror=alert(1)//", "<img", ""),
        ('<iframe src="https://evil.example">y</iframe>x', "evil", "x"),
        ('<form action="https://evil.example"><button>x</button></form>', "<form", "x"),
        ('<input autofocus onfocus="alert(1)">x', "alert", "x"),
        ('<object data="x.swf">y</object><embed src="y.swf">x', ".swf", "x"),
        ('<svg onload="alert(1)"><text>y</text></svg>x', "alert", "x"),
        ("<math><mi xlink:href='javascript:alert(1)'>y</mi></math>x", "alert", "x"),
        ('<meta http-equiv="refresh" content="0; url=//evil.example">x', "evil", "x"),
        ('<base href="//evil.example">x', "evil", "x"),
        ('<link rel="stylesheet" href="//evil.example">x', "evil", "x"),
        ('<video src="//evil.example" poster="x.png">x</video>', "evil", "x"),
        ('<div class="share-kit" id="_share">x</div>', "share", "x"),
        ('<p id="introduction">x</p>', "id=", "x"),
        ('<a name="top" target="_blank" href="/">x</a>', "target", "x"),
        ('x{: onclick="alert(1)" }', "<p onclick", "x"),
        ('## x {: onclick="alert(1)" }', "<h2 onclick", "x"),
        ('!!! share-kit "y"\n    x', "share-kit", "x"),
        ("<details ontoggle=alert(1) open>x</details>", "alert", "x"),
        ('<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>x', "<img", "x"),
        ("<svg><style><!--</style><img src=x onerror=alert(1)>--></style></svg>x", "<img", "x"),
        ("```{.python tagsfile=/etc/passwd}\nx\n```", "passwd", "x"),
        ("```{.python pygments_formatter=latex}\nx\n```", "Verbatim", "x"),
        ("```{.python noclasses=true linenos=table}\nx\n```", "style=", "x"),
        ("```{.python lang=ruby src=y}\nx\n```", "ruby", "x"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("heading_ids", [False, True])
def test_a_post_cannot(
    markdown: str, gone: str, left: str, heading_ids: bool, renderer: Renderer
) -> None:
    html = renderer.render(markdown, POST, heading_ids=heading_ids).html

    assert gone.lower() not in html.lower()
    assert left in html
    assert list(find_strangers(html)) == []


HOSTILE = st.sampled_from(
    ["<", ">", '"', "'", "&", "=", "/", "\\", "`", "```\n", "{", "}", "{#a}", "{: onclick=x }"]
    + ["[", "]", "(", ")", "!", "![", "](", "^", "[^1]", "\n[^1]: ", "*", "_", "#", "# ", "|"]
    + ["\n", "\n\n", "    ", "\n> ", "\n- ", "\n| a | b |\n|--:|---|\n", "!!! note\n    "]
    + ["a", "x ", "ü", "مرحبا", "\x00", "\x02", "\x03", "\u202e", "&#x6a;", "&lt;", "&nbsp;"]
    + ["javascript:", "https://a.example", "clock.md", "/images/clock.png", "data:", "../"]
    + [f"<{name}" for name in ("a", "img", "h1", "table", "th", "p", "script", "svg", "math")]
    + [f"</{name}>" for name in ("a", "h1", "table", "p", "script", "svg", "style", "template")]
    + [" href=", " src=", " onerror=", ' class="', ' id="', ' title="', " style=", " align=right"]
    + ["<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<style>", "<template>", "<noscript>"]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(HOSTILE, max_size=25), heading_ids=st.booleans())
def test_whatever_is_written_only_known_tags_come_out(
    pieces: list[str], heading_ids: bool, renderer: Renderer
) -> None:
    html = renderer.render("".join(pieces), POST, heading_ids=heading_ids).html

    assert list(find_strangers(html)) == []


def test_a_page_may_name_its_headings(renderer: Renderer) -> None:
    html = renderer.render("## Be kind {#respect}", POST, heading_ids=True).html

    assert html == '<h2 id="respect">Be kind</h2>'


def test_headings_are_listed_with_ids_of_their_own(renderer: Renderer) -> None:
    markdown = "# A[^1]\n\n## A\n\n### `b` & c\n\n## Last {#a}\n\n[^1]: Note."

    rendered = renderer.render(markdown, POST, heading_ids=True)

    assert rendered.headings == (
        Heading(2, "a-2", "A"),
        Heading(2, "a-3", "A"),
        Heading(3, "b-c", "b & c"),
        Heading(2, "a", "Last"),
    )


def test_images_are_listed_once_and_in_order(renderer: Renderer) -> None:
    markdown = "![a](../images/2019/old%20lamp.webp) ![b](/images/clock.png) ![c](images/clock.png)"

    rendered = renderer.render(markdown, POST)

    assert rendered.images == ("2019/old lamp.webp", "clock.png")
    assert 'src="/images/2019/old%20lamp.webp"' in rendered.html


def test_a_page_leaves_nothing_behind_for_the_next(renderer: Renderer) -> None:
    markdown = "## A\n\nx[^1] [r]\n\n[^1]: Note.\n[r]: clock.md"

    first = renderer.render(markdown, POST)
    other = renderer.render("## A\n\nx[^1] [r]", POST)

    assert renderer.render(markdown, POST) == first
    assert other.html == '<h2 id="a">A</h2>\n<p>x[^1] [r]</p>'


@pytest.mark.corpus
def test_a_real_archive_has_only_known_tags(renderer: Renderer, corpus: Path) -> None:
    files = sorted(corpus.glob("content/posts/*.md"))[::10]

    pages = [renderer.render(file.read_text("utf-8"), POST).html for file in files]

    assert len(pages) > 50
    assert [stranger for html in pages for stranger in find_strangers(html)] == []


@pytest.mark.parametrize("bracket", "[(<")
def test_brackets_that_would_take_for_ever_are_refused(bracket: str, renderer: Renderer) -> None:
    with pytest.raises(ContentError, match=f"9000 `\\{bracket}` are not closed"):
        renderer.render(bracket * 9000, POST)


def test_a_failing_parser_is_a_mistake_in_the_post(renderer: Renderer) -> None:
    with pytest.raises(ContentError, match=r"content/posts/night.md: The Markdown cannot") as error:
        renderer.render("* " * 1000 + "x", POST)

    assert error.value.exit_status == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One, two – three.", 3),
        ("It’s a well-known fact", 4),
        ("ليلى تقرأ", 2),
        ("図書館の夜", 3),
        ("東京 Tower", 2),
    ],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_whole_post_is_as_it_was(renderer: Renderer, golden: Callable[[str, str], None]) -> None:
    markdown = dedent("""\
        Somebody has to wind the clock.[^why] See [the lamp](2019/lamp.md).

        # By night

        ![A clock](../images/clock.png "At *three*")

        | Branch | Open |
        |--------|-----:|
        | Linden | 9    |

        ## The code

        ```python hl_lines="2"
        def wind(clock):
            return clock + 1
        ```

        !!! note "By the way"
            It is [old](https://example.org/clocks?a=b&c=d).

        Clock
        : A machine that one *winds*.

        > A quotation
        > in two lines.

        - one
        - two
            1. nested

        [^why]: It stops. Read [more](#by-night).
        """)

    golden("markup/post.html", renderer.render(markdown, POST).html + "\n")
