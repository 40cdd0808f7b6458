"""The jobs that note approvals, run for a repository against a forge on this machine."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.forges.commenting import TOKEN, environ
from tests.forges.forge_server import ForgeServer
from tests.forges.workflow import Runner, Step, read_job

# What they install is here already.
LEFT_OUT = ("Get ready", "Install", "Install what main has")
PATHS = {"github": ".github/workflows/approve.yml", "forgejo": ".forgejo/workflows/approve.yml"}
EVENTS = {"github": "workflow_run", "forgejo": "pull_request"}
# The numbers of those of the branch `post`, each with what it is to be merged into.
REQUESTS = {4: "old", 5: "main"}
TRAPPED = "[core]\n\thooksPath = .githooks\n"


@dataclass(frozen=True, slots=True)
class Forge:
    """A forge with a repository, in which `post` is a request's branch."""

    name: str
    server: ForgeServer
    bare: Path
    folder: Path
    home: Path

    def ask(self, *words: str) -> str:
        """Ask the repository that everybody pushes to."""
        return subprocess.check_output(["git", "-C", str(self.bare), *words], text=True)

    @property
    def head(self) -> str:
        """The branch's last commit."""
        return self.ask("rev-parse", "post").strip()

    def approves(self, handle: str, commit: str) -> None:
        """Have somebody approve a commit."""
        said = {"user": {"login": handle}, "state": "APPROVED", "commit_id": commit}
        self.server.approvals.append(said)

    def run(
        self, between: Callable[[], object] = dict, requests: Mapping[int, str] = REQUESTS
    ) -> dict[str, Step]:
        """Run both jobs for the branch as it is, and something between them."""
        commit, base = self.head, self.ask("rev-parse", "main").strip()
        self.server.requests = [
            {"number": number, "label": "acme:post", "head": {"sha": commit}, "base": {"ref": ref}}
            for number, ref in requests.items()
        ]
        contexts = make_contexts(self.name, commit, base)
        first = self._runner("read", contexts)
        if self.name == "github":
            self._check_out_main(first)
        job = self._job("read")
        assert first.wants(job)
        steps = first.run(job)
        outputs = first.outputs(job)
        if not outputs["note"]:
            return steps
        between()
        return steps | self.push(outputs, contexts)

    def push(self, outputs: Mapping[str, str], contexts: dict[str, Any]) -> dict[str, Step]:
        """Run the job that may write, on what the other hands over."""
        handed = {"read": {"outputs": outputs}}
        runner, job = self._runner("push", contexts | {"needs": handed}), self._job("push")
        assert runner.wants(job)
        return runner.run(job)

    def _job(self, name: str) -> dict[str, Any]:
        job = approving_job(self.name, name)
        return job | {"steps": [each for each in job["steps"] if each["name"] not in LEFT_OUT]}

    def _runner(self, name: str, contexts: dict[str, Any]) -> Runner:
        number = len([*self.folder.iterdir()])
        place = self.folder / f"{number}-{name}"
        (place / "work").mkdir(parents=True)
        own = {
            "GITHUB_API_URL": self.server.url,
            "GITHUB_SERVER_URL": self.bare.parent.parent.as_uri(),
            "GITHUB_REPOSITORY": "acme/blog",
            "GITHUB_SHA": self.head,
            "HOME": str(self.home),
        }
        runner = Runner(place / "work", place / "temp", dict(contexts), environ(**own))
        runner.environ["PATH"] = (
            f"{Path(sys.executable).parent}{os.pathsep}{runner.environ['PATH']}"
        )
        return runner

    def _check_out_main(self, runner: Runner) -> None:
        """Leave what the action leaves: `main`, and the branches of all requests."""
        clone = ["git", "clone", "--quiet", "--branch", "main", str(self.bare), str(runner.folder)]
        subprocess.run(clone, env=runner.environ, check=True)


def approving_job(forge: str, name: str) -> dict[str, Any]:
    """Return a job of the workflow that notes approvals."""
    return read_job(make_forge_files(FORGES[forge])[PATHS[forge]], name)


def make_contexts(forge: str, commit: str, base: str) -> dict[str, Any]:
    """Return what a forge tells the workflow once somebody has approved a branch's commit."""
    run = {
        "event": "pull_request_review",
        "conclusion": "success",
        "head_branch": "post",
        "head_sha": commit,
        "head_repository": {"id": 1, "owner": {"login": "acme"}},
    }
    request = {
        "number": 5,
        "head": {"sha": commit, "ref": "post", "repo": {"id": 1}},
        "base": {"sha": base, "ref": "main", "repo": {"id": 1, "default_branch": "main"}},
    }
    told = {EVENTS[forge]: run if forge == "github" else request}
    return {"github": {"token": TOKEN, "event": told | {"repository": {"id": 1}}}}


def make_home(folder: Path) -> Path:
    """Make the home of a machine whose git would run what a request brings."""
    (folder / "template").mkdir(parents=True)
    (folder / "template/config").write_text(TRAPPED, encoding="utf-8")
    own = f'[filter "evil"]\n\tsmudge = touch ran\n[init]\n\ttemplateDir = {folder}/template\n'
    (folder / ".gitconfig").write_text(TRAPPED + own, encoding="utf-8")
    return folder
