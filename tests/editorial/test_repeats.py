"""Captions of the last year that are said again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.editorial.guide import Guide
from advocacy.editorial.repeats import find_repeats
from advocacy.library import Library, read_library
from advocacy.markup.targets import Targets
from advocacy.site import Site
from tests.conftest import STAFF
from tests.editorial.conftest import check_library

Write = Callable[..., Path]
POST = """\
---
id: tag:stories.lindenmark.example,{day}:{name}
title: {name}
date: {day}
authors: [ana]
summary: What happens in a library after the doors close.
lang: {lang}
status: {status}
share:
  captions:
    default:
      - "{caption}"
---
Somebody has to wind the clock.
"""
BOOKS = "Once a year eleven of us count every book in the house."
DISCS = "Once a year eleven of us count every disc in the house."


def library_of(
    site: Site, write: Write, *posts: tuple[str, str], lang: str = "en", status: str = "published"
) -> Library:
    """Read posts of a day and a caption; all but the last in a language and with a status."""
    write("content/staff/ana.md", STAFF)
    for number, (day, caption) in enumerate(posts):
        is_last = number == len(posts) - 1
        text = POST.format(
            day=day,
            name=f"post-{number}",
            caption=caption,
            lang="en" if is_last else lang,
            status="published" if is_last else status,
        )
        write(f"content/posts/{day}-post-{number}.md", text)
    library = read_library(site)
    assert not library.problems
    return library


@pytest.mark.parametrize(
    ("before", "caption", "percent"),
    [
        ([("2026-01-10", BOOKS)],                        DISCS,                91),
        ([("2026-01-10", BOOKS)],                        BOOKS.upper(),        100),
        ([("2026-01-10", f"{BOOKS} #Books https://x.example/")], BOOKS,        100),
        ([("2025-03-31", BOOKS)],                        BOOKS,                100),
        ([("2025-03-30", BOOKS)],                        BOOKS,                None),
        ([("2026-01-10", BOOKS), ("2026-02-10", DISCS)], DISCS,                100),
        ([("2026-01-10", "It beeps in eleven keys.")],   BOOKS,                None),
        ([("2026-01-10", BOOKS)],
         "Once a year there is soup, ham, and a good deal of dust on every single shelf.", None),
        ([("2026-01-10", "Count me in.")],               "Count me out.",      None),
        ([("2026-01-10", "Count me in.")],               "Count me in!",       100),
    ],
)  # fmt: skip
def test_what_the_last_year_said_is_told_with_its_share(
    site: Site, write: Write, before: list[tuple[str, str]], caption: str, percent: int | None
) -> None:
    library = library_of(site, write, *before, ("2026-03-31", caption))
    path = f"content/posts/2026-03-31-post-{len(before)}.md"

    found = find_repeats(library.posts, [path])

    repeat = found.get((path, "share.captions.default.0"))
    assert (repeat.percent if repeat else None) == percent


@pytest.mark.parametrize(("lang", "status"), [("fr", "published"), ("en", "draft")])
def test_other_languages_and_drafts_said_nothing(
    site: Site, write: Write, lang: str, status: str
) -> None:
    library = library_of(
        site, write, ("2026-01-10", BOOKS), ("2026-03-31", BOOKS), lang=lang, status=status
    )

    assert not find_repeats(library.posts)


def test_the_check_names_the_other_caption(site: Site, guide: Guide, write: Write) -> None:
    library = library_of(site, write, ("2026-01-10", BOOKS), ("2026-03-31", DISCS))

    findings = check_library(library, guide, Targets(site, {}))

    (found,) = (each for each in findings if each.check == "Caption.Again")
    assert (found.path, found.line) == ("content/posts/2026-03-31-post-1.md", 12)
    assert found.message == (
        "This shares 91 % of its words with the caption on line 12 of "
        "`content/posts/2026-01-10-post-0.md`. Who follows you has read that: say what is new."
    )
