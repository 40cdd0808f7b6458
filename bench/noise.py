"""How much the default guide says of a blog whose authors never saw it, and a sample to judge.

The blog is imported as anybody would import it; what only a new post can be asked for is not asked
of its posts. With `--sample`, findings are drawn by a fixed seed and written as a Markdown table
whose last column a reader fills in.
"""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from typing import Any

import click

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = PROJECT.parent / "shared/corpus/18f"
ADVOCACY = [sys.executable, "-m", "advocacy.cli.main"]
MOST_WORDS = 12


@click.command
@click.option("--corpus", type=click.Path(path_type=Path), default=CORPUS, help="A Jekyll blog.")
@click.option("--sample", default=0, help="How many findings to draw.")
@click.option("--seed", default=7, show_default=True, help="What the drawing begins with.")
def noise(corpus: Path, sample: int, seed: int) -> None:
    """Import a blog, check it by the default guide, and count."""
    if not corpus.is_dir():
        raise click.ClickException(f"{corpus}: not there. Name a Jekyll blog with --corpus.")
    with TemporaryDirectory() as name:
        site = Path(name, "site")
        run([*ADVOCACY, "import", "jekyll", str(corpus), str(site)])
        report = run([*ADVOCACY, "check", "--site", str(site), "--format", "json"])
        posts = [file.relative_to(site).as_posix() for file in site.glob("content/posts/*.md")]
        found = {path: json.loads(report).get(path, []) for path in sorted(posts)}
        texts = {path: (site / path).read_text(encoding="utf-8").split("\n") for path in found}
    tell(found)
    if sample:
        everything = [(path, each) for path, findings in found.items() for each in findings]
        drawn = random.Random(seed).sample(everything, min(sample, len(everything)))
        click.echo("\n| check | in its words | verdict |\n|---|---|---|")
        for path, finding in drawn:
            words = fragment(texts[path], finding)
            click.echo(f"| `{finding['Check']}` | {words} | |")


def tell(found: dict[str, list[dict[str, Any]]]) -> None:
    """Print how many findings there are: in all, a post, and by check."""
    counts = [len(findings) for findings in found.values()]
    severities = Counter(each["Severity"] for findings in found.values() for each in findings)
    checks = Counter(each["Check"] for findings in found.values() for each in findings)
    click.echo(f"{len(found)} posts, {sum(counts)} findings")
    click.echo(f"a post: {median(counts):g} in the median, {mean(counts):.2f} in the mean")
    for severity, count in severities.most_common():
        click.echo(f"{severity:12} {count:5}  {count / len(found):.3f} a post")
    for check, count in checks.most_common():
        click.echo(f"{check:24} {count:5}")


def fragment(lines: list[str], finding: dict[str, Any]) -> str:
    """Return at most twelve words of the text around a finding, which stands in bold."""
    line = lines[finding["Line"] - 1]
    start = max(0, finding["Column"] - 1)
    end = min(len(line), finding["Span"][1])
    before, match, after = line[:start].split(), line[start:end].split(), line[end:].split()
    match = match[: MOST_WORDS - 2]
    room = MOST_WORDS - len(match)
    kept = before[-(room // 2) :] if room // 2 else []
    words = [*kept, f"**{' '.join(match)}**" if match else "", *after[: room - len(kept)]]
    return " ".join(clean(words))


def clean(words: list[str]) -> Iterator[str]:
    """Yield words as a cell of a table can hold them."""
    for word in words:
        if word:
            yield word.replace("|", "\\|").replace("<", "&lt;")


def run(command: list[str]) -> str:
    """Return what a command prints; one that makes a mistake ends the measuring."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise click.ClickException(f"{' '.join(command)}: {done.stderr[-1000:]}")
    return done.stdout


if __name__ == "__main__":
    noise()
