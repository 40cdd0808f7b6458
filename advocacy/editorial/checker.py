"""The guide and the built-in checks, ready to read one file after the other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from advocacy.cache import make_key
from advocacy.editorial.attestation import Attestation
from advocacy.editorial.budget import Budget
from advocacy.editorial.checker_version import checker_version
from advocacy.editorial.context import Context
from advocacy.editorial.guide import Guide
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.packs import NO_PACKS, Packs, make_packs_key, read_packs
from advocacy.editorial.patterns import RunawayError
from advocacy.editorial.reading import Reading, outline_of
from advocacy.editorial.rule_check import check_rule, make_spotters, spot_rules
from advocacy.editorial.rule_sources import read_sources, sources_of
from advocacy.editorial.scopes import RAW
from advocacy.editorial.spotting import Spotters
from advocacy.editorial.vouching import check_vouching, is_vouched_for
from advocacy.library import Library
from advocacy.markup.targets import Targets
from advocacy.post import Post
from advocacy.site import Site
from advocacy.staff import StaffMember


@dataclass(frozen=True, slots=True)
class Checker:
    """Reads files, each by itself.

    Attributes:
        guide: The rules.
        context: The settings and the colleagues, and nothing else of the site.
        spotters: Know by a text's words which rules can find something in it.
        packs: What the site has beside its guide.
        stopped: Ids of rules that took too long, and are not tried on other files.
        budgets: By id, what each rule spent so far.
    """

    guide: Guide
    context: Context
    spotters: Spotters
    packs: Packs = NO_PACKS
    stopped: set[str] = field(default_factory=set)
    budgets: dict[str, Budget] = field(default_factory=lambda: defaultdict(Budget))

    def read(self, manuscript: Manuscript) -> Reading:
        """Return what the rules and checks find in a file."""
        if manuscript.path == self.guide.path:
            manuscript = replace(manuscript, is_guide=True)
        alone = (check for check in self.guide.checks.values() if not check.looks_around)
        notices = [
            notice for check in alone for notice in check.find(check, manuscript, self.context)
        ]
        notices += self._apply_rules(manuscript)
        notices += check_vouching(
            manuscript, self._asked(manuscript), self.guide.attestations, self.context.library.staff
        )
        return Reading(tuple(notices), outline_of(manuscript.body), tuple(sorted(self.stopped)))

    def _apply_rules(self, manuscript: Manuscript) -> Iterator[Notice]:
        rules = self.guide.rules.values()
        spotted = spot_rules(self.spotters, manuscript)
        for rule in (*rules, *self.packs.rules_for(manuscript.path)):
            # The guide's own blocks hold every bad example.
            is_own = manuscript.is_guide and any(each.unit == RAW for each in rule.scopes)
            if is_own or rule.id in self.stopped:
                continue
            try:
                yield from check_rule(rule, manuscript, self.budgets[rule.id], spotted)
            except RunawayError:
                self.stopped.add(rule.id)

    def _asked(self, manuscript: Manuscript) -> Iterator[Attestation]:
        """Yield what a post has to answer."""
        post, since = manuscript.piece, self.context.site.editorial.enforce_from
        if not isinstance(post, Post) or not is_vouched_for(manuscript, since):
            return
        for each in self.guide.attestations.values():
            if each.id in self.stopped:
                continue
            budget = self.budgets[each.id]
            budget.begin_file()
            try:
                is_asked = each.is_asked(post, manuscript, budget)
                budget.end_file()
                if is_asked:
                    yield each
            except RunawayError:
                self.stopped.add(each.id)


def make_checker(site: Site, guide: Guide, staff: Mapping[str, StaffMember]) -> Checker:
    """Return a checker of a site's files."""
    alone = Library(site, (), staff, {}, ())
    packs = read_packs(site, guide.rules)
    spotters = make_spotters({**packs.rules, **guide.rules})
    return Checker(guide, Context(alone, Targets(site)), spotters, packs)


def make_checker_key(site: Site, guide: Guide, staff: Mapping[str, StaffMember]) -> str:
    """Return a hash of all that a reading depends on besides the file."""
    # The value, not the file: that may say something else by now. Where it lies does not count.
    return make_key(
        checker_version(),
        repr(replace(site, root=Path())),
        guide.page.source.text,
        make_packs_key(site),
        repr([(member.id, member.name) for member in staff.values()]),
        *read_sources(
            sources_of((*guide.rules.values(), *read_packs(site, guide.rules).rules.values()))
        ),
    )
