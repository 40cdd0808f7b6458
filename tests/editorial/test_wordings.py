"""Wordings that come with the product: what a rule makes of them, and what the files are."""

import re
from collections import Counter

import pytest
import yaml
from click.testing import CliRunner

from advocacy.cli.main import main
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.guide_version import make_guide_version
from advocacy.editorial.rule import read_rule
from advocacy.editorial.vale_export.style import make_vale_style
from advocacy.editorial.wordings import (
    FOLDER,
    LISTS,
    read_wordings,
    spell_out,
    tell_files,
    wordings_names,
    wordings_text,
)
from advocacy.errors import SettingsError
from advocacy.front_matter import read_yaml
from advocacy.schema import Node, in_file, plain
from advocacy.site import Site
from advocacy.source import Source
from tests.conftest import PROJECT
from tests.editorial.conftest import CheckPost, MakeGuide

PAGE = """\
## One {#one}

```yaml rule
id: Values.One
extends: existence
message: "`%s`"
ignorecase: true
KEYS
examples:
  bad: ["Jim has depression."]
  good: ["Jim is back."]
```

```yaml attest
id: Values.Asked
ask: "They said yes."
```
"""
SWAPS = PAGE.replace("existence", "substitution").replace("Jim has depression.", "I utilised it.")
COUNTS = PAGE.replace("existence", "occurrence")
HEALTH = ["Jim has depression", "her illness"]
DEFAULT = (PROJECT / "advocacy/defaults/values.md").read_text(encoding="utf-8")
GROUP = re.compile(r"^  # .+\n((?:  (?!#).*\n)+)", re.MULTILINE)
PLAIN = re.compile(r"  '[\w -]+':")
SWAPPING = [each for each in wordings_names() if "\nswap:" in wordings_text(each)]


def node_of(text: str) -> Node:
    node = read_yaml(Source("rule.yml", text), 0, len(text))
    assert isinstance(node, Node)
    return node


def found(check_post: CheckPost, text: str, guide: Guide) -> list[str]:
    return [each.match for each in check_post(text, guide) if each.check == "Values.One"]


@pytest.mark.parametrize(
    ("keys", "matches"),
    [
        ("wordings: health", HEALTH),
        ("wordings: [health]\ntokens: [wednesday]", [*HEALTH, "Wednesday"]),
        ("wordings: [health, access]", [*HEALTH, "password is"]),
        ("wordings: health\nexceptions: [her illness]", ["Jim has depression"]),
        ("tokens: [wednesday]", ["Wednesday"]),
    ],
)
def test_a_rule_finds_what_it_names_and_what_it_writes(
    keys: str, matches: list[str], make_page: MakeGuide, check_post: CheckPost
) -> None:
    text = "Jim has depression. It was her illness. On Wednesday, the password is Blue12.\n"

    guide = read_guide(make_page(PAGE.replace("KEYS", keys)))

    assert found(check_post, text, guide) == matches


def test_a_swap_of_the_guide_wins(make_page: MakeGuide, check_post: CheckPost) -> None:
    keys = "wordings: plain-words\nswap:\n  'utili[sz]ed': worked with\n  kettle: pot"
    guide = read_guide(make_page(SWAPS.replace("KEYS", keys).replace("`%s`", "`%s` for `%s`")))

    notices = check_post("I utilised the kettle whilst I waited.\n", guide)

    told = [each.message for each in notices if each.check == "Values.One"]
    assert told == ["`worked with` for `utilised`", "`pot` for `kettle`", "`while` for `whilst`"]


def test_exceptions_of_a_file_and_of_the_rule_both_hold() -> None:
    rule = node_of("extends: substitution\nwordings: plain-words\nexceptions: [whilst]\n")

    shipped = plain(read_wordings("plain-words"))
    spelt = plain(spell_out(rule))

    assert isinstance(shipped, dict)
    assert isinstance(spelt, dict)
    assert spelt["exceptions"] == (*shipped["exceptions"], "whilst")
    assert spelt["swap"] == shipped["swap"]
    assert "wordings" not in spelt


@pytest.mark.parametrize(
    ("page", "keys", "message"),
    [
        (
            PAGE,
            "wordings: helth",
            "`wordings`: There are no wordings `helth`. Did you mean `health`?",
        ),
        (PAGE, "wordings: [health, ../health]", "There are no wordings `../health`."),
        (PAGE, "wordings: {a: b}", "`wordings`: a table is not a text."),
        (
            PAGE,
            "wordings: plain-words",
            "`plain-words` has `swap`, and a rule that extends `existence` takes `tokens`. "
            "Write `extends: substitution`",
        ),
        (
            SWAPS,
            "wordings: health",
            "`health` has `tokens`, and a rule that extends `substitution` takes `swap`. "
            "Write `extends: existence`",
        ),
        (
            COUNTS,
            "wordings: health",
            "`wordings` is not a key of a rule that extends `occurrence`.",
        ),
        (
            PAGE,
            "wording: health",
            "`wording` is not a key that is known here. Did you mean `wordings`?",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(
    page: str, keys: str, message: str, make_page: MakeGuide
) -> None:
    with pytest.raises(SettingsError) as caught:
        read_guide(make_page(page.replace("KEYS", keys)))

    (problem,) = [each for each in caught.value.problems if "wording" in each.message]
    assert message in problem.message
    assert (problem.path, problem.line) == ("content/pages/values.md", 11)


def test_a_mistake_in_a_file_names_the_file() -> None:
    rule = node_of('id: A.B\nextends: existence\nmessage: "%s"\nexamples: {bad: [a], good: [b]}\n')
    shipped = in_file(node_of("# About.\ntokens:\n  # One\n  - one\n  - 'a(b'\n"), "words/a.yml")
    assert isinstance(rule.value, dict)
    assert isinstance(shipped.value, dict)

    merged = Node({**rule.value, **shipped.value}, rule.place, rule.keys)
    _, problems = read_rule(merged, "values.md", "one", 3)

    assert [(each.path, each.line) for each in problems] == [("words/a.yml", 5)]
    assert tell_files(merged) == " It has wordings from words/a.yml."


def test_a_rule_that_writes_everything_names_no_file(make_page: MakeGuide) -> None:
    guide = read_guide(make_page(PAGE.replace("KEYS", "tokens: [has depression]")))

    assert tell_files(guide.blocks["Values.One"]) == ""


def test_a_guide_is_the_same_with_its_wordings_written_out(
    make_page: MakeGuide, site: Site
) -> None:
    named, written, more = (
        read_guide(make_page(PAGE.replace("KEYS", keys)))
        for keys in (
            "wordings: health",
            wordings_text("health").rstrip(),
            wordings_text("health") + "  - 'off sick'",
        )
    )

    assert make_guide_version(named) == make_guide_version(written)
    assert named.rules["Values.One"].version == written.rules["Values.One"].version
    assert make_vale_style(named, site).files == make_vale_style(written, site).files
    assert make_guide_version(more) != make_guide_version(written)
    assert more.rules["Values.One"].version != written.rules["Values.One"].version


def test_other_wordings_ask_nobody_to_vouch_anew(make_page: MakeGuide) -> None:
    some, others = (
        read_guide(make_page(PAGE.replace("KEYS", f"wordings: health\ntokens: [{token}]")))
        for token in ("one", "two")
    )

    assert make_guide_version(some) != make_guide_version(others)
    assert some.attestations["Values.Asked"].version == others.attestations["Values.Asked"].version


def test_each_file_is_taken_by_one_rule_of_the_default_guide() -> None:
    taken = Counter(re.findall(r"^wordings: (.+)$", DEFAULT, re.MULTILINE))

    assert taken == Counter(wordings_names())


@pytest.mark.parametrize("name", wordings_names())
def test_a_file_is_in_groups_that_say_what_they_have_in_common(name: str) -> None:
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    about, _, rest = text.partition("\n")
    keys = yaml.safe_load(text)

    assert re.fullmatch(r"# \S.+\.", about)
    assert len(set(keys) & set(LISTS.values())) == 1
    assert set(keys) <= {*LISTS.values(), "exceptions"}
    body = rest.partition("\nexceptions:")[0].rstrip() + "\n"
    grouped = "".join(each.group() for each in GROUP.finditer(body))
    assert body.partition("\n")[2] == grouped, "every wording is below a comment"
    if "tokens" in keys:
        assert len(keys["tokens"]) == len(set(keys["tokens"]))


@pytest.mark.parametrize("name", SWAPPING)
def test_plain_words_stand_in_the_order_of_the_alphabet(name: str) -> None:
    for group in GROUP.finditer(wordings_text(name)):
        words = [line for line in group[1].splitlines() if PLAIN.match(line)]
        assert words == sorted(words, key=str.lower)


def test_no_rule_of_the_default_guide_is_a_wall_of_patterns() -> None:
    rules = re.findall(r"^```yaml rule\n(.*?)^```", DEFAULT, re.MULTILINE | re.DOTALL)

    assert len(rules) > 60
    for rule in rules:
        keys = yaml.safe_load(rule)
        assert len(keys.get("tokens", keys.get("swap", ()))) <= 7, keys["id"]


def test_the_command_lists_and_prints_what_a_rule_can_take() -> None:
    run = CliRunner().invoke

    listed = run(main, ["guide", "wordings"])
    printed = run(main, ["guide", "wordings", "health"])
    missing = run(main, ["guide", "wordings", "helth"])

    assert re.search(r"^health +Somebody's health\.$", listed.stdout, re.MULTILINE)
    assert len(listed.stdout.splitlines()) == len(wordings_names())
    assert printed.stdout == wordings_text("health")
    assert missing.exit_code == 2
    assert "Did you mean `health`?" in missing.stderr
