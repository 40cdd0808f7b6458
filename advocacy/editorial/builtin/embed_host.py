"""Hosts of films: links that readers cannot have shown, on a site where they can others."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.frame_cure import tell_setting
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.embeds.frame import find_service
from advocacy.markup.marks import Link

_APART = frozenset({"alt", "blockquote", "heading", "list", "table"})


def find_unlisted(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find links that are alone in a paragraph, to a film whose host no editor has named."""
    hosts = context.site.embeds.hosts
    lone = _find_lone(manuscript) if hosts else ()
    for link in manuscript.body.links if lone else ():
        found = find_service(link.target, hosts)
        if not found or found.frame.host in hosts or not _is_alone(link, lone):
            continue
        if setting := tell_setting(link.target, context.site):
            told = f"Nothing of {found.service.name} is shown on pages here: this stays a link."
            yield check.notice(link.start, link.end, f"{told} {setting}", link.text)


def _find_lone(manuscript: Manuscript) -> Sequence[tuple[int, int]]:
    """Return where each paragraph begins and ends in which a link can be alone, in their order."""
    return sorted(
        block.traced.span(0, len(block.text))
        for block in manuscript.body.blocks
        if block.text.strip() and not _APART & block.parts
    )


def _is_alone(link: Link, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Say whether a link is all that its paragraph says."""
    at = bisect_left(paragraphs, (link.start, 0))
    return at < len(paragraphs) and paragraphs[at][1] <= link.end


CHECKS = (
    Check("Embed.Host", "suggestion", "A film is of a host that no editor allowed.", find_unlisted),
)
