"""What each forge's files may do: as little as their work needs; other tools find nothing."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES
from tests.conftest import need
from tests.forges.workflow import Runner, read_job, scripts_of

FILES = {
    f"{name}: {path}": text
    for name, forge in FORGES.items()
    for path, text in make_forge_files(forge).items()
}
WORKFLOWS = {name: text for name, text in FILES.items() if "/workflows/" in name}
FORMS = {name: text for name, text in FILES.items() if name.endswith(("-post.yml", "-guide.yml"))}
SCRIPTS = {
    f"{name}, {number}": script
    for name, text in (WORKFLOWS | {"gitlab": FILES["gitlab: .gitlab-ci.yml"]}).items()
    for number, script in enumerate(scripts_of(text))
}
APPROVING = {
    "read": {"contents": "read", "pull-requests": "read"},
    "push": {"contents": "write", "actions": "write"},
}
# GitLab's merge train: what all requests before this one give together with it.
TRAIN = {
    "CI_PIPELINE_SOURCE": "merge_request_event",
    "CI_MERGE_REQUEST_EVENT_TYPE": "merge_train",
    "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "7",
}
# What each job is let do, and no other.
RIGHTS = {
    "github: .github/workflows/review.yml": {
        "review": {"contents": "read", "pull-requests": "read"}
    },
    "github: .github/workflows/approve.yml": APPROVING,
    "github: .github/workflows/comment.yml": {
        "comment": {"actions": "read", "pull-requests": "write"}
    },
    "github: .github/workflows/publish.yml": {
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
} | {
    f"{name}: .{name}/workflows/{file}": rights
    for name in ("forgejo", "gitea")
    for file, rights in {
        "review.yml": {
            "review": {"contents": "read", "pull-requests": "read"},
            "comment": {"issues": "write", "pull-requests": "write"},
        },
        "approve.yml": APPROVING,
        "publish.yml": {"publish": {"contents": "write"}},
    }.items()
}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_each_job_has_the_rights_that_it_needs_and_an_end(name):
    workflow = yaml.safe_load(WORKFLOWS[name])

    assert workflow["permissions"] == {}
    assert {id: job["permissions"] for id, job in workflow["jobs"].items()} == RIGHTS[name]
    assert all(job["timeout-minutes"] <= 20 for job in workflow["jobs"].values())
    assert "concurrency" in workflow


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_others_made_is_named_by_a_hash_with_its_version(name):
    for line in re.findall(r"uses:.*", WORKFLOWS[name]):
        assert re.fullmatch(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+.*", line), line


def test_gitlabs_image_is_named_by_a_hash():
    (image,) = re.findall(r"image: (.*)", FILES["gitlab: .gitlab-ci.yml"])

    assert re.fullmatch(r"python@sha256:[0-9a-f]{64}", image)


@pytest.mark.parametrize("name", ["approvals", "comment"])
def test_gitlabs_jobs_with_a_token_begin_in_an_empty_folder_and_run_no_code(name):
    job = yaml.safe_load(FILES["gitlab: .gitlab-ci.yml"])[name]

    assert job["variables"]["GIT_STRATEGY"] == "empty"
    assert job["environment"]["name"] == {"approvals": "review-approvals"}.get(
        name, "review-comment"
    )
    assert not re.search(r"\b(?:git|pip|python3?|advocacy) [a-z-]", "\n".join(job["script"]))


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_token_stays_with_what_is_checked_out(name):
    for job in yaml.safe_load(WORKFLOWS[name])["jobs"].values():
        for step in job["steps"]:
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", [name for name in WORKFLOWS if "/review." in name])
def test_no_token_is_there_once_programs_of_the_request_are(name):
    steps = read_job(WORKFLOWS[name], "review")["steps"]
    (installs,) = (at for at, step in enumerate(steps) if step["name"] == "Install")

    assert "AUTHORIZATION" in str(steps[:installs])
    assert not re.search(r"(?i)token|authorization|secrets", str(steps[installs:]))


@pytest.mark.parametrize("name", [name for name in WORKFLOWS if "publish" not in name])
def test_no_job_that_may_write_runs_anything_of_the_request(name):
    for id, job in yaml.safe_load(WORKFLOWS[name])["jobs"].items():
        if "write" in job["permissions"].values():
            said = str(job["steps"])
            assert not re.search(r"checkout|switch|worktree|\bpip\b|advocacy [a-z]", said), id
            assert "git fetch" not in said or id == "push"


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_program_has_in_it_what_others_write(name):
    assert "${{" not in SCRIPTS[name]


@pytest.mark.parametrize("name", SCRIPTS)
def test_shellcheck_finds_nothing(name):
    tool = need("shellcheck")

    # As a runner starts it.
    done = run(tool, "--shell", "bash", "-", text=f"set -eo pipefail\n{SCRIPTS[name]}")

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actionlint_finds_nothing(name, tmp_path):
    need("shellcheck")
    config = tmp_path / "actionlint.yaml"
    config.write_text("self-hosted-runner: {labels: [docker]}\n", encoding="utf-8")

    done = run(need("actionlint"), "-config-file", str(config), "-", text=WORKFLOWS[name])

    assert (done.returncode, done.stdout) == (0, "")


def test_zizmor_finds_nothing(tmp_path):
    files = [
        write(tmp_path / str(at) / "ci.yml", text) for at, text in enumerate(WORKFLOWS.values())
    ]

    done = run(
        need("zizmor"), "--quiet", "--offline", "--pedantic", "--color=never", *map(str, files)
    )

    assert done.returncode == 0, done.stdout
    assert "No findings to report. Good job! (2 ignored)" in done.stdout


@pytest.mark.parametrize(
    ("schema", "names"),
    [
        ("vendor.gitlab-ci", ["gitlab: .gitlab-ci.yml"]),
        ("vendor.github-workflows", [name for name in WORKFLOWS if name.startswith("github")]),
        ("vendor.github-issue-forms", list(FORMS)),
    ],
)
def test_each_file_is_valid_by_its_forges_schema(schema, names, tmp_path):
    files = [write(tmp_path / f"{at}.yml", FILES[name]) for at, name in enumerate(names)]

    done = run(need("check-jsonschema"), "--builtin-schema", schema, *map(str, files))

    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


def test_a_merge_queue_is_checked_and_built_under_the_name_that_it_waits_for(tmp_path):
    job = read_job(FILES["github: .github/workflows/review.yml"], "review")
    runner = Runner(tmp_path, tmp_path, {"github": {"event_name": "merge_group"}}, {})

    wanted = [step["name"] for step in job["steps"] if runner.wants(step)]

    assert (runner.wants(job), runner.fill(job["name"])) == (True, "Check, build and report")
    assert wanted == [
        *("Check out what a merge would give", "Install"),
        *("Check what people wrote", "Build", "Check what was built"),
    ]


@pytest.mark.parametrize(
    ("state", "name", "runs"),
    [
        ("approved", "Report an approval", True),
        ("changes_requested", "Report an approval", True),
        ("commented", "Report an approval", False),
    ],
)
def test_an_approval_is_reported_and_never_passes_for_the_check(state, name, runs, tmp_path):
    job = read_job(FILES["github: .github/workflows/review.yml"], "review")
    event = {"event_name": "pull_request_review", "event": {"review": {"state": state}}}
    runner = Runner(tmp_path, tmp_path, {"github": event}, {})

    assert (runner.fill(job["name"]), runner.wants(job)) == (name, runs)


@pytest.mark.parametrize(
    ("job", "own", "runs"),
    [
        ("review", {"CI_PIPELINE_SOURCE": "merge_request_event"}, True),
        ("review", TRAIN, True),
        ("pages", TRAIN, False),
        ("review", {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main"}, False),
        ("pages", {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main"}, True),
        ("pages", {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main"}, True),
        ("pages", {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "post"}, False),
        ("comment", TRAIN | {"CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "8"}, False),
        ("approvals", TRAIN | {"CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "8"}, False),
        ("approvals", TRAIN, True),
    ],
)
def test_gitlab_checks_a_merge_train_and_publishes_the_default_branch_alone(job, own, runs):
    whole = yaml.safe_load(FILES["gitlab: .gitlab-ci.yml"])
    known = {"CI_DEFAULT_BRANCH": "main", "CI_PROJECT_ID": "7"} | own

    found = [
        any(fits(rule["if"], known) for rule in rules)
        for rules in (whole["workflow"]["rules"], whole[job]["rules"])
    ]

    assert all(found) is runs


def fits(rule, known):
    """Say whether a rule of GitLab's, of `==` and `&&`, fits what a pipeline knows."""
    python = re.sub(r"\$(\w+)", lambda name: repr(known.get(name[1])), rule)
    return bool(eval(python.replace("&&", " and "), {"__builtins__": {}}))


def test_nothing_is_published_for_a_request_or_a_merge_queue():
    review = yaml.safe_load(FILES["github: .github/workflows/review.yml"])
    publish = yaml.safe_load(FILES["github: .github/workflows/publish.yml"])

    # YAML takes `on` for true.
    triggers = {"pull_request", "pull_request_review", "merge_group", "workflow_dispatch"}
    assert {*review[True]} == triggers
    assert {*publish[True]} == {"push", "schedule", "workflow_dispatch"}
    assert publish["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert publish["jobs"]["deploy"]["needs"] == "build"


@pytest.mark.parametrize(
    "name", [name for name in FILES if "publish" in name] + ["gitlab: .gitlab-ci.yml"]
)
def test_what_is_published_was_checked_and_built_in_the_same_job(name):
    said = FILES[name].split("\npages:")[-1]

    places = [said.index(f"advocacy {word}") for word in ("check", "build", "check --built")]
    assert places == sorted(places)


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def run(*command: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)
