"""A forge that tells who has approved, and the robot that notes it."""

import json
from collections.abc import Mapping
from pathlib import Path

from click.testing import Result

from tests.review.who.conftest import TODAY, Repository

POST = "content/posts/new.md"
ROBOT = "bot@forge.example"


def head(repository: Repository) -> str:
    return repository.git("rev-parse", "HEAD").strip()


def save(repository: Repository, given: Mapping[str, str]) -> Path:
    """Save what GitHub would answer to who has approved which commit, beside the site."""
    file = repository.site.root.parent / "approvals.json"
    answer = [
        {"user": {"login": handle}, "state": "APPROVED", "commit_id": commit}
        for handle, commit in given.items()
    ]
    file.write_text(json.dumps(answer), encoding="utf-8")
    return file


def review(repository: Repository, given: Mapping[str, str], *words: str) -> str:
    told = ("--approvals", str(save(repository, given)), "--forge", "github")
    done = repository.run("review", "--base", "main", "--today", TODAY, *told, *words)
    assert done.exit_code != 2, done.output
    return done.output


def note(repository: Repository, given: Mapping[str, str]) -> Result:
    """Have the forge's robot note who has approved."""
    repository.git("config", "user.name", "Robot")
    repository.git("config", "user.email", ROBOT)
    told = ("--approvals", str(save(repository, given)), "--forge", "github", "--base", "main")
    return repository.run("approve", *told, "--commit")
