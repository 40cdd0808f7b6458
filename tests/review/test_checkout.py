"""A site checked out as it was at a commit, beside the one that is worked on."""

from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.repository import Repository
from advocacy.review.checkout import check_out
from advocacy.review.reading import ASKER
from tests.review.conftest import PullRequest

POST = "content/posts/night-shift.md"
HOOK = "#!/bin/sh\ntouch ran\n"


@pytest.mark.parametrize("below", ["", "blog/"])
def test_a_site_is_checked_out_as_it_was_with_its_history(
    below: str, pull_request: PullRequest, tmp_path: Path
) -> None:
    root = pull_request.site.root
    if below:
        (root / "blog").mkdir()
        pull_request.git("mv", "content", "advocacy.toml", "blog")
        pull_request.commit()
    before = (root / below / POST).read_text("utf-8")
    commit = pull_request.git("rev-parse", "HEAD").strip()
    pull_request.site.add(f"{below}{POST}", "It rained.\n")
    pull_request.commit()
    pull_request.site.add(f"{below}{POST}", "It snowed.\n")
    state = pull_request.git("status", "--porcelain", "--branch")

    there = check_out(Repository(root / below, ASKER), commit, tmp_path / "then", below)

    assert there == tmp_path / "then" / below
    assert (there / POST).read_text("utf-8") == before
    assert pull_request.git("-C", str(there), "log", "--format=%H").split()[0] == commit
    assert pull_request.git("status", "--porcelain", "--branch") == state


def test_nothing_runs_while_it_is_checked_out(
    pull_request: PullRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "template"
    for folder in (pull_request.site.root / "hooks", template / "hooks"):
        folder.mkdir(parents=True)
        (folder / "post-checkout").write_text(HOOK)
        (folder / "post-checkout").chmod(0o755)
    pull_request.commit()
    settings = tmp_path / "settings"
    settings.write_text(f"[core]\nhooksPath = hooks\n[init]\ntemplateDir = {template}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    commit = pull_request.git("rev-parse", "HEAD").strip()

    there = check_out(Repository(pull_request.site.root, ASKER), commit, tmp_path / "then", "")

    assert (there / "hooks/post-checkout").is_file()
    assert not (there / "ran").exists()
    assert not (there / ".git/hooks").exists()


def test_a_commit_that_is_not_there_is_told(pull_request: PullRequest, tmp_path: Path) -> None:
    repository = Repository(pull_request.site.root, ASKER)

    with pytest.raises(CommandError, match=r"^git says: fatal: .*0{40}.*\. Mend that\.$"):
        check_out(repository, "0" * 40, tmp_path / "then", "")
