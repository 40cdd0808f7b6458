"""Sites in real repositories, in which different people commit."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.main import main
from advocacy.identities import hash_address
from advocacy.library import Library, read_library
from advocacy.repository import Repository as Asked
from advocacy.review.approvers import Approved
from advocacy.review.reading import ASKER
from advocacy.review.stewardship import Stewardship, read_stewardship
from advocacy.site import read_site
from tests.site.conftest import GUIDE, SETTINGS, SmallSite

ANA, BEN, EVA = "ana@example.org", "ben@example.org", "eva@example.org"
TODAY = "2026-06-01"
OTHER = "mallory@example.net"


@dataclass(frozen=True, slots=True)
class Repository:
    """A site of three colleagues in a repository; whoever commits is named each time."""

    site: SmallSite

    def git(self, *words: str, address: str = ANA, name: str = "") -> str:
        """Run git in the site's folder, and return what it prints."""
        named = name or address.partition("@")[0].title()
        person = ("-c", f"user.name={named}", "-c", f"user.email={address}")
        whole = ["git", *person, "-C", str(self.site.root), *words]
        return subprocess.run(whole, capture_output=True, text=True, check=True).stdout

    def feed(self, *words: str, lines: str) -> None:
        """Run git with lines on its standard input."""
        whole = ["git", "-C", str(self.site.root), *words]
        subprocess.run(whole, input=lines, text=True, check=True)

    def commit(self, address: str = ANA, message: str = "A step", name: str = "") -> None:
        """Commit everything as somebody."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message, address=address, name=name)

    def bring(self, commit: str, address: str = ANA) -> None:
        """Commit that another repository is at a commit, of which git is told to say nothing."""
        module = '[submodule "sub"]\n\tpath = sub\n\turl = ../sub\n\tignore = all\n'
        self.site.write(".gitmodules", module)
        (self.site.root / "sub").mkdir(exist_ok=True)
        whole = self.git("rev-parse", commit).strip()
        self.git("update-index", "--add", "--cacheinfo", f"160000,{whole},sub")
        self.commit(address)

    def branch(self) -> None:
        """Begin what is to be a pull request."""
        self.git("checkout", "--quiet", "-b", "post")

    def move_below(self, folder: str) -> Path:
        """Put the site into a folder of its repository, and return that."""
        below = self.site.root / folder
        below.mkdir()
        for name in ("advocacy.toml", "content"):
            (self.site.root / name).rename(below / name)
        return below

    def library(self) -> Library:
        """Read the site."""
        return read_library(read_site(self.site.root))

    def run(self, *words: str) -> Result:
        """Run a sub-command of `advocacy` on the site."""
        return CliRunner().invoke(main, [words[0], "--site", str(self.site.root), *words[1:]])


def staff_file(name: str, *, more: str = "") -> str:
    return f"---\nname: {name.title()}\nrole: Librarian\n{more}\n---\n\nHello.\n"


def stewardship(repository: Repository, *approved: str) -> Stewardship:
    """Return what is said of the branch against `main`."""
    asked = Asked(repository.site.root, ASKER)
    today, base = date(2026, 6, 1), asked.find_base("main")
    return read_stewardship(repository.library(), today, asked, base, Approved(approved))


def own_file(name: str, address: str, role: str = "Archivist") -> str:
    more = f"commit_emails: {hash_address(address)}\nforge: {{github: {name}-gh}}"
    return staff_file(name, more=more).replace("Librarian", role)


def approvals(repository: Repository, *approved: str) -> list[tuple[str, str, str, bool]]:
    found = stewardship(repository, *approved).approvals
    return [
        (each.why, "|".join(each.anyone_of), " ".join(each.paths), each.is_given) for each in found
    ]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Repository]:
    """Return a function that makes and commits a site with a table `[review]`."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def begin(review: str = 'editors = ["eva"]') -> Repository:
        repository = Repository(SmallSite(tmp_path / "site"))
        site = repository.site
        site.write("advocacy.toml", f"{SETTINGS}\n[review]\n{review}\n")
        site.write("content/pages/values.md", GUIDE)
        for name, address in (("ana", ANA), ("ben", BEN), ("eva", EVA)):
            more = f"commit_emails: {hash_address(address)}\nforge: {{github: {name}-gh}}"
            site.write(f"content/staff/{name}.md", staff_file(name, more=more))
        site.post("old")
        repository.git("init", "--quiet", "--initial-branch=main")
        repository.commit()
        return repository

    return begin


@pytest.fixture
def branch(start: Callable[..., Repository]) -> Repository:
    """Ana's new post on a branch; an editor has to approve it."""
    repository = start('editors = ["eva"]')
    repository.branch()
    repository.site.post("new")
    repository.commit(ANA)
    return repository
