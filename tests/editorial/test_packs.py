"""Packs: Vale's styles beside the guide."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advocacy.editorial.budget import Budget
from advocacy.editorial.checker import make_checker_key
from advocacy.editorial.finding import Finding
from advocacy.editorial.fixing.mending import mend
from advocacy.editorial.guide import Guide
from advocacy.editorial.manuscript import make_manuscript
from advocacy.editorial.packs import make_packs_key, read_packs
from advocacy.editorial.rule_check import check_rule
from advocacy.editorial_settings import Editorial
from advocacy.errors import SettingsError
from advocacy.library import GUIDE_PATH, read_library
from advocacy.markup.targets import Targets
from advocacy.publishing.desk import open_desk
from advocacy.site import Site
from tests.conftest import POST, STAFF, need_module
from tests.editorial.conftest import check_library

STYLE = {
    "Weasel.yml": "extends: existence\nmessage: \"'%s'\"\nlevel: error\ntokens: [a lot of, very]",
    "Heading.yml": "extends: existence\nmessage: x\nscope: heading.h2.md\ntokens: [very]",
    "Alt.yml": "extends: existence\nmessage: x\nscope: text.attr.alt\ntokens: [very]",
    "Comment.yml": "extends: existence\nmessage: x\nscope: comment\ntokens: [very]",
    "Spell.yml": "extends: sequence\nmessage: x",
    "Weasel.test.yml": "cases: []",
}
Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def check(site: Site, guide: Guide, write: Callable[..., Path]) -> Check:
    """Check one post's body by packs."""
    for name, text in STYLE.items():
        write(f"styles/Own/{name}", text)
    write("content/staff/ana.md", STAFF)

    def check_body(body: str, *packs: str, level: str = "suggestion") -> tuple[Finding, ...]:
        write("content/posts/x.md", f"{POST.partition('Somebody')[0]}{body}\n")
        editorial = Editorial(packs=packs, packs_level=level)
        library = read_library(replace(site, editorial=editorial))
        return check_library(library, guide, Targets(site))

    return check_body


def of_packs(findings: Sequence[Finding]) -> list[tuple[int, int, str, str]]:
    return [
        (each.line - 11, each.column, each.check, each.severity)
        for each in findings
        if each.check.startswith(("Own.", "Vale."))
    ]


def test_a_wrapped_phrase_is_found_and_only_suggested(check):
    found = check("There is a lot\nof `very` and *very* much.", "styles/Own")

    assert of_packs(found) == [
        (1, 10, "Own.Weasel", "suggestion"),
        (2, 16, "Own.Weasel", "suggestion"),
    ]
    assert not any(each.blocks for each in found)


def test_the_settings_may_let_packs_be_more_severe(check):
    found = check("Very? No: very!", "styles/Own", level="error")

    assert of_packs(found) == [(1, 11, "Own.Weasel", "error")]
    assert [each.blocks for each in found if each.check == "Own.Weasel"] == [True]


def test_scopes_of_vale_mean_the_same_here(check):
    found = check("## A very long heading\n\nText ![very](x.png)", "styles/Own")

    assert [check for _, _, check, _ in of_packs(found)] == [
        "Own.Heading",
        "Own.Weasel",
        "Own.Alt",
        "Own.Weasel",
    ]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("very\n\n<!-- vale off -->\n\nvery\n\n<!-- vale on -->\n\nvery", [1, 9]),
        ("<!-- vale Own.Weasel = NO -->\n\nvery\n\n<!-- vale Own.Weasel = YES -->\n\nvery", [7]),
        ('<!-- vale Own.Weasel["very"] = NO -->\n\nvery, a lot of', [3]),
        ("<!-- allow Own.Weasel: it is a quotation -->\n\nvery\n\nvery", [5]),
    ],
)
def test_comments_let_findings_of_packs_pass(check, body, lines):
    assert [line for line, *_ in of_packs(check(body, "styles/Own"))] == lines


def test_comments_of_vale_turn_nothing_of_the_guide_off(check):
    found = check("<!-- vale off -->\n\nThe chairman spoke.", "styles/Own")

    assert "Values.Respect" in [each.check for each in found]


INI = "StylesPath = styles\nVocab = Own\n[*.md]\nBasedOnStyles = Vale, Own\nOwn.Weasel = NO\n"
INI += "Vale.Spelling = NO\n[content/posts/*]\nOwn.Weasel = warning\n"


def test_a_vale_ini_says_which_rules_run_and_at_which_level(check, write):
    write(".vale.ini", INI)
    write("styles/config/vocabularies/Own/accept.txt", "GitHub\n")
    write("styles/config/vocabularies/Own/reject.txt", "leverage\n")

    found = check("We leverage github, very much.", ".vale.ini", level="warning")

    assert of_packs(found) == [
        (1, 4, "Vale.Avoid", "warning"),
        (1, 13, "Vale.Terms", "warning"),
        (1, 21, "Own.Weasel", "warning"),
    ]


def test_what_is_left_out_is_said(site, guide, check):
    check("x")
    settings = replace(site, editorial=Editorial(packs=("styles/Own",)))

    assert read_packs(settings, guide.rules).notes == (
        "styles/Own: skipped 1 rule: kind sequence (Own.Spell)",
        "styles/Own: skipped 1 rule: scope comment (Own.Comment)",
    )
    assert read_packs(settings, ["Own.Weasel"]).notes[-1] == (
        "styles/Own: skipped 1 rule: the guide has Own.Weasel"
    )


@pytest.mark.parametrize(
    ("pack", "told"),
    [
        ("styles/Onw", "There is no `styles/Onw`. Did you mean `styles/Own`?"),
        ("elsewhere", "Name a folder with a Vale style, or a .vale.ini."),
        ("x" * 5000, "Name a folder with a Vale style, or a .vale.ini."),
        ("content", "`editorial`: `packs`: `content` has no rule. Name the folder with its `.yml`"),
        ("settings.toml", "settings.toml: This is a file of TOML, and no .vale.ini."),
        ("styles/Own/Weasel.yml", "This is a file of YAML, such as a rule, and no .vale.ini."),
        ("huge", "huge: has more than 10,000 files in it. Name the folder of one style"),
    ],
)
def test_what_is_no_pack_is_told(check, write, pack, told):
    write("content/a.md", "")
    write("settings.toml", "")
    if pack == "huge":
        for number in range(10_001):
            (write("huge/a", "").parent / str(number)).touch()

    with pytest.raises(SettingsError) as caught:
        check("x", pack)

    assert told in str(caught.value)
    assert caught.value.exit_status == 2


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ('[editorial]\npacks = ["styles/Own", "styles/Onw"]\n', 2),
        ('name = "styles/Onw"\n[editorial]\npacks = [\n  "styles/Own",\n  \'styles/Onw\',\n]\n', 5),
        ('editorial.packs = ["styles/Onw"]\n', 1),
        ('[editorial]\npacks = ["styles/O\\u006ew"]\n', 2),
    ],
)
def test_what_is_no_pack_is_told_in_the_line_that_names_it(check, write, settings, line):
    write("advocacy.toml", settings)

    with pytest.raises(SettingsError) as caught:
        check("x", "styles/Own", "styles/Onw")

    assert str(caught.value).startswith(f"advocacy.toml:{line}: `editorial`: `packs`: There is no")


def test_a_mistake_in_a_pack_is_told_with_its_line(check, write):
    write("styles/Own/Weasel.yml", "extends: existence\nmessage: x\ntokens: ['(']")

    with pytest.raises(SettingsError, match=r"Weasel\.yml:3:10: `tokens`"):
        check("x", "styles/Own")


def test_a_pack_that_changed_has_another_key(site, check, write):
    check("x")
    settings = replace(site, editorial=Editorial(packs=("styles/Own",)))
    before = make_packs_key(settings)

    write("styles/Own/Weasel.yml", STYLE["Weasel.yml"] + "\nignorecase: true")

    assert make_packs_key(settings) != before


SPELLING = "extends: spelling\nmessage: \"'%s'?\"\ndictionaries: [own]\nfilters: ['^[^c]']\n"
SPELLING += "action: {name: suggest}\n"


def test_words_are_looked_up_in_the_dictionaries_of_the_styles(check, write):
    need_module("hunspell")
    write("styles/config/dictionaries/own.aff", "SET UTF-8\nTRY clok\n")
    write("styles/config/dictionaries/own.dic", "3\nwind\nthe\nclock\n")
    write("styles/Own/Words.yml", SPELLING)

    found = check("Wind the **clocc**, `clocc`.", "styles/Own")

    words = [each for each in found if each.check == "Own.Words" and each.line == 12]
    assert [each.match for each in words] == ["clocc"]


def test_a_guess_is_for_people_to_choose_and_is_not_written(site, check, write):
    need_module("hunspell")
    write("styles/config/dictionaries/own.aff", "SET UTF-8\nTRY clok\n")
    write("styles/config/dictionaries/own.dic", "3\nwind\nthe\nclock\n")
    write("styles/Own/Words.yml", SPELLING)
    write(GUIDE_PATH, "---\ntitle: Values\n---\n\n## One {#one}\n\nenforced: no\n")
    settings = replace(site, editorial=Editorial(packs=("styles/Own",)))
    desk = open_desk(settings, date(2026, 3, 1))

    found = desk.suggest(tuple(check("Wind the clocc.", "styles/Own")))

    assert any(each.replacements == ("clock",) for each in found)
    assert "Own.Words" in desk.guesses()
    assert not mend(desk, [each for each in found if each.check == "Own.Words"], "suggestion").texts


def test_a_dictionary_that_is_not_there_is_said(site, guide, check, write):
    need_module("hunspell")
    write("styles/Own/Words.yml", SPELLING)
    check("x")
    settings = replace(site, editorial=Editorial(packs=("styles/Own",)))

    notes = read_packs(settings, guide.rules).notes

    told = "styles/Own: skipped 1 rule: kind spelling (Own.Words): `dictionaries`: There is no `own"
    assert any(each.startswith(told) for each in notes)


def test_a_reading_depends_on_the_words_of_a_dictionary(site, guide, check, write):
    need_module("hunspell")
    write("styles/config/dictionaries/own.aff", "SET UTF-8\n")
    file = write("styles/config/dictionaries/own.dic", "1\nwind\n")
    write("styles/Own/Words.yml", SPELLING)
    check("x")
    settings = replace(site, editorial=Editorial(packs=("styles/Own",)))
    before = make_checker_key(settings, guide, {})

    file.write_text("1\nwinde\n")

    assert make_checker_key(settings, guide, {}) != before


def test_looking_words_up_is_not_stopped_for_the_time_it_takes(site, guide, check, write):
    need_module("hunspell")
    write("styles/config/dictionaries/own.aff", "SET UTF-8\n")
    write("styles/config/dictionaries/own.dic", "1\nwind\n")
    write("styles/Own/Words.yml", SPELLING)
    check("Wind the clocc.")
    settings = replace(site, editorial=Editorial(packs=("styles/Own",)))
    rule = read_packs(settings, guide.rules).rules["Own.Words"]
    post = read_library(settings).posts[0]

    found = check_rule(rule, make_manuscript(post), Budget(in_all=1e9))

    assert "clocc" in [notice.match for notice in found]
