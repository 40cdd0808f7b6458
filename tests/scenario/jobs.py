"""The shipped workflows' jobs, run step by step for a repository on a Gitea."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.forges.commenting import environ
from tests.forges.workflow import Runner, Step, read_job
from tests.scenario.desk import ENVIRON
from tests.scenario.gitea import Gitea

REPOSITORY = "zoe/blog"
# What they install is here already.
LEFT_OUT = ("Get ready", "Install")


@dataclass(frozen=True, slots=True)
class Jobs:
    """A machine that a Gitea's jobs run on, as `robot` and each in a folder of its own."""

    gitea: Gitea
    folder: Path

    def review(self, request: dict[str, Any]) -> dict[str, Step]:
        """Run both jobs of a pull request, and return their steps by name."""
        github = {"token": self.gitea.tokens["robot"], "event": {"pull_request": request}}
        return self._both("review", ("review", "comment"), request["head"]["sha"], github)

    def approve(self, request: dict[str, Any]) -> dict[str, Step]:
        """Run both jobs of an approval, and return their steps by name."""
        github = {"token": self.gitea.tokens["robot"], "event": {"pull_request": request}}
        return self._both("approve", ("read", "push"), request["head"]["sha"], github)

    def _both(
        self, workflow: str, names: tuple[str, str], commit: str, github: dict[str, Any]
    ) -> dict[str, Step]:
        """Run two jobs, of which the second takes what the first one hands over."""
        first, job = self._runner(commit, {"github": github}), self._job(workflow, names[0])
        assert first.wants(job)
        steps = first.run(job)
        handed = {names[0]: {"outputs": first.outputs(job)}}
        second = self._runner(commit, {"github": github, "needs": handed})
        job = self._job(workflow, names[1])
        assert second.wants(job)
        return steps | second.run(job)

    def publish(self, commit: str) -> dict[str, Step]:
        """Run what follows a commit on main, and return its steps by name."""
        contexts = {"github": {"token": self.gitea.tokens["robot"]}}
        return self._runner(commit, contexts).run(self._job("publish", "publish"))

    def _job(self, workflow: str, name: str) -> dict[str, Any]:
        text = make_forge_files(FORGES["gitea"])[f".gitea/workflows/{workflow}.yml"]
        job = read_job(text, name)
        job["steps"] = [step for step in job["steps"] if step["name"] not in LEFT_OUT]
        for step in job["steps"]:
            if "ME" in step.get("env", {}):
                step["env"]["ME"] = "robot"
        return job

    def _runner(self, commit: str, contexts: dict[str, Any]) -> Runner:
        place = self.folder / str(len([*self.folder.iterdir()]))
        (place / "work").mkdir(parents=True)
        own = {
            "GITHUB_API_URL": f"{self.gitea.url}/api/v1",
            "GITHUB_SERVER_URL": self.gitea.url,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_RUN_NUMBER": "1",
            "GITHUB_SHA": commit,
            "SOURCE_DATE_EPOCH": ENVIRON["SOURCE_DATE_EPOCH"],
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        runner = Runner(place / "work", place / "temp", contexts, environ(**own))
        programs = Path(sys.executable).parent
        runner.environ["PATH"] = f"{programs}{os.pathsep}{runner.environ['PATH']}"
        return runner
