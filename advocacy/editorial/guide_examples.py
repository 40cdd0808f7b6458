"""The examples of a guide's rules, run: each bad one must be found, each good one let pass."""

from collections.abc import Iterator
from functools import partial

from advocacy.cache import Cache, make_key
from advocacy.editorial.checker_version import checker_version
from advocacy.editorial.guide import Guide
from advocacy.editorial.guide_hints import NO_HINT, make_hint
from advocacy.editorial.manuscript import Manuscript, field_block, make_example
from advocacy.editorial.notice import Notice
from advocacy.editorial.patterns import TIME_LIMIT_SECONDS, RunawayError
from advocacy.editorial.rule import Rule
from advocacy.editorial.rule_check import check_rule
from advocacy.editorial.scopes import FRONT_MATTER
from advocacy.editorial.wordings import tell_files
from advocacy.errors import Problem, SettingsError
from advocacy.markup.blocks import SourceMap
from advocacy.schema import Place
from advocacy.source import Source

# No text holds this: a file with it is not read.
RAN_AWAY = "\0"


def check_examples(guide: Guide) -> tuple[Problem, ...]:
    """Run each rule over its own examples."""
    return tuple(problem for rule in guide.rules.values() for problem in _check(rule, guide))


def refuse_examples(guide: Guide, kept: Cache | None = None) -> None:
    """Refuse a guide with an example that does not hold.

    Args:
        guide: The guide.
        kept: Tells whether all of them held before, and they are not run anew; None keeps nothing.

    Raises:
        SettingsError: With every one.
    """
    kept = kept or Cache(None)
    key = make_key("examples", checker_version(), guide.page.source.text)
    if key in kept.read([key]):
        return
    problems = check_examples(guide)
    if problems:
        raise SettingsError(problems=problems)
    # What other files say, such as dictionaries, may be another thing the next time.
    if not any(rule.search.sources or rule.search.missed for rule in guide.rules.values()):
        kept.write({key: True})


def example_notice(rule: Rule) -> Notice | None:
    """Return what the rule says of its first bad example that it finds."""
    return next((notice for text in rule.examples.bad for notice in _find(rule, text)), None)


def _check(rule: Rule, guide: Guide) -> Iterator[Problem]:
    for text in rule.examples.bad:
        if (found := _first(rule, text)) is None:
            seen = f"`{rule.id}` does not find its bad example {_short(text)}."
            hint = make_hint(rule, guide.blocks[rule.id], partial(_finds, text))
            yield _problem(rule, guide.path, f"{seen} {hint}")
        elif found == RAN_AWAY:
            yield _problem(rule, guide.path, _slow(rule, text) + tell_files(guide.blocks[rule.id]))
    for text in rule.examples.good:
        if (found := _first(rule, text)) == RAN_AWAY:
            yield _problem(rule, guide.path, _slow(rule, text) + tell_files(guide.blocks[rule.id]))
        elif found is not None:
            seen = f"`{rule.id}` finds `{found}` in its good example {_short(text)}."
            yield _problem(rule, guide.path, f"{seen} {NO_HINT}")


def _first(rule: Rule, text: str) -> str | None:
    """Return what a rule finds first in an example; RAN_AWAY where it took too long."""
    try:
        return next((notice.match for notice in _find(rule, text)), None)
    except RunawayError:
        return RAN_AWAY


def _finds(text: str, rule: Rule) -> bool:
    return _first(rule, text) is not None


def _slow(rule: Rule, text: str) -> str:
    seen = f"`{rule.id}` ran for more than {TIME_LIMIT_SECONDS:g} s on its example {_short(text)}."
    return f"{seen} Write its pattern without one repetition inside another, such as `(a+)+`."


def _find(rule: Rule, text: str) -> Iterator[Notice]:
    for manuscript in _manuscripts(rule, text):
        yield from check_rule(rule, manuscript)


def _manuscripts(rule: Rule, text: str) -> Iterator[Manuscript]:
    """Make the example a body, or a field where the rule reads nothing but front matter."""
    if not all(FRONT_MATTER in scope.needs for scope in rule.scopes):
        yield make_example(text)
        return
    source = Source("example.md", text)
    for scope in rule.scopes:
        key = ".".join(sorted(scope.needs - {FRONT_MATTER}))
        block = field_block(text, source, Place(1, 1, 0, len(text)), key)
        yield Manuscript(source, SourceMap(), (block,))


def _problem(rule: Rule, path: str, message: str) -> Problem:
    return Problem(path, rule.line, 0, message, "Guide.Example")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"`{line if len(line) <= 60 else line[:57] + '…'}`"
