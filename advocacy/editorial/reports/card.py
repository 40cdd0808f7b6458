"""What a rule is about, for those who meet it in another program."""

from dataclasses import dataclass

from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import RUNAWAY, Guide
from advocacy.editorial.guide_examples import example_notice
from advocacy.editorial.patterns import RunawayError
from advocacy.editorial.reports.report import Report
from advocacy.editorial.rule import Rule
from advocacy.editorial.switches import KINDS as SWITCHING
from advocacy.editorial.vouching import KINDS as VOUCHING

_KINDS = {
    **SWITCHING,
    **VOUCHING,
    RUNAWAY: ("error", "A rule's pattern takes too long."),
}


@dataclass(frozen=True, slots=True)
class Card:
    """A rule in a few words.

    Attributes:
        id: Such as `Values.Respect`.
        about: What it looks for, in a sentence.
        prose: The reason, as Markdown.
        severity: Its own level.
        link: The web address of more, or empty.
    """

    id: str
    about: str
    prose: str
    severity: str
    link: str = ""


def make_card(finding: Finding, report: Report) -> Card:
    """Return the card of the rule, or of the built-in check, that found something."""
    guide, check = report.guide, finding.check
    rule = guide.rules.get(check) if guide else None
    about = _about(rule) if rule else _about_check(finding)
    prose = [*(prose_of(finding.principle, guide) if guide else ()), about]
    pairs = zip(rule.examples.bad[:1], rule.examples.good[:1], strict=False) if rule else ()
    prose += [f"Instead of: {bad}\n\nWrite: {good}" for bad, good in pairs]
    link = (rule.link if rule else "") or report.web_address(finding.link)
    return Card(check, about, "\n\n".join(prose), finding.severity, link)


def prose_of(principle: str, guide: Guide) -> list[str]:
    """Return what the guide says of a principle, as Markdown: its title, its paragraphs."""
    found = guide.principles.get(principle)
    return [f"**{found.title}**", *found.prose] if found else []


def _about_check(finding: Finding) -> str:
    check = finding.check
    if check in CHECKS:
        return CHECKS[check].about
    unread = finding.description or "What a file says that cannot be read."
    return _KINDS[check][1] if check in _KINDS else unread


def _about(rule: Rule) -> str:
    """Return what a rule says of its own bad example, where it does not say what it is for."""
    try:
        notice = None if rule.description else example_notice(rule)
    except RunawayError:
        notice = None
    return rule.description or (notice.message if notice else rule.message)
