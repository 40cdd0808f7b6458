"""What docs/staff.md and docs/editors.md show is what the commands print."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from tests.conftest import PROJECT

DRAFT = "content/posts/2026-11-02-the-clock-on-the-second-floor.md"
GUIDE = "content/pages/values.md"
# What asks a repository, or notes something in a post, is tried in tests/review.
ELSEWHERE = ("approve", "codeowners", "review")


def shown(page: str) -> list[tuple[str, str]]:
    """Return each command that a page shows, and what it prints there."""
    text = (PROJECT / "docs" / page).read_text("utf-8")
    block = re.compile(r"^```console\n\$ advocacy ([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    found = [(each[1], each[2]) for each in block.finditer(text)]
    return [each for each in found if each[0].split()[0] not in ELSEWHERE]


def pattern_of(output: str) -> str:
    """Return a pattern in which a line `…` stands for any lines."""
    lines = output.splitlines(keepends=True)
    return "".join("(?:.*\n)*" if line == "…\n" else re.escape(line) for line in lines)


def as_it_is(site: Path) -> None:
    """Leave the sample as it is."""


def with_the_draft(site: Path) -> None:
    page = (PROJECT / "docs" / "staff.md").read_text("utf-8")
    draft = re.search(r"^```markdown\n(---\n.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert draft
    (site / DRAFT).write_text(draft[1], encoding="utf-8")


def with_an_example_that_fails(site: Path) -> None:
    _replace(site / GUIDE, "The chairman spoke", "The president spoke")


def with_an_archive(site: Path) -> None:
    with_the_draft(site)
    day = 'blocks = "error"\nenforce_from = 2026-11-03'
    _replace(site / "advocacy.toml", 'blocks = "error"', day)


def with_a_baseline(site: Path) -> None:
    with_the_draft(site)
    _replace(site / "advocacy.toml", 'blocks = "error"', 'baseline = "baseline.json"')


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "number", "prepare", "options"),
    [
        ("staff.md",   0, as_it_is,                   ["--today", "2026-11-02"]),
        ("staff.md",   1, with_the_draft,             []),
        ("staff.md",   2, as_it_is,                   []),
        ("editors.md", 0, as_it_is,                   []),
        ("editors.md", 1, as_it_is,                   []),
        ("editors.md", 2, with_an_example_that_fails, []),
        ("editors.md", 3, as_it_is,                   []),
        ("editors.md", 4, as_it_is,                   []),
        ("editors.md", 5, with_an_archive,            []),
        ("editors.md", 6, with_a_baseline,            []),
        ("editors.md", 7, as_it_is,                   []),
        ("editors.md", 8, as_it_is,                   []),
    ],
)  # fmt: skip
def test_the_pages_show_what_the_commands_print(
    page: str,
    number: int,
    prepare: Callable[[Path], None],
    options: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command, expected = shown(page)[number]
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    shutil.copy(PROJECT / "advocacy.toml", tmp_path)
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(main, [*shlex.split(command), *options])

    assert re.fullmatch(pattern_of(expected), result.output), result.output


def test_every_command_on_the_pages_is_tried() -> None:
    assert [len(shown("staff.md")), len(shown("editors.md"))] == [3, 9]


@pytest.mark.parametrize("page", ["staff.md", "editors.md"])
def test_the_pages_that_are_linked_exist(page: str) -> None:
    text = (PROJECT / "docs" / page).read_text("utf-8")

    for link in re.findall(r"\]\(([\w-]+\.md)\)", text):
        homes = (PROJECT / "docs" / link, PROJECT / "content" / "posts" / link)
        assert any(home.is_file() for home in homes), link
