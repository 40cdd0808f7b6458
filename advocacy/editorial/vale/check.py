"""Rules of Vale styles, held against one file as Vale holds them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from advocacy.editorial.budget import FILE_SECONDS
from advocacy.editorial.finding import Finding
from advocacy.editorial.kinds.kind import Hit
from advocacy.editorial.noticing import make_notice
from advocacy.editorial.patterns import RunawayError
from advocacy.editorial.placing import place_notice
from advocacy.editorial.rule import Rule
from advocacy.editorial.scopes import SENTENCE
from advocacy.editorial.spotting import Spotters
from advocacy.editorial.stopwatch import Stopwatch
from advocacy.editorial.unit import Unit
from advocacy.editorial.vale.document import ValeDocument, cut_units
from advocacy.editorial.vale.inline import SCOPES as INLINE
from advocacy.editorial.vale.scopes import PARAGRAPH, SUMMARY, ValeScope, make_vale_scopes
from advocacy.editorial.vale.settings import FileSettings
from advocacy.editorial.vale.switches import NOTHING_MUTED, Mute
from advocacy.severity import SEVERITIES
from advocacy.source import Source

# A text, what is turned off in it, and the indexes of a rule's patterns that can match there.
SpottedUnit: TypeAlias = tuple[Mute, Unit, Collection[int] | None]


@dataclass(frozen=True, slots=True)
class ValeRule:
    """A rule, and where it looks."""

    rule: Rule
    scopes: tuple[ValeScope, ...]

    def takes(self, parts: frozenset[str]) -> bool:
        """Say whether the rule reads a block."""
        return any(scope.takes(parts) for scope in self.scopes)


@dataclass(frozen=True, slots=True)
class ValeChecker:
    """Rules that are held against one file after the other.

    Attributes:
        rules: In the order of their names.
        least: The least severity that is shown.
        spotters: Know by a text's words which rules can find something in it.
        wanted: What some rule reads besides whole blocks: `sentence`, `paragraph`, `link`.
        stopped: Names of rules that took too long on a file, and are not tried on others.
    """

    rules: tuple[ValeRule, ...]
    least: str
    spotters: Spotters
    wanted: frozenset[str]
    stopped: set[str]

    def check(
        self, source: Source, document: ValeDocument, settings: FileSettings
    ) -> list[Finding]:
        """Return what is found in a file, by line and column."""
        units = [
            (block.mute, unit)
            for block in document.blocks
            for unit in cut_units(block, self.wanted)
        ]
        spotted = _spot(self.spotters, units)
        watch = Stopwatch()
        found: list[Finding] = []
        for each in self._rules(spotted, settings):
            name, level = each.rule.id, settings.level(each.rule.id, each.rule.level)
            try:
                hits = list(_hits(each, document, spotted.get(name, ()), watch))
                found += _findings(_at_level(each.rule, level), source, hits)
            except RunawayError:
                self.stopped.add(name)
        return sorted(found, key=lambda finding: (finding.line, finding.column))

    def _rules(
        self, spotted: Mapping[str, Sequence[SpottedUnit]], settings: FileSettings
    ) -> Iterator[ValeRule]:
        """Yield those that can find something in a file, in their order, and are turned on."""
        least = SEVERITIES.index(self.least)
        for each in self.rules:
            name = each.rule.id
            can_find = name in spotted or each.rule.search.measure
            if not can_find or name in self.stopped:
                continue
            level = settings.level(name, each.rule.level)
            if SEVERITIES.index(level) >= least and settings.runs(name):
                yield each


def make_vale_checker(rules: Iterable[Rule], least: str, stopped: set[str]) -> ValeChecker:
    """Return a checker of files by rules, which are sorted by their names."""
    read = tuple(ValeRule(rule, make_vale_scopes(rule.written_scopes)) for rule in rules)
    needs = {name for each in read for scope in each.scopes for name in scope.needs}
    by_name = {each.rule.id: each for each in read}

    def takes(name: str, parts: frozenset[str]) -> bool:
        return by_name[name].takes(parts)

    spotters = Spotters({name: each.rule.search for name, each in by_name.items()}, takes)
    wanted = frozenset(needs & {SENTENCE, PARAGRAPH, *INLINE.values()})
    return ValeChecker(read, least, spotters, wanted, stopped)


def _spot(
    spotters: Spotters, units: Iterable[tuple[Mute, Unit]]
) -> Mapping[str, Sequence[SpottedUnit]]:
    """Return by rules' names the texts in which they can find something, from top to bottom."""
    spotted: dict[str, list[SpottedUnit]] = defaultdict(list)
    for mute, unit in units:
        for name, possible in spotters.spot(unit.parts, unit.folded).items():
            spotted[name].append((mute, unit, possible))
    return spotted


def _hits(
    each: ValeRule, document: ValeDocument, units: Sequence[SpottedUnit], watch: Stopwatch
) -> Iterator[tuple[Hit, Unit]]:
    """Yield what a rule finds and comments do not turn off, from top to bottom.

    Args:
        each: The rule.
        document: The file.
        units: Its texts in which the rule can find something.
        watch: Tells how long the rule takes.

    Raises:
        RunawayError: It took too long, on one of them or on all.
    """
    search, name = each.rule.search, each.rule.id
    if search.measure:
        if not document.mute.mutes(name):
            nothing = Unit(frozenset({SUMMARY}), "", "", "", document.blocks[-1].traced)
            yield from ((hit, nothing) for hit in search.measure(document.summary))
        return
    if not units:
        return
    find = search.begin()
    watch.begin()
    for mute, unit, possible in units:
        if mute is not NOTHING_MUTED and mute.mutes(name):
            continue
        for hit in find(unit.text, possible):
            if mute is NOTHING_MUTED or not mute.mutes(name, unit.text[hit.begin : hit.end]):
                yield hit, unit
        if watch.has_passed(FILE_SECONDS):
            raise RunawayError


def _at_level(rule: Rule, level: str) -> Rule:
    return rule if rule.level == level else replace(rule, level=level)


def _findings(rule: Rule, source: Source, hits: Iterable[tuple[Hit, Unit]]) -> list[Finding]:
    """Return a finding for each place, as many as the rule's limit lets through."""
    found: dict[tuple[int, int], Finding] = {}
    blocks = rule.level == SEVERITIES[-1]
    for hit, unit in hits:
        start, end = unit.span(hit.begin, hit.end) if hit.has_place else (0, 0)
        notice = make_notice(rule, hit, start, end, unit.text[hit.begin : hit.end])
        finding = place_notice(notice, source, blocks=blocks)
        found.setdefault((finding.line, finding.column), finding)
    return list(found.values())[: rule.limit or None]
