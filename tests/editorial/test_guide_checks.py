"""The blocks of a guide that tie built-in checks to what they uphold."""

import pytest

from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.guide import read_guide
from advocacy.errors import SettingsError
from tests.editorial.conftest import CheckPost, MakeGuide

CHECKS_BLOCK = """\
## One {#one}

```yaml checks
Alt.Missing: warning
Link.Address:
Heading.Order: off
```
"""


def test_a_guide_says_what_its_built_in_checks_uphold(make_page: MakeGuide) -> None:
    guide = read_guide(make_page(CHECKS_BLOCK))

    tied = {each.id: (each.severity, each.principle) for each in guide.checks.values()}
    assert tied["Alt.Missing"] == ("warning", "one")
    assert tied["Link.Address"] == (CHECKS["Link.Address"].severity, "one")
    assert "Heading.Order" not in tied
    assert tied["Link.Text"] == ("error", "")
    assert guide.principles["one"].is_enforced


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("Alt.Missing", "Alt.Mising", 7, "is no built-in check. Did you mean `Alt.Missing`?"),
        ("Alt.Missing", "Xyz", 7, "`Xyz` is no built-in check. docs/rules.md has them all."),
        ("warning", "warn", 7, "`Alt.Missing`: `warn` is none of `suggestion`, `warning`,"),
        ("Alt.Missing", "Link.Target", 7, "`Link.Target` is always of level `error`. Write it so"),
        ("warning", "[error]", 7, "`Alt.Missing`: a list is not a text"),
        ("Link.Address:", "Alt.Missing: off", 8, "This is no YAML: `Alt.Missing` stands here"),
        ("Alt.Missing: warning\nLink.Address:\n", "", 4, "`One` has nothing that upholds it"),
        ("Alt.Missing: warning\nLink.Address:\nHeading.Order: off\n", "", 6, "no check here"),
        ("## One {#one}\n\n", "", 4, "belongs below a principle"),
    ],
)
def test_a_mistake_about_checks_is_told_with_its_line(
    old: str, new: str, line: int, message: str, make_page: MakeGuide
) -> None:
    with pytest.raises(SettingsError) as caught:
        read_guide(make_page(CHECKS_BLOCK.replace(old, new, 1)))

    told = [(problem.line, problem.message) for problem in caught.value.problems]
    assert [each for each in told if each[0] == line and message in each[1]], told
    assert len({line for line, _ in told}) == len(told)


def test_one_check_upholds_one_principle(make_page: MakeGuide) -> None:
    second = CHECKS_BLOCK.replace("#one", "#two")

    with pytest.raises(SettingsError, match=r"`Alt\.Missing` stands in line 7 too"):
        read_guide(make_page(f"{CHECKS_BLOCK}{second}"))


def test_what_a_check_finds_carries_its_principle(
    make_page: MakeGuide, check_post: CheckPost
) -> None:
    text = "![](a.png)\n\n[https://a.example/b](https://a.example/b)\n\n### Three\n\n#### Four\n"

    found = check_post(text, read_guide(make_page(CHECKS_BLOCK)))

    told = [(each.check, each.severity, each.link) for each in found if each.principle]
    assert told == [
        ("Alt.Missing", "warning", "/values/#Alt.Missing"),
        ("Link.Address", "warning", "/values/#Link.Address"),
    ]
    assert "Heading.Order" not in [each.check for each in found]
