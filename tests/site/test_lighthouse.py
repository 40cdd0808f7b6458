"""What Lighthouse says of pages, as a phone loads them.

How fast they are is told and decides nothing: it is a fact about the machine and its other work.
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest

pytestmark = pytest.mark.browser
KIT = "share/four-metres-to-the-left/"
BLOG = {
    "home": "",
    "post": "2026/four-metres-to-the-left/",
    "staff": "staff/",
    "archive": "2026/",
    "search": "search/",
    "topic": "topics/books/",
    "person": "staff/zoe-lukasik/",
}
JUDGED = ("accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
# How often a page is loaded, of which the median speed is told.
RUNS = int(os.environ.get("LIGHTHOUSE_RUNS", "1"))
# Nothing is to move; from a tenth on, web.dev calls it bad.
MOST_SHIFT = 0.005


def test_a_kits_page_scores_a_hundred(
    lighthouse: Path, chromium: str, sample: Path, serve: Callable[[Path], str]
) -> None:
    # Search engines are kept from it.
    judged = ("accessibility", "best-practices")
    report = examine(lighthouse, chromium, f"{serve(sample / 'output')}/{KIT}", judged)

    assert scores(report, judged) == dict.fromkeys(judged, 1), list(losses(report))


@pytest.mark.parametrize("name", BLOG)
def test_a_page_of_the_blog_scores_a_hundred_and_stands_still(
    lighthouse: Path,
    chromium: str,
    sample: Path,
    serve: Callable[[Path], str],
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    address = f"{serve(sample / 'output')}/{BLOG[name]}"
    categories = ("performance", *JUDGED)

    reports = [examine(lighthouse, chromium, address, categories) for _ in range(RUNS)]

    for report in reports:
        assert scores(report, JUDGED) == dict.fromkeys(JUDGED, 1), list(losses(report))
    shift = median(value(report, "cumulative-layout-shift") for report in reports)
    fast = median(report["categories"]["performance"]["score"] for report in reports)
    with capsys.disabled():
        print(f"\n{name}: performance {fast:.0%}, layout shift {shift:.4f}, median of {RUNS}")
    assert shift <= MOST_SHIFT


def examine(
    lighthouse: Path, chromium: str, address: str, categories: tuple[str, ...]
) -> dict[str, Any]:
    command = [lighthouse, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    done = subprocess.run(
        [*command, f"--only-categories={','.join(categories)}"],
        env=os.environ | {"CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(report: dict[str, Any], categories: tuple[str, ...]) -> dict[str, float]:
    return {name: report["categories"][name]["score"] for name in categories}


def value(report: dict[str, Any], audit: str) -> float:
    return float(report["audits"][audit]["numericValue"])


def losses(report: dict[str, Any]) -> Iterator[str]:
    """Yield what a score was lost by."""
    for audit in report["audits"].values():
        if audit["score"] not in {None, 1}:
            yield f"{audit['title']}: {audit.get('details', {}).get('items')}"
