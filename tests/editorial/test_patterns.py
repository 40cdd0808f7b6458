"""Patterns as rules write them."""

from random import Random

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from advocacy.editorial.kinds.wordings import make_wordings
from advocacy.editorial.patterns import (
    PatternError,
    RunawayError,
    compile_pattern,
    find_all,
    scope_flags,
    without_captures,
)


@pytest.mark.parametrize(
    ("written", "scoped"),
    [
        ("(?i)a", "(?i:a)"),
        ("a(?i)b", "a(?i:b)"),
        ("a(?i)b|c", "a(?i:b)|(?i:c)"),
        ("(a(?i)b|c)d", "(a(?i:b)|(?i:c))d"),
        ("(?i)a(?-i)b", "(?i:a(?-i:b))"),
        ("(?i:a)b", "(?i:a)b"),
        (r"\(?i", r"\(?i"),
        (r"[(?i)]a", r"[(?i)]a"),
        ("a)", "a)"),
    ],
)
def test_a_flag_ends_with_its_group(written: str, scoped: str) -> None:
    assert scope_flags(written) == scoped


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("a(?i)b", "ab aB AB", ["ab", "aB"]),
        ("^a$", "a\na", ["a", "a"]),
        (r"\bé\w", "éa né", ["éa"]),
        ("a*", "ba", ["a"]),
        ("(?<=x)a(?!b)", "xa xab a", ["a"]),
        ("(?r)a.", "ab ac", ["ac", "ab"]),
    ],
)
def test_a_pattern_finds_what_vale_would_find(pattern: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in find_all(compile_pattern(pattern), text)] == found


@pytest.mark.parametrize("pattern", ["a(b", "[", "*", r"(?P<a", "a{2,1}", "(" * 400])
def test_a_pattern_that_is_none_is_told(pattern: str) -> None:
    with pytest.raises(PatternError, match="is no regular expression: "):
        compile_pattern(pattern)


def test_a_pattern_has_only_so_much_time() -> None:
    with pytest.raises(RunawayError):
        list(find_all(compile_pattern("(?:a|a)+b"), "a" * 40))


@pytest.mark.parametrize(
    ("pattern", "plain"),
    [
        ("(a|b)", "(?:a|b)"),
        ("(?<n>a)(?P<m>b)", "(?:a)(?:b)"),
        (r"\((?=a)(?<!b)[(](?:c)", r"\((?=a)(?<!b)[(](?:c)"),
    ],
)
def test_captures_become_groups(pattern: str, plain: str) -> None:
    assert without_captures(pattern) == plain


@given(st.text(alphabet="ab()[]|\\?i-:^", max_size=12))
def test_scoping_flags_breaks_no_sound_pattern(pattern: str) -> None:
    try:
        regex.compile(pattern)
    except regex.error:
        return

    compile_pattern(pattern)


@pytest.mark.parametrize("pattern", ["[^.!?]{5,}", "[a-c]{2,}", r"[\w ]{4,}", "[^a]{1,}"])
def test_a_run_of_one_class_is_found_as_if_it_was_tried_from_each_sign(pattern: str) -> None:
    wordings = make_wordings({"tokens.0": pattern}, ("(?:", ")"), ignorecase=False)
    chance = Random(pattern)

    for _ in range(500):
        text = "".join(chance.choice("abcd .!\n") for _ in range(40))
        found = [match.span() for _, match in wordings.find(text, None)]

        assert found == [match.span() for match in compile_pattern(pattern).finditer(text)], text
