"""A built site of two good pages, for a test to spoil one."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from advocacy.built.check import find_faults, make_findings
from advocacy.built.output import read_output
from advocacy.editorial.finding import Finding
from advocacy.library import read_library
from advocacy.site import make_site
from tests.conftest import POST, SETTINGS, STAFF

HOME = """\
<!doctype html>
<html lang="en">
<title>Lindenmark</title>
<link rel="stylesheet" href="/theme/style.css?v=1">
<h1 id="top-of-it">Lindenmark</h1>
<a href="/2026/the-night-shift/">The night shift</a>
"""
PAGE = """\
<!doctype html>
<html lang="en">
<title>The night shift</title>
<meta name="description" content="What happens after the doors close.">
<h1>The night shift</h1>
"""
FILES = {
    "index.html": HOME,
    "2026/the-night-shift/index.html": PAGE,
    "theme/style.css": "body { margin: 0 }",
    "images/clock.png": "a picture",
}


@pytest.fixture
def build(tmp_path: Path, write: Callable[..., Path]) -> Callable[..., Path]:
    """Write a built site, with more lines on the page of its post, or with other files."""

    def write_output(*lines: str, files: dict[str, str] | None = None) -> Path:
        write("content/staff/ana.md", STAFF)
        write("content/posts/night-shift.md", POST)
        page = PAGE + "".join(f"{line}\n" for line in lines)
        for path, text in (
            FILES | {"2026/the-night-shift/index.html": page} | (files or {})
        ).items():
            write(f"output/{path}", text)
        return tmp_path

    return write_output


def check(
    root: Path, settings: dict[str, object] | None = None, url: str = SETTINGS["url"]
) -> tuple[Finding, ...]:
    """Return what is found in the output of a site."""
    site = make_site(root, SETTINGS | {"url": url, "built": settings or {}})
    return make_findings(find_faults(read_output(site), site), read_library(site))


def told(findings: Iterable[Finding]) -> list[str]:
    """Return findings as short lines: the place in the page, and the kind."""
    return [
        f"{each.path.removeprefix('output/').removesuffix('index.html')}"
        f":{each.line}:{each.column}+{each.span} {each.check}"
        for each in findings
    ]
