"""What a summary says of the texts that colleagues will be offered."""

from dataclasses import replace

import pytest

from advocacy.review.markdown import make_markdown_text
from advocacy.review.post_review import Change, NetworkTexts, PostReview, Text
from advocacy.review.text_summary import MOST_CHARACTERS, make_text_blocks

TEXT = Text("caption", "It rained.", 10, 300, "graphemes", discloses="I work here.")
LONG = "x" * MOST_CHARACTERS


def tell(*networks: NetworkTexts) -> list[str]:
    """Return the lines that are said of a post with these texts."""
    post = PostReview("content/posts/rain.md", Change.NEW, lang="en", networks=networks)
    return make_markdown_text(make_text_blocks(post)).splitlines()


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((TEXT,), "| Bluesky | 10 of 300 graphemes | 1 of 1 |  |"),
        ((TEXT, TEXT), "| Bluesky | 10, 10 of 300 graphemes | 2 of 2 | 40 % |"),
        (
            (TEXT, replace(TEXT, discloses="")),
            "| Bluesky | 10, 10 of 300 graphemes | 1 of 2 | 40 % |",
        ),
        ((replace(TEXT, limit=0),), "| Bluesky | 10 graphemes | 1 of 1 |  |"),
        ((), "| Bluesky |  | 0 of 0 |  |"),
    ],
)
def test_the_texts_for_a_network_are_counted(texts: tuple[Text, ...], row: str) -> None:
    lines = tell(NetworkTexts("Bluesky", texts, alike_percent=40))

    assert lines[2] == row
    assert ("<details>" in "".join(lines)) is bool(texts)


def test_a_network_without_texts_says_why() -> None:
    lines = tell(NetworkTexts("Bluesky", problem="Give it a shorter `slug`."))

    assert lines[2] == "| Bluesky | Give it a shorter `slug`. |  |  |"


def test_a_post_that_no_network_is_offered_has_no_table() -> None:
    assert tell() == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT, "**Bluesky** (caption): 10/300 graphemes"),
        (replace(TEXT, limit=0), "**Bluesky** (caption): 10 graphemes"),
        (
            replace(TEXT, has_prompt=True),
            "**Bluesky** (caption): 10/300 graphemes; to be filled in first",
        ),
        (
            replace(TEXT, for_authors=True),
            "**Bluesky** (caption, for the authors alone): 10/300 graphemes",
        ),
    ],
)
def test_a_text_says_what_it_is(text: Text, title: str) -> None:
    assert title in tell(NetworkTexts("Bluesky", (text,)))


@pytest.mark.parametrize(
    ("text", "shown"), [("It rained.", "It rained."), (LONG, LONG), (f"{LONG}y", f"{LONG}…")]
)
def test_a_text_is_shown_up_to_a_length(text: str, shown: str) -> None:
    lines = tell(NetworkTexts("Bluesky", (replace(TEXT, text=text),)))

    assert lines[lines.index("```") + 1] == shown
