"""The guide as staff read it: each rule's block becomes a box that says what is checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advocacy.editorial.attestation import Attestation
from advocacy.editorial.guide import UNENFORCED, Guide, read_guide
from advocacy.editorial.guide_examples import example_notice
from advocacy.editorial.rule import Rule
from advocacy.markup.blocks import Fence
from advocacy.markup.source_map import make_source_map
from advocacy.page import Page

Placed = tuple[Fence, Rule | Attestation]

_MARKS = re.compile(r"([\\`*_{}\[\]#|~])")


@dataclass(frozen=True, slots=True)
class GuideLabels:
    """The words of the boxes, in the page's language.

    Attributes:
        levels: By severity, what it means for a post.
    """

    checked: str = "What we check"
    attested: str = "What we ask you to vouch for"
    unenforced: str = "No machine checks this. It is for people to judge."
    instead_of: str = "Instead of"
    write: str = "write"
    more: str = "More about this"
    levels: Mapping[str, str] = field(
        default_factory=lambda: {
            "error": "A post waits until this is mended.",
            "warning": "Worth mending; it does not hold a post up.",
            "suggestion": "Something to consider.",
        }
    )


def make_guide_markdown(page: Page, labels: GuideLabels | None = None) -> str:
    """Return the guide's Markdown with a box in place of each rule and attestation.

    Args:
        page: The guide.
        labels: The words of the boxes; English by default.

    Raises:
        SettingsError: The guide has a mistake.
    """
    labels = labels or GuideLabels()
    out, at = [], page.body_start
    for start, end, text in sorted(_replacements(page, read_guide(page), labels)):
        out += [page.source.text[at:start], text]
        at = end
    return "".join([*out, page.source.text[at:]])


def _replacements(page: Page, guide: Guide, labels: GuideLabels) -> Iterator[tuple[int, int, str]]:
    """Yield which parts of the file are shown as something else."""
    by_line: dict[int, Rule | Attestation] = {each.line: each for each in guide.rules.values()}
    by_line |= {each.line: each for each in guide.attestations.values()}
    body = make_source_map(page.source, page.body_start)
    entries = []
    for fence in body.fences:
        entry = by_line.get(page.source.position(fence.outer_start)[0])
        if entry:
            entries.append((fence, entry))
        elif UNENFORCED.fullmatch(page.source.text[fence.start : fence.end].strip()):
            yield fence.outer_start, fence.outer_end, f"*{labels.unenforced}*\n"
    for run in _runs(entries, page.source.text):
        start, end = run[0][0].outer_start, run[-1][0].outer_end
        yield start, end, _box([entry for _, entry in run], labels)
    for block in body.blocks:
        found = UNENFORCED.match(block.text)
        if found:
            yield (*block.traced.span(0, found.end()), f"*{labels.unenforced}*")


def _runs(entries: list[Placed], text: str) -> list[list[Placed]]:
    """Return which entries of one kind stand together, with nothing between them."""
    runs: list[list[Placed]] = []
    for fence, entry in entries:
        last = runs[-1][-1] if runs else None
        together = last and not text[last[0].outer_end : fence.outer_start].strip()
        if last and together and isinstance(entry, type(last[1])):
            runs[-1].append((fence, entry))
        else:
            runs.append([(fence, entry)])
    return runs


def _box(entries: list[Rule | Attestation], labels: GuideLabels) -> str:
    is_rule = isinstance(entries[0], Rule)
    kind, title = ("note", labels.checked) if is_rule else ("question", labels.attested)
    items = [_item(entry, labels) for entry in entries]
    mark = "- " if len(items) > 1 else ""
    return f'!!! {kind} "{title}"\n\n' + "".join(f"    {mark}{item}\n" for item in items)


def _item(entry: Rule | Attestation, labels: GuideLabels) -> str:
    if isinstance(entry, Attestation):
        return _prose(entry.ask)
    notice = example_notice(entry)
    parts = [
        _prose(notice.description or notice.message) if notice else _prose(entry.description),
        _example(entry, labels),
        f"[{labels.more}]({entry.link})" if entry.link else "",
        f"*{labels.levels[entry.level]}*",
    ]
    return " ".join(each for each in parts if each)


def _example(rule: Rule, labels: GuideLabels) -> str:
    """Return the first pair of examples: what is meant is clear from one."""
    wrong, right = rule.examples.bad[0], rule.examples.good[0]
    return f"*{labels.instead_of}* {_quoted(wrong)} *{labels.write}* {_quoted(right)}"


def _quoted(text: str) -> str:
    return f"“{_plain(text)}”"


def _prose(text: str) -> str:
    """Return a sentence in which only what stands in back-ticks is marked."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if index % 2 else _plain(part) for index, part in enumerate(parts))


def _plain(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    escaped = re.sub(r"\s+", " ", text).replace("&", "&amp;").replace("<", "&lt;")
    return _MARKS.sub(r"\\\1", escaped)
