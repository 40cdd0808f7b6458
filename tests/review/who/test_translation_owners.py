"""A translation belongs to the authors of its original."""

from collections.abc import Callable

import pytest

from tests.review.who.conftest import ANA, BEN, EVA, OTHER, Repository, approvals, stewardship

Start = Callable[..., Repository]


def begin_in_two_languages(start: Start) -> Repository:
    repository = start()
    file = repository.site.root / "advocacy.toml"
    said = file.read_text().replace("[disclosure]", '[disclosure]\nfr = "Oui, à Lindenmark."')
    file.write_text(f'languages = ["en", "fr"]\n{said}')
    return repository


@pytest.mark.parametrize(
    ("address", "by"), [(BEN, ()), (EVA, ()), (ANA, ("ana",)), (OTHER, ("Mallory",))]
)
def test_a_translation_belongs_to_the_original_s_authors(
    address: str, by: tuple[str, ...], start: Start
) -> None:
    repository = begin_in_two_languages(start)
    repository.site.post("original", fields={"authors": "[ben]"})
    repository.commit(BEN)
    repository.branch()
    original = {"authors": "[ben, ana]"}
    repository.site.post("original", fields=original)
    of = {"translation_of": "tag:stories.lindenmark.example,2026:original", "lang": "fr"}
    repository.site.post("traduction", fields=of)
    repository.commit(address)

    foreign = stewardship(repository).foreign

    assert [(each.path, each.owners, each.by) for each in foreign] == (
        [("content/posts/traduction.md", ("ben",), by)] if by else []
    )
    asked = [each for each in approvals(repository) if each[0] == "translation"]
    file = "content/posts/traduction.md"
    assert asked == ([("translation", "ben|eva", file, False)] if by else [])


def test_a_translation_is_whose_it_was_whatever_it_says_now(start: Start) -> None:
    repository = begin_in_two_languages(start)
    for name in ("original", "other"):
        author = "ben" if name == "original" else "ana"
        repository.site.post(name, fields={"authors": f"[{author}]"})
    of = {"translation_of": "tag:stories.lindenmark.example,2026:original", "lang": "fr"}
    repository.site.post("traduction", fields=of)
    repository.commit(EVA)
    repository.branch()
    of["translation_of"] = "tag:stories.lindenmark.example,2026:other"
    repository.site.post("traduction", fields=of)
    repository.commit(OTHER)

    assert [each.owners for each in stewardship(repository).foreign] == [("ben",)]


def test_a_translation_of_what_is_new_belongs_to_its_authors(start: Start) -> None:
    repository = begin_in_two_languages(start)
    repository.commit(EVA)
    repository.branch()
    repository.site.post("original", fields={"authors": "[ben]"})
    repository.commit(BEN)
    of = {"translation_of": "tag:stories.lindenmark.example,2026:original", "lang": "fr"}
    repository.site.post("traduction", fields=of)
    repository.commit(ANA)

    assert [each.owners for each in stewardship(repository).foreign] == [("ben",)]
