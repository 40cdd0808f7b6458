import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from advocacy.editorial.check import review_library
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial_settings import ASKABLE, Editorial
from advocacy.front_matter import Document, read_document
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.page import Page, read_page
from advocacy.publishing.captions import make_captions
from advocacy.publishing.card_glyphs import make_unshown
from advocacy.site import Site
from advocacy.source import Source
from tests.conftest import POST, STAFF

HERE = Path(__file__).parent
RULE = """\
## One {#one}

```yaml rule
id: Values.One
extends: existence
message: "`%s`"
tokens: [one]
examples: {bad: [one], good: [two]}
```
"""
MARK = re.compile(r"[ ]*\{([A-Z]\w+(?:\.[A-Z]\w+)+)\}")

MakeGuide = Callable[[str], Page]
CheckPost = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def make_page(site: Site) -> MakeGuide:
    """Make a guide's page of its text; front matter is added where there is none."""

    def make(text: str) -> Page:
        whole = text if text.startswith("---") else f"---\ntitle: Values\n---\n{text}"
        document = read_document(Source("content/pages/values.md", whole))
        assert isinstance(document, Document)
        page, problems = read_page(document, site)
        assert page, problems
        return page

    return make


@pytest.fixture
def guide(make_page: MakeGuide) -> Guide:
    """The guide of tests/editorial/guide.md."""
    return read_guide(make_page((HERE / "guide.md").read_text(encoding="utf-8")))


@pytest.fixture
def check_post(site: Site, guide: Guide, write: Callable[..., Path]) -> CheckPost:
    """Check one post: its body, or its whole text, by the tests' guide or another.

    With `asks`, posts of this year are asked for all that a site can ask for.
    """

    def check(text: str, rules: Guide | None = None, *, asks: bool = False) -> tuple[Finding, ...]:
        whole = text if text.startswith("---") else POST.partition("\nSomebody")[0] + "\n" + text
        write("content/posts/x.md", whole)
        write("content/staff/ana.md", STAFF)
        asked = Editorial(enforce_from=date(2026, 1, 1), ask_for=ASKABLE)
        library = read_library(replace(site, editorial=asked) if asks else site)
        targets = Targets(site, absent=frozenset({"content/posts/draft.md"}))
        return check_library(
            library,
            rules or guide,
            targets,
            shared=make_captions(library),
            unshown=make_unshown(library),
        )

    return check


def check_library(*about: Any, **more: Any) -> tuple[Finding, ...]:
    """Return what a review of all that people wrote finds, and a site's baseline does not have."""
    return review_library(*about, **more).findings


def places(findings: Sequence[Finding]) -> list[tuple[int, int, str]]:
    """Return line, column and check of each finding."""
    return [(finding.line, finding.column, finding.check) for finding in findings]
