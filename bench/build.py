"""A build measured against stock Pelican on the same posts, in the same run.

Stock Pelican checks nothing, draws no cards and makes no share kits; it is the floor. The figure
to watch is the ratio, since seconds differ from machine to machine.
"""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click

PROJECT = Path(__file__).resolve().parent.parent
WORDS = (
    "library shelf reader story visit morning evening catalogue loan return shelf book table "
    "question answer colleague window garden children poem repair clock door quiet voice"
).split()
POST = """\
---
id: tag:stories.example.org,2026:{number}
title: Post number {number}
date: 2025-{month:02}-{day:02}
authors: [sam]
summary: What happened on day {number}, told in order.
topics: [daily]
purpose: engagement
question: What would you have done?
---

{body}
"""
STOCK_POST = "Title: Post number {number}\nDate: 2025-{month:02}-{day:02}\nTags: daily\n\n{body}\n"
STOCK_CONF = """\
AUTHOR = "Sam"
SITENAME = "Stock"
SITEURL = "https://stories.example.org"
TIMEZONE = "UTC"
PATH = "content"
THEME = "simple"
FEED_ALL_RSS = "feeds/all.rss.xml"
"""


@click.command
@click.option("--posts", default=200, show_default=True, help="How many posts to build.")
@click.option("--words", default=700, show_default=True, help="How long each of them is.")
def bench(posts: int, words: int) -> None:
    """Build a made-up blog with this project and with stock Pelican, and compare."""
    with TemporaryDirectory() as folder:
        ours, stock = Path(folder, "ours"), Path(folder, "stock")
        make_sites(ours, stock, posts, words)
        advocacy = [sys.executable, "-m", "advocacy.cli.main"]
        rows = {
            "stock pelican": seconds([sys.executable, "-m", "pelican", "--quiet"], stock),
            "advocacy check": seconds([*advocacy, "check"], ours),
            "advocacy build, first": seconds([*advocacy, "build"], ours),
            "advocacy build, nothing changed": seconds([*advocacy, "build"], ours),
        }
    click.echo(f"{posts} posts of {words} words")
    for name, taken in rows.items():
        click.echo(f"{name:32} {taken:6.2f} s  {taken / rows['stock pelican']:5.2f} x stock")


def make_sites(ours: Path, stock: Path, posts: int, words: int) -> None:
    """Write the same posts for both."""
    run([sys.executable, "-m", "advocacy.cli.main", "init", str(ours)], ours.parent)
    for old in [*(ours / "content/posts").glob("*.md"), *(ours / "content/staff").glob("*.md")]:
        old.unlink()
    settings = (ours / "advocacy.toml").read_text(encoding="utf-8")
    table = settings.replace("[topics]\n", '[topics]\ndaily = "Daily"\n')
    (ours / "advocacy.toml").write_text(table, encoding="utf-8")
    (ours / "content/staff/sam.md").write_text("---\nname: Sam Poe\nrole: Librarian\n---\n")
    (stock / "content").mkdir(parents=True)
    (stock / "pelicanconf.py").write_text(STOCK_CONF)
    for number in range(posts):
        values = {
            "number": number,
            "month": number % 12 + 1,
            "day": number % 28 + 1,
            "body": body(number, words),
        }
        name = f"post-{number:04}.md"
        (ours / "content/posts" / name).write_text(POST.format(**values))
        (stock / "content" / name).write_text(STOCK_POST.format(**values))


def body(number: int, words: int) -> str:
    """Return a text that is the same in each run: paragraphs, headings, a list, a link."""
    sentences = []
    for start in range(0, words, 10):
        picked = [WORDS[(number * 7 + start * 3 + n * n) % len(WORDS)] for n in range(10)]
        sentences.append(" ".join(picked).capitalize() + ".")
    paragraphs = [" ".join(sentences[n : n + 6]) for n in range(0, len(sentences), 6)]
    for n in range(3, len(paragraphs), 4):
        paragraphs[n] = (
            f"## Part {n}\n\n{paragraphs[n]}\n\n- one\n- two *and* [three](https://x.org)"
        )
    return "\n\n".join(paragraphs)


def seconds(command: list[str], folder: Path) -> float:
    """Return how long a command takes, start-up included."""
    started = time.perf_counter()
    run(command, folder)
    return time.perf_counter() - started


def run(command: list[str], folder: Path) -> None:
    """Run a command; one that fails ends the measuring with what it said."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise click.ClickException(f"{' '.join(command)}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    bench()
