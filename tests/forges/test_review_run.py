"""The review of a pull request, run as a runner would: up to what is kept of it."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.conftest import PROJECT, need
from tests.forges.commenting import USERS, on_github
from tests.forges.forge_server import ForgeServer, serve_forge
from tests.forges.workflow import BASH, Runner, Step, read_job
from tests.review.conftest import PullRequest

BAD = "She lives in an old folks home.\n"
MENDED = "She lives in a care home."


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a site installs it."""
    checkout = tmp_path_factory.mktemp("wheel") / "checkout"
    for name in ("advocacy", "plugins", "theme"):
        shutil.copytree(
            PROJECT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(PROJECT / name, checkout / name)
    build = "from setuptools import build_meta; print(build_meta.build_wheel('dist'))"
    done = subprocess.run(
        [sys.executable, "-c", build], cwd=checkout, capture_output=True, text=True, check=True
    )
    return checkout / "dist" / done.stdout.splitlines()[-1]


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


@pytest.fixture
def merged(start, wheel) -> PullRequest:
    """A request that adds a bad post, as a merge would give it, while `main` went on."""
    request = start()
    root = request.site.root
    request.git("checkout", "--quiet", "main")
    request.site.write("requirements.txt", lock(wheel))
    request.site.write(".gitignore", "output/\n.*.advocacy/\n")
    request.commit("Install by hashes")
    request.git("checkout", "--quiet", "-B", "post")
    request.site.post("home", body=BAD)
    request.commit("Tell of a home")
    request.git("checkout", "--quiet", "main")
    request.site.add("content/staff/ana.md", "\nAnd I listen.\n")
    request.commit("Go on")
    request.git("merge", "--quiet", "--no-edit", "--no-ff", "post")
    # As the action leaves it: a commit, and no branch.
    request.git("checkout", "--quiet", "--detach", "HEAD^0")
    request.git("reset", "--quiet", "--hard", merge_as_forge(root))
    return request


def merge_as_forge(root: Path) -> str:
    """Return the commit of the merge, whose first parent is `main` and the second the request."""
    return subprocess.run(
        ["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()


def review(root: Path, temp: Path, environ: dict[str, str]) -> dict[str, Step]:
    """Run the steps of GitHub's review in a folder that is checked out."""
    text = make_forge_files(FORGES["github"])[".github/workflows/review.yml"]
    runner = Runner(root, temp, {"github": {"event_name": "pull_request"}}, environ)
    return runner.run(read_job(text, "review"))


def test_a_bad_request_is_stopped_summed_up_and_told_below_it(merged, environ, tmp_path):
    root = merged.site.root

    steps = review(root, tmp_path / "temp", environ)

    assert {name: step.status for name, step in steps.items()} == {
        "Check out what a merge would give": 0,
        "Install": 0,
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
    assert "Blocked by 1 finding" in summary
    (suggested,) = json.loads((root / "report/suggestions.json").read_text("utf-8"))
    assert (suggested["path"], suggested["line"]) == ("content/posts/home.md", 9)
    assert MENDED in suggested["body"]

    (tmp_path / "work").mkdir()
    with serve_forge(ForgeServer(USERS["github"])) as forge:
        words = (root / "report/suggestions.json").read_text("utf-8")
        assert on_github(forge, tmp_path / "work", summary, words) == 0
    assert "Blocked by 1 finding" in forge.comments[0]["body"]
    assert MENDED in forge.reviews[0]["comments"][0]["body"]


def test_a_mended_request_is_built_and_its_preview_kept(merged, environ, tmp_path):
    root = merged.site.root
    file = root / "content/posts/home.md"
    file.write_text(file.read_text("utf-8").replace(BAD.strip(), MENDED), encoding="utf-8")
    merged.git("commit", "--quiet", "--all", "--amend", "--no-edit")

    steps = review(root, tmp_path / "temp", environ)

    assert {step.status for step in steps.values()} == {0}, [step.said for step in steps.values()]
    assert steps["Keep the preview"].handed["path"] == "output"
    assert (root / "output/2026/home/index.html").is_file()
    assert "Nothing blocks" in (root / "report/summary.md").read_text("utf-8")


def test_where_main_has_changed_a_file_too_no_line_is_suggested(merged, environ, tmp_path):
    root = merged.site.root
    file = root / "content/posts/home.md"
    file.write_text(file.read_text("utf-8") + "\nAs main had it.\n", encoding="utf-8")
    merged.git("commit", "--quiet", "--all", "--amend", "--no-edit")

    review(root, tmp_path / "temp", environ)

    assert len(json.loads((root / "report/comments.json").read_text("utf-8"))) == 1
    assert json.loads((root / "report/suggestions.json").read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: None, "requirements.txt is not there: name Advocacy in it, with hashes"),
        (
            lambda text: text.replace("sha256:", "sha256:0")[:-2] + "\n",
            "THESE PACKAGES DO NOT MATCH",
        ),
        (
            lambda text: text.split(" --hash")[0] + "\n",
            "Hashes are required in --require-hashes mode",
        ),
    ],
    ids=["no lock", "another hash", "no hash"],
)
def test_nothing_is_installed_but_what_has_its_hash(change, said, merged, environ, tmp_path):
    lock = merged.site.root / "requirements.txt"
    text = change(lock.read_text("utf-8"))
    lock.unlink() if text is None else lock.write_text(text, encoding="utf-8")

    steps = review(merged.site.root, tmp_path / "temp", environ)

    assert steps["Install"].status
    assert said in steps["Install"].said
    assert steps["Report"].status is None


def test_gitlabs_review_leaves_the_same_files(merged, environ, tmp_path):
    root = merged.site.root
    base = merged.git("rev-parse", "HEAD^1").strip()
    job = yaml.safe_load(make_forge_files(FORGES["gitlab"])[".gitlab-ci.yml"])["review"]

    done = subprocess.run(
        [*BASH, "-c", "\n".join(job["script"])],
        cwd=root,
        env=environ | {"BASE": base},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1, done.stdout + done.stderr
    assert "Write 'care home', not 'old folks home'." in done.stdout
    assert {file.name for file in (root / "report").iterdir()} == {
        *("comments.json", "report.html", "summary.md", "words.json"),
    }


def test_forgejos_review_fetches_with_the_runs_token_and_hands_the_report_over(
    merged, environ, tmp_path
):
    root, work = merged.site.root, tmp_path / "checkout"
    work.mkdir()
    (tmp_path / "acme").mkdir()
    subprocess.run(
        ["git", "clone", "--quiet", "--bare", str(root), str(tmp_path / "acme/blog.git")],
        check=True,
    )
    text = make_forge_files(FORGES["forgejo"])[".forgejo/workflows/review.yml"]
    job = read_job(text, "review")
    job["steps"] = [step for step in job["steps"] if step["name"] != "Get ready"]
    request = {"base": {"sha": merged.git("rev-parse", "HEAD^1").strip()}}
    contexts = {"github": {"token": "t0ken", "event": {"pull_request": request}}}
    own = {
        "GITHUB_SERVER_URL": f"file://{tmp_path}",
        "GITHUB_REPOSITORY": "acme/blog",
        "GITHUB_SHA": merged.git("rev-parse", "HEAD").strip(),
    }
    runner = Runner(work, tmp_path / "temp", contexts, environ | own)

    steps = runner.run(job)

    assert steps["Report"].status == 0, [step.said for step in steps.values()]
    assert steps["Check what people wrote"].status == 1
    assert "t0ken" not in (work / ".git/config").read_text("utf-8")
    assert runner.outputs(job)["summary"]
