from collections.abc import Callable
from dataclasses import replace

import pytest

from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide
from advocacy.editorial.reports.report import Report
from tests.editorial.conftest import CheckPost

FRONT = """\
---
id: tag:stories.lindenmark.example,2026-03-31:x
title: The night shift
date: 2026-03-31
authors: [ana]
summary: What happens after the doors close.
---
"""
BODY = """\
The chairman spoke.

👩‍🚀 Ünder, the chairman: 100% of it going
forward.

![](x.png) <b>chairman</b> *chair*man
"""
MakeReport = Callable[..., Report]


@pytest.fixture
def make_report(check_post: CheckPost, guide: Guide) -> MakeReport:
    """Check one post, and return what is told of it."""

    def make(body: str = BODY, **changes: object) -> Report:
        text = FRONT + body
        findings = check_post(text)
        lines = tuple(text.split("\n"))
        report = Report(
            findings,
            checked=("content/posts/quiet, one.md", "content/posts/x.md"),
            read_lines=lambda path: lines if path == "content/posts/x.md" else (),
            guide=guide,
            home="https://stories.lindenmark.example/",
        )
        return replace(report, **changes)

    return make


@pytest.fixture
def report(make_report: MakeReport) -> Report:
    return make_report()


def finding(**changes: object) -> Finding:
    """Return a finding that means one word."""
    base = Finding("content/posts/x.md", 8, 5, 8, "Values.Respect", "error", "Write `chair`.")
    return base._replace(**{"match": "chairman", "end_line": 8, "end_column": 13, **changes})
