"""What the Nu Html Checker says of every page."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import need, need_node_file

pytestmark = pytest.mark.browser
# Deeply nested pages need more of a stack than Java gives by itself.
STACK = "-Xss4m"
BROKEN = '<!doctype html><html lang="en"><title>x</title><a target="_blank">nowhere</a></html>'


@pytest.fixture(scope="module")
def vnu() -> list[str]:
    """The command that checks folders, and tells errors alone."""
    jar = need_node_file("vnu-jar/build/dist/vnu.jar")
    return [need("java"), STACK, "-jar", str(jar), "--errors-only", "--format", "gnu"]


def test_no_page_has_an_error(vnu: list[str], sample: Path) -> None:
    assert errors([*vnu, "--skip-non-html"], sample / "output") == []


def test_an_error_would_be_told(vnu: list[str], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(BROKEN, encoding="utf-8")

    told = errors([*vnu, "--skip-non-html"], tmp_path)
    assert len(told) == 1
    assert "href" in told[0]


def errors(command: list[str], folder: Path) -> list[str]:
    done = subprocess.run(
        [*command, str(folder)], capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode in {0, 1}, done.stderr
    return [line for line in done.stderr.splitlines() if line.startswith('"')]
