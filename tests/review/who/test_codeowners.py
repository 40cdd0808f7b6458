"""CODEOWNERS for each forge: what is written, for whom, and when it is stale."""

import re
from collections.abc import Callable
from datetime import date
from fnmatch import fnmatchcase

import pytest

from advocacy.review.codeowners import HEADER, PLACES, make_codeowners
from tests.review.who.conftest import ANA, TODAY, Repository, staff_file

Start = Callable[..., Repository]
REVIEW = """\
editors = ["eva"]
[review.approve]
service = ["ben"]
staff = ["ben"]
settings = ["ana"]
guide = ["ana"]
[review.paths]
"content/images/our logos/" = ["ben"]
"content/images/" = ["ana"]
"""


@pytest.fixture
def repository(start: Start) -> Repository:
    """A site in which everything has an owner."""
    made = start(REVIEW)
    forges = ("github", "gitlab", "forgejo", "gitea")
    for name in ("ana", "ben", "eva"):
        handles = ", ".join(f"{forge}: {name}-{forge[:3]}" for forge in forges)
        made.site.write(f"content/staff/{name}.md", staff_file(name, more=f"forge: {{{handles}}}"))
    file = made.site.root / "advocacy.toml"
    said = file.read_text().replace("[disclosure]", '[disclosure]\nfr = "Oui, à Lindenmark."')
    file.write_text(f'languages = ["en", "fr"]\n{said}')
    made.site.post("served", fields={"purpose": "service"})
    odd = {"purpose": "service", "id": "tag:odd", "title": "Odd"}
    made.site.post("C++ & [x] #1 (a.b)", fields=odd)
    original = "tag:stories.lindenmark.example,2026:old"
    made.site.post("vieux", fields={"lang": "fr", "translation_of": original})
    made.commit()
    return made


# The last row that fits counts; on Forgejo all do.
ASKED = {
    "advocacy.toml": "ana",
    "deep/.github/workflows/x.yml": "ana",
    "plugins/x/y.py": "ana",
    ".github/CODEOWNERS": "ana",
    "requirements-dev.txt": "ana",
    "content/posts/old.md": "eva",
    "content/posts/served.md": "ben",
    "content/posts/C++ & [x] #1 (a.b).md": "ben",
    "content/posts/vieux.md": "ana eva",
    "content/staff/ana.md": "ana ben",
    "content/staff/new.md": "ben",
    "content/images/x.png": "ana",
    "content/images/our logos/x.png": "ben",
    "content/pages/values.md": "ana",
    "README.md": "ana",
}


def rows(text: str) -> list[tuple[str, str]]:
    """Return pattern and owners of each row, as a forge takes them apart."""
    found = []
    for line in text.splitlines():
        if not line.startswith("#"):
            pattern, *owners = re.split(r"(?<!\\) ", line)
            found.append((pattern, " ".join(each[1:-4] for each in owners)))
    return found


def fits_glob(path: str, pattern: str) -> bool:
    """Match as gitignore does, and fnmatch, for what is written here."""
    plain = re.sub(r"\\([ #])", r"\1", pattern)
    plain = re.sub(r"\\([\[\]!?*])", lambda found: f"[{found[1]}]", plain)
    return fnmatchcase(f"/{path}", plain + "*" * plain.endswith("/"))


def fits_expression(path: str, pattern: str) -> bool:
    is_rest = pattern.startswith("!")
    plain = re.sub(r"\\(.)", r"\1", pattern.removeprefix("!"))
    return (re.fullmatch(plain, path) is None) == is_rest


@pytest.mark.parametrize("forge", ["github", "gitlab"])
@pytest.mark.parametrize("path", ASKED)
def test_a_forge_asks_whom_the_settings_name(path: str, forge: str, repository: Repository) -> None:
    made = make_codeowners(repository.library(), forge, date(2026, 6, 1))

    fitting = [owners for pattern, owners in rows(made.text) if fits_glob(path, pattern)]

    assert (fitting or [""])[-1] == ASKED[path]
    assert made.unknown == ()


@pytest.mark.parametrize("path", ASKED)
def test_forgejo_asks_all_whom_an_expression_names(path: str, repository: Repository) -> None:
    made = make_codeowners(repository.library(), "forgejo", date(2026, 6, 1))

    fitting = [owners for pattern, owners in rows(made.text) if fits_expression(path, pattern)]

    assert (fitting or [""])[-1] == ASKED[path]


@pytest.mark.parametrize(
    ("forge", "served", "rest"),
    [
        ("github", "/blog/content/posts/served.md @ben-git", "* @ana-git"),
        ("gitlab", "/blog/content/posts/served.md @ben-git", "* @ana-git"),
        ("forgejo", r"blog/content/posts/served\\.md @ben-for", "!blog/content/.* @ana-for"),
    ],
)
def test_a_site_below_the_top_has_its_own_places(
    forge: str, served: str, rest: str, repository: Repository
) -> None:
    made = make_codeowners(repository.library(), forge, date(2026, 6, 1), "blog/")

    assert {served, rest} <= {*made.text.splitlines()}


@pytest.mark.parametrize("editors", ['["eva"]', '["zoe", "eva"]'])
def test_editors_are_asked_where_the_settings_name_nobody_else(editors: str, start: Start) -> None:
    made = make_codeowners(start(f"editors = {editors}").library(), "github", date(2026, 6, 1))

    assert (
        made.text
        == f"""{HEADER}* @eva-gh
/content/ @eva-gh
/content/staff/ @eva-gh
/content/staff/ana.md @ana-gh @eva-gh
/content/staff/ben.md @ben-gh @eva-gh
/content/staff/eva.md @eva-gh
/content/pages/values.md @eva-gh
"""
    )


def test_people_and_posts_are_in_the_order_of_their_files(repository: Repository) -> None:
    repository.site.write("content/staff/zed.md", staff_file("abe", more="forge: {github: zed}"))
    fields = {"purpose": "service", "date": "2020-01-01"}
    repository.site.post("nine", fields={**fields, "id": "tag:9"})

    made = make_codeowners(repository.library(), "github", date(2026, 6, 1))

    for folder in ("staff", "posts"):
        places = re.findall(rf"^/content/{folder}/.+(?= @)", made.text, re.MULTILINE)
        assert len(places) >= 4
        assert places == sorted(places)


def test_where_nobody_has_a_handle_everything_is_without_an_owner(start: Start) -> None:
    made = make_codeowners(start().library(), "gitlab", date(2026, 6, 1))

    assert made.text == HEADER
    assert made.unknown == ("ana", "ben", "eva")
    assert made.unowned[:2] == ("all that is no content", "content/")


def test_where_the_settings_name_nobody_nobody_is_missed(start: Start) -> None:
    made = make_codeowners(start("").library(), "github", date(2026, 6, 1))

    assert (made.unknown, made.unowned) == ((), ())
    assert "/content/ " not in made.text


@pytest.mark.parametrize(
    ("forge", "row"),
    [
        ("github", r"/content/posts/a?b?c?d?e?f\ ?g?.md"),
        ("gitlab", r"/content/posts/a\*b\?c\!d\\e\#f\ \[g\].md"),
        ("forgejo", r"content/posts/a\\*b\\?c!d\\\e\#f\ \\[g\\]\\.md"),
    ],
)
def test_signs_that_a_forge_takes_for_patterns_stand_for_themselves(
    forge: str, row: str, repository: Repository
) -> None:
    repository.site.post("a*b?c!d\\e#f [g]", fields={"purpose": "service", "id": "tag:x"})

    made = make_codeowners(repository.library(), forge, date(2026, 6, 1), "")

    assert f"\n{row} @ben-" in made.text


def test_a_name_with_a_line_in_it_makes_no_row(repository: Repository) -> None:
    fields = {"purpose": "service", "id": "tag:evil", "title": "Evil"}
    repository.site.post("x\n* @mallory #", fields=fields)
    repository.site.post("y\u2028* @mallory #", fields={**fields, "id": "tag:x", "title": "X"})

    made = make_codeowners(repository.library(), "github", date(2026, 6, 1))

    assert "mallory" not in made.text
    assert len(made.unowned) == 2
    said = repository.run("codeowners", "--forge", "github", "-o", "-").stderr
    assert "\\n* @mallory #" in said
    assert said.count("\n") == 1


def test_a_check_needs_a_file(repository: Repository) -> None:
    result = repository.run("codeowners", "--forge", "github", "--check", "-o", "-")

    assert result.exit_code == 2
    assert result.output == "--check: It compares a file. Leave out `--output -`.\n"


@pytest.mark.parametrize("forge", PLACES)
def test_a_file_is_written_where_the_forge_looks(forge: str, repository: Repository) -> None:
    file = repository.site.root / PLACES[forge]

    stale = repository.run("codeowners", "--forge", forge, "--check")
    written = repository.run("codeowners", "--forge", forge)
    fresh = repository.run("codeowners", "--forge", forge, "--check")
    printed = repository.run("codeowners", "--forge", forge, "-o", "-")
    repository.site.post("more", fields={"purpose": "service"})
    later = repository.run("codeowners", "--forge", forge, "--check")

    assert (stale.exit_code, written.exit_code, fresh.exit_code, later.exit_code) == (1, 0, 0, 1)
    assert f"Write it: `advocacy codeowners --forge {forge}`." in stale.output
    assert file.read_text(encoding="utf-8") == printed.output
    assert printed.output.startswith(HEADER)
    assert "@" not in HEADER
    assert written.output == f"{PLACES[forge]}\n"
    assert fresh.output == f"{PLACES[forge]} is up to date\n"


def test_who_has_no_handle_or_has_left_is_left_out(repository: Repository) -> None:
    repository.site.write("content/staff/ben.md", staff_file("ben"))
    gone = staff_file("eva", more="left: 2026-01-01")
    repository.site.write("content/staff/eva.md", gone)

    result = repository.run("codeowners", "--forge", "github", "-o", "-", "--today", TODAY)

    assert result.exit_code == 0
    assert "`ben` is left out: no handle is known. Add `forge: {github: HANDLE}`" in result.stderr
    assert "Nobody is asked for content/" in result.stderr
    assert "`eva`" not in result.stderr
    assert "ben" not in result.stdout
    assert "eva" not in result.stdout


@pytest.mark.parametrize("broken", ["content/posts/served.md", "content/staff/ben.md"])
@pytest.mark.parametrize("option", ["--output=-", "--check", ""])
def test_nothing_is_written_where_a_file_cannot_be_read(
    broken: str, option: str, repository: Repository
) -> None:
    repository.run("codeowners", "--forge", "github")
    file = repository.site.root / PLACES["github"]
    before = file.read_text(encoding="utf-8")
    repository.site.write(broken, "---\nname: [\n---\n")

    result = repository.run("codeowners", "--forge", "github", *filter(None, [option]))

    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"{broken}:" in result.stderr
    assert file.read_text(encoding="utf-8") == before


def test_a_file_of_somebody_s_own_is_not_replaced(repository: Repository) -> None:
    file = repository.site.write(".github/CODEOWNERS", "* @ana\n")

    result = repository.run("codeowners", "--forge", "github")

    assert result.exit_code == 2
    told = ".github/CODEOWNERS: was written by hand and is not replaced. Move it away, or name"
    assert result.output.startswith(told)
    assert file.read_text(encoding="utf-8") == "* @ana\n"


@pytest.mark.parametrize("option", ["--check", ""])
def test_nothing_is_written_through_a_link_out_of_the_repository(
    option: str, repository: Repository
) -> None:
    root = repository.site.root
    outside = root.parent / f"{root.name}-outside"
    outside.mkdir()
    (root / ".github").symlink_to(outside)

    result = repository.run("codeowners", "--forge", "github", *filter(None, [option]))

    assert result.exit_code == 2
    assert result.output.endswith(f"to {outside / 'CODEOWNERS'}. Delete the link.\n")
    assert [*outside.iterdir()] == []


def test_without_a_repository_the_site_s_folder_is_the_top(repository: Repository) -> None:
    (repository.site.root / ".git").rename(repository.site.root / "was-git")

    result = repository.run("codeowners", "--forge", "gitlab")

    assert result.exit_code == 0
    assert (repository.site.root / PLACES["gitlab"]).is_file()
    assert ANA not in result.output
