"""A guide's rules, held against one file."""

from collections.abc import Iterable, Iterator

from advocacy.editorial.action import make_replacements
from advocacy.editorial.budget import Budget
from advocacy.editorial.kinds.kind import Hit
from advocacy.editorial.manuscript import Manuscript, Unit
from advocacy.editorial.message import make_message
from advocacy.editorial.notice import Notice
from advocacy.editorial.rule import Rule


def check_rule(
    rule: Rule, manuscript: Manuscript, budget: Budget | None = None
) -> Iterator[Notice]:
    """Yield what a rule finds in a file, in order and at most as often as its limit says.

    Args:
        rule: The rule.
        manuscript: The file.
        budget: What the rule spent on other files; None where there are none.

    Raises:
        RunawayError: The rule took too long.
    """
    budget = budget or Budget()
    budget.begin_file()
    if rule.search.measure:
        hits = rule.search.measure(manuscript.summary)
        yield from (make_notice(rule, hit, 0, 0, "") for hit in hits)
        return
    find = rule.search.begin()
    notices = {
        notice
        for unit in _units(rule, manuscript)
        for notice in _notices(rule, budget.find(find, unit.text), unit)
    }
    ordered = sorted(notices, key=lambda notice: (notice.start, notice.end, notice.message))
    yield from ordered[: rule.limit or None]


def _units(rule: Rule, manuscript: Manuscript) -> Iterator[Unit]:
    for scope in rule.scopes:
        folded, needles = manuscript.folded[scope.unit], rule.search.needles
        if needles:
            needles = tuple(needle for needle in needles if needle in folded)
            if not needles:
                continue
        for unit in manuscript.units[scope.unit]:
            if scope.takes(unit.parts) and (
                not needles or any(needle in unit.folded for needle in needles)
            ):
                yield unit


def _notices(rule: Rule, hits: Iterable[Hit], unit: Unit) -> Iterator[Notice]:
    for hit in hits:
        start, end = unit.span(hit.begin, hit.end)
        yield make_notice(rule, hit, start, end, unit.text[hit.begin : hit.end])


def make_notice(rule: Rule, hit: Hit, start: int, end: int, match: str) -> Notice:
    """Return what a rule says of a hit."""
    return Notice(
        check=rule.id,
        severity=rule.level,
        start=start,
        end=end,
        message=make_message(rule.message, hit.arguments),
        match=match,
        principle=rule.principle,
        description=make_message(rule.description, hit.arguments),
        action=rule.action,
        replacements=make_replacements(rule.action, match, hit.replacements),
        has_place=hit.has_place,
        link=rule.link,
    )
