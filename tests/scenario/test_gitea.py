"""The same way through a Gitea: its pull request, its API, and the shipped workflows' own steps."""

import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest

from tests.forges.workflow import Step
from tests.scenario.desk import Desk
from tests.scenario.gitea import Gitea, run_gitea
from tests.scenario.jobs import REPOSITORY, Jobs
from tests.scenario.request import REPOSITORY_API as AT
from tests.scenario.request import open_request
from tests.scenario.story import BRANCH, Story, begin, mend, write
from tests.scenario.suggestion import take_suggestion
from tests.scenario.words import POST

PAGE = f"{AT}/contents/2026/the-bus-waits-at-holm/index.html?ref=pages"
PROTECTION = {
    "branch_name": "main",
    "required_approvals": 1,
    "enable_approvals_whitelist": True,
    "approvals_whitelist_username": ["zoe"],
}


@pytest.fixture
def gitea(tmp_path: Path) -> Iterator[Gitea]:
    """A Gitea in which `zoe/blog` is empty; skipped where there is none."""
    program = shutil.which("gitea")
    files = Path(program or "").resolve().parent
    if not (files / "templates").is_dir():
        pytest.skip("`gitea` is not installed; tests/scenario/get_gitea.sh builds it")
    (tmp_path / "gitea").mkdir()
    with run_gitea(program, files, tmp_path / "gitea") as server:
        server.ask("zoe", "POST", "user/repos", {"name": "blog"})
        for who in ("ana", "robot"):
            server.ask("zoe", "PUT", f"{AT}/collaborators/{who}", {"permission": "write"})
        yield server


@pytest.fixture
def story(gitea: Gitea, tmp_path: Path) -> Story:
    """Zoë's site on main, and Ana's bad post on a branch."""
    (tmp_path / "story").mkdir()
    story = Story(tmp_path / "story")
    begin(story)
    for who in ("zoe", "ana"):
        address = gitea.address(who, REPOSITORY)
        story.desk(who, "begin").types(f"git remote set-url origin {address}")
    zoe = story.desk("zoe", "begin")
    zoe.replaces("content/staff/zoe.md", {"commit_emails:": "forge: {gitea: zoe}\ncommit_emails:"})
    zoe.types("advocacy forge gitea")
    zoe.types("git add --all")
    zoe.types("git commit --quiet --message 'Have requests reviewed'")
    zoe.types("git push --quiet origin main")
    story.desk("ana", "begin").types("git pull --quiet origin main")
    gitea.ask("zoe", "POST", f"{AT}/branch_protections", PROTECTION)
    write(story)
    return story


@pytest.fixture
def jobs(gitea: Gitea, tmp_path: Path) -> Jobs:
    """A machine that jobs run on."""
    (tmp_path / "jobs").mkdir()
    return Jobs(gitea, tmp_path / "jobs")


def commit_of(desk: Desk) -> str:
    """Return what somebody has committed last."""
    return desk.types("git rev-parse HEAD").strip()


def statuses(steps: dict[str, Step]) -> set[int | None]:
    """Return how the steps of a job ended."""
    return {step.status for step in steps.values()}


def started(runs: Any) -> set[tuple[str, str]]:
    """Return the workflows that Gitea has started, each with what started it."""
    told = ((each["path"].partition("@")[0], each["event"]) for each in runs["workflow_runs"])
    return {(path.rpartition("/")[2], event) for path, event in told}


def test_a_bad_post_is_told_below_its_request_mended_published_and_taken_back(
    gitea: Gitea, story: Story, jobs: Jobs
) -> None:
    request = open_request(gitea, BRANCH)
    ana, zoe = (story.desk(who, "take") for who in ("ana", "zoe"))
    jobs.publish(commit_of(zoe))

    refused = jobs.review(request.facts(commit_of(ana)))

    assert refused["Check what people wrote"].status == 1
    ((comment, author, summary),) = request.comments
    assert (author, "## 3 findings block" in summary) == ("robot", True)
    (suggestion,) = request.suggestions
    assert (suggestion["path"], suggestion["line"]) == (POST, 15)
    with pytest.raises(HTTPError, match="405"):
        request.merge()

    ana.writes(POST, take_suggestion((ana.folder / POST).read_text("utf-8"), suggestion))
    mend(story)
    passed = jobs.review(request.facts(commit_of(ana)))

    assert statuses(passed) == {0}, passed
    ((same, _, summary),) = request.comments
    assert (same, "## Nothing blocks" in summary) == (comment, True)
    assert len(request.suggestions) == 1

    request.approve()
    runs = gitea.wait(f"{AT}/actions/runs", lambda answer: "approve.yml" in str(answer))
    noted = jobs.approve(request.facts(commit_of(ana)))

    assert statuses(noted) == {0}, noted
    assert ("approve.yml", "pull_request_review_approved") in started(runs)
    runs = gitea.ask("zoe", "GET", f"{AT}/actions/runs")
    assert ("review.yml", "workflow_dispatch") in started(runs)
    ana.types("git pull --quiet")
    noted = (ana.folder / POST).read_text("utf-8")
    assert re.search(r"\nreviewed_by: \[zoe v[0-9a-f]{7}]\n", noted)
    again = jobs.review(request.facts(commit_of(ana)))

    assert statuses(again) == {0}, again
    ((same, _, summary),) = request.comments
    assert (same, "Approved by Zoë Lukasik." in summary) == (comment, True)
    request.merge()
    published = jobs.publish(request.merged)

    assert statuses(published) == {0}, published
    page = gitea.ask("zoe", "GET", PAGE)
    assert "the chair of the parish council" in b64decode(page["content"]).decode()
    zoe.types("advocacy rollback git:pages")
    with pytest.raises(HTTPError, match="404"):
        gitea.ask("zoe", "GET", PAGE)
