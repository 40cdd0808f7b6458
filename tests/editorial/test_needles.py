"""Words hidden in random Markdown: those that a page shows are read, each at its place."""

import re
from html.parser import HTMLParser
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.builtin.unseen import find_unseen
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript, make_example
from advocacy.markup.inline_text import mask_addresses
from advocacy.markup.render import show

# `N` is where a needle goes, a word that stands nowhere else.
PIECES = r"""
N · xN · **N** · *a N* · __N a__ · a *b **N** c* · \*N\* · a\¶N · a  ¶N · a¶  N · ~~N~~ · $N$ · N:
`N` · `` ` N `` · `a¶N` · ``N` N · \`N\` · ` N · N | N · a - N · a # N · a > N · a < N · a 1. N
[N](https://a.example/N 'N') · [a¶N]( <https://a.example> "a N¶b" ) · [N](b.md "\"N\" &amp; N")
[N][d] · [d] · [N][none] · [N] · N[^n] · ![N](N.png) · ![a N][d] · [![N](a.png) N](b.md)
<https://a.example/N> · https://a.example/N · www.N.example · N@a.example · <N@a.example>
<b>N</b> · <i N='N'>N</i> · <abbr title='N'>N</abbr> · <img alt='N' src='N' title=N> · <br>N
a <!-- N --> · a<!-- N¶N -->N · <code>N</code> · <kbd>N</kbd> · <svg>N</svg> · a<script>N</script>
&lt;N&gt; · &N; · &amp;N · a&nbsp;N · N&#8203; · —N— · “N” · 👩‍🚀N · ü N é · ن N א · 主N · ́N
""".strip()
# `%` is a text of such pieces, `§` one in a single line.
BLOCKS = r"""
% · %¶%¶%¶% · ## § · ###### § ## · %¶=== · %¶--- · *** · <!-- % --> · <!-- N¶¶N -->
> % · >% · > %¶% · > - %¶>¶>     % · > > %¶>¶> 1. % · > | § | § |¶> |---|---|¶> | § | § |
- %¶- % · * %¶¶    % · 1. %¶2. % · - %¶    - %¶        - % · - > % · + %¶% · - [ ] %
| § |¶|---|¶| § | · § | b¶--- | ---¶§ | § · | § \| § | a |¶|:-|-:|¶| § |¶| § | § | § |
Term¶:   %¶¶    % · §¶: § · [^n]: %¶¶    % · !!! note¶    %¶¶    % · !!! note "N"¶    %
<div>¶%¶</div> · <p>%</p> · <div title='N' class='N'><p>%</p>¶¶%¶¶</div> · <p>%</p>¶%
```¶%¶``` · ~~~ text¶%¶~~~ ·     % · <pre>¶%¶</pre> · <script>¶N¶</script> · <style>N</style>
[d]: https://a.example/N 'N' · [d]: <b.md>¶    (a N) · <unknown>¶%¶</unknown>
""".strip()
NO_SITE = cast("Context", None)
NEEDLE = re.compile(r"zq\d+k")


def cut(table: str) -> list[str]:
    """Return the pieces of a table; `¶` is a line's end."""
    return [piece.replace("¶", "\n") for piece in re.split(" · |\n", table)]


texts = st.lists(st.sampled_from(cut(PIECES)), min_size=1, max_size=3).map(" ".join)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Draw a text in which each needle is another word."""
    blocks = st.lists(st.sampled_from(cut(BLOCKS)), min_size=1, max_size=3, unique=True)
    body = "\n\n".join(draw(blocks))
    body = re.sub("%", lambda _: draw(texts), body)
    body = re.sub("§", lambda _: draw(texts).replace("\n", " "), body)
    numbers = iter(range(len(body)))
    return re.sub("N", lambda _: f"zq{next(numbers)}k", body)


class Page(HTMLParser):
    """What a page shows outside of code, its titles and alt texts included."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.code = 0
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code += tag in {"code", "pre"}
        self.text += "".join(f" {value} " for name, value in attrs if name in {"alt", "title"})

    def handle_endtag(self, tag: str) -> None:
        self.code -= tag in {"code", "pre"}

    def handle_data(self, data: str) -> None:
        self.text += "" if self.code else data


def find_shown(body: str) -> set[str]:
    page = Page(show(body, "example.md", heading_ids=False))
    return {*NEEDLE.findall(mask_addresses(page.text))}


def find_read(manuscript: Manuscript) -> dict[str, str]:
    """Return the needles that the checks read, and what stands in the place of each."""
    return {
        found[0]: manuscript.source.text[slice(*unit.span(*found.span()))]
        for unit in manuscript.units["text"]
        for found in NEEDLE.finditer(unit.text)
    }


@settings(max_examples=300, derandomize=True)
@given(body=bodies())
def test_words_are_read_where_they_stand_if_they_are_shown(body: str) -> None:
    manuscript = make_example(body)

    shown, read = find_shown(body), find_read(manuscript)

    assert {word: place for word, place in read.items() if place != word} == {}
    assert read.keys() - shown == set()
    assert shown - read.keys() - find_told(manuscript) == set()


def find_told(manuscript: Manuscript) -> set[str]:
    """Return the needles of which it is told that nothing can read them."""
    notices = find_unseen(CHECKS["Markup.Unseen"], manuscript, NO_SITE)
    return {word for notice in notices for word in NEEDLE.findall(notice.message)}
