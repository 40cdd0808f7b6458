"""What authors are told of captions that networks cut."""

import pytest

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
