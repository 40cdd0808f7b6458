"""What authors are told of captions that networks cut."""

from time import process_time

import pytest

from advocacy.editorial.builtin.caption_signs import find_apart
from tests.conftest import POST
from tests.editorial.conftest import CheckPost

FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("network", "caption", "told"),
    [
        ("x", "a" * 300, "this has 390 characters, and X takes 280. It will be cut: shorten it"),
        ("bluesky", FAMILY * 120, "bytes, and Bluesky takes 3000. It will be cut: shorten it"),
        ("default", "a" * 600, "Mastodon takes 500; Bluesky and X cut it too. It will be cut"),
    ],
)
def test_a_caption_is_told_by_the_bound_that_it_breaks(
    network: str, caption: str, told: str, check_post: CheckPost
) -> None:
    share = f"share: {{captions: {{{network}: ['{caption}']}}}}"

    found = check_post(POST.replace("title:", f"{share}\ntitle:", 1))

    messages = [each.message for each in found if each.check == "Caption.Length"]
    assert any(told in each for each in messages), messages


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("opendata",   "of open data, open-data",   ["open", "data"]),
        ("opendata",   "opendata, and open-data",   ["open", "data"]),
        ("opendata",   "opendata, and open, data",  None),
        ("opendata",   "reopen data2, open data_x", None),
        ("opendata",   "open data2 open  data",     None),
        ("nightshift", "a night shift of open",     ["night", "shift"]),
        ("inabookon",  "now in a book on open",     ["in", "a", "book", "on"]),
    ],
)  # fmt: skip
def test_a_hashtag_has_the_words_that_the_text_has_apart(
    tag: str, text: str, words: list[str] | None
) -> None:
    assert find_apart({tag, "somethingelse"}, text).get(tag) == words


def test_many_hashtags_take_little_time() -> None:
    tags = {f"tag{'abcdefghij'[at % 10] * (at // 10)}" for at in range(6_000)}
    started = process_time()

    assert not find_apart(tags, "we are open for all " * 10_000 + "a" * 100_000)

    assert process_time() - started < 3
