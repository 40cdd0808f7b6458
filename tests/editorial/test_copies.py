"""How much of a text stands in another, and which posts are told that they are copies."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from advocacy.cache import Cache
from advocacy.editorial.copies import find_copies
from advocacy.editorial.guide import Guide
from advocacy.library import Library, read_library
from advocacy.markup.targets import Targets
from advocacy.similarity import alike_percent, find_shared, words_of
from advocacy.site import Site
from tests.conftest import POST, STAFF
from tests.editorial.conftest import check_library

Write = Callable[..., Path]
FRONT = POST.partition("\nSomebody")[0]


@pytest.mark.parametrize(
    ("first", "second", "run", "shared", "alike"),
    [
        ("a b c d", "a b c d", 3, 100, 100),
        ("A, b. C!", "a b c", 3, 100, 100),
        ("a b c d", "e f g h", 3, 0, 0),
        ("a b c d", "a b d c", 3, 0, 0),
        ("a b c x", "a b c y", 3, 75, 75),
        ("a b c x y z", "a b c", 3, 50, 66),
        ("a b c a b c", "a b c", 3, 100, 100),
        ("a b", "a b c", 3, 100, 80),
        ("", "a b c", 3, 0, 0),
        ("", "", 3, 0, 0),
        ("図書館の本", "図書館の猫", 3, 80, 80),
        ("one two three four five", "zero two three four six", 2, 60, 60),
    ],
)
def test_what_two_texts_share_is_counted_in_words(
    first: str, second: str, run: int, shared: int, alike: int
) -> None:
    words, others = words_of(first), words_of(second)

    assert sum(find_shared(words, others, run)) * 100 // max(1, len(words)) == shared
    assert alike_percent(words, others, run) == alike
    assert alike_percent(others, words, run) == alike
    assert len(find_shared(words, others, run)) == len(words)


def paragraph(name: str, words: int = 60) -> str:
    """Return words that no other paragraph has in this order."""
    return " ".join(f"{name}{number * 7919 % 97}" for number in range(words)) + "."


FIRST_ID = "tag:stories.lindenmark.example,2026-03-01:night-shift"
OURS, THEIRS, OTHER = map(paragraph, ("scanner", "catalogue", "basement"))


@pytest.fixture
def read(site: Site, write: Write) -> Callable[..., Library]:
    """Write two posts, each of front matter lines and a body, and read them."""

    def read_posts(earlier: tuple[str, str], later: tuple[str, str]) -> Library:
        write("content/staff/ana.md", STAFF)
        for day, (lines, body) in (("01", earlier), ("02", later)):
            front = FRONT.replace("2026-03-31", f"2026-03-{day}")
            front = front.replace("title:", f"slug: post-{day}\ntitle:")
            front = front.replace("\n---\n", f"\n{lines}\n---\n") if lines else front
            write(f"content/posts/{day}.md", f"{front}\n{body}\n")
        library = read_library(site)
        assert not library.problems
        return library

    return read_posts


@pytest.mark.parametrize(
    ("earlier", "later", "percent"),
    [
        (("", f"{OURS}\n\n{THEIRS}"), ("", f"{THEIRS}\n\n{OURS}"), 100),
        (("", OURS), ("", f"{OTHER}\n\n{OURS}"), 50),
        (("", OURS), ("", f"{THEIRS}\n\n{OTHER}\n\n{OURS}"), None),
        (("", OURS), ("", THEIRS), None),
        (("", OURS), ("", f"> {OURS}\n\n{OTHER}"), None),
        (("", OURS), ("", f"```\n{OURS}\n```\n\n{OTHER}"), None),
        (("", OURS), ("", f"**{OURS}**".replace(" ", "\n", 20)), 100),
        (("", OURS), ("lang: fr", OURS), None),
        (("", OURS), (f"lang: fr\ntranslation_of: {FIRST_ID}", OURS), None),
        (("series: Nights", OURS), ("series: Nights", f"{OTHER}\n\n{OURS}"), None),
        (("series: Nights", OURS), ("series: Nights", OURS), 100),
        (("series: Nights", OURS), ("series: Days", f"{OTHER}\n\n{OURS}"), 50),
    ],
)
def test_a_later_post_is_a_copy_of_an_earlier_one(
    earlier: tuple[str, str],
    later: tuple[str, str],
    percent: int | None,
    read: Callable[..., Library],
) -> None:
    library = read(earlier, later)

    copies = find_copies(library.posts, Cache(None))

    assert {path: copy.percent for path, copy in copies.items()} == (
        {"content/posts/02.md": percent} if percent else {}
    )


def test_a_copy_is_told_where_its_longest_passage_begins(
    read: Callable[..., Library], guide: Guide
) -> None:
    library = read(("", f"{OURS}\n\n{THEIRS}"), ("", f"Lead.\n\n{OURS}\n\n{THEIRS}\n\n{OTHER}"))

    findings = check_library(library, guide, Targets(library.site))

    found = next(each for each in findings if each.check == "Post.Copy")
    assert (found.path, found.line, found.column) == ("content/posts/02.md", 15, 1)
    assert found.end_line == 15
    assert found.message.startswith("66 % of its words stand in `content/posts/01.md` too")


def test_a_comment_lets_a_copy_pass(read: Callable[..., Library], guide: Guide) -> None:
    comment = "<!-- allow Post.Copy: the same for every year -->"
    library = read(("", OURS), ("", f"{comment}\n\n{OURS}"))

    findings = check_library(library, guide, Targets(library.site))

    assert "Post.Copy" not in {each.check for each in findings}
    assert "Allow.Unused" not in {each.check for each in findings}


def test_the_order_in_which_posts_come_makes_no_difference(
    read: Callable[..., Library], tmp_path: Path
) -> None:
    library = read(("", f"{OURS}\n\n{OTHER}"), ("", f"{OURS}\n\n{OTHER}"))
    third = replace(library.posts[0], path="content/posts/03.md", id="tag:c.example,2026:c")
    kept = Cache(tmp_path / "cache")

    results = [find_copies(posts, kept) for posts in permutations([*library.posts, third])]

    assert len(results[0]) == 2
    assert all(each == results[0] for each in results)


def test_one_post_alone_is_compared_with_all(read: Callable[..., Library]) -> None:
    library = read(("", OURS), ("", OURS))

    copies = find_copies(library.posts, Cache(None), {"content/posts/02.md"})

    assert copies["content/posts/02.md"].of == "content/posts/01.md"
    assert find_copies(library.posts, Cache(None), {"content/posts/01.md"}) == {}


def test_what_is_kept_is_what_would_be_found(read: Callable[..., Library], tmp_path: Path) -> None:
    library = read(("", OURS), ("", OURS))
    kept = Cache(tmp_path / "cache")

    fresh, again = find_copies(library.posts, kept), find_copies(library.posts, kept)

    assert fresh
    assert again == fresh == find_copies(library.posts, Cache(None))
