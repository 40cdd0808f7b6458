"""The last line of a report."""

from collections.abc import Iterable

from advocacy.editorial.finding import Finding


def make_totals(findings: Iterable[Finding]) -> str:
    """Return one line such as `3 findings, 1 of them blocks`."""
    findings = tuple(findings)
    count, blocking = len(findings), sum(finding.blocks for finding in findings)
    if not count:
        return "No findings"
    if count == 1:
        return f"1 finding; it {'blocks' if blocking else 'does not block'}"
    if blocking in {0, count}:
        every = "both" if count == 2 else "all"
        return f"{count} findings; {f'{every} block' if blocking else 'none blocks'}"
    return f"{count} findings, {blocking} of them {'blocks' if blocking == 1 else 'block'}"
