"""Whose a file is, who changed it and who has to approve: what a change cannot give itself."""

from collections.abc import Callable
from datetime import date

import pytest

from advocacy.identities import hash_address
from advocacy.repository import Repository as Asked
from advocacy.review.reading import ASKER
from advocacy.review.stewardship import Stewardship, read_stewardship
from tests.review.who.conftest import ANA, BEN, EVA, TODAY, Repository, staff_file

Start = Callable[..., Repository]
OTHER = "mallory@example.net"
HELPED = f"A step\n\nCo-authored-by: Ana <{ANA}>"
APPROVE = """\
editors = ["eva"]
[review.approve]
service = ["ben", "eva"]
guide = ["ana"]
staff = ["ben"]
[review.paths]
"content/images/" = ["ana"]
"content/images/logos/" = ["ben"]
"""


def stewardship(repository: Repository, *approved: str) -> Stewardship:
    """Return what is said of the branch against `main`."""
    asked = Asked(repository.site.root, ASKER)
    today, base = date(2026, 6, 1), asked.find_base("main")
    return read_stewardship(repository.library(), today, asked, base, approved)


def own_file(name: str, address: str, role: str = "Archivist") -> str:
    more = f"commit_emails: {hash_address(address)}\nforge: {{github: {name}-gh}}"
    return staff_file(name, more=more).replace("Librarian", role)


@pytest.mark.parametrize(
    ("address", "message", "by"),
    [
        (ANA, "A step", []),
        ("7+ana-gh@users.noreply.github.com", "A step", []),
        (EVA, "A step", []),
        (BEN, "A step", ["ben"]),
        (OTHER, "A step", ["Mallory"]),
        (OTHER, HELPED, ["Mallory"]),
    ],
)
def test_a_colleague_s_file_is_theirs_or_an_editor_s_to_change(
    address: str, message: str, by: list[str], start: Start
) -> None:
    repository = start()
    repository.branch()
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))
    repository.commit(address, message)

    foreign = stewardship(repository).foreign

    expected = [("content/staff/ana.md", "staff", ("ana",), tuple(by))] if by else []
    assert [tuple(each) for each in foreign] == expected


def move_staff(repository: Repository) -> None:
    repository.git("mv", "content/staff/ana.md", "content/staff/anna.md")


def remove_staff(repository: Repository) -> None:
    repository.git("mv", "content/posts/old.md", "content/posts/older.md")
    repository.site.post("older", fields={"authors": "[ben]"})
    repository.git("rm", "-q", "content/staff/ana.md")


def become_ana(repository: Repository) -> None:
    repository.site.write("content/staff/ana.md", own_file("ana", OTHER))


def become_ana_by_mailmap(repository: Repository) -> None:
    repository.site.write(".mailmap", f"Ana <{ANA}> <{OTHER}>\n")
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))


def become_an_editor(repository: Repository) -> None:
    repository.site.write("content/staff/mallory.md", own_file("mallory", OTHER))
    file = repository.site.root / "advocacy.toml"
    file.write_text(file.read_text().replace('["eva"]', '["eva", "mallory"]'))
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))


def break_the_settings_first(repository: Repository) -> None:
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))
    repository.commit(OTHER)
    become_an_editor(repository)


@pytest.mark.parametrize(
    "deed",
    [
        move_staff,
        remove_staff,
        become_ana,
        become_ana_by_mailmap,
        become_an_editor,
        break_the_settings_first,
    ],
)
def test_a_change_does_not_give_itself_a_right(
    deed: Callable[[Repository], None], start: Start
) -> None:
    repository = start()
    if deed is move_staff:
        repository.site.post("old", fields={"authors": "[ben]"})
        repository.commit()
    repository.branch()
    deed(repository)
    repository.commit(OTHER)

    (foreign,) = stewardship(repository).foreign

    assert foreign.owners == ("ana",)
    assert set(foreign.by) <= {"Mallory", "mallory"}


def test_a_detour_hides_nobody(start: Start) -> None:
    repository = start()
    repository.branch()
    for before, after, address in (("ana", "tmp", EVA), ("", "", OTHER), ("tmp", "ana", EVA)):
        if before:
            repository.git("mv", f"content/staff/{before}.md", f"content/staff/{after}.md")
        else:
            repository.site.add("content/staff/tmp.md", "\nI say other things.\n")
        repository.commit(address)

    assert [each.by for each in stewardship(repository).foreign] == [("Mallory",)]


@pytest.mark.parametrize(
    ("more", "address", "is_told"),
    [
        (f"commit_emails: {hash_address(OTHER)}", OTHER, False),
        (f"commit_emails: {hash_address(OTHER)}", BEN, True),
        (f"commit_emails: {hash_address(OTHER)}", EVA, False),
        ("team: Desk", OTHER, False),
    ],
)
def test_who_is_new_writes_their_own_file(
    more: str, address: str, is_told: bool, start: Start
) -> None:
    repository = start()
    repository.branch()
    repository.site.write("content/staff/mallory.md", staff_file("mallory", more=more))
    repository.commit(address)

    assert bool(stewardship(repository).foreign) == is_told


@pytest.mark.parametrize(
    ("address", "by"), [(BEN, ()), (EVA, ()), (ANA, ("ana",)), (OTHER, ("Mallory",))]
)
def test_a_translation_belongs_to_the_original_s_authors(
    address: str, by: tuple[str, ...], start: Start
) -> None:
    repository = start()
    file = repository.site.root / "advocacy.toml"
    said = file.read_text().replace("[disclosure]", '[disclosure]\nfr = "Oui, à Lindenmark."')
    file.write_text(f'languages = ["en", "fr"]\n{said}')
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


@pytest.mark.parametrize(
    ("address", "approved", "is_told"),
    [
        (ANA, (), True),
        (BEN, (), False),
        (ANA, ("ben",), False),
        (ANA, ("eva",), True),
    ],
)
def test_a_reviewer_who_has_not_said_so_is_told(
    address: str, approved: tuple[str, ...], is_told: bool, start: Start
) -> None:
    repository = start()
    repository.site.post("old", fields={"reviewed_by": "[eva]"})
    repository.commit()
    repository.branch()
    repository.site.post("old", fields={"reviewed_by": "[eva, ben]"})
    repository.commit(address, f"A step\n\nCo-authored-by: Ben <{BEN}>")

    claimed = stewardship(repository, *approved).claimed

    assert [(each.line, each.colleague) for each in claimed] == ([(7, "ben")] if is_told else [])


@pytest.mark.parametrize(
    ("address", "approved", "authors", "told"),
    [
        (OTHER, (), "[ana]", ["ana"]),
        (OTHER, (), "[ben, ana]", ["ben", "ana"]),
        (ANA, (), "[ana, ben]", ["ben"]),
        (ANA, ("ben",), "[ana, ben]", []),
        (EVA, (), "[ana, ben]", []),
        (OTHER, (), "[dora]", ["dora"]),
        (OTHER, ("dora",), "[dora]", []),
        (EVA, (), "[dora]", []),
    ],
)
def test_an_author_who_has_not_said_so_is_told(
    address: str, approved: tuple[str, ...], authors: str, told: list[str], start: Start
) -> None:
    repository = start()
    repository.site.write("content/staff/dora.md", staff_file("dora"))
    repository.commit(EVA)
    repository.branch()
    repository.site.post("new", fields={"authors": authors})
    uncommitted = stewardship(repository, *approved).claimed
    repository.commit(address, HELPED)

    claimed = stewardship(repository, *approved).claimed

    assert uncommitted == ()
    assert [(each.line, each.colleague, each.key) for each in claimed] == [
        (5, name, "authors") for name in told
    ]


@pytest.mark.parametrize(("name", "told"), [("Dora", []), ("Mallory", ["dora"])])
def test_an_author_whose_commits_no_file_tells_is_known_by_name(
    name: str, told: list[str], start: Start
) -> None:
    repository = start()
    repository.site.write("content/staff/dora.md", staff_file("dora"))
    repository.commit(EVA)
    repository.branch()
    repository.site.post("new", fields={"authors": "[dora]"})
    repository.commit(OTHER, name=name)

    assert [each.colleague for each in stewardship(repository).claimed] == told


def test_an_author_who_was_there_need_not_say_so_again(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.git("mv", "content/posts/old.md", "content/posts/older.md")
    repository.site.post("older", fields={"id": "tag:stories.lindenmark.example,2026:old"})
    repository.commit(OTHER)

    assert stewardship(repository).claimed == ()


def approvals(repository: Repository, *approved: str) -> list[tuple[str, str, str, bool]]:
    found = stewardship(repository, *approved).approvals
    return [
        (each.why, "|".join(each.anyone_of), " ".join(each.paths), each.is_given) for each in found
    ]


@pytest.mark.parametrize(
    ("path", "text", "address", "expected"),
    [
        ("content/staff/ana.md", own_file("ana", ANA), ANA, ("staff", "ben")),
        ("content/staff/ben.md", own_file("ben", BEN), BEN, ("staff", "ben")),
        ("content/images/x.png", "x", ANA, ("`content/images/`", "ana")),
        ("content/images/x.png", "x", BEN, ("`content/images/`", "ana")),
        ("content/images/logos/x.png", "x", ANA, ("`content/images/logos/`", "ben")),
        ("content/images-of/x.png", "x", ANA, ("editors", "eva")),
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


def test_what_is_not_committed_is_nobody_s_yet(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))

    found = stewardship(repository)

    assert found.foreign == ()
    assert found.authors == ()
    assert [each.why for each in found.approvals] == ["staff"]


def test_who_made_a_change_is_told(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.site.post("new")
    repository.commit(ANA)
    repository.site.post("newer")
    repository.commit(OTHER)

    assert stewardship(repository).authors == ("Mallory", "ana")


def test_a_shallow_clone_says_that_it_knows_nobody(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))
    repository.commit(OTHER)
    root = repository.git("rev-parse", "main").strip()
    repository.site.write(".git/shallow", f"{root}\n")

    found = stewardship(repository)
    result = repository.run("review", "--base", "main", "--today", TODAY)

    assert found.foreign == ()
    assert found.authors == ()
    assert [each.why for each in found.approvals] == ["staff"]
    assert "Who committed what was not looked at: the history is cut off" in result.output
