"""Who wrote a post is asked of what was so before the change, where somebody says what that is."""

from collections.abc import Callable

import pytest

from advocacy.cli.archive_options import Archive
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
)

Start = Callable[..., Repository]
STRICT = 'editors = ["eva"]\nwho_wrote = "error"'
WAYS = ("--since", "--base")


def found(repository: Repository, *words: str) -> list[str]:
    """Return which of both checks find something, with the file's name."""
    result = repository.run("check", "--format", "line", "--today", TODAY, *words)
    assert result.exit_code in {0, 1}, result.output
    rows = [line.split(":") for line in result.output.splitlines() if line.count(":") > 3]
    return [f"{row[0].rpartition('/')[2]} {row[3]}" for row in rows if row[3].startswith("Author")]


def take_an_address(repository: Repository) -> None:
    own = (repository.site.root / "content/staff/ana.md").read_text("utf-8")
    repository.site.write("content/staff/ana.md", own.replace("ana-gh", "mallory"))


def write_a_mailmap(repository: Repository) -> None:
    repository.site.write(".mailmap", f"Ana <{ANA}> <mallory@users.noreply.github.com>\n")


def forget_an_address(repository: Repository) -> None:
    repository.site.write("content/staff/ana.md", "---\nname: Ana\nrole: Librarian\n---\n\nHi.\n")


def make_an_editor(repository: Repository) -> None:
    repository.site.write("content/staff/mallory.md", own_file("mallory", OTHER))
    settings = (repository.site.root / "advocacy.toml").read_text("utf-8")
    changed = settings.replace('editors = ["eva"]', 'editors = ["eva", "mallory"]')
    repository.site.write("advocacy.toml", changed.replace("mallory-gh", "mallory"))


def ask_no_longer(repository: Repository) -> None:
    settings = (repository.site.root / "advocacy.toml").read_text("utf-8")
    repository.site.write("advocacy.toml", settings.replace('who_wrote = "error"', ""))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("trick", "address"),
    [
        (take_an_address, "mallory@users.noreply.github.com"),
        (write_a_mailmap, "mallory@users.noreply.github.com"),
        (forget_an_address, OTHER),
        (make_an_editor, OTHER),
        (ask_no_longer, OTHER),
    ],
)
def test_no_change_lends_itself_a_name(
    trick: Callable[[Repository], None], address: str, way: str, start: Start
) -> None:
    repository = start(STRICT)
    repository.branch()
    repository.site.post("new")
    trick(repository)
    repository.commit(address, name="Mallory")

    believed, asked = found(repository), found(repository, way, "main")

    assert "new.md Author.Commit" not in believed
    assert "new.md Author.Commit" in asked


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("address", [ANA, EVA])
def test_who_was_known_before_is_known(address: str, way: str, start: Start) -> None:
    repository = start(STRICT)
    repository.branch()
    repository.site.post("new")
    repository.commit(address)

    assert found(repository, way, "main") == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("address", "is_found"), [(OTHER, False), (BEN, True)])
def test_who_is_new_is_known_by_their_own_file(
    address: str, is_found: bool, way: str, start: Start
) -> None:
    repository = start(STRICT)
    repository.branch()
    repository.site.write("content/staff/dora.md", own_file("dora", OTHER))
    repository.site.post("new", fields={"authors": "[dora]"})
    repository.commit(address)

    assert found(repository, way, "main") == (["new.md Author.Commit"] if is_found else [])


@pytest.mark.parametrize("told", [f"commit_emails: {hash_address(OTHER)}", "forge: {github: dora}"])
def test_who_is_new_has_to_commit_where_their_file_tells_of_either(told: str, start: Start) -> None:
    repository = start(STRICT)
    repository.branch()
    repository.site.write("content/staff/dora.md", staff_file("dora", more=told))
    repository.site.post("new", fields={"authors": "[dora]"})
    repository.commit("dora@example.net", name="Dora")

    assert found(repository, "--base", "main") == ["new.md Author.Commit"]


def test_a_change_may_begin_to_ask(start: Start) -> None:
    repository = start('editors = ["eva"]')
    repository.branch()
    settings = (repository.site.root / "advocacy.toml").read_text("utf-8")
    repository.site.write("advocacy.toml", f'{settings}who_wrote = "error"\n')
    repository.site.post("new")
    repository.commit(OTHER)

    assert found(repository, "--base", "main") == ["new.md Author.Commit"]


def test_a_base_that_is_none_is_told(start: Start) -> None:
    done = start(STRICT).run("check", "--base", "mian")

    assert done.exit_code == 2
    assert "--base: git knows no commit `mian`. Did you mean `main`?" in done.output


@pytest.mark.parametrize(("archive", "lasts"), [(Archive(), True), (Archive(base="main"), False)])
def test_what_is_asked_of_a_base_is_asked_anew(archive: Archive, lasts: bool) -> None:
    assert archive.may_last is lasts
