"""What a runner makes of a workflow: a job's steps in order, with the files it gives them."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

# `shell: bash`, as both runners start it.
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
NAME = re.compile(r"'[^']*'|\b[a-z_]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Step:
    """How one step went.

    Attributes:
        status: 0 where it went well; None where it was left out.
        uses: The action, which is not run, with what it would be handed.
    """

    name: str
    status: int | None = None
    said: str = ""
    uses: str = ""
    handed: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Runner:
    """Runs the steps of a job in a folder, for an event."""

    folder: Path
    temp: Path
    contexts: dict[str, Any]
    environ: dict[str, str]
    failed: bool = False

    def run(self, job: Mapping[str, Any]) -> dict[str, Step]:
        """Run a job, and return its steps by name."""
        self.temp.mkdir(parents=True, exist_ok=True)
        self.contexts.setdefault("runner", {})["temp"] = str(self.temp)
        steps = {}
        for step in job["steps"]:
            steps[step["name"]] = done = self._step(step)
            self.failed = self.failed or bool(done.status and not step.get("continue-on-error"))
        return steps

    def outputs(self, job: Mapping[str, Any]) -> dict[str, str]:
        """Return what a job hands to others."""
        return {key: self.fill(text) for key, text in job.get("outputs", {}).items()}

    def fill(self, text: object) -> str:
        """Put values into a text where it has expressions."""
        return EXPRESSION.sub(lambda found: str(self._value(found[1])), str(text))

    def wants(self, part: Mapping[str, Any]) -> bool:
        """Say whether a job, or a step, is to run for the event."""
        return self._wanted(part.get("if", ""))

    def _step(self, step: Mapping[str, Any]) -> Step:
        if not self.wants(step):
            return Step(step["name"])
        if "uses" in step:
            handed = {key: self.fill(value) for key, value in step.get("with", {}).items()}
            return Step(step["name"], 0, uses=step["uses"], handed=handed)
        assert "${{" not in step["run"], "what others write stands in no program"
        return self._run(step)

    def _run(self, step: Mapping[str, Any]) -> Step:
        files = {
            key: self.temp / key for key in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")
        }
        for file in files.values():
            file.unlink(missing_ok=True)
            file.touch()
        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        own = {key: self.fill(value) for key, value in step.get("env", {}).items()}
        named = {key: str(file) for key, file in files.items()} | {"RUNNER_TEMP": str(self.temp)}
        done = subprocess.run(
            [*BASH, str(script)],
            cwd=self.folder / self.fill(step.get("working-directory", "")),
            env=self.environ | named | own,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        for line in files["GITHUB_PATH"].read_text("utf-8").splitlines():
            self.environ["PATH"] = f"{line}{os.pathsep}{self.environ['PATH']}"
        if "id" in step:
            lines = files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
            outputs = dict(line.split("=", 1) for line in lines)
            self.contexts.setdefault("steps", {})[step["id"]] = {"outputs": outputs}
        return Step(step["name"], done.returncode, done.stdout + done.stderr)

    def _wanted(self, condition: str) -> bool:
        inner = EXPRESSION.sub(lambda found: found[1], condition).strip()
        if self.failed and "cancelled()" not in inner:
            return False
        return not inner or bool(self._value(inner))

    def _value(self, expression: str) -> object:
        """Return what an expression stands for: names, texts, `==`, `!=`, `&&`, `||`, `!`."""
        python = NAME.sub(
            lambda found: found[0] if found[0][0] == "'" else repr(self._look_up(found[0])),
            expression.replace("cancelled()", "False"),
        )
        python = re.sub(r"!(?!=)", " not ", python.replace("&&", " and ").replace("||", " or "))
        return eval(python.strip(), {"__builtins__": {}})  # of our own files

    def _look_up(self, name: str) -> object:
        value: Any = self.contexts
        for part in name.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        return value


def read_job(text: str, name: str) -> dict[str, Any]:
    """Return a job of a workflow."""
    job: dict[str, Any] = yaml.safe_load(text)["jobs"][name]
    return job


def scripts_of(text: str) -> Iterator[str]:
    """Yield each program that a forge's file has a shell run, of whichever forge."""
    whole = yaml.safe_load(text)
    for job in whole.get("jobs", {}).values():
        yield from (step["run"] for step in job["steps"] if "run" in step)
    for job in whole.values():
        if isinstance(job, dict) and "script" in job:
            yield "\n".join(job["script"])
