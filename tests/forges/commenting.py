"""The commenting jobs of each forge, run on a report against a forge on this machine."""

import json
import os
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.conftest import need
from tests.forges.forge_server import ForgeServer
from tests.forges.workflow import BASH, Runner, read_job

TOKEN = "t0ken"
COMMIT = "c0ffee" * 6 + "c0ff"
USERS = {
    "github": {"login": "github-actions[bot]", "id": 41898282},
    "gitlab": {"username": "project_7_bot_x", "id": 81},
    "forgejo": {"login": "forgejo-actions", "id": -2},
}


def environ(**more: str) -> dict[str, str]:
    """Return an environment without anybody's own settings, and without a proxy."""
    need("curl")
    need("jq")
    need("unzip")
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return kept | {"NO_PROXY": "*"} | more


def on_github(forge: ForgeServer, folder: Path, summary: str, suggestions: str) -> int:
    """Comment as on GitHub, where the report is an artifact of another workflow."""
    packed = BytesIO()
    with ZipFile(packed, "w") as report:
        report.writestr("summary.md", summary)
        report.writestr("suggestions.json", suggestions)
    forge.report = packed.getvalue()
    forge.artifacts = forge.artifacts or [{"id": 3, "expired": False, "size_in_bytes": 900}]
    forge.requests = forge.requests or [
        {"number": 5, "label": "ana:post", "head": {"sha": COMMIT}},
    ]
    run = {
        "id": 9,
        "event": "pull_request",
        "conclusion": "success",
        "head_branch": "post",
        "head_sha": COMMIT,
        "html_url": "https://github.example/acme/blog/actions/runs/9",
        "head_repository": {"id": 2, "owner": {"login": "ana"}},
    }
    contexts = {"github": {"token": TOKEN, "event": {"workflow_run": run}}}
    text = make_forge_files(FORGES["github"])[".github/workflows/comment.yml"]
    return _run(forge, folder, read_job(text, "comment"), contexts)


def on_forgejo(forge: ForgeServer, folder: Path, summary: str, suggestions: str) -> int:
    """Comment as on Forgejo, where the report is what another job hands over."""
    request = {
        "number": 5,
        "head": {"sha": COMMIT, "repo": {"id": 1}},
        "base": {"repo": {"id": 1}},
    }
    handed = {"summary": _base64(summary[:30_000]), "suggestions": _base64(suggestions)}
    contexts = {
        "github": {"token": TOKEN, "event": {"pull_request": request}},
        "needs": {"review": {"outputs": handed}},
    }
    text = make_forge_files(FORGES["forgejo"])[".forgejo/workflows/review.yml"]
    job = read_job(text, "comment")
    job["steps"] = [step for step in job["steps"] if step["name"] != "Get ready"]
    return _run(forge, folder, job, contexts)


def on_gitlab(forge: ForgeServer, folder: Path, summary: str, suggestions: str) -> int:
    """Comment as on GitLab, where the report lies in the folder."""
    (folder / "report").mkdir(exist_ok=True)
    (folder / "report/summary.md").write_text(summary, encoding="utf-8")
    (folder / "report/comments.json").write_text(suggestions, encoding="utf-8")
    (folder / "report/commit").write_text(f"{COMMIT}\n", encoding="utf-8")
    (folder / "report/job").write_text("88\n", encoding="utf-8")
    return comment_on_gitlab(forge, folder)


def comment_on_gitlab(forge: ForgeServer, folder: Path, token: str = TOKEN) -> int:
    """Run GitLab's job in a folder with whatever the review left there."""
    return _on_gitlab("comment", forge, folder, ADVOCACY_TOKEN=token)


def ask_gitlab_for_approvals(forge: ForgeServer, folder: Path, token: str = TOKEN) -> int:
    """Run the job that asks GitLab who has approved, in a folder."""
    return _on_gitlab("approvals", forge, folder, ADVOCACY_READ_TOKEN=token)


def _on_gitlab(name: str, forge: ForgeServer, folder: Path, **tokens: str) -> int:
    job = yaml.safe_load(make_forge_files(FORGES["gitlab"])[".gitlab-ci.yml"])[name]
    lines = [line for line in job["script"] if not line.startswith("apt-get")]
    own = {
        **tokens,
        "CI_API_V4_URL": forge.url,
        "CI_PROJECT_ID": "7",
        "CI_MERGE_REQUEST_IID": "5",
        "CI_PROJECT_URL": "https://gitlab.example/acme/blog",
        "CI_PIPELINE_URL": "https://gitlab.example/acme/blog/-/pipelines/9",
        "CI_COMMIT_SHA": COMMIT,
        "CI_COMMIT_SHORT_SHA": COMMIT[:8],
        "EDIT": job["variables"].get("EDIT", ""),
        "COMMIT": COMMIT,
    }
    done = subprocess.run(
        [*BASH, "-c", "\n".join(lines)],
        cwd=folder,
        env=environ(**own),
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout, done.stderr)
    return done.returncode


def _run(forge: ForgeServer, folder: Path, job: Any, contexts: dict[str, Any]) -> int:
    own = {
        "GITHUB_API_URL": forge.url,
        "GITHUB_SERVER_URL": "https://forge.example",
        "GITHUB_REPOSITORY": "acme/blog",
        "GITHUB_RUN_NUMBER": "9",
    }
    runner = Runner(folder, folder.parent / "temp", contexts, environ(**own))
    steps = runner.run(job)
    print(*(step.said for step in steps.values()))
    return max(step.status or 0 for step in steps.values())


def _base64(text: str) -> str:
    done = subprocess.run(
        ["base64", "--wrap", "0"], input=text.encode(), capture_output=True, check=True
    )
    return done.stdout.decode()


Comment = Callable[[ForgeServer, Path, str, str], int]
WAYS: dict[str, Comment] = {"github": on_github, "gitlab": on_gitlab, "forgejo": on_forgejo}


def suggestion(**changed: object) -> dict[str, object]:
    """Return one change that a report suggests."""
    whole = {
        "path": "content/posts/visit.md",
        "line": 14,
        "end_line": 14,
        "body": "Write `chair`.\n\n```suggestion\nThe chair spoke.\n```",
        "fingerprint": "0123456789abcdef",
    }
    return {**whole, **changed}


def as_json(*suggestions: object) -> str:
    """Return suggestions as a report has them."""
    return json.dumps(suggestions)
