"""`[review]`, what colleagues say of their commits, and how mistakes in both are told."""

from collections.abc import Callable

import pytest

from advocacy.forges.forge import FORGES
from advocacy.front_matter import Document, read_document
from advocacy.identities import hash_address, make_identities
from advocacy.review.codeowners import PLACES
from advocacy.review_settings import NOREPLY
from advocacy.site import Site
from advocacy.source import Source
from advocacy.staff import read_staff_member
from tests.review.who.conftest import ANA, TODAY, Repository, staff_file

Start = Callable[..., Repository]


@pytest.mark.parametrize(
    ("review", "told"),
    [
        ('editor = ["eva"]', "`editor` is not a key that is known here. Did you mean `editors`?"),
        ('editors = ["Eva!"]', "`Eva!` cannot be used. Write a colleague's id"),
        ('editors = ["evi"]', "`review`: `editors`: `evi` is no colleague here. Did you mean"),
        ('editors = ["zoe"]', "`zoe` is no colleague here. Add content/staff/zoe.md, or take it"),
        ('who_wrote = "on"', "`on` is none of `off`, `warning`, `error`."),
        ('approve = {servic = ["eva"]}', "`servic` is no purpose or area here. Did you mean"),
        ('approve = {guide = ["evi"]}', "`review`: `approve`: `guide`: `evi` is no colleague"),
        ('paths = {"content/x/" = ["evi"]}', "`paths`: `content/x/`: `evi` is no colleague here."),
        ('paths = {"/content" = ["eva"]}', "`/content` cannot be used. Name a folder such as"),
        ('paths = {"../x" = ["eva"]}', "`../x` cannot be used."),
        ('paths = {"content/*.md" = ["eva"]}', "`content/*.md` cannot be used."),
        ('noreply = {gitub = "x.example"}', "`gitub` is no forge here. Did you mean `github`?"),
        ('noreply = {github = "x"}', "`x` cannot be used. Write a domain such as"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_settings_is_told(review: str, told: str, start: Start) -> None:
    repository = start(review)

    result = repository.run("check", "--today", TODAY)

    assert result.exit_code == 2
    assert told in result.output
    assert result.output.startswith("advocacy.toml:1")
    assert result.output.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("commit_emails: ana@example.org", "`ana@example.org` cannot be used. Write what"),
        (f"commit_emails: [{'a' * 63}]", "cannot be used."),
        (f"commit_emails: [{'A' * 64}]", "cannot be used."),
        ("forge: ana", "`ana` is not a table."),
        ("forge: {gitub: ana}", "`gitub` is no forge here. Did you mean `github`?"),
        ("forge: {github: https://github.com/ana}", "cannot be used. Write the handle alone"),
        ("forge: {github: аna}", "cannot be used."),
        ("forge: {github: 'ana b'}", "cannot be used."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_colleague_s_file_is_told(line: str, told: str, site: Site) -> None:
    document = read_document(Source("content/staff/ana.md", staff_file("ana", more=line)))
    assert isinstance(document, Document)

    member, [problem] = read_staff_member(document, site)

    assert member is None
    assert told in problem.message
    assert problem.line == 4


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (f"commit_emails: [{hash_address(ANA)}]", f"`{hash_address(ANA)[:12]}…` stands in"),
        ("forge: {github: '@ANA-gh'}", "`ana-gh` stands in content/staff/ana.md too."),
    ],
)
def test_nobody_is_two_people(line: str, told: str, start: Start) -> None:
    repository = start()
    repository.site.write("content/staff/mallory.md", staff_file("mallory", more=line))

    result = repository.run("check", "--today", TODAY)

    identities = make_identities(repository.library().staff.values(), NOREPLY)
    assert result.exit_code == 1
    assert told in result.output
    assert "content/staff/mallory.md:4:" in result.output
    assert (identities.find(ANA) or identities.find_account("github", "ana-gh")) == "ana"
    assert "mallory" not in identities.ids.values()


def test_each_forge_has_handles_addresses_and_a_place_for_owners() -> None:
    assert FORGES.keys() == NOREPLY.keys() == PLACES.keys()


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("77-ana.m@users.noreply.gitlab.com", "ana"),
        ("ana.m@users.noreply.gitlab.com", ""),
        ("ana_m@noreply.git.example.org", "ana"),
        ("5+ana_m@noreply.git.example.org", "ana"),
        ("ana_m@noreply.codeberg.org", ""),
        ("5+ana.m@noreply.gitea.com", "ana"),
        ("ana-m@users.noreply.github.com", "ana"),
        ("\N{KELVIN SIGN}-m@users.noreply.github.com", ""),
        ("", ""),
    ],
)
def test_a_hidden_address_is_known_by_its_handle(address: str, found: str, site: Site) -> None:
    forge = "forge: {github: ana-m, gitlab: ana.m, forgejo: ana_m, gitea: ana.m}"
    kim = "forge: {github: k-m}"
    staff = []
    for name, more in (("ana", forge), ("kim", kim)):
        document = read_document(Source(f"content/staff/{name}.md", staff_file(name, more=more)))
        assert isinstance(document, Document)
        member, _ = read_staff_member(document, site)
        assert member
        staff.append(member)

    identities = make_identities(staff, {**NOREPLY, "forgejo": "noreply.git.example.org"})

    assert identities.find(address) == found


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["ana@example.org"], 0, "ana@example.org: `ana`, by content/staff/ana.md\n"),
        ([" ANA@example.ORG"], 0, "`ana`"),
        (["zoe@example.org"], 0, f"commit_emails: [{hash_address('zoe@example.org')}]\n"),
        ([], 0, "mine@example.org"),
        (["zoe"], 2, "`zoe` is no e-mail address. Write it with its @.\n"),
    ],
)
def test_a_command_prints_the_line_for_a_file(
    words: list[str], status: int, told: str, start: Start
) -> None:
    repository = start()
    repository.git("config", "user.email", "mine@example.org")

    result = repository.run("who", *words)

    assert result.exit_code == status
    assert told in result.output


def test_an_address_that_git_does_not_know_is_asked_for(start: Start) -> None:
    result = start().run("who")

    assert result.exit_code == 2
    assert result.output == "git knows no address of yours. Name one: `advocacy who ADDRESS`.\n"
