"""What the README's first screen shows is what the program prints."""

import re

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from tests.conftest import PROJECT
from tests.site.conftest import SmallSite, copy_sample

README = (PROJECT / "README.md").read_text(encoding="utf-8")
VISIT = """\
---
id: tag:stories.lindenmark.example,2026-11-20:visit
title: A visit from the mayor's chauffeur
date: 2026-11-20
authors: [zoe-lukasik]
summary: He wanted a book about bees.
topics: [books]
purpose: service
audience: neighbours
question: Which book about bees have you read to its end?
---

He asked for a
policeman, click [here](https://example.org/bees).
"""


@pytest.mark.parametrize(
    ("command", "status"),
    [("check", 1), ("kit forty-one-books --network x", 0)],
)
def test_the_readme_shows_what_is_printed(command, status, tmp_path):
    copy_sample(tmp_path)
    (tmp_path / "content/posts/visit.md").write_text(VISIT, encoding="utf-8")

    result = CliRunner().invoke(main, [*command.split(), "--site", str(tmp_path)])

    shown = README.partition(f"$ advocacy {command}\n")[2]
    shown = shown.partition("\n$ ")[0].partition("\n```")[0]
    assert result.exit_code == status
    assert result.output.startswith(shown)


def test_the_readme_shows_what_a_first_build_makes(tmp_path):
    copy_sample(tmp_path)
    took = re.compile(r"\d+\.\d s\b")

    done = SmallSite(tmp_path).run()

    shown = README.partition("$ python3 tasks.py build\n")[2].partition("\n$ ")[0]
    assert took.sub("", done.said).strip() == took.sub("", shown).strip()
