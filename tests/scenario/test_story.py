"""A bad post is reviewed, mended, agreed to, merged, published and taken back."""

import re
import subprocess

import pytest

from tests.conftest import PROJECT
from tests.sample.test_docs import pattern_of
from tests.scenario.story import BRANCH, Story
from tests.scenario.words import POST

PAGE = (PROJECT / "docs" / "editors.md").read_text("utf-8")
BLOCK = re.compile(
    r"^(?P<fence>`{3,})console\n(?P<typed>\w+\$ .*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
SHOWN = [block["typed"] for block in BLOCK.finditer(PAGE)]
# How long it took, and what stands for all that was committed.
CHANGES = re.compile(r"\b(\d+\.\d s|[0-9a-f]{7,40})\b")


def ask(story: Story, *words: str) -> str:
    """Ask the repository that everybody pushes to."""
    done = subprocess.run(
        ["git", "-C", str(story.remote), *words], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("number", range(len(SHOWN)))
def test_the_guide_for_editors_shows_what_was_typed_and_printed(number: int, story: Story) -> None:
    told = "".join(map(str, story.told))

    expected = pattern_of(CHANGES.sub("~", SHOWN[number]))

    assert re.search(f"^{expected}", CHANGES.sub("~", told), re.MULTILINE), told


def test_the_guide_for_editors_shows_it_in_the_order_in_which_it_happened(story: Story) -> None:
    lines = [f"{each.who}$ {each.line}" for each in story.told]
    shown = [line for block in SHOWN for line in re.findall(r"^\w+\$ .*", block, re.MULTILINE)]

    at = 0
    for line in shown:
        at = lines.index(line, at) + 1

    assert len(SHOWN) >= 5


def test_what_blocks_is_told_with_the_promise_behind_it(story: Story) -> None:
    summary = story.printed("review", "advocacy review")

    assert "## 3 findings block, 1 piece of advice" in summary
    for promise in ("Respect people", "Make it readable for everyone", "Say that you work here"):
        assert f"[{promise}](" in summary


def test_a_suggestion_mends_the_line_that_it_stands_at_and_no_other(story: Story) -> None:
    changed = ask(story, "diff", "--numstat", f"{BRANCH}~5", f"{BRANCH}~4")
    lines = ask(story, "show", "--format=", "--unified=0", f"{BRANCH}~4").splitlines()

    assert changed == f"1\t1\t{POST}\n"
    assert lines[-1] == "+" + lines[-2].removeprefix("-").replace("chairman", "chair")


def test_what_was_agreed_to_is_on_main_and_names_who_has_read_it(story: Story) -> None:
    post = ask(story, "show", f"main:{POST}")

    assert re.search(r"\nreviewed_by: \[zoe v[0-9a-f]{7}]\n", post)
    assert "The next stop has grown used to it." in post
    assert ask(story, "log", "--merges", "--format=%an", "main") == "Zoë Lukasik\n"


def test_whoever_read_an_earlier_wording_is_asked_again(story: Story) -> None:
    first, again = (story.printed(each, "advocacy review") for each in ("agree", "merge"))

    assert "earlier wording" not in first
    assert "- **Read an earlier wording**: Zoë Lukasik\n" in again
    assert "`zoe` read an earlier wording of this post." in again
    assert story.printed("merge", "advocacy approve").endswith("`reviewed_by` names zoe\n")


def test_one_command_serves_again_what_was_agreed_to(story: Story) -> None:
    wrong, right = (
        ask(story, "show", f"{commit}:2026/the-bus-waits-at-holm/index.html")
        for commit in ("pages~1", "pages")
    )

    assert "I stay for three hundred" in wrong
    assert "I stay for thirty" in right
    assert ask(story, "rev-parse", "pages~2^{tree}") == ask(story, "rev-parse", "pages^{tree}")
