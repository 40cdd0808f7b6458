"""What stops a build: decided here and nowhere else, so that it is the same everywhere."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from advocacy.editorial.finding import Finding
from advocacy.site import SEVERITIES, Editorial


def decide_blocking(
    finding: Finding, editorial: Editorial, day: date | None = None, *, is_unreadable: bool = False
) -> Finding:
    """Return the finding with `blocks` set.

    Args:
        finding: What was found.
        editorial: From the site's settings, the least severity that blocks, and since when.
        day: The date of the post in which it was found; None for everything else.
        is_unreadable: Whether it keeps the file from being read: that always blocks.
    """
    is_severe = SEVERITIES.index(finding.severity) >= SEVERITIES.index(editorial.blocks)
    since = editorial.enforce_from
    is_older = day is not None and since is not None and day < since
    return replace(finding, blocks=is_unreadable or (is_severe and not is_older))


def exit_status(findings: Iterable[Finding]) -> int:
    """Return how a command ends: 2 where the guide is at fault, 1 where content is, else 0."""
    blocking = [finding for finding in findings if finding.blocks]
    is_guide = any(each.check.startswith("Guide.") for each in blocking)
    return 2 if is_guide else int(bool(blocking))
