"""A pull request on a Gitea, as people see it there."""

from dataclasses import dataclass
from typing import Any

from tests.scenario.gitea import Gitea
from tests.scenario.jobs import REPOSITORY

REPOSITORY_API = f"repos/{REPOSITORY}"


@dataclass(frozen=True, slots=True)
class Request:
    """A pull request that somebody has opened."""

    gitea: Gitea
    number: int

    def facts(self, commit: str) -> dict[str, Any]:
        """Return what an event says of it, once its branch has come to a commit."""
        facts: dict[str, Any] = self.gitea.wait(
            self._at, lambda answer: answer["head"]["sha"] == commit
        )
        return facts

    @property
    def comments(self) -> list[tuple[int, str, str]]:
        """The number, author and text of each comment below it."""
        found = self.gitea.ask("zoe", "GET", f"{REPOSITORY_API}/issues/{self.number}/comments")
        return [(each["id"], each["user"]["login"], each["body"]) for each in found]

    @property
    def suggestions(self) -> list[dict[str, Any]]:
        """The comments beside lines, with `path`, `line` and `body`."""
        reviews = self.gitea.ask("zoe", "GET", f"{self._at}/reviews")
        beside = [
            comment
            for review in reviews
            for comment in self.gitea.ask(
                "zoe", "GET", f"{self._at}/reviews/{review['id']}/comments"
            )
        ]
        return [{**each, "line": each["position"], "end_line": each["position"]} for each in beside]

    def approve(self) -> None:
        """Have Zoë say that she agrees."""
        self.gitea.ask("zoe", "POST", f"{self._at}/reviews", {"event": "APPROVED"})

    def merge(self) -> None:
        """Merge it.

        Raises:
            urllib.error.HTTPError: Somebody has to approve it first.
        """
        self.gitea.ask("zoe", "POST", f"{self._at}/merge", {"Do": "merge"})

    @property
    def merged(self) -> str:
        """The commit that it is merged by."""
        merged: str = self.gitea.wait(self._at, lambda answer: answer["merged"])["merge_commit_sha"]
        return merged

    @property
    def _at(self) -> str:
        return f"{REPOSITORY_API}/pulls/{self.number}"


def open_request(gitea: Gitea, branch: str) -> Request:
    """Have Ana ask for a branch to be merged."""
    gitea.wait(f"{REPOSITORY_API}/branches/{branch}", bool)
    asked = {"title": "The bus waits at Holm", "head": branch, "base": "main"}
    return Request(gitea, gitea.ask("ana", "POST", f"{REPOSITORY_API}/pulls", asked)["number"])
