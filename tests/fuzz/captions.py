"""Captions: whatever an author writes, each network is told that, whole or fitly cut."""

import re
from urllib.parse import unquote

from hypothesis import strategies as st

from advocacy.post import Post
from advocacy.share.counting import fits
from advocacy.share.cutting import has_prompt
from advocacy.share.different_words import make_variants
from advocacy.share.networks import LINE_ENDS, Network, read_networks
from advocacy.share.snippet import Snippet, make_snippet
from advocacy.share.snippet_frame import SnippetError, make_frame
from tests.attacks.quoted import front_matter
from tests.fuzz import house
from tests.fuzz.target import Target, check_line
from tests.fuzz.texts import encoded, hostile_texts, made_of

# What the fields of one input are parted by.
BETWEEN = "\x1e"
PIECES = (
    *("[[What would you do?]]", "[[", "]]", "https://a.example/x?y=1&z=2", "www.a.example"),
    *("a.example", "@ana@a.example", "@ana", "#tag", "#", "#é_1", "😀", "👩‍🚀", "é"),
    *("e\u0301", "ﷺ", "\u200b", "Words. ", "More words! ", "%0A", "%", "+", "&text=", "#text="),
    *("I work at Lindenmark Libraries.", "my employer", "図書館の夜。", "مكتبة ", "x" * 60),
    *("{url}", "{title}", "{text}", "<https://a.example>", "“", "”", "'", '"', "—", "..."),
    *("…", "\\", "*", "`", "\n", "\n\n"),
)  # fmt: skip
PLACEHOLDER = re.compile(r"\\\{(text|words|url|title)\\\}")
SAFE_URL = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-]*")


def _captions() -> st.SearchStrategy[str]:
    texts = st.one_of(made_of(PIECES, 40), made_of(PIECES, 40), hostile_texts(3))
    return st.lists(texts, min_size=1, max_size=6).map(BETWEEN.join)


def hold(content: bytes) -> None:
    """Try a title, a summary, a question, a warning, and captions."""
    fields = content.decode("utf-8", "replace").split(BETWEEN)
    title, summary, question, warning, *captions = fields + [""] * max(0, 5 - len(fields))
    told = {
        "id": "tag:stories.lindenmark.example,2026-03-31:night",
        "slug": "night",
        "date": "2026-03-31",
        "authors": ["ana"],
        "title": title or "x",
        "summary": summary or "x",
        **({"question": question} if question.strip() else {}),
        "share": {"captions": {"default": _told(captions, warning)}} if any(captions) else {},
    }
    front = front_matter({key: value for key, value in told.items() if value})
    post = house.post(f"{front}Somebody has to wind the clock.\n")
    if isinstance(post, Post):
        for network in read_networks().values():
            try:
                _check_network(post, network)
            except SnippetError as error:
                check_line(str(error))


def _told(captions: list[str], warning: str) -> list[object]:
    texts = [caption for caption in captions if caption.strip()]
    return [{"text": text, "cw": warning} if warning.strip() else text for text in texts]


def _check_network(post: Post, network: Network) -> None:
    frame = make_frame(post, house.site(), network)
    found = [make_snippet(frame, each) for each in make_variants(frame, house.site().sharing)]
    assert len({each.id for each in found}) == len(found)
    is_asking = has_prompt(post.title) and has_prompt(post.summary)  # so nothing else is left
    assert is_asking or any(not each.has_prompt for each in found)
    for snippet in found:
        assert fits(snippet.below_warning if frame.apart else snippet.text, network)
        assert snippet.link in snippet.text
        assert not network.limit or snippet.length <= network.limit
        assert not network.longest_share_url or len(snippet.share_url) <= network.longest_share_url
        if snippet.share_url:
            _check_link(snippet, network)


def _check_link(snippet: Snippet, network: Network) -> None:
    """See that a share URL holds each value whole, and nothing beside them."""
    assert SAFE_URL.fullmatch(snippet.share_url), snippet.share_url
    shape = PLACEHOLDER.sub(r"(?P<\1>[^&#?]*)", re.escape(network.share_url))
    match = re.fullmatch(shape, snippet.share_url)
    assert match, f"{snippet.share_url} is not of the shape {network.share_url}"
    values = {name: unquote(value, errors="strict") for name, value in match.groupdict().items()}
    text = snippet.text.replace("\n", LINE_ENDS[network.line_end])
    assert values.get("text", text) == text
    assert values.get("url", snippet.link) == snippet.link
    assert text.startswith(values.get("words", ""))


CAPTIONS = Target("captions", encoded(_captions()), hold, few=40)
