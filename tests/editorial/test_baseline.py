"""Baselines: what a finding is known by, what is recorded, and how the file is read."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy.editorial.baseline import Baseline, Entry, mark_of, split_known
from advocacy.editorial.baseline_file import (
    make_baseline_text,
    parse_baseline,
    read_baseline,
    write_baseline,
)
from advocacy.editorial.baseline_update import record_baseline, shrink_baseline
from advocacy.editorial.blocking import Blocking, versions_of
from advocacy.editorial.check import review_library
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.review import Review, make_notes
from advocacy.editorial_settings import Editorial
from advocacy.errors import SettingsError
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.publishing.rendering import make_targets
from advocacy.site import Site
from tests.conftest import POST, STAFF
from tests.editorial.conftest import HERE, CheckPost, MakeGuide

GUIDE = (HERE / "guide.md").read_text(encoding="utf-8")
HEAD = POST.partition("Somebody")[0]
BODY = "The chairman spoke.\n\nA policeman\nlistened.\n\n> Going forward, the chairman waits.\n"
TODAY = date(2026, 4, 1)
Check = Callable[..., Review]


@pytest.fixture
def check(site: Site, make_page: MakeGuide, write: Callable[..., Path]) -> Check:
    """Check files, given by path, against a guide and a baseline."""
    write("content/staff/ana.md", STAFF)

    def run(
        files: dict[str, str], text: str = GUIDE, old: Baseline | None = None, **more: object
    ) -> Review:
        for file in (site.root / "content/posts").glob("*.md"):
            file.unlink()
        for path, body in files.items():
            write(f"content/posts/{path}", body)
        guide = read_guide(make_page(text))
        strict = replace(site, editorial=Editorial(**more))
        blocking = Blocking(strict.editorial, versions_of(guide), old)
        library = read_library(strict)
        return review_library(library, guide, make_targets(library, TODAY), blocking=blocking)

    return run


def blocking(review: Review) -> list[tuple[int, str]]:
    return [(each.line, each.check) for each in review.findings if each.blocks]


plain = st.text("abcdefgh ", min_size=1, max_size=30).filter(lambda text: text.strip())


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(inserted=st.lists(st.tuples(st.integers(0, 3), plain), max_size=4))
def test_fingerprints_survive_lines_put_in_elsewhere(
    inserted: list[tuple[int, str]], check_post: CheckPost
) -> None:
    blocks = BODY.strip().split("\n\n")
    before = Counter(mark_of(each) for each in check_post(BODY))
    for at, text in inserted:
        blocks.insert(at, text.strip())

    after = Counter(mark_of(each) for each in check_post("\n\n".join(blocks)))

    assert before <= after
    assert before.total() == 4


@pytest.mark.parametrize(
    ("changed", "new"),
    [
        (BODY, []),
        (f"Hello.\n\n{BODY}", []),
        (BODY.replace("policeman\nlistened", "policeman listened"), []),
        (BODY.replace("The chairman spoke", "The  Chairman  spoke"), []),
        (BODY.replace("spoke", "was silent"), []),
        (BODY.replace("A policeman\nlistened.\n\n", ""), []),
        (BODY.replace("A policeman", "The policeman"), []),
        (f"The chairman left.\n\n{BODY}", [12]),
        (f"The chairman spoke.\n\n{BODY}", [14]),
        (f"{BODY}\nThe chairman left.\n", [19]),
        (BODY.replace("policeman", "fireman"), [14]),
    ],
)
def test_what_was_there_is_known_and_what_is_new_is_not(
    changed: str, new: list[int], check: Check
) -> None:
    recorded = record_baseline(check({"x.md": HEAD + BODY}), "baseline.json")

    review = check({"x.md": HEAD + changed}, old=recorded)

    assert [line for line, _ in blocking(review)] == new


def test_a_post_is_known_by_its_id_wherever_it_lies(check: Check) -> None:
    old = record_baseline(check({"x.md": HEAD + BODY}), "baseline.json")
    other = (HEAD + BODY).replace(":night-shift", ":day-shift").replace("night", "day")

    assert blocking(check({"y.md": HEAD + BODY}, old=old)) == []
    assert len(blocking(check({"x.md": other}, old=old))) == 3


NEW_RULE = """
## Be calm {#calm}

```yaml rule
id: Values.Calm
extends: existence
level: error
message: "`%s`"
tokens: [spoke]
examples: {bad: [spoke], good: [said]}
```
"""
ATTEST = '\n## Answer {#answer}\n\n```yaml attest\nid: Values.Answer\nask: "I answer."\n```\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (GUIDE, GUIDE + NEW_RULE),
        (GUIDE + NEW_RULE.replace("[spoke]\n", "[sings]\n"), GUIDE + NEW_RULE),
        (GUIDE, GUIDE + ATTEST),
    ],
)
def test_a_newer_rule_blocks_in_no_post_that_has_not_changed(
    before: str, after: str, check: Check
) -> None:
    calm = {"x.md": f"{HEAD}She spoke.\n"}
    old = record_baseline(check(calm, before), "baseline.json")

    same = check(calm, after, old)
    changed = check({"x.md": f"{HEAD}She spoke. Twice.\n"}, after, old)
    another = check({**calm, "y.md": POST.replace("night", "day")}, after, old)

    assert len(blocking(check(calm, after))) == 1
    assert blocking(same) == []
    assert len(same.findings) == 1
    assert len(blocking(changed)) == 1
    assert [each.path for each in another.findings if each.blocks] == (
        ["content/posts/y.md"] if after.endswith(ATTEST) else []
    )


def test_another_message_makes_no_rule_newer(make_page: MakeGuide) -> None:
    def versions(text: str) -> dict[str, str]:
        return versions_of(read_guide(make_page(text)))

    moved = NEW_RULE.replace("level: error\n", "").replace("tokens:", "level:  error\ntokens:")

    assert versions(NEW_RULE) == versions(NEW_RULE.replace("`%s`", "Not `%s`."))
    assert versions(NEW_RULE) == versions(moved)
    assert versions(NEW_RULE) != versions(NEW_RULE.replace("[spoke]\n", "[spoken]\n"))


def test_what_leads_nowhere_blocks_in_an_old_post_too(check: Check) -> None:
    two = {"x.md": f"{HEAD}[Day](y.md)\n", "y.md": POST.replace("night", "day")}
    old = record_baseline(check(two), "baseline.json")

    review = check({"x.md": two["x.md"]}, old=old)

    assert blocking(review) == [(12, "Link.Target")]


@pytest.mark.parametrize(
    ("more", "is_held"), [("", False), ("Another line.", True)], ids=["same", "changed"]
)
def test_an_answer_out_of_date_holds_a_post_that_changed(
    more: str, is_held: bool, check: Check
) -> None:
    guide = GUIDE + ATTEST
    version = read_version(check, guide)
    line = f"attest: {{Values.Answer: {version}}}\nquestion:"
    post = HEAD.replace("question:", line) + "Words.\n"
    old = record_baseline(check({"x.md": post}, guide), "baseline.json")
    reworded = guide.replace("I answer.", "I answer within a week.")

    review = check({"x.md": post + more}, reworded, old)
    forced = record_baseline(check({"x.md": post}, reworded), "baseline.json")

    assert [each.check for each in review.findings if each.check == "Attest.Stale"]
    assert review.blocks == is_held
    assert check({"x.md": post + more}, reworded, forced).blocks == is_held
    assert not check({"x.md": post + more}, reworded).blocks


def read_version(check: Check, guide: str) -> str:
    message = next(
        each.message
        for each in check({"x.md": POST}, guide).findings
        if each.check == "Attest.Missing"
    )
    return message.rpartition(": ")[2].rstrip("}`")


def test_a_baseline_only_shrinks(check: Check) -> None:
    old = record_baseline(check({"x.md": HEAD + BODY}), "baseline.json")
    mended = HEAD + BODY.replace("The chairman spoke", "The chair spoke")
    worse = f"{HEAD}{BODY}\nAnother chairman.\n"

    smaller = shrink_baseline(check({"x.md": mended}, old=old), old)
    not_larger = shrink_baseline(check({"x.md": worse}, old=old), old)

    assert counts(old) == 4
    assert counts(smaller) == 3
    assert counts(not_larger) == 4
    assert blocking(check({"x.md": worse}, old=not_larger)) == [(19, "Values.Respect")]
    assert blocking(check({"x.md": HEAD + BODY}, old=smaller)) == [(12, "Values.Respect")]


def counts(baseline: Baseline) -> int:
    return sum(sum(entry.findings.values()) for entry in baseline.files.values())


def test_shrinking_takes_in_posts_that_pass_and_lets_go_of_those_that_are_gone(
    check: Check,
) -> None:
    day, late = POST.replace("night", "day"), (HEAD + BODY).replace("night", "late")
    old = record_baseline(check({"x.md": POST}), "baseline.json")

    new = shrink_baseline(check({"y.md": day, "z.md": late}, old=old), old)

    assert [path for path in new.files if "posts" in path] == ["content/posts/y.md"]


def test_shrinking_keeps_what_is_recorded_of_a_file_that_cannot_be_read(check: Check) -> None:
    old = record_baseline(check({"x.md": HEAD + BODY}), "baseline.json")

    new = shrink_baseline(check({"x.md": "---\ntitle: [\n---\n"}, old=old), old)

    assert new.files == old.files


def test_shrinking_does_not_bring_a_newer_rule_to_bear_on_old_posts(check: Check) -> None:
    calm = {"x.md": f"{HEAD}She spoke.\n"}
    guide = GUIDE + NEW_RULE
    old = record_baseline(check(calm), "baseline.json")

    new = shrink_baseline(check(calm, guide, old), old)
    mended = shrink_baseline(check({"x.md": POST}, guide, old), old)

    assert "Values.Calm" not in new.rules
    assert blocking(check(calm, guide, new)) == []
    assert "Values.Calm" in mended.rules


def test_the_notes_say_what_the_findings_do_not(check: Check) -> None:
    files = {"x.md": f"{HEAD}{BODY}\n<!-- allow Values.Respect: a play -->\nThe chairman\n"}
    old = record_baseline(check(files), "baseline.json")

    notes = [*make_notes(check(files, GUIDE + NEW_RULE, old))]

    assert notes == [
        "4 findings stand in baseline.json and are not shown.",
        "1 finding is new since baseline.json, in files that have not changed: 1 Values.Calm."
        " None of them blocks.",
        "1 switch (`allow`) lets 1 finding pass.",
    ]


def test_a_baseline_is_written_a_fact_a_line_and_read_again(
    check: Check, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    made = record_baseline(check({"x.md": HEAD + BODY}), "baseline.json")
    small = replace(made, rules={each: made.rules[each] for each in [*made.rules][:2]})

    write_baseline(small, tmp_path / "baseline.json")
    text = (tmp_path / "baseline.json").read_text(encoding="utf-8")

    assert read_baseline(tmp_path / "baseline.json", "baseline.json") == small
    assert [each.name for each in tmp_path.glob("*baseline*")] == ["baseline.json"]
    assert make_baseline_text(small) == text
    golden("editorial/baseline.json", text)


GOOD = '{"version": 1, "rules": {}, "files": {"a.md": {"hash": "x", "findings": {}}}}'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "baseline.json:1:1: This is no JSON"),
        ("<<<<<<< main\n{}\n>>>>>>> mine\n", "Merge it by hand, or begin again."),
        ("[]", "is not a list of `key: value`"),
        ("{}", "There is no `version`."),
        (GOOD.replace("1", "2"), "`2` is not known here. This program reads version 1"),
        (GOOD.replace('"rules": {}', '"rule": {}'), "`rule` is not a key"),
        (GOOD.replace('"rules": {}', '"rules": []'), "`rules`: a list is not a table"),
        (GOOD.replace('"hash"', '"hsah"'), "`hsah` is not a key that is known here."),
        (GOOD.replace('"x"', "7"), "`7` is not a text."),
        (GOOD.replace('"findings": {}', '"findings": {"a": 1}'), "`a` cannot be used. A mark is"),
        (
            GOOD.replace('"findings": {}', '"findings": {"V.A 01234567-01234567": 0}'),
            "`0` is no whole number",
        ),
        (GOOD.replace('"rules"', '"files": {}, "rules"'), "`files` stands there twice"),
        ("[" * 100_000, "This is no baseline"),
        ('{"a":' * 100_000, "This is no baseline"),
    ],
)
def test_what_is_no_baseline_is_told(text: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_baseline(text, "baseline.json")

    assert told in str(caught.value)
    assert "`advocacy check --update-baseline --force`" in str(caught.value)
    assert parse_baseline(GOOD, "baseline.json").files == {"a.md": Entry("", "x", {})}


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ('"hash": "x"', '"hash": 7',  5, "`files`: `b.md`: `hash`: `7` is not a text."),
        ('"hash": "x"', '"hsah": "x"', 5, "`files`: `b.md`: `hsah` is not a key"),
        ('"files": {', '"fils": {',   3, "`fils` is not a key that is known here."),
    ],
)  # fmt: skip
def test_a_broken_entry_is_told_with_its_line_and_then_the_cure(
    old: str, new: str, line: int, told: str
) -> None:
    rows = ['{"version": 1,', ' "rules": {},', ' "files": {', '  "a.md": {"hash": "x"},']
    text = "\n".join([*rows, '  "b.md": {"hash": "x"}', "}}"])
    start = text.rindex(old)

    with pytest.raises(SettingsError) as caught:
        parse_baseline(
            text[:start] + text[start:].replace(old, new), "b.json", " --baseline b.json"
        )

    lines = str(caught.value).split("\n")
    assert lines[0].startswith(f"b.json:{line}: {told}")
    assert lines[-1].endswith("`advocacy check --update-baseline --force --baseline b.json`.")


def test_a_baseline_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b'{\n"\xff": 1}')

    with pytest.raises(SettingsError, match=r"b\.json:2: byte 0xff is not UTF-8\. Make it anew"):
        read_baseline(tmp_path / "b.json", "b.json")


def test_a_baseline_that_the_settings_name_must_be_there(site: Site, guide: Guide) -> None:
    named = replace(site, editorial=Editorial(baseline="baseline.json"))

    with pytest.raises(SettingsError, match=r"baseline\.json: There is no such baseline\. Make it"):
        review_library(read_library(named), guide, Targets(named))


def test_the_same_words_are_matched_in_the_same_lines_first(check_post: CheckPost) -> None:
    first, second = check_post("The chairman is in.\n\nThe chairman is out.")

    known, left = split_known([first, second], {mark_of(second): 1})

    assert (known, left) == ([second], [first])
