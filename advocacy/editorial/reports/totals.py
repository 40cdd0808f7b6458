"""The last line of a report."""

from collections.abc import Iterable

from advocacy.editorial.finding import Finding


def make_totals(findings: Iterable[Finding]) -> str:
    """Return one line such as `3 findings, 1 blocks`."""
    findings = tuple(findings)
    count = len(findings)
    if not count:
        return "No findings"
    blocking = sum(finding.blocks for finding in findings)
    told = f"{blocking} {'blocks' if blocking == 1 else 'block'}" if blocking else "none blocks"
    return f"{count} {'finding' if count == 1 else 'findings'}, {told}"
