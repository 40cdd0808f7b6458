"""What somebody approves on a forge, noted in the posts of their request by one commit."""

import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.forges.approving import PATHS, Forge, approving_job, make_contexts, make_home
from tests.forges.commenting import TOKEN, USERS
from tests.forges.forge_server import ForgeServer, serve_forge
from tests.review.conftest import PullRequest
from tests.site.conftest import SmallSite

EVA = "---\nname: Eva Rossi\nrole: Editor\nforge: {%s: eva-r}\n---\n\nHello.\n"
POST = "content/posts/home.md"
HOOKS = ("post-checkout", "pre-commit", "post-commit")


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
        home = make_home(tmp_path / "home")
        yield Forge(request.param, server, bare, tmp_path / "jobs", home)


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
    noted = forge.ask("show", f"post:{POST}").replace("\r\n", "\n")
    assert re.search(r"\nreviewed_by: \[eva v[0-9a-f]{7}]\n", noted)
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
    for path in ("advocacy", "sitecustomize.py", *(f".githooks/{hook}" for hook in HOOKS)):
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
    noted = forge.ask("show", f"post:{POST}").replace("\r\n", "\n")
    assert re.search(r"\nreviewed_by: \[eva v[0-9a-f]{7}]\n", noted)
    assert not [*forge.folder.rglob("ran")]


def test_a_branch_that_moved_on_meanwhile_is_left_alone(forge: Forge, ana: PullRequest) -> None:
    forge.approves("eva-r", forge.head)
    ana.site.post("home", body="It hailed.")
    ana.commit("Go on")

    steps = forge.run(lambda: ana.git("push", "--quiet", "origin", "post"))

    assert "[rejected]" in steps["Push"].said
    assert steps["Have it reviewed"].status is None
    assert forge.head == ana.git("rev-parse", "HEAD").strip()


@pytest.mark.parametrize(
    "path",
    ["pelicanconf.py", "content/staff/eva.md", "content/pages/values.md", "content/posts.md"],
)
def test_a_note_that_changes_more_than_posts_is_not_pushed(
    path: str, forge: Forge, ana: PullRequest
) -> None:
    seen = forge.head
    ana.site.write(path, "open('ran', 'w')\n")
    ana.site.post("home", body="It hailed.")
    ana.commit("Note that eva approved")
    ana.git("bundle", "create", "--quiet", str(forge.folder / "note"), "HEAD", f"^{seen}")
    note = b64encode((forge.folder / "note").read_bytes()).decode()

    steps = forge.push({"note": note, "number": "5"}, make_contexts(forge.name, seen, seen))

    assert "The note changes more than posts." in steps["Push"].said
    assert steps["Have it reviewed"].status is None
    assert forge.head == seen


@pytest.mark.parametrize("forge", ["github"], indirect=True)
def test_an_approval_of_a_request_to_another_branch_is_not_noted(forge: Forge) -> None:
    seen = forge.head
    forge.approves("eva-r", seen)

    steps = forge.run(requests={5: "release"})

    assert (forge.head, steps["Note it"].status) == (seen, None)


@pytest.mark.parametrize("name", PATHS)
def test_the_program_is_that_of_the_branch_to_be_merged_into(name: str) -> None:
    job = approving_job(name, "read")
    names = [step["name"] for step in job["steps"]]
    installed = next(at for at, each in enumerate(names) if each.startswith("Install"))
    first = job["steps"][installed - 1]

    begins = first["with"]["ref"] if "with" in first else first["env"]["BEGIN"]
    assert begins in {"main", "${{ github.event.pull_request.base.sha }}"}
    assert installed < names.index("Note it")
    assert "checkout" not in str([step for step in job["steps"][:installed] if step is not first])
