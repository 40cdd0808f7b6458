"""The examples of a guide's rules: each holds, or its rule is told."""

import pytest

from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.guide_examples import check_examples
from tests.editorial.conftest import RULE, MakeGuide


def test_the_examples_of_a_sound_guide_hold(guide: Guide) -> None:
    assert check_examples(guide) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("bad: [one]", "bad: [three]", "`Values.One` does not find its bad example `three`."),
        ("good: [two]", "good: [the one]", "finds `one` in its good example `the one`."),
        ("bad: [one]", "bad: ['`one`']", "where only the scope `raw` looks, such as in code."),
        ("bad: [one]", "bad: [One]", "in another case: add `ignorecase: true`."),
        ("bad: [one]", "bad: [ones]", "It is no whole word there: add `nonword: true`"),
        ("[one]\n", "[one]\nscope: heading.h2\n", "nothing of its `scope`: `heading.h2`."),
        ("[one]\n", '["\\bone"]\n', "in double quotes into another sign"),
        ("[one]\n", "['one$one']\n", "its bad example `one`. Mend the rule or the example."),
    ],
)
def test_an_example_that_does_not_hold_is_told(
    old: str, new: str, message: str, make_page: MakeGuide
) -> None:
    problems = check_examples(read_guide(make_page(RULE.replace(old, new))))

    assert [problem.line for problem in problems] == [6]
    assert message in problems[0].message


def test_an_example_on_which_a_pattern_runs_away_is_told(make_page: MakeGuide) -> None:
    slow = RULE.replace("tokens: [one]", "tokens: ['(?:o|oo|ooo)+(?:n|nn)+e']\nnonword: true")
    page = make_page(slow.replace("bad: [one]", f"bad: [one, {'o' * 60}nnnx]"))

    (problem,) = check_examples(read_guide(page))

    assert "ran for more than 0.5 s on its example `ooo" in problem.message
    assert "without one repetition inside another" in problem.message
