"""What somebody approves on a forge, noted in the posts of their request by one commit."""

import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.forges.commenting import TOKEN, USERS, environ
from tests.forges.forge_server import ForgeServer, serve_forge
from tests.forges.workflow import Runner, Step, read_job
from tests.review.conftest import PullRequest
from tests.site.conftest import SmallSite

EVA = "---\nname: Eva Rossi\nrole: Editor\nforge: {%s: eva-r}\n---\n\nHello.\n"
POST = "content/posts/home.md"
# What they install is here already.
LEFT_OUT = ("Get ready", "Install", "Install what main has")
PATHS = {"github": ".github/workflows/approve.yml", "forgejo": ".forgejo/workflows/approve.yml"}


@dataclass(frozen=True, slots=True)
class Forge:
    """A forge with a repository, in which `post` is a request's branch."""

    name: str
    server: ForgeServer
    bare: Path
    folder: Path

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

    def run(self, between: Callable[[], object] = dict) -> dict[str, Step]:
        """Run both jobs for the branch as it is, and something between them."""
        commit, base = self.head, self.ask("rev-parse", "main").strip()
        self.server.requests = [{"number": 5, "label": "acme:post", "head": {"sha": commit}}]
        contexts = self.contexts(commit, base)
        first = self._runner("read", contexts)
        if self.name == "github":
            self._check_out_main(first.folder)
        job = self._job("read")
        steps = first.run(job)
        outputs = first.outputs(job)
        if not outputs["note"]:
            return steps
        between()
        return steps | self.push(outputs, contexts)

    def push(self, outputs: Mapping[str, str], contexts: dict[str, Any]) -> dict[str, Step]:
        """Run the job that may write, on what the other hands over."""
        handed = {"read": {"outputs": outputs}}
        runner = self._runner("push", contexts | {"needs": handed})
        return runner.run(self._job("push"))

    def _job(self, name: str) -> dict[str, Any]:
        job = read_job(make_forge_files(FORGES[self.name])[PATHS[self.name]], name)
        return job | {"steps": [each for each in job["steps"] if each["name"] not in LEFT_OUT]}

    def contexts(self, commit: str, base: str) -> dict[str, Any]:
        run = {
            "head_branch": "post",
            "head_sha": commit,
            "head_repository": {"id": 1, "owner": {"login": "acme"}},
        }
        request = {
            "number": 5,
            "head": {"sha": commit, "ref": "post", "repo": {"id": 1}},
            "base": {"sha": base, "repo": {"id": 1}},
        }
        event = {"workflow_run": run} if self.name == "github" else {"pull_request": request}
        return {"github": {"token": TOKEN, "event": event}}

    def _runner(self, name: str, contexts: dict[str, Any]) -> Runner:
        number = len([*self.folder.iterdir()])
        place = self.folder / f"{number}-{name}"
        (place / "work").mkdir(parents=True)
        own = {
            "GITHUB_API_URL": self.server.url,
            "GITHUB_SERVER_URL": self.bare.parent.parent.as_uri(),
            "GITHUB_REPOSITORY": "acme/blog",
            "GITHUB_SHA": self.head,
        }
        runner = Runner(place / "work", place / "temp", dict(contexts), environ(**own))
        runner.environ["PATH"] = (
            f"{Path(sys.executable).parent}{os.pathsep}{runner.environ['PATH']}"
        )
        return runner

    def _check_out_main(self, folder: Path) -> None:
        """Leave what the action leaves: `main`, and the branches of all requests."""
        clone = ["git", "clone", "--quiet", "--branch", "main", str(self.bare), str(folder)]
        subprocess.run(clone, check=True)


@pytest.fixture(params=PATHS)
def forge(request, start, tmp_path: Path) -> Iterator[Forge]:
    """A forge on which Ana asks for a new post to be merged."""
    change = start()
    change.git("checkout", "--quiet", "main")
    change.site.write("content/staff/eva.md", EVA % request.param)
    change.commit("Have an editor")
    change.git("checkout", "--quiet", "-B", "post")
    change.site.post("home", body="It rained.\r\n\r\nIt sn\u00f6wed.")
    change.commit("Tell of a home")
    bare = tmp_path / "forge/acme/blog.git"
    change.git("clone", "--quiet", "--bare", str(change.site.root), str(bare))
    change.git("remote", "add", "origin", str(bare))
    (tmp_path / "jobs").mkdir()
    with serve_forge(ForgeServer(USERS[request.param])) as server:
        yield Forge(request.param, server, bare, tmp_path / "jobs")


@pytest.fixture
def ana(forge, tmp_path: Path) -> PullRequest:
    """Ana's own clone, on her branch."""
    return PullRequest(SmallSite(tmp_path / "site"))


def test_an_approval_is_noted_in_the_post_and_sent_to_be_reviewed(forge: Forge) -> None:
    seen, base = forge.head, forge.ask("rev-parse", "main").strip()
    forge.approves("eva-r", seen)

    steps = forge.run()

    assert {step.status for step in steps.values()} == {0}, [each.said for each in steps.values()]
    assert forge.ask("rev-parse", "post^").strip() == seen
    assert forge.ask("diff", "--numstat", seen, "post") == f"1\t0\t{POST}\n"
    assert "\nreviewed_by: [eva]\n" in forge.ask("show", f"post:{POST}").replace("\r\n", "\n")
    inputs = {"request": "5"} | ({"base": base} if forge.name == "forgejo" else {})
    assert forge.server.dispatched == [{"ref": "post", "inputs": inputs}]
    assert {token.split()[-1] for _, _, token in forge.server.asked} == {TOKEN}


def test_what_is_noted_already_is_noted_once(forge: Forge) -> None:
    forge.approves("eva-r", forge.head)
    forge.run()
    noted = forge.head

    forge.run()

    assert forge.head == noted


@pytest.mark.parametrize("handle", ["mallory", "ana"])
def test_whom_main_does_not_know_or_who_wrote_it_is_not_noted(handle: str, forge: Forge) -> None:
    seen = forge.head
    forge.approves(handle, seen)

    steps = forge.run()

    assert (forge.head, steps["Note it"].status) == (seen, 0)
    assert forge.server.dispatched == []


def test_what_was_pushed_after_an_approval_is_not_noted(forge: Forge, ana: PullRequest) -> None:
    forge.approves("eva-r", forge.head)
    ana.site.post("home", body="It hailed.")
    ana.commit("Go on")
    ana.git("push", "--quiet", "origin", "post")
    pushed = forge.head

    steps = forge.run()

    assert forge.head == pushed
    assert "eva approved it before it changed, which counts no longer." in steps["Note it"].said


def test_nothing_that_a_request_brings_runs_or_decides(forge: Forge, ana: PullRequest) -> None:
    trap = "#!/bin/sh\ntouch ran\n"
    for path in ("advocacy", ".githooks/post-checkout", "sitecustomize.py"):
        ana.site.write(path, trap)
        (ana.site.root / path).chmod(0o755)
    ana.site.write(".gitattributes", "* filter=evil\n")
    ana.site.write("pelicanconf.py", "open('ran', 'w')\n")
    ana.site.write("content/staff/dora.md", EVA.replace("eva-r", "dora-r") % forge.name)
    ana.commit("Be clever")
    ana.git("push", "--quiet", "origin", "post")
    seen = forge.head
    for handle in ("eva-r", "dora-r"):
        forge.approves(handle, seen)

    steps = forge.run()

    assert steps["Push"].status == 0, [each.said for each in steps.values()]
    assert "\nreviewed_by: [eva]\n" in forge.ask("show", f"post:{POST}").replace("\r\n", "\n")
    assert not [*forge.folder.rglob("ran")]


def test_a_branch_that_moved_on_meanwhile_is_left_alone(forge: Forge, ana: PullRequest) -> None:
    forge.approves("eva-r", forge.head)
    ana.site.post("home", body="It hailed.")
    ana.commit("Go on")

    steps = forge.run(lambda: ana.git("push", "--quiet", "origin", "post"))

    assert "[rejected]" in steps["Push"].said
    assert steps["Have it reviewed"].status is None
    assert forge.head == ana.git("rev-parse", "HEAD").strip()


def test_a_note_that_changes_more_than_posts_is_not_pushed(forge: Forge, ana: PullRequest) -> None:
    seen = forge.head
    ana.site.write("pelicanconf.py", "open('ran', 'w')\n")
    ana.site.post("home", body="It hailed.")
    ana.commit("Note that eva approved")
    ana.git("bundle", "create", "--quiet", str(forge.folder / "note"), "HEAD", f"^{seen}")
    note = b64encode((forge.folder / "note").read_bytes()).decode()

    steps = forge.push({"note": note, "number": "5"}, forge.contexts(seen, seen))

    assert "The note changes more than posts." in steps["Push"].said
    assert steps["Have it reviewed"].status is None
    assert forge.head == seen


@pytest.mark.parametrize("name", PATHS)
def test_the_program_is_that_of_the_branch_to_be_merged_into(name: str) -> None:
    job = yaml.safe_load(make_forge_files(FORGES[name])[PATHS[name]])["jobs"]["read"]
    names = [step["name"] for step in job["steps"]]
    installed = next(at for at, each in enumerate(names) if each.startswith("Install"))
    first = job["steps"][installed - 1]

    begins = first["with"]["ref"] if "with" in first else first["env"]["BEGIN"]
    assert begins in {"main", "${{ github.event.pull_request.base.sha }}"}
    assert installed < names.index("Note it")
    assert "checkout" not in str([step for step in job["steps"][:installed] if step is not first])
