"""Reading the guide: what stands in it, and every mistake with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.guide_page import (
    GuideLabels,
    make_guide_markdown,
)
from advocacy.editorial.site_guide import read_site_guide
from advocacy.errors import SettingsError
from advocacy.library import read_library
from advocacy.site import Site
from tests.editorial.conftest import RULE, MakeGuide


def test_a_guide_has_what_its_page_says(guide: Guide) -> None:
    assert list(guide.principles) == ["respect", "plain", "trust", "kind", "everyone"]
    assert [each.is_enforced for each in guide.principles.values()] == [True] * 3 + [False, True]
    assert guide.principles["respect"].title == "Respect people"
    assert list(guide.rules)[:2] == ["Values.Respect", "Values.Wording"]
    assert guide.rules["Values.Respect"].principle == "respect"
    assert guide.rules["Values.Respect"].line == 11
    assert guide.attestations["Values.Consent"].when[0].values == {"topics": ("events",)}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("enforced: no",                        ()),
        ("Enforced:  No",                       ()),
        ("> enforced: no",                      ()),
        ("We are kind.\nenforced: no",          ("We are kind.",)),
        ("> We are kind.\n> enforced: no",      ("We are kind.\n>",)),
        ("enforced: no\nWe are kind.",          ("We are kind.",)),
        ("Enforced: no exceptions are made.",   None),
        ("> enforced: no-one",                  None),
        ("It is enforced: no",                  None),
        ("enforced: none",                      None),
    ],
)  # fmt: skip
def test_only_a_whole_line_says_that_nothing_upholds_a_principle(
    text: str, prose: tuple[str, ...] | None, make_page: MakeGuide
) -> None:
    page = make_page(f"## One {{#one}}\n\n{text}\n")

    if prose is None:
        with pytest.raises(SettingsError, match="nothing that upholds it"):
            read_guide(page)
        return
    assert read_guide(page).principles["one"].prose == prose
    shown = make_guide_markdown(page)
    assert f"*{GuideLabels().unenforced}*" in shown
    assert "nforced:" not in shown


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            "tokens:",
            "tokns:",
            10,
            "`tokns` is not a key that is known here. Did you mean `tokens`?",
        ),
        ("tokens:", "swap: {}\ntokens:", 10, "`swap` is not a key of a rule that extends"),
        ("[one]\n", "[one, 'a(b']\n", 10, "`tokens`: `a(b` is no regular expression"),
        ("[one]\n", "\n  - one\n  - 'a(b'\n", 12, "`tokens`: `a(b` is no regular expression"),
        ("[one]\n", "\n  - |\n    on\n    [e\n", 12, "`tokens`: `on\\n[e\\n` is no regular"),
        ("tokens: [one]", "raw: ['(?<', '[']", 10, "`raw`: `(?<[` is no regular expression"),
        (
            'existence\nmessage: "`%s`"\ntokens: [one]',
            "consistency\nmessage: x\neither:\n  'a': 'b'\n  c: 'd('",
            12,
            "`either`: `d(` is no regular expression",
        ),
        ("tokens: [one]", "tokens: []", 10, "`tokens`: There is nothing to look for"),
        ("tokens: [one]", "raw: ['[']", 10, "`raw`: `[` is no regular expression"),
        ("existence", "existance", 8, "is none of `existence`, `substitution`, `occurrence`, "),
        ("extends: existence", "scope: text", 6, "There is no `extends`. Add `extends:"),
        ("message:", "level: bad\nmessage:", 9, "`level`: `bad` is none of `suggestion`"),
        ("message:", "scope: headng\nmessage:", 9, "no scope. Did you mean `heading`?"),
        ("message:", "scope: heading.h7\nmessage:", 9, "`heading.h7` is no scope"),
        ("message:", "scope: frontmatter.tittle\nmessage:", 9, "Did you mean `title`?"),
        ("message:", "scope: code\nmessage:", 9, "`code` cannot be a scope. Use `raw`"),
        ("Values.One", "Alt.Missing", 6, "`Alt.Missing` is the name of a built-in check"),
        ("Values.One", "Allow.Unused", 6, "`Allow.Unused` is the name of a built-in check"),
        ("Values.One", "Guide.Runaway", 6, "`Guide.Runaway` is the name of a built-in check"),
        ("Values.One", "one", 7, "`id`: `one` cannot be an id"),
        ("examples: {bad: [one], good: [two]}\n", "", 6, "There is no `examples`"),
        ("good: [two]", "god: [two]", 11, "There must be `bad` and `good`"),
        ("good: [two]", "good: []", 11, "Each needs at least one example"),
        ("tokens: [one]", "tokens: [one", 10, "This is no YAML"),
        ("{#one}", "{#One}", 4, "`One` cannot be an anchor"),
        (" {#one}", "", 6, "belongs below a principle"),
        (
            "message:",
            "scope: title\nmessage:",
            9,
            "`title` is no scope. Write `frontmatter.title`.",
        ),
        ("yaml rule", "yaml rul", 6, "`yaml rul` is no block of a guide. Did you mean"),
        ("yaml rule", "yaml", 4, "`One` has nothing that upholds it"),
        ("## One", "Words.\n\nenforced: no\n\n## One", 6, "belongs below a principle"),
        ("```yaml", "enforced: no\n\n```yaml", 6, "is enforced and says `enforced: no`"),
        ("## One", "## Two {#one}\n\nenforced: no\n\n## One", 8, "the anchor of line 4 too"),
        (
            "existence",
            "occurrence\ntoken: x",
            11,
            "`tokens` is not a key of a rule that extends `occurrence`. Did you mean `token`?",
        ),
        (
            'existence\nmessage: "`%s`"\ntokens: [one]',
            "occurrence\nmessage: so many\ntoken: one",
            6,
            "`max`: There is no bound",
        ),
        ("tokens: [one]", "tokens: [one]\nlink: here", 11, "`link`: `here` is no web address"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    old: str, new: str, line: int, message: str, make_page: MakeGuide
) -> None:
    with pytest.raises(SettingsError) as caught:
        read_guide(make_page(RULE.replace(old, new, 1)))

    told = [(problem.line, problem.message) for problem in caught.value.problems]
    assert [each for each in told if each[0] == line and message in each[1]], told
    assert caught.value.exit_status == 2


@pytest.mark.parametrize("block", ["- a", "hello", "[]"])
def test_a_rule_that_is_no_table_is_told(block: str, make_page: MakeGuide) -> None:
    with pytest.raises(SettingsError) as caught:
        read_guide(make_page(f"## One {{#one}}\n\n```yaml rule\n{block}\n```\n"))

    assert "is not a list of `key: value`" in str(caught.value)


def test_a_heading_without_an_anchor_stays_within_its_principle(make_page: MakeGuide) -> None:
    text = RULE.replace("```yaml", "### Why\n\n```yaml") + "\n### How to read this\n\nWords.\n"

    guide = read_guide(make_page(text))

    assert guide.rules["Values.One"].principle == "one"
    assert list(guide.principles) == ["one"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n## A promise without an anchor\n\nWords.\n", "has no anchor"),
        ("\n```yml rule\nid: X.Y\n```\n", "`yml rule` is no block of a guide"),
    ],
)
def test_no_promise_and_no_rule_is_passed_over(make_page: MakeGuide, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        read_guide(make_page(RULE + text))


def test_all_mistakes_are_told_at_once(make_page: MakeGuide) -> None:
    second = RULE.replace("#one", "#two").replace("tokens", "tokns")

    with pytest.raises(SettingsError) as caught:
        read_guide(make_page(f"{RULE}{second}{RULE}## Three {{#three}}\n"))

    assert [problem.line for problem in caught.value.problems] == [19, 22, 24, 31]


MANY = """\
extends: substitution
nope: 1
level: errror
scope: [texxt, headng]
message: "%s"
swap:
  one: two
  'bad(': fine
  'a.b(': fine
exceptions:
  - >-
    folded
    text(
  - 'x['
"""


def test_a_kind_that_is_misspelt_is_the_only_mistake(make_page: MakeGuide) -> None:
    old = 'extends: existence\nmessage: "`%s`"\ntokens: [one]\n'
    misspelt = "extends: substituton\nmessage: x\nswap: {one: two}\n"

    with pytest.raises(SettingsError) as caught:
        read_guide(make_page(RULE.replace(old, misspelt)))

    (problem,) = caught.value.problems
    assert "Did you mean `substitution`?" in problem.message


def test_all_mistakes_of_a_rule_are_told_at_once(make_page: MakeGuide) -> None:
    old = 'extends: existence\nmessage: "`%s`"\ntokens: [one]\n'
    assert old in RULE

    with pytest.raises(SettingsError) as caught:
        read_guide(make_page(RULE.replace(old, MANY)))

    told = [(each.line, each.column, each.message[:22]) for each in caught.value.problems]
    assert told == [
        (9, 1, "`nope` is not a key th"),
        (10, 8, "`level`: `errror` is n"),
        (11, 9, "`scope`: `texxt` is no"),
        (11, 16, "`scope`: `headng` is n"),
        (15, 3, "`swap`: `bad(` is no r"),
        (16, 3, "`swap`: `a.b(` is no r"),
        (19, 5, "`exceptions`: `folded "),
        (21, 5, "`exceptions`: `x[` is "),
    ]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("sequence", "it needs a model of parts of speech. Write the words in their order"),
        ("script", "it runs a program. A `metric` rule counts"),
    ],
)
def test_a_kind_that_only_vale_has_is_told_with_what_to_write_instead(
    kind: str, told: str, make_page: MakeGuide
) -> None:
    page = make_page(RULE.replace("extends: existence", f"extends: {kind}\ndicpath: x"))

    with pytest.raises(SettingsError) as caught:
        read_guide(page)

    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (8, 10)
    assert f"`{kind}` is a kind of Vale's that is not here: {told}" in problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "There is no values guide"),
        ("---\ntitel: x\n---\n", "content/pages/values.md:2:1: `titel`"),
        ("---\ntitle: x\n---\nWords.\n", "The guide has no principle"),
    ],
)
def test_a_site_without_a_guide_is_told_how_to_write_one(
    text: str, message: str, site: Site, write: Callable[..., Path]
) -> None:
    if text:
        write("content/pages/values.md", text)

    with pytest.raises(SettingsError, match=message):
        read_site_guide(read_library(site))
