"""Whatever settings of git somebody has: each reads the same of a change."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from advocacy.cache import FOLDER_VARIABLE, Cache
from advocacy.changes import read_changes
from advocacy.cli.main import main
from advocacy.committers import read_committers
from advocacy.history import read_history
from advocacy.identities import hash_address
from advocacy.library import read_library
from advocacy.revision import differs, read_revision
from advocacy.site import read_site
from tests.conftest import STAFF
from tests.review.conftest import BODY, TODAY, isolate_git
from tests.site.conftest import SmallSite, start_small_site

ANA, BEN, MALLORY = "ana@example.org", "ben@example.org", "mallory@example.net"
HELPED = "A step\n\nCo-authored-by: Ben <ben@example.org>"
SHELF = "Two.\n\nThree.\n\nFour.\n\nOne."
SHELF_NOW = "One.\n\nFour.\n\nThree.\n\nTwo.\n\nTwo.\n\nFour.\n\nFour."
LIST = "- One.\n- One.\n- One.\n- One.\n- One.\n  - Two.\n- One."
LIST_NOW = "- One.\n  - Two.\n    Three.\n  - Two.\n- Four.\n    Three."

# What git may be told about how it compares, tells and names files, commits and people.
SETTINGS = (
    ("color.diff", "always"),
    ("color.ui", "always"),
    ("diff.algorithm", "patience"),
    ("diff.autoRefreshIndex", "false"),
    ("diff.external", "/bin/false"),
    ("diff.ignoreSubmodules", "all"),
    ("diff.indentHeuristic", "false"),
    ("diff.interHunkContext", "9"),
    ("diff.mnemonicPrefix", "true"),
    ("diff.orderFile", "/nowhere/order"),
    ("diff.relative", "true"),
    ("diff.renameLimit", "1"),
    ("diff.renames", "false"),
    ("i18n.logOutputEncoding", "UTF-16"),
    ("log.diffMerges", "combined"),
    ("log.diffMerges", "off"),
    ("log.showRoot", "false"),
    ("mailmap.blob", "HEAD:own-map"),
    ("mailmap.file", "own-map"),
    ("status.showUntrackedFiles", "no"),
    ("trailer.separators", "="),
)
VARIABLES = (
    ("GIT_DIFF_OPTS", "--unified=9"),
    ("GIT_EXTERNAL_DIFF", "/bin/false"),
    ("GIT_LITERAL_PATHSPECS", "1"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """A branch of all that git can be told to tell otherwise.

    Attributes:
        folder: Where the repository is, with a site below its top, and what a forge told of it.
    """

    folder: Path

    @property
    def top(self) -> SmallSite:
        """The repository."""
        return SmallSite(self.folder / "top")

    @property
    def site(self) -> SmallSite:
        """The site in it."""
        return SmallSite(self.folder / "top" / "blog")

    @property
    def approvals(self) -> Path:
        """What a forge told."""
        return self.folder / "approvals.json"

    def git(self, *words: str, address: str = ANA) -> str:
        """Run git at the top, and return what it prints."""
        person = ("-c", f"user.name={address}", "-c", f"user.email={address}")
        whole = ["git", *person, "-C", str(self.top.root), *words]
        return subprocess.run(whole, capture_output=True, text=True, check=True).stdout.strip()

    def commit(self, message: str = "A step", address: str = ANA) -> str:
        """Commit everything as somebody, and return the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message, address=address)
        return self.git("rev-parse", "HEAD")

    def link(self, commit: str) -> None:
        """Have the site lead to a commit of another repository."""
        self.git("update-index", "--add", "--cacheinfo", f"160000,{commit},blog/linked")
        (self.site.root / "linked").mkdir(exist_ok=True)

    def begin(self) -> None:
        """Commit what was there before."""
        site = start_small_site(self.site.root)
        site.add("advocacy.toml", '\n[review]\nwho_wrote = "warning"\neditors = ["ben"]\n')
        for name, address in (("ana", ANA), ("ben", BEN)):
            own = f"commit_emails: {hash_address(address)}\nforge: {{github: {name}}}\nrole:"
            site.write(f"content/staff/{name}.md", STAFF.replace("role:", own))
        site.post("clock", body=BODY)
        site.post("door", body=f"{BODY}\n\nThe door opens.")
        site.post("shelf", body=SHELF)
        site.post("list", body=LIST)
        site.post("still")
        self.top.write(".mailmap", f"Ben <{BEN}> <third@example.net>\n")
        self.top.write("own-map", f"Ben <{BEN}> <{MALLORY}>\n")
        self.git("init", "--quiet", "--initial-branch=main")
        self.link("1" * 40)
        self.commit("Begin")
        self.git("checkout", "--quiet", "-b", "post")

    def write(self) -> None:
        """Commit posts: changed, renamed, by several people, and while merging."""
        site, posts = self.site, self.site.root / "content/posts"
        for old, new in (("clock", "bell"), ("door", "gate")):
            (posts / f"{old}.md").rename(posts / f"{new}.md")
            site.add(f"content/posts/{new}.md", "\nIt rang.\n")
        site.post("shelf", body=SHELF_NOW)
        site.post("list", body=LIST_NOW)
        self.commit(address=BEN)
        self.git("checkout", "--quiet", "-b", "side")
        site.post("side", fields={"authors": "[ben]"})
        self.commit(address="third@example.net")
        self.git("checkout", "--quiet", "post")
        site.post("rain")
        self.commit(HELPED, MALLORY)
        self.git("merge", "--quiet", "--no-commit", "side")
        site.post("evil", body="While merging.")

    def go_on(self) -> None:
        """Have two approve it; commit what else there is, and leave something uncommitted."""
        seen = {"ana": self.commit("Merge")}
        self.top.write("README.md", "Read the shelf.\n")
        seen["ben"] = self.commit()
        self.link("2" * 40)
        self.commit()
        self.link("3" * 40)
        self.site.write("content/images/ä.txt", "new")
        given = [
            {
                "user": {"login": login},
                "state": "APPROVED",
                "commit_id": seen[login],
                "submitted_at": "2026-04-09T09:00:00Z",
            }
            for login in seen
        ]
        self.approvals.write_text(json.dumps(given), encoding="utf-8")

    def read(self, cache: Path) -> Mapping[str, object]:
        """Return all that is read of it, keeping what is kept in a folder."""
        root = self.site.root
        words = ["review", "--site", str(root), "--base", "main", "--today", TODAY]
        words += ["--format", "json", "--forge", "github", "--approvals", str(self.approvals)]
        # Git takes it for changed till it has read it again.
        (root / "content/posts/still.md").touch()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(FOLDER_VARIABLE, str(cache))
            done = CliRunner().invoke(main, words)
        assert done.exit_code == 0, done.output
        return {
            "review": json.loads(done.output),
            "changes": read_changes(root, "main"),
            "history": read_history(root, "content/posts"),
            "revision": read_revision(root),
            "committers": read_committers(read_library(read_site(root)), Cache(cache)),
            "differs": differs(root, "HEAD^", "HEAD"),
        }


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Change]:
    """The branch, where git knows nothing but what it is told here."""
    with pytest.MonkeyPatch.context() as patch:
        isolate_git(patch)
        change = Change(tmp_path_factory.mktemp("change"))
        change.begin()
        change.write()
        change.go_on()
        yield change


@pytest.fixture(scope="module")
def plain(change: Change, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, object]:
    """What is read of it without any setting."""
    return change.read(tmp_path_factory.mktemp("cache"))


def settle(name: str, value: str) -> Mapping[str, str]:
    """Return variables by which git takes a setting for somebody's own."""
    return {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": name, "GIT_CONFIG_VALUE_0": value}


@pytest.mark.parametrize(
    "variables",
    [*(settle(*each) for each in SETTINGS), *({name: value} for name, value in VARIABLES)],
    ids=[name for name, _ in (*SETTINGS, *VARIABLES)],
)
def test_what_somebody_has_settled_changes_nothing(
    variables: Mapping[str, str],
    change: Change,
    plain: Mapping[str, object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert change.read(tmp_path) == plain
