"""`advocacy publish` and `advocacy rollback`, from a post to what readers are served, and back."""

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from tests.conftest import need
from tests.site.conftest import start_small_site

BAD = "Nobody was there."
DAY = "2026-11-20"


@pytest.fixture
def repository(tmp_path, git):
    """A site of one post in a repository, built."""
    site = start_small_site(tmp_path / "site")
    site.write(".gitignore", "output/\noutput-share/\n.*.advocacy/\n")
    git(site.root, "init", "--quiet")
    commit(site, git)
    build(site)
    return site


@pytest.fixture
def www(tmp_path):
    need("rsync")
    return tmp_path / "www"


def commit(site, git) -> str:
    git(site.root, "add", "-A")
    git(site.root, "commit", "--quiet", "-m", "Change")
    return git(site.root, "rev-parse", "--short=7", "HEAD")


def build(site, day: str = DAY) -> None:
    done = site.run("advocacy build", "--today", day)
    assert done.status == 0, done.said


def advocacy(command, site, *arguments: object):
    """Run a command as on DAY, where it asks for one."""
    today = ["--today", DAY] if command == "publish" and "--today" not in arguments else []
    whole = [command, "--site", str(site.root), *map(str, arguments), *today]
    return CliRunner().invoke(main, whole)


def test_a_bad_publication_is_taken_back_and_stays_away_until_it_is_mended(repository, www, git):
    good = advocacy("publish", repository, www)
    repository.post("visit", fields={"date": "2026-11-19"}, body=BAD)
    bad_commit = commit(repository, git)
    build(repository)
    advocacy("publish", repository, www)
    page = www / "current/2026/the-visit/index.html"
    was_served = page.read_text(encoding="utf-8")

    back = advocacy("rollback", repository, www)
    again = advocacy("publish", repository, www)

    assert BAD in was_served
    assert good.exit_code == back.exit_code == 0
    assert f"publication 2 of {DAY} (content {bad_commit}, guide " in back.output
    assert not page.exists()
    assert again.exit_code == 1
    assert "was taken back, and this is the same" in again.output
    repository.post("visit", fields={"date": "2026-11-19"}, body="Four people came.")
    commit(repository, git)
    build(repository)
    mended = advocacy("publish", repository, www)
    assert mended.exit_code == 0, mended.output
    assert "Four people came." in page.read_text(encoding="utf-8")


def read_names(www):
    return {path.relative_to(www / "current").as_posix() for path in (www / "current").rglob("*")}


def test_what_falls_due_is_published_and_what_expired_goes_by_the_next_build(repository, www, git):
    repository.post("opening", fields={"embargo": "2026-11-25"})
    repository.post("sale", fields={"expires": "2026-11-25"})
    commit(repository, git)
    build(repository)
    advocacy("publish", repository, www)
    before = {*read_names(www)}

    late = advocacy("publish", repository, www, "--today", "2026-11-25")
    build(repository, "2026-11-25")
    done = advocacy("publish", repository, www, "--today", "2026-11-25")

    assert late.exit_code == 2
    assert "on 2026-11-25 something fell due" in late.output
    assert done.exit_code == 0, done.output
    opening, sale = "2026/the-opening/index.html", "2026/the-sale/index.html"
    assert (opening in before, sale in before) == (False, True)
    assert (opening in read_names(www), sale in read_names(www)) == (True, False)


def test_a_guide_that_was_changed_is_to_be_held_to_first(repository, www, git):
    repository.add("content/pages/values.md", "\nNot even in jest.\n")
    commit(repository, git)

    refused = advocacy("publish", repository, www)

    assert refused.exit_code == 2
    assert "It was held to guide" in refused.output
    assert not www.exists()


def test_what_was_changed_by_hand_since_the_build_is_refused(repository, www):
    page = repository.root / "output" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + BAD, encoding="utf-8")

    refused = advocacy("publish", repository, www)

    assert refused.exit_code == 2
    assert "index.html is not as it was built. Build it again" in refused.output
    assert not www.exists()


def test_a_build_puts_a_file_where_a_link_to_the_same_was(repository, www, tmp_path):
    page = repository.root / "output" / "index.html"
    page.rename(tmp_path / "elsewhere")
    page.symlink_to(tmp_path / "elsewhere")
    refused = advocacy("publish", repository, www)

    build(repository)
    done = advocacy("publish", repository, www)

    assert "index.html is a link, or lies behind one. Build it again" in refused.output
    assert done.exit_code == 0, done.output
    assert not page.is_symlink()


def test_the_same_bytes_are_published_once(repository, www):
    advocacy("publish", repository, www)

    again = advocacy("publish", repository, www)

    assert again.exit_code == 0
    assert "nothing changed" in again.output
    assert len([*(www / "releases").iterdir()]) == 1


def test_kits_that_are_apart_have_a_place_of_their_own(repository, www, git, tmp_path):
    share = '\n[share]\nfolder = "output-share"\nurl = "https://intranet.example/kits"\n'
    repository.add("advocacy.toml", share)
    commit(repository, git)
    build(repository)

    blog = advocacy("publish", repository, www)
    wrong = advocacy("publish", repository, www, "--kits")
    kits = advocacy("publish", repository, tmp_path / "kits", "--kits")

    assert blog.exit_code == kits.exit_code == 0, kits.output
    assert not [name for name in read_names(www) if name.startswith("share")]
    assert "share/the-night-shift/index.html" in read_names(tmp_path / "kits")
    assert wrong.exit_code == 2
    assert "holds https://stories.lindenmark.example" in wrong.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--kits"], "The kits are part of the blog"), (["--output", "nowhere"], "no such folder")],
)
def test_what_cannot_be_published_is_told(repository, www, arguments, told):
    refused = advocacy("publish", repository, www, *arguments)

    assert refused.exit_code == 2
    assert told in refused.output


def test_a_build_that_was_refused_leaves_what_was_built_to_be_published(repository, www, git):
    repository.post("folks", body="She lives in an old folks home.")

    refused = repository.run("advocacy build", "--today", DAY)
    done = advocacy("publish", repository, www)

    assert refused.status == 1
    assert done.exit_code == 0, done.output
    assert "Changed since, and not in what was built: content/posts/folks.md." in done.output
    assert "index.html" in read_names(www)
