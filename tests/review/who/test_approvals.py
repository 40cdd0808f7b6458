"""Who has to approve a change: by purpose, by path, and by whose it is."""

from collections.abc import Callable

import pytest

from advocacy.identities import hash_address
from tests.review.who.conftest import (
    ANA,
    BEN,
    EVA,
    OTHER,
    TODAY,
    Repository,
    approvals,
    own_file,
    staff_file,
    stewardship,
)
from tests.site.conftest import SmallSite

Start = Callable[..., Repository]
APPROVE = """\
editors = ["eva"]
[review.approve]
service = ["ben", "eva"]
guide = ["ana"]
staff = ["ben"]
settings = ["ben"]
[review.paths]
"content/images/" = ["ana"]
"content/images/logos/" = ["ben"]
"content/images-of" = ["ana"]
"content/topics/reading.md" = ["ben"]
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
        ("content/topics/reading.md", "Read", ANA, ("`content/topics/reading.md`", "ben")),
        ("content/topics/reading.md.md", "Read", ANA, ("editors", "eva")),
        (".github/workflows/x.yml", "on: push", ANA, ("settings", "ben")),
        ("README.md", "Read", ANA, ("settings", "ben")),
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


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("content/images/x.png", "content/x.png", ("`content/images/`", "ana")),
        ("content/images/logos/x.png", "content/images/x.png", ("`content/images/logos/`", "ben")),
        ("content/pages/values.md", "content/pages/value.md", ("guide", "ana")),
        ("content/staff/ben.md", "content/pages/ben.md", ("staff", "ben")),
    ],
)
def test_who_has_to_approve_hangs_on_what_it_was_too(
    before: str, after: str, expected: tuple[str, str], start: Start
) -> None:
    repository = start(APPROVE)
    if before.endswith(".png"):
        repository.site.write(before, "x")
        repository.commit()
    repository.branch()
    repository.git("mv", before, after)
    repository.commit(EVA)

    assert [each for each in approvals(repository) if each[0] != "settings"] == [
        (*expected, after, False)
    ]


def test_a_program_beside_the_posts_is_for_those_who_look_after_settings(start: Start) -> None:
    repository = start(APPROVE)
    repository.branch()
    repository.site.write("content/posts/x.sh", "ls")
    repository.commit()

    assert approvals(repository) == [
        ("editors", "eva", "content/posts/x.sh", False),
        ("settings", "ben", "content/posts/x.sh", False),
    ]


def test_a_path_is_below_the_site_s_folder(start: Start) -> None:
    repository = start('editors = ["eva"]\n[review.paths]\n"docs/" = ["ben"]')
    blog = repository.move_below("blog")
    repository.commit()
    repository.branch()
    for path in ("docs/x.md", "blog/docs/x.md"):
        repository.site.write(path, "Read")
    repository.site.write("blog/content/posts/old.md", (blog / "content/posts/old.md").read_text())
    repository.commit(BEN)
    inner = Repository(SmallSite(blog))

    assert approvals(inner) == [
        ("`docs/`", "ben", "docs/x.md", False),
        ("settings", "eva", "docs/x.md", False),
    ]


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
    both = stewardship(repository, "eva", "ben").approvals

    served = "content/posts/new.md content/posts/served.md"
    assert found == [
        ("service", "ben|eva", served, True),
        ("editors", "eva", "content/posts/other.md", False),
    ]
    assert [each.given_by for each in both] == [("ben", "eva"), ("eva",)]


def test_a_post_that_changes_its_purpose_is_for_both(start: Start) -> None:
    repository = start('approve = {service = ["ben"], issues = ["eva"]}')
    repository.site.post("served", fields={"purpose": "service"})
    repository.commit()
    repository.branch()
    repository.site.post("served", fields={"purpose": "issues"})
    repository.commit()

    assert [each[:2] for each in approvals(repository)] == [("issues", "eva"), ("service", "ben")]


def test_nobody_approves_what_they_made_where_others_can(start: Start) -> None:
    repository = start(APPROVE)
    repository.branch()
    repository.site.post("new", fields={"purpose": "service", "authors": "[ben]"})
    repository.commit(BEN)

    assert approvals(repository) == [("service", "eva", "content/posts/new.md", False)]


@pytest.mark.parametrize("address", [ANA, EVA])
def test_authors_are_not_asked_where_they_or_an_editor_change_it(
    address: str, start: Start
) -> None:
    repository = start()
    repository.branch()
    repository.site.post("old", body="It snowed.")
    repository.commit(address)

    assert [each[0] for each in approvals(repository)] == ["editors"]


def test_authors_are_asked_where_others_change_it_as_well(start: Start) -> None:
    repository = start()
    repository.branch()
    for address in (ANA, BEN):
        repository.site.add("content/posts/old.md", "It snowed.\n")
        repository.commit(address)

    assert [each[:2] for each in approvals(repository)] == [("authors", "eva")]


@pytest.mark.parametrize("told", [f"commit_emails: {hash_address(ANA)}", "forge: {github: ana-gh}"])
def test_an_author_is_asked_whose_file_tells_of_either(told: str, start: Start) -> None:
    repository = start()
    repository.site.write("content/staff/ana.md", staff_file("ana", more=told))
    repository.site.write("content/staff/dora.md", staff_file("dora"))
    repository.site.post("old", fields={"authors": "[ana, dora]"})
    repository.commit()
    repository.branch()
    repository.site.post("old", fields={"authors": "[ana, dora]"}, body="It snowed.")
    repository.commit(BEN)

    assert [each[:2] for each in approvals(repository)] == [("authors", "ana|dora|eva")]


def test_authors_are_asked_where_others_change_their_post(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.site.post("old", fields={"authors": "[ben]"}, body="It snowed.")
    repository.commit(BEN)

    assert approvals(repository) == [("authors", "ana|eva", "content/posts/old.md", False)]


def test_owners_are_asked_where_others_change_what_is_theirs(start: Start) -> None:
    repository = start(APPROVE)
    repository.branch()
    for name, address in (("ana", ANA), ("ben", BEN)):
        repository.site.write(f"content/staff/{name}.md", own_file(name, address))
    repository.commit(OTHER)

    assert approvals(repository) == [
        ("staff", "ana|ben", "content/staff/ana.md", False),
        ("staff", "ben", "content/staff/ben.md", False),
    ]


def test_who_is_no_colleague_yet_is_not_asked(start: Start) -> None:
    repository = start('editors = ["zoe", "eva"]')
    repository.branch()
    repository.site.write("content/staff/zoe.md", own_file("zoe", OTHER))
    repository.commit(OTHER)

    assert approvals(repository) == [("staff", "eva", "content/staff/zoe.md", False)]


def test_who_has_left_is_not_asked(start: Start) -> None:
    repository = start()
    gone = own_file("eva", EVA).replace("forge:", "left: 2026-05-01\nforge:")
    repository.site.write("content/staff/eva.md", gone)
    repository.commit(EVA)
    repository.branch()
    repository.site.post("new")
    repository.commit()

    assert approvals(repository) == []
