"""What is said of more posts than anybody reads about."""

import pytest

from advocacy.review.markdown import make_markdown_text
from advocacy.review.post_review import Change, PostReview
from advocacy.review.post_summary import MOST_LISTED, MOST_OPEN, MOST_SHOWN, make_post_blocks


def tell(count: int) -> str:
    """Return what a summary says of so many posts."""
    names = (f"Post {number:03}" for number in range(count))
    posts = [PostReview(f"content/posts/{name}.md", Change.NEW, name) for name in names]
    return make_markdown_text(make_post_blocks(posts))


@pytest.mark.parametrize(
    ("count", "is_open"), [(1, True), (MOST_OPEN, True), (MOST_OPEN + 1, False)]
)
def test_a_few_posts_are_open(count: int, *, is_open: bool) -> None:
    assert tell(count).count("<details open>") == count * is_open


@pytest.mark.parametrize(
    ("listed", "more"), [(1, ""), (MOST_LISTED, ""), (MOST_LISTED + 2, "- and 2 more.")]
)
def test_many_posts_are_listed_and_more_are_counted(listed: int, more: str) -> None:
    text = tell(MOST_SHOWN + listed)

    names = [line for line in text.split("\n") if line.startswith("- **Post ")]
    assert len(names) == min(listed, MOST_LISTED)
    assert f"<strong>{listed} more post" in text
    assert [line for line in text.split("\n") if line.startswith("- and ")] == [more] * bool(more)
