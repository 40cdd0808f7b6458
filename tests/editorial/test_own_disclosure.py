"""Whom a colleague's own sentence of disclosure names; it stands in every text of their page."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.site import Site
from tests.conftest import STAFF
from tests.editorial.conftest import check_library, places

Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def check(site: Site, guide: Guide, write: Callable[..., Path]) -> Check:
    """Check a colleague's file with these lines in its front matter."""
    phrases = {"en": ("my employer",), "fr": ("où je travaille", "図書館で働いています")}
    site = replace(site, disclosure_phrases=phrases)

    def check(*lines: str) -> tuple[Finding, ...]:
        added = "\n".join(("role: Librarian", *lines))
        write("content/staff/ana.md", STAFF.replace("role: Librarian", added))
        return check_library(read_library(site), guide, Targets(site))

    return check


@pytest.mark.parametrize(
    ("lang", "sentence", "is_found"),
    [
        ("en", "I bind books at Lindenmark Libraries.",      False),
        ("en", "I bind books at lindenmark  libraries",      False),
        ("en", "My employer has a van, and I drive it.",     False),
        ("fr", "À la bibliothèque où je travaille.",         False),
        ("fr", "私は図書館で働いていますよ。",               False),
        ("en", "I love what I do.",                          True),
        ("en", "I work at Lindenmark Librarieshire.",        True),
        ("en", "I am a librarian. #LindenmarkLibraries",     True),
        ("en", "I am [[a binder at Lindenmark Libraries]].", True),
        ("en", "Où je travaille.",                           True),
        ("fr", "Je suis employée aux bibliothèques.",        True),
    ],
)  # fmt: skip
def test_it_says_for_whom_they_work(check: Check, lang: str, sentence: str, is_found: bool) -> None:
    findings = check(f'share: {{disclosure: {{{lang}: "{sentence}"}}}}')

    assert [each.check for each in findings] == ["Disclosure.Own"] * is_found


def test_a_finding_stands_at_the_sentence_and_says_what_to_write(check: Check) -> None:
    (found,) = check("share:", "  disclosure:", "    en: I love what I do.")

    assert places([found]) == [(6, 9, "Disclosure.Own")]
    assert found.blocks
    assert found.message == (
        "`I love what I do.` does not say whom you work for. Name `Lindenmark Libraries` in it, or "
        "say it as [disclosure_phrases] do: `my employer`."
    )


def test_an_editor_may_know_better(check: Check) -> None:
    known = "allow: {Disclosure.Own: everybody knows the van}"

    assert check("share: {disclosure: {en: I drive the van.}}", known) == ()


def test_who_says_nothing_of_their_own_is_let_be(check: Check) -> None:
    assert check() == check("share: {}") == ()
