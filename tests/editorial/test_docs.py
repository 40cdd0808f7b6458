"""docs/rules.md names everything that there is, and nothing that there is not."""

import re

import pytest

from advocacy.editorial.attestation import FIELDS as ATTESTATION_FIELDS
from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.kinds import KINDS
from advocacy.editorial.rule import FIELDS
from advocacy.editorial.scopes import SCOPES
from advocacy.editorial.switches import KINDS as SWITCH_KINDS
from advocacy.editorial.vouching import KINDS as VOUCHING_KINDS
from advocacy.national_ids import NATIONAL_IDS
from tests.conftest import PROJECT

PAGE = (PROJECT / "docs" / "rules.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """Return what stands below a heading, up to the next one of its level."""
    level = title.partition(" ")[0]
    return re.split(rf"^#{{1,{len(level)}}} ", PAGE.partition(f"{title}\n")[2], flags=re.MULTILINE)[
        0
    ]


def first_cells(text: str) -> set[str]:
    rows = re.findall(r"^\| (`.*?) \|", text, flags=re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("## Keys that every rule has", {field.key for field in FIELDS}),
        ("## Scopes", set(SCOPES)),
        ("## Attestations", {field.key for field in ATTESTATION_FIELDS}),
        ("## Built-in checks", {*CHECKS, *SWITCH_KINDS, *VOUCHING_KINDS, "Guide.Runaway"}),
        *((f"### `{kind.name}`", {each.key for each in kind.fields}) for kind in KINDS.values()),
    ],
)
def test_a_table_names_everything(title: str, names: set[str]) -> None:
    assert first_cells(section(title)) == names


def test_what_cannot_be_let_pass_is_named() -> None:
    named = re.search(r"^((?:`[\w.]+`|,|and|\s)+) cannot be let pass", PAGE, re.MULTILINE)

    assert named is not None
    bound = {check.id for check in CHECKS.values() if not check.can_be_allowed}
    assert set(re.findall(r"`([\w.]+)`", named[1])) == bound


def test_the_built_in_checks_are_described_as_they_describe_themselves() -> None:
    kinds = {each.id: (each.severity, each.about) for each in CHECKS.values()}
    kinds |= SWITCH_KINDS | VOUCHING_KINDS

    for name, (severity, about) in kinds.items():
        assert f"| `{name}` | {severity} | {about} |" in PAGE


def test_the_kinds_and_scopes_are_described_as_they_describe_themselves() -> None:
    for kind in KINDS.values():
        assert kind.about.partition(",")[0].rstrip(".") in section(f"### `{kind.name}`")
    for name, about in SCOPES.items():
        assert f"| `{name}` | {about.rstrip('.')}" in PAGE


CHECKS_PAGE = (PROJECT / "docs" / "checks.md").read_text(encoding="utf-8")


def test_the_national_ids_are_those_of_the_table() -> None:
    for name, row in NATIONAL_IDS.items():
        assert f"| `{name}` | {row.name} |" in CHECKS_PAGE


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("content/pages/values.md", r"sentences of one\s+that has more than (\d+) words"),
        ("docs/editors.md", r"sentences over (\d+) words"),
    ],
)
def test_how_long_a_sentence_may_be_is_said_as_it_is_checked(page: str, said: str) -> None:
    guide = (PROJECT / "content/pages/values.md").read_text(encoding="utf-8")
    rule = guide.partition("id: Values.LongSentence")[2].partition("```")[0]
    enforced = re.search(r"^max: (\d+)$", rule, re.MULTILINE)
    told = re.search(said, (PROJECT / page).read_text(encoding="utf-8"))

    assert enforced
    assert told
    assert told[1] == enforced[1]
