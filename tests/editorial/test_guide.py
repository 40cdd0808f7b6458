"""Reading the guide: what stands in it, and every mistake with its line."""

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import pytest

from advocacy.cache import FILE, Cache
from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.guide_examples import check_examples
from advocacy.editorial.guide_page import (
    GuideLabels,
    find_guide_markdown,
    make_guide_markdown,
)
from advocacy.editorial.site_guide import read_site_guide
from advocacy.errors import SettingsError
from advocacy.library import read_library
from advocacy.markup.render import show
from advocacy.site import Site
from tests.editorial.conftest import HERE, CheckPost, MakeGuide

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
FENCE_LINE = 6


def test_a_guide_has_what_its_page_says(guide: Guide) -> None:
    assert list(guide.principles) == ["respect", "plain", "trust", "kind", "everyone"]
    assert [each.is_enforced for each in guide.principles.values()] == [True] * 3 + [False, True]
    assert guide.principles["respect"].title == "Respect people"
    assert list(guide.rules)[:2] == ["Values.Respect", "Values.Wording"]
    assert guide.rules["Values.Respect"].principle == "respect"
    assert guide.rules["Values.Respect"].line == 11
    assert guide.attestations["Values.Consent"].when[0].values == {"topics": ("events",)}


def test_the_examples_of_a_sound_guide_hold(guide: Guide) -> None:
    assert check_examples(guide) == ()


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


def test_the_page_shows_boxes_and_no_yaml(
    make_page: MakeGuide, golden: Callable[[str, str], None]
) -> None:
    page = make_page((HERE / "guide.md").read_text(encoding="utf-8"))

    golden("editorial/guide.md", make_guide_markdown(page))


def test_what_is_checked_can_be_linked_to_by_its_id(make_page: MakeGuide, guide: Guide) -> None:
    page = make_page((HERE / "guide.md").read_text(encoding="utf-8"))

    html = show(make_guide_markdown(page), page.path, heading_ids=True)

    ids = [*guide.rules, *guide.attestations, *guide.choices]
    shown = [each for each in ids if each not in guide.choices or each in guide.checks]
    assert sorted(re.findall(r'<li id="([^"]+)">', html)) == sorted(shown)


def test_the_page_is_kept_until_the_guide_or_its_labels_change(
    make_page: MakeGuide, tmp_path: Path
) -> None:
    page, labels, kept = make_page(RULE), GuideLabels(), Cache(tmp_path / "kept")
    first = find_guide_markdown(page, labels, kept)
    (key,) = _keys(tmp_path / "kept" / FILE)
    kept.write({key: "as it was kept"})

    assert first == make_guide_markdown(page, labels)
    assert find_guide_markdown(page, labels, kept) == "as it was kept"
    assert find_guide_markdown(make_page(f"{RULE}\n"), labels, kept).strip() == first.strip()
    other = replace(labels, checked="Was wir prüfen")
    assert "Was wir prüfen" in find_guide_markdown(page, other, kept)


def _keys(file: Path) -> list[str]:
    with closing(connect(file)) as database:
        return [key for (key,) in database.execute("SELECT key FROM results")]


def test_the_boxes_speak_the_labels_that_are_given(make_page: MakeGuide) -> None:
    labels = GuideLabels(checked="Was wir prüfen", instead_of="Statt", write="schreibe")

    text = make_guide_markdown(make_page(RULE), labels)

    assert '!!! note "Was wir prüfen"' in text
    assert "*Statt* “one” *schreibe* “two”" in text


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
