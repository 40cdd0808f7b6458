"""The review of a pull request, run as a runner would: up to what is kept of it."""

import hashlib
import json
import os
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.conftest import PROJECT, need
from tests.forges.commenting import USERS, on_github
from tests.forges.forge_server import ForgeServer, serve_forge
from tests.forges.workflow import BASH, Runner, Step, read_job
from tests.review.conftest import PullRequest
from tests.site.conftest import GUIDE
from tests.wheel import build_wheel

BAD = "She lives in the old folks home.\n"
MENDED = "She lives in the care home."
ACCOUNTS = "forge: {github: eva-r, gitlab: eva-l}"
EVA = f"---\nname: Eva Rossi\nrole: Editor\n{ACCOUNTS}\n---\n\nHello.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a site installs it."""
    return build_wheel(tmp_path_factory.mktemp("wheel") / "checkout")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A runner's environment, in which only the libraries are there already."""
    need("jq")
    site_packages = Path(yaml.__file__).parent.parent
    (tmp_path / "libraries").mkdir()
    for each in site_packages.iterdir():
        if "advocacy" not in each.name and each.suffix != ".pth":
            (tmp_path / "libraries" / each.name).symlink_to(each)
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(tmp_path / "libraries"),
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }


def lock(wheel: Path) -> str:
    """Return a requirements.txt in which the program has its hash."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"advocacy @ {wheel.as_uri()} --hash=sha256:{digest}\n"


def make_ready(request: PullRequest, wheel: Path) -> None:
    """Commit what a site needs to be reviewed and published."""
    request.site.write("requirements.txt", lock(wheel))
    request.site.write(".gitignore", "output/\n.*.advocacy/\n")
    own = GUIDE.replace("title: Our values", "title: Our values\nsummary: What we promise.")
    request.site.write("content/pages/values.md", own)
    settings = (PROJECT / "publishconf.py").read_text(encoding="utf-8")
    request.site.write("publishconf.py", settings)
    request.site.write("content/staff/eva.md", EVA)
    request.commit("Make ready")


@pytest.fixture
def merged(start, wheel) -> PullRequest:
    """A request with two bad posts, as a merge would give it; `main` has changed one as well."""
    request = start()
    request.git("checkout", "--quiet", "main")
    make_ready(request, wheel)
    request.git("checkout", "--quiet", "-B", "post")
    request.site.post("home", body=BAD)
    request.site.add("content/posts/night-shift.md", f"\n{BAD}")
    request.commit("Tell of a home")
    request.git("checkout", "--quiet", "main")
    file = request.site.root / "content/posts/night-shift.md"
    file.write_text(file.read_text("utf-8").replace("title: The", "title: A"), encoding="utf-8")
    request.commit("Go on")
    request.git("merge", "--quiet", "--no-edit", "--no-ff", "post")
    # As the action leaves it: a commit, and no branch.
    request.git("checkout", "--quiet", "--detach", "HEAD^0")
    return request


def review(
    root: Path, temp: Path, environ: dict[str, str], approvals: Sequence[object] = ()
) -> dict[str, Step]:
    """Run the steps of GitHub's review in a folder that is checked out."""
    text = make_forge_files(FORGES["github"])[".github/workflows/review.yml"]
    github = {"event_name": "pull_request", "token": "t0ken"}
    contexts = {"github": github | {"event": {"pull_request": {"number": 5}}}}
    with serve_forge(ForgeServer(USERS["github"], approvals=[*approvals])) as forge:
        own = {"GITHUB_API_URL": forge.url, "GITHUB_REPOSITORY": "acme/blog", "NO_PROXY": "*"}
        return Runner(root, temp, contexts, environ | own).run(read_job(text, "review"))


def test_a_bad_request_is_stopped_summed_up_and_told_below_it(merged, environ, tmp_path):
    root = merged.site.root

    steps = review(root, tmp_path / "temp", environ)

    assert {name: step.status for name, step in steps.items()} == {
        "Check out what a merge would give": 0,
        "Install": 0,
        "Ask who has approved": 0,
        "Report": 0,
        "Check what people wrote": 1,
        "Build": None,
        "Check what was built": None,
        "Keep the report": 0,
        "Keep the preview": 0,
    }
    told = steps["Check what people wrote"].said
    assert "::error file=content/posts/home.md,line=9" in told
    assert steps["Keep the report"].handed["path"] == "report"
    summary = (root / "report/summary.md").read_text("utf-8")
    assert "### What blocks" in summary
    assert len(json.loads((root / "report/comments.json").read_text("utf-8"))) == 2
    # `main` has changed the other file too, so that its lines are not those of the request.
    (suggested,) = json.loads((root / "report/suggestions.json").read_text("utf-8"))
    assert (suggested["path"], suggested["line"]) == ("content/posts/home.md", 9)
    assert MENDED in suggested["body"]

    (tmp_path / "work").mkdir()
    with serve_forge(ForgeServer(USERS["github"])) as forge:
        words = (root / "report/suggestions.json").read_text("utf-8")
        assert on_github(forge, tmp_path / "work", summary, words) == 0
    assert "### What blocks" in forge.comments[0]["body"]
    assert MENDED in forge.reviews[0]["comments"][0]["body"]


def test_who_approved_the_commit_that_would_be_merged_is_told(merged, environ, tmp_path):
    root, seen = merged.site.root, merged.git("rev-parse", "HEAD^2").strip()
    others = [{"user": {"login": f"x{n}"}, "state": "COMMENTED"} for n in range(60)]
    given = {"user": {"login": "Eva-R"}, "state": "APPROVED", "commit_id": seen}

    steps = review(root, tmp_path / "temp", environ, [*others, given])

    summary = (root / "report/summary.md").read_text("utf-8")
    assert "Approved by Eva Rossi." in summary, steps["Report"].said
    assert re.search(r"`reviewed_by: \[eva v[0-9a-f]{7}]`", summary)
    kept = [*(tmp_path / "temp").glob("*"), *root.glob("*")]
    assert not [file for file in kept if file.is_file() and b"t0ken" in file.read_bytes()]


def test_without_an_answer_there_is_still_a_report(merged, environ, tmp_path):
    root = merged.site.root
    text = make_forge_files(FORGES["github"])[".github/workflows/review.yml"]
    contexts = {"github": {"event_name": "pull_request", "token": "t0ken"}}
    own = {"GITHUB_API_URL": "http://127.0.0.1:9", "NO_PROXY": "*"}

    steps = Runner(root, tmp_path / "temp", contexts, environ | own).run(read_job(text, "review"))

    assert steps["Ask who has approved"].status
    assert steps["Report"].status == 0
    assert "### What blocks" in (root / "report/summary.md").read_text("utf-8")


def test_a_mended_request_is_built_and_its_preview_kept(merged, environ, tmp_path):
    root = merged.site.root
    for file in (root / "content/posts").iterdir():
        mended = file.read_text("utf-8").replace(BAD.strip(), MENDED)
        file.write_text(mended, encoding="utf-8")
    merged.git("commit", "--quiet", "--all", "--amend", "--no-edit")

    steps = review(root, tmp_path / "temp", environ)

    assert {step.status for step in steps.values()} == {0}, [step.said for step in steps.values()]
    assert steps["Keep the preview"].handed["path"] == "output"
    assert (root / "output/2026/the-home/index.html").is_file()
    assert "### What blocks" not in (root / "report/summary.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lock: "", "requirements.txt is not there: name Advocacy in it, with hashes"),
        (lambda lock: f"{lock[:-65]}{'0' * 64}\n", "THESE PACKAGES DO NOT MATCH THE HASHES"),
        (lambda lock: f"{lock.split(' --hash')[0]}\n", "Hashes are required in --require-hashes"),
    ],
    ids=["no lock", "another hash", "no hash"],
)
def test_nothing_is_installed_but_what_has_its_hash(change, said, wheel, environ, tmp_path):
    root = tmp_path / "site"
    root.mkdir()
    if text := change(lock(wheel)):
        (root / "requirements.txt").write_text(text, encoding="utf-8")

    steps = review(root, tmp_path / "temp", environ)

    assert steps["Install"].status
    assert said in steps["Install"].said
    assert steps["Report"].status is None


def test_gitlabs_review_leaves_the_same_files(merged, environ, tmp_path):
    root = merged.site.root
    base = merged.git("rev-parse", "HEAD^1").strip()
    job = yaml.safe_load(make_forge_files(FORGES["gitlab"])[".gitlab-ci.yml"])["review"]
    own = {"FORGE": job["variables"]["FORGE"], "REQUEST": merged.git("rev-parse", "HEAD^2").strip()}
    approvals = {"approved_by": [{"user": {"username": "eva-l"}, "approved_at": "2026-04-11"}]}
    versions = [{"head_commit_sha": own["REQUEST"], "created_at": "2026-04-10"}]
    answer = json.dumps({"approvals": approvals, "versions": versions})
    (root / "approvals.json").write_text(answer, encoding="utf-8")

    done = subprocess.run(
        [*BASH, "-c", "\n".join(line for line in job["script"] if not line.startswith("apt"))],
        cwd=root,
        env=environ | {"BASE": base, "CI_COMMIT_SHA": "c0ffee", "CI_JOB_ID": "88"} | own,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1, done.stdout + done.stderr
    assert "Write 'care home', not 'old folks home'." in done.stdout
    assert {file.name for file in (root / "report").iterdir()} == {
        *("comments.json", "commit", "job", "report.html", "summary.md", "words.json"),
    }
    assert "Approved by Eva Rossi." in (root / "report/summary.md").read_text("utf-8")
    assert (root / "report/commit").read_text("utf-8") == "c0ffee\n"


def test_forgejos_review_hands_the_report_over_and_keeps_no_token(merged, environ, tmp_path):
    base = merged.git("rev-parse", "HEAD^1").strip()
    event = {"pull_request": {"base": {"sha": base}}}
    contexts = {"github": {"token": "t0ken", "event": event}}
    runner = forgejo(merged, environ, tmp_path, contexts)
    job = forgejo_job("review.yml", "review")

    steps = runner.run(job)

    assert steps["Report"].status == 0, steps["Report"].said
    assert steps["Check what people wrote"].status == 1
    assert "### What blocks" in b64decode(runner.outputs(job)["summary"]).decode()
    assert len(json.loads(b64decode(runner.outputs(job)["suggestions"]))) == 2
    assert "t0ken" not in (runner.folder / ".git/config").read_text("utf-8")


def test_forgejo_publishes_what_is_on_main_in_one_commit(start, wheel, environ, tmp_path):
    request = start()
    make_ready(request, wheel)
    runner = forgejo(request, environ, tmp_path, {"github": {"token": "t0ken"}})

    steps = runner.run(forgejo_job("publish.yml", "publish"))

    assert {step.status for step in steps.values()} == {0}, [step.said for step in steps.values()]
    bare = ("git", "-C", str(tmp_path / "acme/blog.git"))
    listed = subprocess.check_output([*bare, "ls-tree", "-r", "--name-only", "pages"], text=True)
    assert "2026/the-night-shift/index.html" in listed.splitlines()


def forgejo_job(file: str, name: str) -> dict[str, Any]:
    """Return a job, without the step in which a new machine installs what this one has."""
    job = read_job(make_forge_files(FORGES["forgejo"])[f".forgejo/workflows/{file}"], name)
    return job | {"steps": [step for step in job["steps"] if step["name"] != "Get ready"]}


def forgejo(
    request: PullRequest, environ: dict[str, str], folder: Path, contexts: dict[str, Any]
) -> Runner:
    """Return a runner in an empty folder, for the commit that is checked out in a repository."""
    bare = folder / "acme/blog.git"
    subprocess.run(["git", "clone", "-q", "--bare", request.site.root, bare], check=True)
    own = {
        "GITHUB_SERVER_URL": folder.as_uri(),
        "GITHUB_REPOSITORY": "acme/blog",
        "GITHUB_SHA": request.git("rev-parse", "HEAD").strip(),
    }
    (folder / "work").mkdir()
    return Runner(folder / "work", folder / "temp", contexts, environ | own)
