"""The way of one post, from a branch to the site and back: a function a chapter."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from tests.scenario.desk import Desk, Typed
from tests.scenario.suggestion import take_suggestion
from tests.scenario.words import (
    ADDED,
    BAD,
    FIRST_POST,
    MENDED,
    NAMES,
    PICTURE,
    POST,
    PRODUCTS,
    REVIEW,
    STAFF,
    WRONG,
    draw_picture,
)

BRANCH = "the-bus-waits"
SITE = "--name 'Lindenmark Libraries' --url https://stories.lindenmark.example --today 2026-11-20"


@dataclass(frozen=True, slots=True)
class Story:
    """Everybody who takes part, and what they typed, a chapter after the other."""

    root: Path
    chapters: dict[str, list[Typed]] = field(default_factory=dict)

    @property
    def told(self) -> list[Typed]:
        """All that was typed, in order."""
        return [each for chapter in self.chapters.values() for each in chapter]

    def printed(self, chapter: str, line: str) -> str:
        """Return what the first line of a chapter printed that begins so."""
        return next(each for each in self.chapters[chapter] if each.line.startswith(line)).printed

    @property
    def remote(self) -> Path:
        """The repository that everybody pushes to; it has no working tree."""
        return self.root / "blog.git"

    def desk(self, who: str, chapter: str) -> Desk:
        """Sit somebody down, whose lines belong to a chapter."""
        record = self.chapters.setdefault(chapter, [])
        return Desk(who, NAMES[who], self.root / who, record)


def begin(story: Story) -> None:
    """Zoë makes the site and its repository, and the others clone it."""
    zoe = story.desk("zoe", "begin")
    zoe.folder.mkdir()
    zoe.types(f"advocacy init . {SITE}")
    zoe.replaces("advocacy.toml", PRODUCTS)
    zoe.writes("advocacy.toml", (zoe.folder / "advocacy.toml").read_text("utf-8") + REVIEW)
    for who, words in STAFF.items():
        zoe.writes(f"content/staff/{who}.md", words)
    zoe.types("rm content/staff/robin-sample.md")
    zoe.replaces(FIRST_POST, {"robin-sample]": "zoe]"})
    zoe.types("git init --quiet --initial-branch main")
    zoe.types("git add --all")
    zoe.types("git commit --quiet --message 'Begin'")
    zoe.types("git clone --quiet --bare . ../blog.git")
    zoe.types("git remote add origin ../blog.git")
    zoe.types("git fetch --quiet")
    zoe.types("git branch --quiet --set-upstream-to origin/main")
    for who in ("ana", "job"):
        zoe.types(f"git clone --quiet ../blog.git ../{who}")


def write(story: Story) -> None:
    """Ana writes a post in a branch, and not as the guide would have it."""
    ana = story.desk("ana", "write")
    ana.types(f"git switch --quiet --create {BRANCH}")
    ana.writes(POST, BAD)
    ana.writes(PICTURE, draw_picture())
    ana.types("git add content")
    ana.types("git commit --quiet --message 'Tell why the bus waits at Holm'")
    ana.types(f"git push --quiet --set-upstream origin {BRANCH}")


def review(story: Story) -> None:
    """The pull request's job says what is to be mended, and suggests what it can."""
    job = story.desk("job", "review")
    job.types("git fetch --quiet")
    job.types(f"git checkout --quiet origin/{BRANCH}")
    job.types("advocacy review --base origin/main --comments comments.json", status=1)


def take(story: Story) -> None:
    """Ana presses the button below the suggestion, and the forge commits it."""
    comments = json.loads((story.root / "job" / "comments.json").read_text("utf-8"))
    forge = story.desk("ana", "take")
    for comment in comments:
        text = (forge.folder / comment["path"]).read_text("utf-8")
        forge.writes(comment["path"], take_suggestion(text, comment))
    forge.types("git commit --quiet --all --message 'Take a suggestion'")
    forge.types("git push --quiet")


def mend(story: Story) -> None:
    """Ana mends by hand what only she can know."""
    ana = story.desk("ana", "mend")
    ana.replaces(POST, MENDED)
    ana.types("advocacy check")
    ana.types("git commit --quiet --all --message 'Say who writes, and what the picture shows'")
    ana.types("git push --quiet")


def agree(story: Story) -> None:
    """Nothing blocks any longer; Zoë reads the post, and says so."""
    zoe = story.desk("zoe", "agree")
    zoe.types("git fetch --quiet")
    zoe.types(f"git switch --quiet {BRANCH}")
    zoe.types("advocacy review --base origin/main")
    zoe.types(f"advocacy approve {POST} --by zoe --commit")
    zoe.types("git push --quiet")


def change(story: Story) -> None:
    """Ana adds a sentence that Zoë has not read."""
    ana = story.desk("ana", "change")
    ana.types("git pull --quiet")
    ana.replaces(POST, ADDED)
    ana.types("git commit --quiet --all --message 'Say what became of the next stop'")
    ana.types("git push --quiet")


def merge(story: Story) -> None:
    """Zoë is told, reads that as well, says so, and merges."""
    zoe = story.desk("zoe", "merge")
    zoe.types("git pull --quiet")
    zoe.types("advocacy review --base origin/main")
    zoe.types(f"advocacy approve {POST} --by zoe --commit")
    zoe.types("git push --quiet")
    zoe.types("git switch --quiet main")
    zoe.types(f"git merge --quiet --no-ff --no-edit {BRANCH}")
    zoe.types("git push --quiet")


def publish(story: Story, chapter: str = "publish") -> None:
    """The job on main builds the site, and publishes it as a commit of a branch."""
    job = story.desk("job", chapter)
    job.types("git fetch --quiet")
    job.types("git checkout --quiet origin/main")
    job.types("advocacy build")
    job.types("advocacy publish git:pages")


def undo(story: Story) -> None:
    """What nobody noticed is published, and taken back by one command."""
    zoe = story.desk("zoe", "undo")
    zoe.replaces(POST, WRONG)
    zoe.types("git commit --quiet --all --message 'Say how long the bus waits'")
    zoe.types("git push --quiet")
    publish(story, "undo")
    zoe.types("advocacy rollback git:pages")


CHAPTERS = (begin, write, review, take, mend, agree, change, merge, publish, undo)
