"""docs/checks.md says of every built-in check what it is for, and its examples hold."""

import re

import pytest

from advocacy.editorial.builtin import CHECKS
from tests.conftest import POST, PROJECT
from tests.editorial.conftest import CheckPost

PAGE = (PROJECT / "docs" / "checks.md").read_text(encoding="utf-8")
SECTIONS = dict(
    re.findall(r"^## (\w+\.\w+)\n(.*?)(?=^## \w+\.\w+$|\Z)", PAGE, re.MULTILINE | re.DOTALL)
)
HEAD = POST.partition("Somebody")[0]
EXAMPLES = re.compile(
    r"^Instead of\n\n(?P<fence>`{3,})(?P<info>\w+)\n(?P<bad>.*?)^(?P=fence)\n\n"
    r"write\n\n(?P=fence)(?P=info)\n(?P<good>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
# What needs other files, or is too long, stands in fences of `text` and is only read.
RUN = [name for name in SECTIONS if "```markdown" in SECTIONS[name]]


def test_every_check_has_its_section() -> None:
    assert sorted(SECTIONS) == sorted(CHECKS)


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_gives_a_reason_and_an_example(name: str) -> None:
    examples = EXAMPLES.search(SECTIONS[name])

    assert examples
    assert SECTIONS[name][: examples.start()].strip()


@pytest.mark.parametrize("name", RUN)
def test_what_reads_english_alone_says_so(name: str, check_post: CheckPost) -> None:
    examples = EXAMPLES.search(SECTIONS[name])
    assert examples
    whole = examples["bad"] if examples["bad"].startswith("---") else f"{HEAD}{examples['bad']}"
    text = _in_french(whole)

    is_found = name in {each.check for each in check_post(text)}

    assert is_found == ("It reads English texts alone" not in SECTIONS[name])


@pytest.mark.parametrize("is_french", [False, True])
def test_readers_are_looked_for_in_english_alone(check_post: CheckPost, *, is_french: bool) -> None:
    silent = POST.replace("question: What would you do in an empty library?\n", "")

    found = check_post(_in_french(silent) if is_french else silent, asks=True)

    assert ("Dialogue.Closed" in {each.check for each in found}) != is_french
    assert "It reads English texts alone" in SECTIONS["Dialogue.Closed"]


def _in_french(post: str) -> str:
    """Return a post of that language, and at its address."""
    french = post.replace("\ndate:", "\nlang: fr\ndate:", 1)
    return french.replace(".example/2026/", ".example/fr/2026/")


@pytest.mark.parametrize("name", RUN)
def test_an_example_is_found_and_what_to_write_instead_is_not(
    name: str, check_post: CheckPost
) -> None:
    examples = EXAMPLES.search(SECTIONS[name])
    assert examples

    assert name in {each.check for each in check_post(examples["bad"])}
    assert name not in {each.check for each in check_post(examples["good"])}
