"""The examples of a guide's rules, run: each bad one must be found, each good one let pass."""

from collections.abc import Iterator

from advocacy.editorial.guide import Guide
from advocacy.editorial.manuscript import Manuscript, field_block, make_example
from advocacy.editorial.notice import Notice
from advocacy.editorial.patterns import TIME_LIMIT_SECONDS, RunawayError
from advocacy.editorial.rule import Rule
from advocacy.editorial.rule_check import check_rule
from advocacy.editorial.scopes import FRONT_MATTER
from advocacy.errors import Problem, SettingsError
from advocacy.markup.blocks import SourceMap
from advocacy.schema import Place
from advocacy.source import Source


def check_examples(guide: Guide) -> tuple[Problem, ...]:
    """Run each rule over its own examples."""
    return tuple(problem for rule in guide.rules.values() for problem in _check(rule, guide.path))


def refuse_examples(guide: Guide) -> None:
    """Refuse a guide with an example that does not hold.

    Raises:
        SettingsError: With every one.
    """
    problems = check_examples(guide)
    if problems:
        raise SettingsError(problems=problems)


def example_notice(rule: Rule) -> Notice | None:
    """Return what the rule says of its first bad example that it finds."""
    return next((notice for text in rule.examples.bad for notice in _find(rule, text)), None)


def _check(rule: Rule, path: str) -> Iterator[Problem]:
    try:
        for text in rule.examples.bad:
            if not list(_find(rule, text)):
                yield _problem(
                    rule, path, f"`{rule.id}` does not find its bad example {_short(text)}."
                )
        for text in rule.examples.good:
            for notice in list(_find(rule, text))[:1]:
                message = f"`{rule.id}` finds `{notice.match}` in its good example {_short(text)}."
                yield _problem(rule, path, message)
    except RunawayError:
        limit = f"{TIME_LIMIT_SECONDS:g} s"
        yield _problem(rule, path, f"`{rule.id}` ran for more than {limit} on an example.")


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
    return Problem(path, rule.line, 0, f"{message} Mend the rule or the example.", "Guide.Example")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"`{line if len(line) <= 60 else line[:57] + '…'}`"
