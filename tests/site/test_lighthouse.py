"""What Lighthouse says of a kit's page, as a phone loads it."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
KIT = "share/four-metres-to-the-left/"
CATEGORIES = ("accessibility", "best-practices")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


def test_a_kits_page_scores_a_hundred(
    lighthouse: Path, chromium: str, sample: Path, serve: Callable[[Path], str]
) -> None:
    report = examine(lighthouse, chromium, f"{serve(sample / 'output')}/{KIT}")

    scores = {name: report["categories"][name]["score"] for name in CATEGORIES}
    assert scores == dict.fromkeys(CATEGORIES, 1), list(losses(report))


def examine(lighthouse: Path, chromium: str, address: str) -> dict[str, Any]:
    command = [lighthouse, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    done = subprocess.run(
        [*command, f"--only-categories={','.join(CATEGORIES)}"],
        env=os.environ | {"CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def losses(report: dict[str, Any]) -> Iterator[str]:
    """Yield what a score was lost by."""
    for audit in report["audits"].values():
        if audit["score"] not in {None, 1}:
            yield f"{audit['title']}: {audit.get('details', {}).get('items')}"
