"""`advocacy forge`: writes what a forge reads, and nothing over what somebody changed."""

import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from advocacy.cli.main import main
from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.conftest import PROJECT

REVIEW = ".github/workflows/review.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a new site."""
    run("init", str(tmp_path / "blog"))
    return tmp_path / "blog"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def forge(root: Path, name: str = "github", *options: str) -> Result:
    return run("forge", name, "--site", str(root), *options)


@pytest.mark.parametrize("name", FORGES)
def test_all_that_a_forge_reads_is_written_whole(name, root):
    result = forge(root, name)

    assert result.exit_code == 0
    for path, text in make_forge_files(FORGES[name]).items():
        assert f"{path}: written\n" in result.output
        assert (root / path).read_text("utf-8") == text
        assert ".sh}" not in text
        assert ".jq}" not in text


@pytest.mark.parametrize(
    ("change", "options", "status", "said", "stays"),
    [
        (b"mine\n", [], 0, "kept, though changed; --force writes it anew", True),
        (b"mine\n", ["--force"], 0, "written", False),
        (b"mine\n", ["--check"], 1, "changed", True),
        (None, ["--check"], 1, "missing", True),
        (None, [], 0, "written", False),
    ],
)
def test_what_somebody_changed_stays_until_they_say_so(change, options, status, said, stays, root):
    forge(root)
    file = root / REVIEW
    whole = file.read_bytes()
    file.unlink() if change is None else file.write_bytes(change)

    result = forge(root, "github", *options)

    assert (result.exit_code, f"{REVIEW}: {said}\n" in result.output) == (status, True)
    found = file.read_bytes() if file.exists() else None
    assert found == (change if stays else whole)


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_what_is_as_it_was_written_is_not_stale(ends, root):
    forge(root)
    file = root / REVIEW
    file.write_bytes(file.read_bytes().replace(b"\n", ends))

    result = forge(root, "github", "--check")

    assert (result.exit_code, result.output) == (0, "All files are as this program writes them.\n")


def test_what_is_left_to_a_person_is_told(root):
    without = forge(root).output
    (root / "requirements.txt").touch()
    with_lock = forge(root).output

    assert "Next: choose in GitHub's settings: `GitHub Actions` as the source of Pages" in without
    assert "requirements.txt is not there: the workflows install Advocacy by it" in without
    assert "requirements.txt is not there" not in with_lock


def test_the_page_on_forges_shows_what_is_said(root):
    (root / "requirements.txt").touch()
    page = (PROJECT / "docs/forges.md").read_text("utf-8")

    assert f"$ advocacy forge github\n{forge(root).output}```\n" in page


@pytest.mark.parametrize("name", FORGES)
def test_the_page_on_security_tells_of_each_job(name):
    page = (PROJECT / "docs/security.md").read_text("utf-8")
    rows = [line.lower() for line in page.splitlines() if line.startswith("| ")]

    for path, text in make_forge_files(FORGES[name]).items():
        for job in jobs_of(path, text):
            forge_rows = [row for row in rows if row.split(":")[0].find(name) > 0]
            assert any(job in row for row in forge_rows), job


def jobs_of(path: str, text: str) -> list[str]:
    """Return the names of a file's jobs, as the table has them."""
    if path == ".gitlab-ci.yml":
        return [f"`{job}`" for job in ("review", "comment", "pages")]
    if "/workflows/" not in path:
        return []
    workflow = yaml.safe_load(text)
    title = workflow["name"].lower()
    many = len(workflow["jobs"]) > 1
    return [f"{title}, {job}" if many else title for job in workflow["jobs"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["github", "--check", "--force"],
            "--check and --force do not go together. Leave one out.",
        ),
        (["sourcehut"], "'sourcehut' is not one of 'github', 'gitlab', 'forgejo', 'gitea'"),
    ],
)
def test_a_mistake_in_the_command_ends_with_2(words, said, root):
    result = run("forge", *words, "--site", str(root))

    assert result.exit_code == 2
    assert said in result.output


def test_a_site_within_another_repository_is_refused(root):
    subprocess.run(["git", "init", "--quiet", str(root.parent)], check=True)

    result = forge(root)

    assert result.exit_code == 2
    assert "The site is a part of another repository." in result.output
    assert not (root / ".github").exists()


@pytest.mark.parametrize("taken", ["folder", "file above"])
def test_a_place_that_is_taken_is_told_in_one_line(taken, root):
    if taken == "folder":
        (root / REVIEW).mkdir(parents=True)
    else:
        (root / ".github").write_text("", encoding="utf-8")

    result = forge(root)

    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert ".github" in result.output


@pytest.mark.parametrize("options", [[], ["--force"], ["--check"]])
@pytest.mark.parametrize("link", [".github", ".github/workflows", REVIEW])
def test_nothing_is_written_through_a_link_out_of_the_site(link, options, root):
    outside = root.parent / "outside"
    outside.mkdir()
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(outside / "new.yml" if link == REVIEW else outside)

    result = forge(root, "github", *options)

    assert result.exit_code == 2
    assert f"leads out of {root}, to {outside}" in result.output
    assert [*outside.iterdir()] == []
    assert not (root / ".github/pull_request_template.md").exists()


def test_a_link_that_stays_within_the_site_is_followed(root):
    (root / "forge").mkdir()
    (root / ".github").symlink_to("forge")

    result = forge(root)

    assert result.exit_code == 0, result.output
    assert (root / "forge/workflows/review.yml").is_file()
