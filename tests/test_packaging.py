"""A wheel holds all that a site needs: installed alone, it makes one and builds it."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import PROJECT
from tests.wheel import build_wheel

CHECK, GUIDE = ("check", "--format", "line"), ("guide", "check")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds."""
    folder = tmp_path_factory.mktemp("wheel")
    with ZipFile(build_wheel(folder / "checkout")) as wheel:
        wheel.extractall(folder / "site-packages")
    return folder / "site-packages"


def test_an_installed_wheel_makes_a_site_and_builds_it(installed, tmp_path):
    site = tmp_path / "site"
    run(installed, tmp_path, "init", str(site))
    run(installed, site, "check")
    run(installed, site, "build")
    run(installed, site, "forge", "github")

    assert (site / ".github/workflows/review.yml").is_file()
    assert (site / "output/index.html").is_file()
    assert (site / "output/theme/style.css").is_file()
    assert (installed / "advocacy/theme_files/templates/mail/digest.html").is_file()
    assert list((site / "output/cards").glob("*.png"))


def test_other_wordings_in_what_is_installed_count_at_once(installed, tmp_path, monkeypatch):
    monkeypatch.setenv("ADVOCACY_CACHE", str(tmp_path / "cache"))
    site, file = tmp_path / "site", installed / "advocacy/editorial/wordings/health.yml"
    run(installed, tmp_path, "init", str(site))
    before = [run(installed, site, *command) for command in (CHECK, CHECK, GUIDE)]
    text = file.read_text(encoding="utf-8")

    file.write_text(f"{text}  # Of this test\n  - 'missing key'\n", encoding="utf-8")
    after = [run(installed, site, *command) for command in (CHECK, GUIDE)]
    file.write_text(text, encoding="utf-8")

    assert ":Values.Health:" not in before[0] + before[1]
    assert ":Values.Health:" in after[0]
    assert after[1] != before[2]


def run(installed: Path, folder: Path, *arguments: str) -> str:
    environ = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    where = "import advocacy; print(advocacy.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where], env=environ, capture_output=True, text=True, check=True
    )
    assert found.stdout.startswith(str(installed))
    command = [sys.executable, "-m", "advocacy.cli.main", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_module_is_in_the_wheel(installed):
    modules = [*(PROJECT / "advocacy").rglob("*.py"), *(PROJECT / "plugins").rglob("*.py")]

    for module in modules:
        path = module.relative_to(PROJECT)
        inside = (
            path if path.parts[0] == "advocacy" else Path("pelican/plugins/advocacy", path.name)
        )
        assert (installed / inside).is_file(), path


def test_every_file_beside_the_code_is_in_the_wheel(installed):
    files = [file for file in (PROJECT / "advocacy").rglob("*") if file.is_file()]
    beside = [file.relative_to(PROJECT) for file in files if file.suffix not in {".py", ".pyc"}]

    assert [path for path in beside if not (installed / path).is_file()] == []
    assert beside
