"""Front matter keeps the place of everything, and refuses what it cannot read by name."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from advocacy.errors import Problem
from advocacy.front_matter import _ClearLoader, _FastLoader, _Reader, read_document
from advocacy.source import Source


def document(text: str):
    return read_document(Source("x.md", text))


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "x.md:1", "The file is empty"),
        ("  \n\n", "x.md:1", "The file is empty"),
        ("Hello", "x.md:1", "does not begin with front matter"),
        ("---\ntitle: x\n", "x.md:1", "has no end"),
        ("---\ntitle: a: b\n---\n", "x.md:2:9", "no YAML"),
        ("---\nid: x\ntitle: 'a\n---\n", "x.md:3:8", "Close the quote that begins here"),
        ("---\nid: '\u2028'\ntitle: a: b\n---\n", "x.md:3:9", "no YAML"),
        ("---\ntopics: [a\ntitle: b\n---\n", "x.md:2:9", "Close the bracket that begins here"),
        ("---\ntitle: @ana\n---\n", "x.md:2:8", "needs quotes"),
        ("---\ntitle: a\ntitle: b\n---\n", "x.md:3:1", "`title` stands here twice. Take one"),
        ("---\n\ta: b\n---\n", "x.md:2:1", "Write spaces in place of the tab"),
        ("---\na: &x b\nc: *x\n---\n", "x.md:2", "anchors and aliases"),
        ("---\na: !!python/object:os.system x\n---\n", "x.md:2", "tag"),
        ("---\na: " + "[" * 20 + "]" * 20 + "\n---\n", "x.md:2", "nested too deep"),
        ("---\n" + "\n".join(f"k{n}: v" for n in range(2000)) + "\n---\n", "x.md:2", "too long"),
        ('---\ntitle: "a \\ud83d"\n---\n', "x.md:2:8", "`\\ud83d` is half of a sign. Write the"),
        ('---\n"\\ud83d": a\n---\n', "x.md:2:1", "is half of a sign"),
        ("---\ntitle: a\x07b\n---\n", "x.md:2", "no YAML"),
        (
            "---\ntitle: [a]\n topics: []\n---\n",
            "x.md:3",
            "Let this line begin where the line above",
        ),
        ("---\ntitle: a\n topics: []\n---\n", "x.md:3", "and a key begins below the others"),
    ],
)
def test_a_mistake_is_told_with_its_place(text, place, message):
    problem = document(text)

    assert isinstance(problem, Problem)
    assert str(problem).startswith(place)
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "key", "value", "place"),
    [
        ("---\ntitle: A b\n---\n", "title", "A b", (2, 8)),
        ("---\ntitle: 'A: b'\n---\n", "title", "A: b", (2, 8)),
        ("---\ndate: 2026-03-31\n---\n", "date", "2026-03-31", (2, 7)),
        ("---\nflag: no\n---\n", "flag", "no", (2, 7)),
        ("---\nempty:\n---\n", "empty", None, (2, 7)),
        ("---\na: 👩‍🚀\nb: x\n---\n", "b", "x", (3, 4)),
        ("---\nsum: >\n  one\n  two\n---\n", "sum", "one two\n", (2, 6)),
    ],
)
def test_a_value_stays_the_text_it_was_and_keeps_its_place(text, key, value, place):
    node = document(text).fields.value[key]

    assert node.value == value
    assert (node.place.line, node.place.column) == place


def test_the_body_begins_after_the_second_fence():
    found = document("---\ntitle: x\n---\nFirst: line\n---\nmore")

    assert found.body == "First: line\n---\nmore"


@given(st.text(max_size=300))
def test_whatever_is_between_the_fences_is_read_or_told(text):
    found = document(f"---\n{text}\n---\nbody")

    assert isinstance(found, Problem) or isinstance(found.fields.value, dict | tuple | str | None)


def composed(loader: type, text: str) -> object:
    """Return the nodes with their places, or None where the text is refused."""
    try:
        node = loader(text).get_single_node()
        return _Reader(Source("x.md", text), 0).node(node) if node else ()
    except (yaml.YAMLError, ValueError):
        return None


PIECES = ["a: ", "b: ", "- ", "\n", "  ", "'", '"', "x", "🎈", "ä", ": ", "#", "[", "]", "{", "}"]
PIECES += [",", ">-\n", "|\n", "\\", "null", "~", "1", "true", "&", "*", "!", "\t", "\u2028"]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
@example("🎈: 'x'\nb: \"\\U0001F388 y\"\nc: [🎈, z]")
@example("a: >-\n  🎈\n  x\nb: y")
def test_both_readers_of_yaml_agree_on_what_both_read(text: str) -> None:
    fast, clear = composed(_FastLoader, text), composed(_ClearLoader, text)

    assert fast is None or clear is None or fast == clear
