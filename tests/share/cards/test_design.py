from pathlib import Path

import pytest

from advocacy.errors import SettingsError
from advocacy.schema import FieldError
from advocacy.share.cards.design_file import BUILT_IN, design_files, find_design, read_design
from advocacy.share.cards.sizes import SIZES
from tests.conftest import PROJECT

PAGE = (BUILT_IN / "page.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", design_files(PROJECT))
def test_a_built_in_design_has_every_size(name: str) -> None:
    design = find_design(PROJECT, name)

    assert design.about
    assert {*design.layouts} == {*SIZES}
    assert all(design.layouts.values())


def test_a_site_may_have_designs_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "designs").mkdir()
    (tmp_path / "designs/ours.toml").write_text(PAGE, encoding="utf-8")
    (tmp_path / "designs/page.toml").write_text(
        PAGE.replace("#fcfdfb", "#abcdef"), encoding="utf-8"
    )

    assert find_design(tmp_path, "ours").name == "ours"
    assert find_design(tmp_path, "page").colours["paper"] == "#abcdef"
    assert find_design(tmp_path, "cover").name == "cover"


def test_a_design_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(FieldError, match=r"`pgae` is no design of cards\. Did you mean `page`"):
        find_design(PROJECT, "pgae")


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ('about = "', 'about = 3 # "',             "about"),
        ('ink = "#17201c"', "",                   "`colours`: there is no `ink`. Add it"),
        ("#17201c", "black",                      "`black` cannot be used. Write a colour as"),
        ('shows = "names"', 'shows = "nams"',     "Did you mean `names`?"),
        ('font = "serif"', 'font = "comic"',      "`comic` is none of"),
        ("[72, 144, 1056, 306]", "[72, 144]",     "Write left, top, width and height"),
        ("[72, 144, 1056, 306]", "[72, 144, 1156, 306]", "`at`: the box leaves the card"),
        ("size = [92, 44]", "size = [44, 92]",
         "`[44, 92]` begins with the smallest. The largest comes first: `[92, 44]`."),
        ("size = [92, 44]", "size = [92, 60, 44]", "`[92, 60, 44]` has 3 sizes."),
        ("[colours]", "[colors]", "There is no `colours`. Add a table `[colours]`."),
        ('colour = "hairline"', 'colour = "hairlin"', "Did you mean `hairline`?"),
        ('shows = "names"', 'shows = "names"\non = "scrim"', "no scrim behind all of"),
        ("[72, 144, 1056, 306]", "[72, 144, 1056, 30]", "Make the box 49 pixels high"),
        ("[[quote]]", "[[quotes]]",               "`quotes` is not a key"),
        ('when = "picture"', 'when = "rain"',     "`rain` is none of"),
        ("[colours]", "[colours",                 "page.toml"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_design_is_told(tmp_path: Path, good: str, bad: str, told: str) -> None:
    assert good in PAGE
    file = tmp_path / "page.toml"
    file.write_text(PAGE.replace(good, bad, 1), encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        read_design(file)

    assert str(caught.value).startswith("designs/page.toml:")
    assert told in str(caught.value)


NAMES = '[[quote]]\nshows = "names"\nat = [80, 866, 920, 84]\n'


@pytest.mark.parametrize(
    ("good", "bad", "line", "told"),
    [
        ('"names"', '"nams"',                1, "`quote`: `shows`: `nams` is none of"),
        ("84]", "840]",                      2, "`at`: the box leaves the card"),
        ("84]", "84]\nsice = [12]",          3, "`sice` is not a key"),
        ("84]", '84]\non = "dim"',           3, "`on`: `dim` is no role"),
        ("at = [80, 866, 920, 84]", "",      0, "There is no `at`. Add `at = [72"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_part_is_told_at_its_line(
    tmp_path: Path, good: str, bad: str, line: int, told: str
) -> None:
    before = PAGE[: PAGE.index(NAMES)]
    text = PAGE.replace(NAMES, NAMES.replace(good, bad))
    (tmp_path / "page.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        read_design(tmp_path / "page.toml")

    (problem,) = caught.value.problems
    assert problem.line == before.count("\n") + 1 + line
    assert told in problem.message
