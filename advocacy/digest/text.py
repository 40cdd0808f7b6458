"""A digest as plain text."""

from collections.abc import Iterator
from textwrap import wrap

from advocacy.views.digest import DigestItem, DigestSection, DigestView

WIDTH = 72
INDENT = "    "


def make_text(view: DigestView) -> str:
    """Return a digest as text of lines that mail programs do not wrap again; links stay whole."""
    parts = [
        f"{view.heading}\n{'=' * min(WIDTH, len(view.heading))}",
        _wrapped(view.opening),
        *(part for section in view.sections for part in _section(section, view)),
        f"{view.hub.text}\n{view.hub.href}",
        f"-- \n{view.site}\n{_wrapped(view.closing)}",
    ]
    return "\n\n".join(parts) + "\n"


def _section(section: DigestSection, view: DigestView) -> Iterator[str]:
    yield f"{section.title}\n{'-' * min(WIDTH, len(section.title))}"
    for item in section.items:
        yield _brief(item) if section.is_brief else "\n\n".join(_whole(item, view))
    if section.more:
        yield section.more


def _brief(item: DigestItem) -> str:
    lines = (_wrapped(item.title), item.until, item.href)
    return "\n".join(line for line in lines if line)


def _whole(item: DigestItem, view: DigestView) -> Iterator[str]:
    byline = " · ".join(part for part in (item.names, item.until) if part)
    yield f"{_wrapped(item.title)}\n{_wrapped(byline)}"
    if item.summary:
        yield _wrapped(item.summary)
    if item.beginnings:
        yield view.begins
    for beginning in item.beginnings:
        yield f"{_wrapped(beginning.text, INDENT)}\n{INDENT}({beginning.network})"
    yield f"{view.opens}\n{item.href}"


def _wrapped(text: str, indent: str = "") -> str:
    """Return a text whose long lines are broken between words; a word is never broken."""
    lines = (
        wrap(
            line,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        or [""]
        for line in text.split("\n")
    )
    return "\n".join(line for group in lines for line in group)
