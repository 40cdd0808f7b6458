"""What was found, for people to read and for machines."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable

from advocacy.editorial.blocking import exit_status
from advocacy.editorial.finding import Finding
from advocacy.errors import ContentError

Style = Callable[[str, str], str]


class Refusal(ContentError):  # noqa: N818 - what happens to a build, and no mistake in it
    """Findings that stop a build; its text is the report of all of them.

    Attributes:
        findings: Every finding, those that do not block too.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        self.exit_status = exit_status(self.findings)
        super().__init__(make_text_report(self.findings))


def make_text_report(
    findings: Iterable[Finding], style: Style = lambda text, _severity: text
) -> str:
    """Return one line a finding, and a line of totals.

    Args:
        findings: In the order in which they are shown.
        style: Colours a text by its severity; does nothing by default.
    """
    findings = tuple(findings)
    lines = [_line(finding, style) for finding in findings]
    return "\n".join([*lines, make_totals(findings)])


def make_totals(findings: Iterable[Finding]) -> str:
    """Return one line such as `3 findings, 1 blocks`."""
    findings = tuple(findings)
    count = len(findings)
    if not count:
        return "No findings"
    blocking = sum(finding.blocks for finding in findings)
    told = f"{blocking} {'blocks' if blocking == 1 else 'block'}" if blocking else "none blocks"
    return f"{count} {'finding' if count == 1 else 'findings'}, {told}"


def make_json_report(findings: Iterable[Finding]) -> str:
    """Return an object from path to findings, with the keys that Vale has and some of our own.

    `Span` is 1-based and inclusive, in code points of the line; `EndLine` and `EndColumn` tell
    where words end that are wrapped.
    """
    report = defaultdict(list)
    for finding in findings:
        report[finding.path].append(_json_finding(finding))
    return json.dumps(report, ensure_ascii=False, indent=2)


def _line(finding: Finding, style: Style) -> str:
    place = [finding.path, *(str(number) for number in (finding.line, finding.column) if number)]
    link = f" ({finding.link})" if finding.link else ""
    weight = style(finding.severity, finding.severity) + (", blocks" if finding.blocks else "")
    return f"{':'.join(place)}: {finding.check} {finding.message}{link} [{weight}]"


def _json_finding(finding: Finding) -> dict[str, object]:
    begin = max(1, finding.column)
    return {
        "Action": {
            "Name": finding.action.name,
            "Params": list(finding.action.params) or None,
        },
        "Span": [begin, begin + finding.span - 1],
        "Check": finding.check,
        "Description": finding.description,
        "Link": finding.link,
        "Message": finding.message,
        "Severity": finding.severity,
        "Match": finding.match,
        "Line": finding.line,
        "Column": finding.column,
        "EndLine": finding.end_line or finding.line,
        "EndColumn": finding.end_column or begin + finding.span,
        "Blocks": finding.blocks,
        "Principle": finding.principle,
        "Replacements": finding.replacements,
    }
