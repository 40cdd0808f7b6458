"""What GitLab's review takes for the answer of the job that asks who has approved."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.forges.workflow import BASH


@pytest.mark.parametrize(
    ("committed", "taken", "said"),
    [
        (False, True, ""),
        (True, False, "approvals.json is committed, so the report does not say who has approved."),
    ],
)
def test_a_file_that_the_request_brings_is_no_answer(
    committed: bool, taken: bool, said: str, no_settings: None, tmp_path: Path
) -> None:
    temp, root = tmp_path / "temp", tmp_path / "site"
    temp.mkdir()
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    (root / "approvals.json").write_text("{}", encoding="utf-8")
    if committed:
        subprocess.run(["git", "-C", str(root), "add", "approvals.json"], check=True)

    printed = subprocess.check_output(
        [*BASH, "-c", find_step()],
        cwd=root,
        env={**os.environ, "RUNNER_TEMP": str(temp)},
        text=True,
    )

    assert ((temp / "approvals.json").exists(), printed.strip()) == (taken, said)


def test_without_a_file_nothing_is_said(no_settings: None, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)

    assert subprocess.check_output([*BASH, "-c", find_step()], cwd=tmp_path, text=True) == ""


def find_step() -> str:
    """Return what the review has a shell do with the answer."""
    job = yaml.safe_load(make_forge_files(FORGES["gitlab"])[".gitlab-ci.yml"])["review"]
    (step,) = (each for each in job["script"] if 'mv approvals.json "$RUNNER_TEMP"' in each)
    assert isinstance(step, str)
    return step
