"""A guide's version changes with what it says, and with nothing else."""

import re
from collections.abc import Callable

import pytest

from advocacy.editorial.guide import read_guide
from advocacy.editorial.guide_version import make_guide_version
from tests.editorial.conftest import HERE, MakeGuide

GUIDE = (HERE / "guide.md").read_text(encoding="utf-8")
ATTEST = """\
```yaml attest
id: Values.Consent
ask: "Everybody who can be recognised said yes."
when: {topics: [events]}
```
"""


@pytest.fixture
def version_of(make_page: MakeGuide) -> Callable[[str], str]:
    """Return the version of a guide's text."""
    return lambda text: make_guide_version(read_guide(make_page(text)))


def test_a_version_is_short_and_begins_anew_with_nothing(version_of: Callable[[str], str]) -> None:
    version = version_of(GUIDE)

    assert re.fullmatch(r"[0-9a-f]{12}", version)
    assert version_of(GUIDE) == version


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A job has no gender.", "A job\nhas no gender."),
        ("A job has no gender.", "A job   has no gender.\n\n"),
        ('bad: ["The chairman spoke."]', "bad:\n    - 'The chairman spoke.'"),
        ("max: 12", "max: '12'"),
        ("extends: substitution\nlevel: error", "level: error\nextends: substitution"),
        ("when: {topics: [events]}", "when:\n  topics:\n    - events"),
        (ATTEST, ATTEST.replace("```", "~~~~")),
        ("Alt.ImageOf: suggestion\nLink.Text: error", "Link.Text:\nAlt.ImageOf: suggestion"),
        ("title: What these tests", "title: What those tests"),
        ("\n", "\r\n"),
    ],
)
def test_how_a_guide_is_written_down_does_not_count(
    old: str, new: str, version_of: Callable[[str], str]
) -> None:
    assert old in GUIDE

    assert version_of(GUIDE.replace(old, new)) == version_of(GUIDE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A job has no gender.", "A job has a gender."),
        ("## Respect people {#respect}", "## Respect everybody {#respect}"),
        ("{#respect}", "{#people}"),
        ("chairm[ae]n: chair", "chairm[ae]n: chairperson"),
        ("level: error", "level: warning"),
        ("max: 12", "max: 13"),
        ("who can be recognised", "who can be seen"),
        ("when: {topics: [events]}", ""),
        ("enforced: no", "```yaml checks\nAlt.Missing:\n```"),
        ("Alt.ImageOf: suggestion", "Alt.ImageOf: warning"),
    ],
)
def test_what_a_guide_says_counts(old: str, new: str, version_of: Callable[[str], str]) -> None:
    assert old in GUIDE

    assert version_of(GUIDE.replace(old, new)) != version_of(GUIDE)
