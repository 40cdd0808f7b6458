"""Whole sites: a small one to break, and the sample as a newcomer sees it."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import POST, PROJECT, STAFF
from tests.site import films as wrote

SETTINGS = """\
name = "Lindenmark Libraries"
url = "https://stories.lindenmark.example"
description = "Stories from the people behind the counter."
time_zone = "Europe/Berlin"

[disclosure]
en = "I work at Lindenmark Libraries."

[topics]
reading = "Reading"
"""

GUIDE = """\
---
title: Our values
---

## Respect people {#respect}

We call people what they call themselves.

```yaml rule
id: Values.Respect
extends: substitution
level: error
message: "Write '%s', not '%s'."
ignorecase: true
swap:
  old folks home: care home
examples:
  bad: ["She lives in an old folks home."]
  good: ["She lives in a care home."]
```
"""

# Every letter of the language, upright and slanted, in a heading too.
POLISH = "## Zażółć gęślą jaźń\n\nPójdźże, *kiń tę chmurność* w głąb **flaszy**!"

COMMANDS = {
    "advocacy build": [sys.executable, "-m", "advocacy.cli.main", "build"],
    "pelican content": [sys.executable, "-m", "pelican", "content"],
}
CHECK = {
    "advocacy check": [sys.executable, "-m", "advocacy.cli.main", "check"],
    "advocacy translations": [sys.executable, "-m", "advocacy.cli.main", "translations"],
}

# What has a body besides posts: a file of each kind, and where its page is.
BESIDE_POSTS = {
    "content/pages/about.md":        "about",
    "content/staff/ana.md":          "staff/ana",
    "content/topics/reading.md":     "topics/reading",
    "content/purposes/service.md":   "purposes/service",
    "content/series/the-house.md":   "series/the-house",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it said."""

    status: int
    said: str


@dataclass(frozen=True, slots=True)
class SmallSite:
    """A site of one post in a folder of its own, for a test to change and build."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def add(self, path: str, text: str) -> None:
        """Put lines at the end of a file."""
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def post(
        self, name: str, *, fields: Mapping[str, str] | None = None, body: str = "It rained."
    ) -> Path:
        """Write another post, with fields and a body of its own."""
        own = {
            "id": f"tag:stories.lindenmark.example,2026:{name}",
            "title": f"The {name}",
            "date": "2026-03-01",
            "authors": "[ana]",
            "summary": "What happened, told in order.",
            **(fields or {}),
        }
        front = "\n".join(f"{key}: {value}" for key, value in own.items())
        return self.write(f"content/posts/{name}.md", f"---\n{front}\n---\n\n{body}\n")

    def run(self, command: str = "advocacy build", *arguments: str, **environ: str) -> Done:
        """Run one of COMMANDS, or CHECK, in the site's folder."""
        done = subprocess.run(
            [*(COMMANDS | CHECK)[command], *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1795392000", **environ},
        )
        return Done(done.returncode, done.stdout + done.stderr)


def checksum(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder, but for what Python compiles in there."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.parent.name != "__pycache__"
    }


@pytest.fixture
def small_site(tmp_path: Path) -> SmallSite:
    """A site of one post, not yet built."""
    return start_small_site(tmp_path / "site")


def start_small_site(root: Path) -> SmallSite:
    """Write a site of one post into a folder."""
    site = SmallSite(root)
    site.write("advocacy.toml", SETTINGS)
    site.write("pelicanconf.py", (PROJECT / "pelicanconf.py").read_text(encoding="utf-8"))
    site.write("content/pages/values.md", GUIDE)
    site.write("content/staff/ana.md", STAFF)
    site.write("content/posts/night-shift.md", POST)
    return site


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, copied from the checkout and built."""
    root = tmp_path_factory.mktemp("sample")
    copy_sample(root)
    done = SmallSite(root).run()
    assert done.status == 0, done.said
    return root


@pytest.fixture(scope="session")
def address(sample: Path, serve: Callable[[Path], str]) -> str:
    """Where the sample is served."""
    return serve(sample / "output")


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser at the sample that has kept nothing yet, and may copy and paste."""
    rights = ["clipboard-read", "clipboard-write"]
    context = browser.new_context(base_url=address, permissions=rights)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab of it."""
    return context.new_page()


@pytest.fixture(scope="session")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The sample with all that makes a page: more posts on a topic, and one that has moved."""
    site = SmallSite(tmp_path_factory.mktemp("kinds"))
    copy_sample(site.root)
    settings = (site.root / "advocacy.toml").read_text(encoding="utf-8")
    site.write("advocacy.toml", f"page_size = 5\n{settings}")
    for number in range(1, 13):
        fields = {
            "title": f"The shelf of day {number}",
            "date": f"2024-03-{number:02}",
            "authors": "[zoe-lukasik]",
            "summary": f"What stood on the shelf on day {number}, from left to right.",
            "topics": "[books]",
            "purpose": "service",
            **({"aliases": "[/old/shelf/]"} if number == 7 else {}),
        }
        body = POLISH if number == 8 else "There were *forty* books."
        site.post(f"shelf-{number}", fields=fields, body=body)
    done = site.run()
    assert done.status == 0, done.said
    return site


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site that may show films, with one on a page of each kind."""
    site = start_small_site(tmp_path_factory.mktemp("films"))
    site.add("advocacy.toml", wrote.SETTINGS)
    fields = {"topics": "[reading]", "purpose": "service", "series": "The house"}
    site.post("film", fields=fields, body=wrote.BODY)
    site.post("films", body=wrote.MORE)
    site.post("pair", body=wrote.PAIR)
    site.post("words", body=wrote.AMONG_WORDS)
    site.write("content/pages/about.md", f"---\ntitle: About\n---\n\n{wrote.BODY}")
    site.add("content/staff/ana.md", f"\n{wrote.BODY}")
    for folder in ("topics/reading", "purposes/service", "series/the-house"):
        site.write(f"content/{folder}.md", wrote.ABOUT)
    done = site.run()
    assert done.status == 0, done.said
    return site


def copy_sample(root: Path) -> None:
    """Copy what makes the sample a site."""
    shutil.copytree(PROJECT / "content", root / "content")
    for name in ("advocacy.toml", "pelicanconf.py"):
        shutil.copyfile(PROJECT / name, root / name)
