"""Which events a workflow heeds, and which of its runs end one another, or wait."""

from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import yaml

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
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


def find_group(workflow: str, contexts: dict[str, Any]) -> str:
    """Return which group of GitHub's a run belongs to: of each, one run is under way."""
    text = make_forge_files(FORGES["github"])[f".github/workflows/{workflow}.yml"]
    return Runner(Path(), Path(), contexts, {}).fill(yaml.safe_load(text)["concurrency"]["group"])


def make_review(run: int, state: str) -> dict[str, Any]:
    """Return what GitHub tells a run that somebody's review of a request starts."""
    event = {"pull_request": {"number": 5}, "review": {"state": state}}
    return {"github": {"event_name": "pull_request_review", "run_id": run, "event": event}}


@pytest.mark.parametrize(
    ("state", "ends"),
    [("approved", True), ("changes_requested", True), ("dismissed", True), ("commented", False)],
)
def test_a_comment_on_a_line_ends_no_review_of_an_approval(state: str, ends: bool) -> None:
    runs = ((71, "approved"), (72, state))

    groups = {find_group("review", make_review(*each)) for each in runs}

    assert (len(groups) == 1) is ends


@pytest.mark.parametrize(
    ("place", "value", "waits"),
    [
        ("conclusion", "success", True),
        ("conclusion", "failure", True),
        ("conclusion", "cancelled", False),
        ("conclusion", "skipped", False),
        ("event", "pull_request", False),
        ("head_branch", "other", False),
        ("head_repository", {"id": 2}, False),
    ],
)
def test_only_what_is_noted_on_the_same_branch_takes_the_place_of_a_note(
    place: str, value: object, waits: bool
) -> None:
    first, second = (make_contexts("github", "c0ffee", "ba5e") for _ in range(2))
    first["github"]["run_id"], second["github"]["run_id"] = 71, 72
    second["github"]["event"]["workflow_run"][place] = value

    groups = {find_group("approve", each) for each in (first, second)}

    assert (len(groups) == 1) is waits
