"""The check measured against Vale, with the same rules on the same files in the same run.

Seconds differ from machine to machine; the figures to watch are the ratios. Vale is looked for on
the path and where `go install` puts it; without it only our own seconds are told.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rules import SIZES, write_style

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = PROJECT.parent / "shared/corpus/18f"
ADVOCACY = [sys.executable, "-m", "advocacy"]
INI = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = {style}\n"
# What a clock of the system can tell.
LEAST = 0.01

# No two posts have the same; each may have lines below it.
OWN_FIELDS = re.compile(r"^(?:slug|aliases):.*\n(?:[ -].*\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    """One measurement: of what, how many files, and its seconds.

    Attributes:
        name: Of what was measured.
        files: How many.
        seconds: By the clock.
        computed: Of computing, on all cores; other work on the machine makes it little longer.
    """

    name: str
    files: int
    seconds: float
    computed: float


@click.command
@click.option("--posts", default=10_000, show_default=True, help="How many posts to make of 18F's.")
@click.option("--corpus", type=click.Path(path_type=Path), default=CORPUS, help="18F's sources.")
def bench(posts: int, corpus: Path) -> None:
    """Check a real blog, and a large one made from it, and compare with Vale."""
    if not corpus.is_dir():
        raise click.ClickException(f"{corpus}: not there. Name a Jekyll blog with --corpus.")
    with TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "small", folder / "large"
        run([*ADVOCACY, "import", "jekyll", str(corpus), str(small)], folder)
        multiply(small, large, posts)
        for site in (small, large):
            show(measure_site(site, folder))
        for style in ("Guide", *SIZES):
            for site in (small, large):
                show(measure_style(site, style, folder))


def multiply(small: Path, large: Path, posts: int) -> None:
    """Make a blog of so many posts: each post again and again, its words in another order."""
    shutil.copytree(small, large)
    originals = sorted((small / "content/posts").glob("*.md"))
    for number in range(len(originals), posts):
        source = originals[number % len(originals)].read_text(encoding="utf-8")
        head, _, body = source.removeprefix("---\n").partition("\n---\n")
        round_ = number // len(originals)
        fields = OWN_FIELDS.sub("", f"{head}\n").replace("\n", f":{number}\n", 1).rstrip()
        paragraphs = body.split("\n\n")
        turned = paragraphs[round_ % len(paragraphs) :] + paragraphs[: round_ % len(paragraphs)]
        text = "\n".join(["---", fields, f"slug: post-{number}", "---", "\n\n".join(turned)])
        (large / f"content/posts/post-{number}.md").write_text(text, encoding="utf-8")


def measure_site(site: Path, folder: Path) -> list[Row]:
    """Check a site by its default guide: nothing known, then everything known."""
    shutil.rmtree(folder / "cache", ignore_errors=True)
    command = [*ADVOCACY, "check", "--format", "line"]
    files = count(site)
    return [
        Row("default guide, first", files, *seconds(command, site, folder)),
        Row("default guide, again", files, *seconds(command, site, folder)),
    ]


def measure_style(site: Path, style: str, folder: Path) -> list[Row]:
    """Check a site's posts by a Vale configuration, with Vale and without."""
    write_configuration(site, style, folder)
    shutil.rmtree(folder / "cache", ignore_errors=True)
    files = count(site)
    ours = [*ADVOCACY, "check", "--config", ".vale.ini", "--format", "line", "content/posts"]
    rows = []
    if vale := find_vale():
        command = [vale, "--output=line", "--no-exit", "content/posts"]
        rows.append(Row(f"{style}: vale", files, *seconds(command, site, folder)))
    rows.append(Row(f"{style}: advocacy, first", files, *seconds(ours, site, folder)))
    rows.append(Row(f"{style}: advocacy, again", files, *seconds(ours, site, folder)))
    return rows


def write_configuration(site: Path, style: str, folder: Path) -> None:
    """Write a Vale configuration into a site: its own guide's, or one of a pack's size."""
    shutil.rmtree(site / "styles", ignore_errors=True)
    if style == "Guide":
        run([*ADVOCACY, "guide", "export-vale", str(folder / "export")], site)
        shutil.copytree(folder / "export", site, dirs_exist_ok=True)
        shutil.rmtree(folder / "export")
        return
    (site / "styles" / style).mkdir(parents=True)
    posts = [file.read_text("utf-8") for file in sorted((site / "content/posts").glob("*.md"))]
    write_style(site / "styles" / style, SIZES[style], posts[:500])
    (site / ".vale.ini").write_text(INI.format(style=style), encoding="utf-8")


def find_vale() -> str | None:
    """Return where Vale is, if it is."""
    return shutil.which("vale") or shutil.which("vale", path=str(Path.home() / "go/bin"))


def count(site: Path) -> int:
    """Return how many posts a site has."""
    return sum(1 for _ in (site / "content/posts").glob("*.md"))


def show(rows: Iterable[Row]) -> None:
    """Print measurements; ratios are to the first of them."""
    rows = list(rows)
    for row in rows:
        rate = row.files / row.seconds
        ratio = rows[0].seconds / row.seconds
        click.echo(
            f"{row.name:30} {row.files:6} posts {row.seconds:7.2f} s {rate:7.0f} posts/s"
            f" {ratio:6.2f} x {row.computed:8.2f} s computing"
            f" {rows[0].computed / max(row.computed, LEAST):6.2f} x"
        )


def seconds(command: list[str], folder: Path, home: Path) -> tuple[float, float]:
    """Return how long a command takes, start-up included: by the clock, and computing."""
    started, before = time.perf_counter(), os.times()
    run(command, folder, home / "cache")
    after = os.times()
    computed = sum(after[2:4]) - sum(before[2:4])  # by processes that were begun and have ended
    return time.perf_counter() - started, computed


def run(command: list[str], folder: Path, cache: Path | None = None) -> None:
    """Run a command; one that makes a mistake ends the measuring with what it said."""
    environment = {**os.environ, **({"ADVOCACY_CACHE": str(cache)} if cache else {})}
    # Whoever has installed a program has its modules compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode > 1:
        raise click.ClickException(f"{' '.join(command)}: {done.stdout[-500:]}{done.stderr}")


if __name__ == "__main__":
    bench()
