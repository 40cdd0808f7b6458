"""What of a page's HTML a feed brings."""

import pytest

from advocacy.markup.portable import make_portable

HOME = "https://stories.lindenmark.example"
PAGE = f"{HOME}/2026/night/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<pre tabindex="0"><code>a <span class="k">b</span></code></pre>',
            "<pre><code>a b</code></pre>",
        ),
        ('<div class="codehilite"><pre>x</pre></div>', "<pre>x</pre>"),
        (
            '<div class="table" tabindex="0" role="group" aria-label="a, b"><table></table></div>',
            "<table></table>",
        ),
        (
            '<p>a</p><div lang="fr" class="x"><p>b</p></div>',
            '<p>a</p><div lang="fr"><p>b</p></div>',
        ),
        (
            '<div class="admonition note"><p class="admonition-title">Watch</p><p>Out</p></div>',
            "<blockquote><p><strong>Watch</strong></p><p>Out</p></blockquote>",
        ),
        (
            '<div class="x"><i>a</i></div><span lang="de"><span class="k">b</span></span>',
            '<i>a</i><span lang="de">b</span>',
        ),
        (
            '<img src="/a.jpg" alt="&quot;b&quot;" width="8" height="9" loading="lazy">',
            f'<img src="{HOME}/a.jpg" alt="&quot;b&quot;" width="8" height="9">',
        ),
        (
            '<picture><source srcset="/a.avif" type="x/y"><img src="/a.jpg" alt=""></picture>',
            f'<img src="{HOME}/a.jpg" alt="">',
        ),
        ('<a href="../x/" rel="noopener">x</a>', f'<a href="{HOME}/2026/x/">x</a>'),
        # To a heading of the page that nothing in the entry leads to, and to nowhere.
        ('<h2 id="a">A</h2>', "<h2>A</h2>"),
        ('<a href="#b">b</a>', f'<a href="{PAGE}#b">b</a>'),
        ("<p>1 &lt; 2 &amp;&nbsp;3</p>", "<p>1 &lt; 2 &amp;&nbsp;3</p>"),
        (
            '<details open=""><summary>a</summary></details>',
            '<details open=""><summary>a</summary></details>',
        ),
    ],
)
def test_what_readers_do_not_know_is_left_out(html, expected):
    assert make_portable(html, PAGE) == expected


def test_footnotes_stay_in_the_entry():
    html = (
        '<p>A<sup id="fnref:a&amp;b"><a href="#fn:a&amp;b" class="footnote-ref">1</a></sup></p>'
        '<div class="footnote"><hr><ol><li id="fn:a&amp;b"><p>B'
        '<a href="#fnref:a&amp;b" class="footnote-backref" title="↩ 1">↩</a></p></li></ol></div>'
    )

    assert make_portable(html, PAGE) == (
        '<p>A<sup id="fnref:a&amp;b"><a href="#fn:a&amp;b">1</a></sup></p>'
        '<hr><ol><li id="fn:a&amp;b"><p>B'
        '<a href="#fnref:a&amp;b" title="↩ 1">↩</a></p></li></ol>'
    )
