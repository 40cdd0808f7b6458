"""Sentences, scopes, messages and front matter: the small parts."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advocacy.editorial.message import make_message
from advocacy.editorial.scopes import ScopeError, make_scope
from advocacy.editorial.sentences import split_sentences
from advocacy.front_matter import read_yaml
from advocacy.markup.field_map import trace_field
from advocacy.schema import Node
from advocacy.source import Source


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("He said “No.” She went.", ["He said “No.”", "She went."]),
        ("Mr. A. Smith, Dr. Roe et al. came", ["Mr. A. Smith, Dr. Roe et al. came"]),
        ("See e.g. Paris. It is 3.5 km.", ["See e.g. Paris.", "It is 3.5 km."]),
        ("Version 3. 4 came", ["Version 3.", "4 came"]),
        ("an end. small", ["an end. small"]),
        ("これは本。ペンだ！", ["これは本。", "ペンだ！"]),
        ("Ça va… Élan.", ["Ça va…", "Élan."]),
    ],
)
def test_sentences_are_told_apart(text: str, sentences: list[str]) -> None:
    assert [text[begin:end] for begin, end in split_sentences(text)] == sentences


@given(st.text(alphabet="aB.!? 3“”。\n", max_size=60))
def test_sentences_lose_nothing_but_space(text: str) -> None:
    kept = "".join(text[begin:end] for begin, end in split_sentences(text))

    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("scope", "parts", "takes"),
    [
        ("text", {"text", "heading", "h2"}, True),
        ("heading.h2", {"text", "heading", "h2"}, True),
        ("heading.h2", {"text", "heading", "h3"}, False),
        ("list & ~blockquote", {"text", "list"}, True),
        ("list & ~blockquote", {"text", "list", "blockquote"}, False),
        ("~heading", {"text", "list"}, True),
        ("~heading.h2", {"text", "heading", "h3"}, True),
        ("table.header", {"text", "table", "cell"}, False),
        ("front-matter", {"text", "frontmatter", "title"}, True),
        ("frontmatter.share.captions", {"text", "frontmatter", "share", "captions", "x"}, True),
        ("frontmatter.share.captions.mastodon", {"text", "frontmatter", "title"}, False),
        ("raw", {"text"}, False),
    ],
)
def test_a_scope_takes_blocks(scope: str, parts: set[str], takes: bool) -> None:
    assert make_scope(scope).takes(frozenset(parts)) is takes


@pytest.mark.parametrize("scope", ["", "txt", "heading.h9", "text & ~nothing", "link", "a b"])
def test_a_scope_that_there_is_not_is_refused(scope: str) -> None:
    with pytest.raises(ScopeError):
        make_scope(scope)


@pytest.mark.parametrize(
    ("template", "arguments", "message"),
    [
        ("Write '%s', not '%s'.", ("a", "b"), "Write 'a', not 'b'."),
        ("%[2]s, %[1]s, %s", ("a", "b"), "b, a, b"),
        ("%d of 100%%", ("3",), "3 of 100%"),
        ("'%s' '%s'", ("a",), "'a' ''"),
        ("none", ("a",), "none"),
        ("a\n  b", (), "a b"),
        ("'%s'", ("a  b\nc",), "'a  b c'"),
        ("%[0]s", ("a",), ""),
        (f"%[{'9' * 5000}]s", ("a",), f"%[{'9' * 5000}]s"),
    ],
)
def test_a_message_says_what_was_seen(
    template: str, arguments: tuple[str, ...], message: str
) -> None:
    assert make_message(template, arguments) == message


STYLES = ["", "'", '"', "|", ">"]
texts = st.lists(
    st.text(alphabet="abcé🎈\"'\\:#-", min_size=1, max_size=8), min_size=1, max_size=8
).map(" ".join)


@given(texts, st.sampled_from(STYLES), st.integers(8, 60))
def test_a_field_leads_back_to_what_was_written(text: str, style: str, width: int) -> None:
    written = yaml.dump({"key": text}, default_style=style or None, allow_unicode=True, width=width)
    source = Source("x.md", written)
    root = read_yaml(source, 0, len(written))
    assert isinstance(root, Node)
    assert isinstance(root.value, dict)
    node = root.value["key"]
    value = " ".join(str(node.value).split())

    traced = trace_field(value, source, node.place)

    assert traced.text == value
    for index, character in enumerate(value):
        start, end = traced.span(index, index + 1)
        part = written[start:end]
        escaped = part.lower() == f"\\u{ord(character):08x}"
        folded = character == " " and not part.strip("\\ \n")
        assert part in {character, f"\\{character}", character * 2} or escaped or folded
