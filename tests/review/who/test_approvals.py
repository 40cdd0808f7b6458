"""Who has to approve a change: by purpose, by path, and by whose it is."""

from collections.abc import Callable

import pytest

from tests.review.who.conftest import (
    ANA,
    BEN,
    EVA,
    OTHER,
    TODAY,
    Repository,
    approvals,
    own_file,
)

Start = Callable[..., Repository]
APPROVE = """\
editors = ["eva"]
[review.approve]
service = ["ben", "eva"]
guide = ["ana"]
staff = ["ben"]
[review.paths]
"content/images/" = ["ana"]
"content/images/logos/" = ["ben"]
"content/images-of" = ["ana"]
"""


@pytest.mark.parametrize(
    ("path", "text", "address", "expected"),
    [
        ("content/staff/ana.md", own_file("ana", ANA), ANA, ("staff", "ben")),
        ("content/staff/ben.md", own_file("ben", BEN), BEN, ("staff", "ben")),
        ("content/images/x.png", "x", ANA, ("`content/images/`", "ana")),
        ("content/images/x.png", "x", BEN, ("`content/images/`", "ana")),
        ("content/images/logos/x.png", "x", ANA, ("`content/images/logos/`", "ben")),
        ("content/images-to/x.png", "x", ANA, ("editors", "eva")),
        ("content/images-of/x.png", "x", BEN, ("`content/images-of`", "ana")),
        ("content/images-of-it/x.png", "x", ANA, ("editors", "eva")),
        ("content/pages/values.md", "---\ntitle: V\n---\n", BEN, ("guide", "ana")),
        (".github/workflows/x.yml", "on: push", ANA, ("settings", "eva")),
        ("README.md", "Read", ANA, ("settings", "eva")),
    ],
)
def test_who_has_to_approve_hangs_on_what_it_is(
    path: str, text: str, address: str, expected: tuple[str, str], start: Start
) -> None:
    repository = start(APPROVE)
    repository.branch()
    repository.site.write(path, text)
    repository.commit(address)

    found = approvals(repository)

    assert found == [(*expected, path, False)]


def test_a_change_without_a_post_is_listed_and_needs_an_approval(start: Start) -> None:
    repository = start('editors = ["eva"]\n[review.paths]\n"docs/" = ["ben"]')
    repository.branch()
    for path in ("README.md", "docs/how.md", "x.php"):
        repository.site.write(path, "Read")
    repository.git("mv", "content/posts/old.md", "old.md")
    repository.commit()

    result = repository.run("review", "--base", "main", "--today", TODAY)

    assert approvals(repository) == [
        ("`docs/`", "ben", "docs/how.md", False),
        ("settings", "eva", "README.md old.md x.php", False),
    ]
    assert "- `x.php`: It is a program." in result.output
    assert "Also changed: `README.md`, `docs/how.md`, `old.md`." in result.output


def test_a_post_is_approved_by_its_purpose_old_and_new(start: Start) -> None:
    repository = start(APPROVE)
    repository.site.post("served", fields={"purpose": "service"})
    repository.commit()
    repository.branch()
    repository.site.post("served", fields={"purpose": "issues"})
    repository.site.post("new", fields={"purpose": "service"})
    repository.site.post("other")
    repository.commit(ANA)

    found = approvals(repository, "ben")

    served = "content/posts/new.md content/posts/served.md"
    assert found == [
        ("service", "ben|eva", served, True),
        ("editors", "eva", "content/posts/other.md", False),
    ]


def test_nobody_approves_what_they_made_where_others_can(start: Start) -> None:
    repository = start(APPROVE)
    repository.branch()
    repository.site.post("new", fields={"purpose": "service", "authors": "[ben]"})
    repository.commit(BEN)

    assert approvals(repository) == [("service", "eva", "content/posts/new.md", False)]


def test_authors_are_asked_where_others_change_their_post(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.site.post("old", fields={"authors": "[ben]"}, body="It snowed.")
    repository.commit(BEN)

    assert approvals(repository) == [("authors", "ana|eva", "content/posts/old.md", False)]


def test_owners_are_asked_where_others_change_what_is_theirs(start: Start) -> None:
    repository = start(APPROVE)
    repository.branch()
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))
    repository.commit(OTHER)

    assert approvals(repository) == [("staff", "ana|ben", "content/staff/ana.md", False)]


def test_who_has_left_is_not_asked(start: Start) -> None:
    repository = start()
    gone = own_file("eva", EVA).replace("forge:", "left: 2026-05-01\nforge:")
    repository.site.write("content/staff/eva.md", gone)
    repository.commit(EVA)
    repository.branch()
    repository.site.post("new")
    repository.commit()

    assert approvals(repository) == []
