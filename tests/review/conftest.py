"""Sites in real repositories, each with a branch that somebody wants to have merged."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.main import main
from tests.conftest import STAFF
from tests.site.conftest import SmallSite, start_small_site

TODAY = "2026-04-10"


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A branch `post` of a site whose `main` has one post."""

    site: SmallSite

    def git(self, *words: str) -> str:
        """Run git in the site's folder, and return what it prints."""
        person = ("-c", "user.name=Ana", "-c", "user.email=1+ana@users.noreply.github.com")
        whole = ["git", *person, "-C", str(self.site.root), *words]
        return subprocess.run(whole, capture_output=True, text=True, check=True).stdout

    def commit(self, message: str = "A step") -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def review(self, *words: str, base: str = "main") -> Result:
        """Run `advocacy review` on the branch."""
        own = ("review", "--site", str(self.site.root), "--base", base, "--today", TODAY)
        return CliRunner().invoke(main, [*own, *words])


@pytest.fixture
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of git."""
    isolate_git(monkeypatch)


def isolate_git(patch: pytest.MonkeyPatch) -> None:
    """Let git know nothing but what it is told here."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        patch.delenv(name)
    patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def start(tmp_path: Path, no_settings: None) -> Callable[[], PullRequest]:
    """Return a function that makes a site, commits it, and begins a branch."""

    def begin() -> PullRequest:
        request = PullRequest(start_small_site(tmp_path / "site"))
        request.git("init", "--quiet", "--initial-branch=main")
        request.commit("Begin")
        request.git("checkout", "--quiet", "-b", "post")
        return request

    return begin


@pytest.fixture
def pull_request(start: Callable[[], PullRequest]) -> PullRequest:
    """A branch on which nothing has changed yet."""
    return start()


MORE_SETTINGS = """
[audiences]
neighbours = "Neighbours"

[share]
networks = ["linkedin", "mastodon"]

[review]
editors = ["kim"]

[review.approve]
engagement = ["ben", "kim"]
"""
MORE_GUIDE = """
```yaml attest
id: Values.Consent
ask: "Everyone I name, quote or show has agreed."
```

```yaml attest
id: Values.Answer
ask: "I will answer readers for a week."
```

## Write plainly {#plain}

We write as we speak.

```yaml rule
id: Values.Plain
extends: substitution
level: suggestion
message: "Try '%s' in place of '%s'."
ignorecase: true
swap:
  in order to: to
examples:
  bad: ["We came in order to help."]
  good: ["We came to help."]
```
"""
BEN = """\
---
name: Ben Okafor
role: Caretaker
ask_me_about: [Doors and clocks, The boiler]
share: {topics: [reading]}
---

I keep the keys.
"""
KIM = """\
---
name: Kim Adler
role: Editor
ask_me_about: [Commas]
---

I read everything twice.
"""
BODY = """\
She lives in the old folks home, and we brought the books in order to read to her. I work at
Lindenmark Libraries.

The door had been stuck since the winter. We took it off its hinges, and found a letter behind it
that somebody had posted in 1962. Nobody knows yet who wrote it, so we put it behind glass beside
the counter, and everybody who comes in reads it first. Some laugh. Some know the street that it
is about, and tell us who lived there. One woman read it twice, sat down, and said that the hand
was her aunt's.

We would like to find out more before the summer ends, and we keep the letter where it can be seen.
"""
CONSENT = "Values.Consent: v7e2ed49"


@pytest.fixture
def rich(start: Callable[[], PullRequest]) -> PullRequest:
    """A branch with a new post, one that moves, one that goes, and one that cannot be read."""
    request = start()
    site = request.site
    request.git("checkout", "--quiet", "main")
    site.add("advocacy.toml", MORE_SETTINGS)
    site.add("content/pages/values.md", MORE_GUIDE)
    site.write("content/staff/ben.md", BEN)
    site.write("content/staff/kim.md", KIM)
    site.write("content/staff/ana.md", STAFF.replace("role:", "forge: {github: ana}\nrole:"))
    site.post("clock", fields={"slug": "clock"}, body="It ticks.")
    site.post("gone", body="It rained.")
    site.post("broken", body="It rained.")
    request.commit("Write more")
    request.git("checkout", "--quiet", "-B", "post")
    site.post("clock", fields={"slug": "the-clock"}, body="It ticks again.")
    (site.root / "content/posts/gone.md").unlink()
    site.post("broken", fields={"authors": "[nobody]"}, body="It rained.")
    caption = "A letter lay behind our door for sixty years. I read it at the counter."
    fields = {
        "date": "2026-04-08",
        "embargo": "2026-04-12",
        "topics": "[reading]",
        "purpose": "engagement",
        "audience": "neighbours",
        "attest": f"{{{CONSENT}}}",
        "question": "Who wrote it?",
        "reviewed_by": "[kim]",
        "share": f"{{captions: {{linkedin: [{caption}]}}}}",
    }
    site.post("door", fields=fields, body=BODY.rstrip("\n"))
    site.write("content/staff/ben.md", BEN.replace("I keep the keys.", "I keep all the keys."))
    site.write(".github/workflows/publish.yml", "on: push\n")
    request.commit("Tell of the door")
    return request
