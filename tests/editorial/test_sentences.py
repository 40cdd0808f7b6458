"""The default guide, held to sentences that break its principles and to innocent look-alikes.

They were written from the principles' prose by somebody who had not seen the rules.
"""

import csv
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import read_guide
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.site import make_site
from tests.conftest import PROJECT, STAFF
from tests.editorial.conftest import HERE, check_library

POST = """\
---
id: tag:stories.lindenmark.example,2026-03-31:{slug}
title: The night shift
slug: {slug}
date: 2026-03-31
authors: [ana]
summary: What happens in a library after the doors close.
topics: [books]
purpose: engagement
audience: neighbours
question: What would you do in an empty library?
---

{text}
"""
# Asked of every post whose words call for it, right or wrong; and the pictures are not there.
NO_JUDGEMENT = ("Attest.", "Review.", "Image.Target")


@dataclass(frozen=True)
class Row:
    """A text, whether it breaks a principle, and what was found in it."""

    kind: str
    principle: str
    text: str
    findings: Sequence[Finding]

    def __str__(self) -> str:
        seen = ", ".join(f"{each.check} `{each.match}`" for each in self.findings)
        return f"{self.kind}, {self.principle}: {self.text} [{seen}]"


# Of a hundred each: how many that break a principle are found at the least, and how many innocent
# ones have any finding, be it advice alone, at the most. The rules were widened by what was missed
# in the tables called tuned, and narrowed by what was marked. By the one called unseen they were
# not: it tells what to expect of sentences that nobody has thought of, and is not to be tuned on.
TABLES = {
    "tuned_1.tsv": (98, 2),
    "tuned_2.tsv": (98, 2),
    "tuned_3.tsv": (98, 1),
    "tuned_4.tsv": (98, 1),
    "tuned_5.tsv": (98, 1),
    "tuned_6.tsv": (98, 1),
    "tuned_7.tsv": (95, 3),
    "tuned_8.tsv": (97, 2),
    "unseen_3.tsv": (80, 5),
}


@pytest.fixture(scope="module", params=TABLES)
def table(request: pytest.FixtureRequest) -> str:
    """The name of a table."""
    return str(request.param)


@pytest.fixture(scope="module")
def rows(table: str, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """Each text of a table, checked as a post of its own by the sample's guide."""
    return check_sentences(HERE / "sentences" / table, tmp_path_factory.mktemp("sentences"))


def check_sentences(table: Path, folder: Path) -> list[Row]:
    """Check the texts of a table (kind, principle, text; `\\n` is a line break)."""
    with table.open(encoding="utf-8", newline="") as file:
        texts = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for part in ("posts", "pages", "staff"):
        (folder / "content" / part).mkdir(parents=True)
    guide = (PROJECT / "content/pages/values.md").read_text("utf-8")
    (folder / "content/pages/values.md").write_text(guide, "utf-8")
    (folder / "content/staff/ana.md").write_text(STAFF, "utf-8")
    for number, row in enumerate(texts):
        post = POST.format(slug=f"text-{number}", text=row["text"].replace("\\n", "\n"))
        (folder / f"content/posts/text-{number}.md").write_text(post, "utf-8")
    found = _check(folder)
    paths = [f"content/posts/text-{number}.md" for number in range(len(texts))]
    return [
        Row(row["kind"], row["principle"], row["text"], [f for f in found if f.path == path])
        for row, path in zip(texts, paths, strict=True)
    ]


def _check(folder: Path) -> list[Finding]:
    site = make_site(folder, tomllib.loads((PROJECT / "advocacy.toml").read_text("utf-8")))
    library = read_library(site)
    assert library.guide
    assert not library.problems
    findings = check_library(library, read_guide(library.guide), Targets(site))
    return [each for each in findings if not each.check.startswith(NO_JUDGEMENT)]


def test_the_guide_finds_most_sentences_that_break_it(table: str, rows: list[Row]) -> None:
    breaks = [row for row in rows if row.kind == "break"]
    missed = [row for row in breaks if not row.findings]

    assert len(breaks) == 100
    assert len(breaks) - len(missed) >= TABLES[table][0], "\n".join(map(str, missed))


def test_the_guide_lets_innocent_sentences_pass(table: str, rows: list[Row]) -> None:
    innocent = [row for row in rows if row.kind == "innocent"]
    flagged = [row for row in innocent if row.findings]

    assert len(innocent) == 100
    assert len(flagged) <= TABLES[table][1], "\n".join(map(str, flagged))
