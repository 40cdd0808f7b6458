"""What a post's page says around its text."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from advocacy.markup.render import Rendered
from advocacy.markup.rewrite import Heading
from advocacy.post import Post
from advocacy.publishing.posts import make_contents
from advocacy.publishing.related import find_related
from advocacy.source import Source

H2, H3 = 2, 3


def post(name: str, day: int, **fields: object) -> Post:
    values: dict[str, object] = {"title": name, "summary": "", "lang": "en", **fields}
    return Post(
        path=f"content/posts/{name}.md",
        source=Source(f"content/posts/{name}.md", ""),
        body_start=0,
        places={},
        id=name,
        date=datetime(2026, 3, day, tzinfo=UTC),
        authors=("ana",),
        slug=name,
        **values,  # type: ignore[arg-type]
    )


def related(*posts: Post) -> Mapping[str, list[str]]:
    newest_first = sorted(posts, key=lambda each: each.date, reverse=True)
    return {key: [each.id for each in near] for key, near in find_related(newest_first).items()}


def test_posts_are_related_by_what_they_have_in_common() -> None:
    found = related(
        post("clock", 1, topics=("repair", "rooms"), summary="Who winds the escapement."),
        post("piano", 2, topics=("rooms",), purpose="service"),
        post("bell", 3, topics=("repair", "rooms")),
        post("spring", 4, title="A new escapement", purpose="service"),
        post("roof", 5, topics=("rooms",)),
        post("escape", 6, title="An escapement alone"),
        post("van", 7, purpose="service"),
    )

    # Two topics before one; of equals the newer; no purpose is enough by itself, and no word.
    assert found["clock"] == ["bell", "roof", "piano"]
    assert found["van"] == []
    assert found["escape"] == []


def test_a_word_that_few_posts_have_relates_with_a_purpose() -> None:
    found = related(
        post("clock", 1, summary="Who winds the escapement.", purpose="service"),
        post("spring", 2, title="A new escapement", purpose="service"),
        post("hand", 3, title="Who waits", purpose="service"),
    )

    assert found["clock"] == ["spring"]


@pytest.mark.parametrize("other", [{"lang": "fr"}, {"series": "Hours"}])
def test_another_language_and_the_same_series_are_left_out(other: Mapping[str, str]) -> None:
    found = related(
        post("clock", 1, topics=("repair",), series="Hours"),
        post("bell", 2, topics=("repair",), **other),
    )

    assert found == {"clock": [], "bell": []}


def test_at_most_three_are_named() -> None:
    found = related(*(post(f"p{day}", day, topics=("repair",)) for day in range(1, 8)))

    assert found["p1"] == ["p7", "p6", "p5"]


@pytest.mark.parametrize(
    ("words", "levels", "count"),
    [
        (800, [H2, H2, H2],         3),
        (800, [H2, H3, H2, H3, H2], 3),
        (800, [H3, H3, H3, H3],     4),
        (799, [H2, H2, H2],         0),
        (800, [H2, H2, H3],         0),
        (800, [],                   0),
    ],
)  # fmt: skip
def test_long_posts_with_headings_have_contents(words: int, levels: list[int], count: int) -> None:
    headings = tuple(Heading(level, f"h{n}", f"Part {n}") for n, level in enumerate(levels))

    contents = make_contents(Rendered("", (), headings, words))

    assert len(contents) == count
    assert all(link.href.startswith("#h") for link in contents)


def test_a_page_tells_what_was_changed_and_where_it_was_first_published(small_site) -> None:
    fields = {
        "modified": "2026-03-04",
        "change_note": "We had counted twice.",
        "purpose": "issues",
        "source": "https://www.journal.example/night",
    }
    small_site.post("clock", fields=fields)
    small_site.post("bell", fields={"canonical": "https://stories.lindenmark.example/other/"})
    small_site.post("van", fields={"canonical": "https://journal.example/van"})
    done = small_site.run()
    assert done.status == 0, done.said

    clock, bell, van = (
        (small_site.output / f"2026/the-{name}/index.html").read_text(encoding="utf-8")
        for name in ("clock", "bell", "van")
    )

    assert "March 4, 2026</time>:</b> We had counted twice.</p>" in clock
    assert "This post tells what went wrong, and what we do about it." in clock
    assert '<a href="https://www.journal.example/night">journal.example</a>' in clock
    assert "https://stories.lindenmark.example/2026/the-clock/</a>" in clock
    assert '<a href="https://journal.example/van">journal.example</a>' in van
    assert "First published at" not in bell
    assert 'class="changed"' not in bell
