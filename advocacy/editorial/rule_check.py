"""A guide's rules, held against one file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TypeAlias

from advocacy.editorial.budget import Budget
from advocacy.editorial.kinds.kind import Hit
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.noticing import make_notice
from advocacy.editorial.rule import Rule
from advocacy.editorial.scopes import RAW, SENTENCE
from advocacy.editorial.spotting import Spotters
from advocacy.editorial.unit import Unit

# A text, and the indexes of a rule's patterns that can match there; None is any.
SpottedUnit: TypeAlias = tuple[Unit, Collection[int] | None]
# By the names of rules, the texts in which they can find something.
Spotted: TypeAlias = dict[str, list[SpottedUnit]]


def check_rule(
    rule: Rule,
    manuscript: Manuscript,
    budget: Budget | None = None,
    spotted: Spotted | None = None,
) -> Iterator[Notice]:
    """Yield what a rule finds in a file, in order and at most as often as its limit says.

    Args:
        rule: The rule.
        manuscript: The file.
        budget: What the rule spent on other files; None where there are none.
        spotted: What is possible in the file's texts; None where nothing is known of it.

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
    look = find if rule.search.is_bounded else partial(budget.find, find)
    if spotted is None:
        every = _all_units(manuscript)
        units: list[SpottedUnit] = [(unit, None) for unit in every if _takes(rule, unit.parts)]
    else:
        units = spotted.get(rule.id, [])
    notices = {
        notice
        for unit, possible in units
        for notice in _notices(rule, look(_text(rule, unit), possible), unit)
    }
    if not rule.search.is_bounded:
        budget.end_file()
    ordered = sorted(notices, key=lambda notice: (notice.start, notice.end, notice.message))
    yield from ordered[: rule.limit or None]


def make_spotters(rules: Mapping[str, Rule]) -> Spotters:
    """Return what knows by a text's words which rules can find something in it."""

    def takes(name: str, parts: frozenset[str]) -> bool:
        return _takes(rules[name], parts)

    return Spotters({name: rule.search for name, rule in rules.items()}, takes)


def spot_rules(spotters: Spotters, manuscript: Manuscript) -> Spotted:
    """Return, by the names of rules, the texts in which they can find something, in order."""
    spotted: Spotted = defaultdict(list)
    for unit in _all_units(manuscript):
        for name, possible in spotters.spot(unit.parts, unit.folded).items():
            spotted[name].append((unit, possible))
    return spotted


def _takes(rule: Rule, parts: frozenset[str]) -> bool:
    unit = next((name for name in (RAW, SENTENCE) if name in parts), "text")
    return any(scope.unit == unit and scope.takes(parts) for scope in rule.scopes)


def _text(rule: Rule, unit: Unit) -> str:
    """Return a unit's text as a rule reads it: all of it, or the author's own words alone."""
    return unit.own if any(scope.leaves_quotations for scope in rule.scopes) else unit.text


def _all_units(manuscript: Manuscript) -> Iterator[Unit]:
    return chain.from_iterable(manuscript.units.values())


def _notices(rule: Rule, hits: Iterable[Hit], unit: Unit) -> Iterator[Notice]:
    for each in hits:
        hit = each if rule.action.name or each.replacements else _trimmed(each, unit.text)
        start, end = unit.span(hit.begin, hit.end)
        yield make_notice(rule, hit, start, end, unit.text[hit.begin : hit.end])


def _trimmed(hit: Hit, text: str) -> Hit:
    """Return a hit without the space at its end, which some patterns need and nobody means."""
    match = text[hit.begin : hit.end]
    end = hit.begin + len(match.rstrip())
    if end in {hit.begin, hit.end}:
        return hit
    arguments = tuple(each.rstrip() if each == match else each for each in hit.arguments)
    return hit._replace(end=end, arguments=arguments)
