"""Whose a file is, and who changed it: what a change cannot give itself."""

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
    own_file,
    staff_file,
    stewardship,
)
from tests.site.conftest import SmallSite

Start = Callable[..., Repository]
HELPED = f"A step\n\nCo-authored-by: Ana <{ANA}>"


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


def test_a_file_that_tells_nobody_s_commits_is_its_colleague_s_too(start: Start) -> None:
    repository = start()
    repository.site.write("content/staff/dora.md", staff_file("dora"))
    repository.commit(EVA)
    repository.branch()
    repository.site.write("content/staff/dora.md", staff_file("dora", more="team: Desk"))
    repository.commit(OTHER)

    assert [each.owners for each in stewardship(repository).foreign] == [("dora",)]


def test_all_who_changed_what_is_another_s_are_told(start: Start) -> None:
    repository = start()
    repository.branch()
    for address in (BEN, OTHER):
        repository.site.add("content/staff/ana.md", "\nI say other things.\n")
        repository.commit(address)

    assert [each.by for each in stewardship(repository).foreign] == [("Mallory", "ben")]


def test_who_took_a_file_away_is_told_though_another_puts_it_elsewhere(start: Start) -> None:
    repository = start()
    repository.branch()
    file = repository.site.root / "content/staff/ana.md"
    text = file.read_text("utf-8")
    file.unlink()
    repository.site.post("old", fields={"authors": "[ben]"})
    repository.commit(OTHER)
    repository.site.write("content/staff/anna.md", text)
    repository.commit(EVA)

    (foreign,) = stewardship(repository).foreign

    assert (foreign.owners, foreign.by) == (("ana",), ("Mallory",))


def test_whoever_changes_a_site_below_the_top_is_told(start: Start) -> None:
    repository = start()
    blog = repository.move_below("blog")
    repository.commit()
    repository.branch()
    repository.site.write("blog/content/staff/ana.md", own_file("ana", ANA))
    repository.commit(OTHER)

    assert [each.by for each in stewardship(Repository(SmallSite(blog))).foreign] == [("Mallory",)]


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
        ("forge: {github: mallory}", BEN, True),
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


def break_it_as_text(repository: Repository) -> None:
    (repository.site.root / "advocacy.toml").write_bytes(b"\xff\0")


def break_it_as_toml(repository: Repository) -> None:
    repository.site.add("advocacy.toml", "x = [")


def break_it_as_settings(repository: Repository) -> None:
    repository.site.add("advocacy.toml", "x = 1")


def take_it_away(repository: Repository) -> None:
    (repository.site.root / "advocacy.toml").unlink()


@pytest.mark.parametrize(
    "spoil", [break_it_as_text, break_it_as_toml, break_it_as_settings, take_it_away]
)
def test_where_the_settings_could_not_be_read_nobody_could_approve(
    spoil: Callable[[Repository], None], start: Start
) -> None:
    repository = start()
    settings = (repository.site.root / "advocacy.toml").read_text("utf-8")
    spoil(repository)
    repository.site.write("content/staff/zoe.md", own_file("zoe", OTHER))
    (repository.site.root / "content/posts/broken.md").write_bytes(b"\xff")
    repository.commit()
    repository.branch()
    repository.site.write("advocacy.toml", settings)
    repository.site.post("broken")
    repository.site.write("content/staff/ana.md", own_file("ana", ANA))
    repository.commit(EVA)

    found = stewardship(repository, "eva")

    assert [each.anyone_of for each in found.approvals] == [("ana",)]
    assert [(each.owners, each.by) for each in found.foreign] == [(("ana",), ("eva",))]


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


def test_who_is_new_takes_no_address_of_a_colleague(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.site.write("content/staff/mallory.md", own_file("mallory", ANA))
    repository.commit(ANA)

    assert stewardship(repository).authors == ("ana",)


def test_who_moved_another_repository_is_told(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.bring("main")
    repository.bring("HEAD", OTHER)

    found = stewardship(repository)

    assert found.authors == ("Mallory", "ana")
    assert [(each.path, each.name) for each in found.flags] == [
        (".gitmodules", "git"),
        ("sub", "submodule"),
    ]


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
