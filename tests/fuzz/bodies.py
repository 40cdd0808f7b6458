"""Bodies in Markdown: what becomes of them has nothing on the page that it may not have."""

from hypothesis import strategies as st

from advocacy.errors import ContentError
from advocacy.markup.portable import make_portable
from advocacy.markup.render import show
from advocacy.markup.sanitize import sanitize
from tests.fuzz import house
from tests.fuzz.content_files import check_places
from tests.fuzz.pages import SCHEMES, read_tags, scheme_of
from tests.fuzz.target import Target, check_told
from tests.fuzz.texts import PAYLOADS, attacking_posts, encoded, made_of, spoilt
from tests.markup.conftest import POST
from tests.markup.strangers import find_strangers

HOME = "https://stories.lindenmark.example/2026/night/"
FRONT = """\
---
id: tag:stories.lindenmark.example,2026-03-31:night
title: The night
date: 2026-03-31
authors: [ana]
summary: What happens.
---
"""
PIECES = (
    *("# ", "\n## ", "\n> ", "\n- ", "\n1. ", "\n    ", "\n\n", "  \n", "\n---\n", "\n===\n"),
    *("\n| a | b |\n|--:|---|\n| c | d |\n", "\n|", "|---", ":-:|", "\nTerm\n: ", "\n*[ABC]: "),
    *("[^1]", "\n[^1]: ", "[^a b]", "[x][y]", "\n[y]: ", "![", "](", '"Title"', "<https://x.y>"),
    *("```\n", "```{.python hl_lines=1}\n", "~~~ html\n", '!!! note "x"\n'),
    *("!!! ", "{#a}", "{: #b .c x=y }", "{: onclick=x }", "\\\n", "\\", "<br>", "<br", "<!--"),
    *("-->", "<?php", "?>", "<![CDATA[", "]]>", "<div markdown=1>", "<div>\n\n", "</div>", "<p"),
    *("</p>", "<pre>", "</pre>", "<code>", "<table>", "<tr>", "<td ", "colspan=9", "<caption>"),
    *("<details>", "<summary>", "<ruby>", "<rt>", "<bdo dir=rtl>", "<a href=", "<img src="),
    *('<li id="fn:1">', '<sup id="fnref:1">', "<h1 id=_main>", "<svg>", "<math>", "<style>"),
    *(" id=fn:1", " alt=", "<xmp>"),
    *("<template>", "<noscript>", "<plaintext>", "<title>", "<textarea>", "<select>", "<iframe "),
    *("clock.md", "../images/clock.png", "{filename}clock.md", "{attach}../.env", "/values/#x"),
    *("javascript:", "data:", "//a.example", "https://", "mailto:", "a@b.example", "www.a.example"),
    *("\x02", "\x03", "wzxhzdk:0", "klzzwxh:0001", "&nbsp;", "&#x6a;", "*", "**", "__", "~~", "=="),
    *("word ", "Words are here. ", "the chairman ", "old folks home ", "\n\nAnd so on. "),
)  # fmt: skip


def _bodies() -> st.SearchStrategy[str]:
    seeds = tuple(
        text.partition("---\n\n")[2] for text in attacking_posts("markup", "references", "bounds")
    )
    pieces = (*PIECES, *PAYLOADS)
    return st.one_of(made_of(PIECES, 40), made_of(pieces), spoilt((*seeds, *PAYLOADS), pieces))


def hold(content: bytes) -> None:
    """Try one body, as a post's and as a page's."""
    body = content.decode("utf-8", "replace").replace("\0", "\ufffd").replace("\r", "\n")
    for heading_ids in (False, True):
        try:
            html = house.renderer().render(body, POST, heading_ids=heading_ids).html
        except ContentError as error:
            for problem in error.problems:
                check_told(problem, body)
            continue
        _check_page(html)
        _check_feed(make_portable(html, HOME))
        clean = show(body, POST, heading_ids=heading_ids)
        assert sanitize(clean) == clean, "the sanitiser's own word does not pass the sanitiser"
    check_places(house.post(FRONT + body))


def _check_page(html: str) -> None:
    assert list(find_strangers(html)) == []
    seen = [*read_tags(html)]
    assert list(find_strangers(html, seen)) == [], "as a browser reads it"
    for element, attributes in seen:
        scheme = scheme_of(attributes.get("href") or "")
        assert not scheme or scheme in SCHEMES, (element, attributes)
    ids = [attributes["id"] for _, attributes in seen if "id" in attributes]
    assert not [each for each in ids if each.startswith("_")]


def _check_feed(html: str) -> None:
    for element, attributes in read_tags(html):
        assert element not in {"script", "style", "iframe", "object", "svg", "form", "!--"}, element
        for name, value in attributes.items():
            assert not name.startswith("on"), name
            assert name not in {"style", "srcdoc", "class"}, name
            if name in {"href", "src"} and not (value or "").startswith("#"):
                assert scheme_of(value or "") in SCHEMES, value


MARKDOWN = Target("markdown", encoded(_bodies()), hold)
