"""Everything that people wrote, held against the guide and the built-in checks."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from advocacy import addresses
from advocacy.editorial.blocking import decide_blocking
from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.context import Context
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide
from advocacy.editorial.manuscript import Manuscript, make_manuscript, make_unread_manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.patterns import TIME_LIMIT_SECONDS, RunawayError
from advocacy.editorial.rule import Rule
from advocacy.editorial.rule_check import check_rule
from advocacy.editorial.scopes import RAW
from advocacy.editorial.switches import apply_switches, read_switches
from advocacy.errors import Problem
from advocacy.library import Library
from advocacy.markup.targets import Targets
from advocacy.page import Page
from advocacy.post import Post
from advocacy.site import Site
from advocacy.staff import StaffMember

RUNAWAY = "Guide.Runaway"


def check_library(
    library: Library, guide: Guide, targets: Targets, paths: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Check all that people wrote for a site.

    Args:
        library: What they wrote.
        guide: The rules.
        targets: What links may lead to.
        paths: Only these files, relative to the site's folder; None checks every file.

    Returns:
        Every finding once, by path and place.
    """
    editorial = library.site.editorial
    found = {
        decide_blocking(_problem_finding(problem), editorial, is_unreadable=True)
        for problem in library.problems
        if paths is None or problem.path in paths
    }
    context = Context(library, targets)
    runaways: dict[str, Notice] = {}
    pieces: list[Post | Page | StaffMember] = [*library.posts]
    pieces += [*library.pages.values(), *library.staff.values()]
    unread = map(make_unread_manuscript, library.unread)
    for manuscript in (*map(make_manuscript, pieces), *unread):
        if paths is not None and manuscript.path not in paths:
            continue
        for notice in check_manuscript(manuscript, guide, context, runaways):
            finding = make_finding(notice, manuscript, library.site)
            found.add(decide_blocking(finding, editorial, manuscript.day))
    found |= {
        decide_blocking(_runaway_finding(guide.rules[rule], notice, guide.path), editorial)
        for rule, notice in runaways.items()
    }
    return tuple(sorted(found))


def check_manuscript(
    manuscript: Manuscript, guide: Guide, context: Context, runaways: dict[str, Notice]
) -> Iterator[Notice]:
    """Yield what is found in one file, less what its comments let pass.

    Args:
        manuscript: The file.
        guide: The rules.
        context: The site around it.
        runaways: By id, the rules that took too long; they are left out, and added to.
    """
    is_guide = manuscript.path == guide.path
    manuscript = replace(manuscript, is_guide=is_guide)
    notices = [
        notice for check in CHECKS.values() for notice in check.find(check, manuscript, context)
    ]
    for rule in guide.rules.values():
        # The guide's own blocks hold every bad example.
        if rule.id in runaways or (is_guide and any(each.unit == RAW for each in rule.scopes)):
            continue
        try:
            notices += check_rule(rule, manuscript)
        except RunawayError:
            runaways[rule.id] = _runaway(rule, manuscript.path)
    yield from apply_switches(read_switches(manuscript), notices, guide.rules)


def make_finding(notice: Notice, manuscript: Manuscript, site: Site) -> Finding:
    """Return a notice as a finding: offsets become lines and columns."""
    source = manuscript.source
    line, column = source.position(notice.start) if notice.has_place else (1, 1)
    end_line, end_column = source.position(notice.end) if notice.has_place else (1, 1)
    last = source.offset(line + 1) - 1 if end_line > line else notice.end
    return Finding(
        path=manuscript.path,
        line=line,
        column=column,
        span=max(1, last - notice.start),
        check=notice.check,
        severity=notice.severity,
        message=notice.message,
        match=notice.match,
        link=_link(site, notice.principle),
        principle=notice.principle,
        action=notice.action,
        replacements=notice.replacements,
        description=notice.description,
        end_line=end_line,
        end_column=end_column,
    )


def _link(site: Site, principle: str) -> str:
    return site.href(f"{addresses.VALUES}#{principle}") if principle else ""


def _problem_finding(problem: Problem) -> Finding:
    return Finding(
        path=problem.path,
        line=problem.line,
        column=problem.column,
        span=max(1, problem.span),
        check=problem.code or "File.Problem",
        severity="error",
        message=problem.message,
    )


def _runaway(rule: Rule, path: str) -> Notice:
    message = (
        f"The pattern of `{rule.id}` ran for more than {TIME_LIMIT_SECONDS:g} s on {path}. "
        "Write it without one repetition inside another."
    )
    return Notice(RUNAWAY, "error", 0, 0, message, principle=rule.principle)


def _runaway_finding(rule: Rule, notice: Notice, path: str) -> Finding:
    return Finding(path, rule.line, 0, 1, RUNAWAY, notice.severity, notice.message)
