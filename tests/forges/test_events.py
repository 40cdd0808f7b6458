"""Which events a workflow heeds."""

from functools import reduce
from pathlib import Path

import pytest

from tests.forges.approving import EVENTS, approving_job, make_contexts
from tests.forges.workflow import Runner


@pytest.mark.parametrize(
    ("name", "place", "value", "runs"),
    [
        ("github", "event", "pull_request_review", True),
        ("github", "event", "pull_request", False),
        ("github", "event", "workflow_dispatch", False),
        ("github", "conclusion", "failure", True),
        ("github", "conclusion", "cancelled", False),
        ("github", "conclusion", "skipped", False),
        ("github", "head_repository.id", 2, False),
        ("forgejo", "base.ref", "main", True),
        ("forgejo", "base.ref", "release", False),
        ("forgejo", "head.ref", "main", False),
        ("forgejo", "head.repo.id", 2, False),
    ],
)
def test_what_the_repositorys_own_branches_ask_of_main_alone_is_noted(
    name: str, place: str, value: object, runs: bool, tmp_path: Path
) -> None:
    contexts = make_contexts(name, "c0ffee", "ba5e")
    *way, last = place.split(".")
    told = contexts["github"]["event"][EVENTS[name]]
    reduce(lambda part, key: part[key], way, told)[last] = value

    runner = Runner(tmp_path, tmp_path, contexts, {})

    assert runner.wants(approving_job(name, "read")) is runs
