"""The guide as staff read it: each rule's block becomes a box that says what is checked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import indent

from advocacy.cache import Cache, make_key
from advocacy.editorial.attestation import Attestation
from advocacy.editorial.builtin.check import Check
from advocacy.editorial.checker_version import checker_version
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.guide_examples import example_notice
from advocacy.editorial.occasion import PICTURE, Occasion
from advocacy.editorial.patterns import trusting
from advocacy.editorial.rule import Rule
from advocacy.editorial.unenforced import find_unenforced, is_unenforced
from advocacy.markup.blocks import Fence
from advocacy.markup.source_map import make_source_map
from advocacy.page import Page
from advocacy.severity import SEVERITIES

Entry = Rule | Attestation | Check
Placed = tuple[Fence, tuple[Entry, ...]]
# Lines of Markdown.
Item = list[str]
_BREAK = "  \n"

_HEADING = re.compile(r"#+[ ]+(?!#)")
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
    asked_of_all: str = "Asked of every post."
    asked_where: str = "Asked of posts with"
    picture: str = "a picture"
    phrases: str = "words that call for it"
    reviewer: str = "A colleague who is not an author answers this."
    line_in_post: str = "In the post:"
    levels: Mapping[str, str] = field(
        default_factory=lambda: {
            "error": "A post waits until this is mended.",
            "warning": "Worth mending; it does not hold a post up.",
            "suggestion": "Something to consider.",
        }
    )


def find_guide_markdown(page: Page, labels: GuideLabels, kept: Cache) -> str:
    """Return the guide's Markdown, as `make_guide_markdown` does, from where it is kept.

    Of each rule a box shows what it finds in its example, for which all of them are tried.
    """
    key = make_key("guide page", checker_version(), page.source.text, repr(labels))
    known = kept.read([key]).get(key)
    if isinstance(known, str):
        return known
    with trusting():
        guide = read_guide(page)
    made = make_guide_markdown(page, labels)
    # What other files say, such as dictionaries, may be another thing the next time.
    if not any(rule.search.sources or rule.search.missed for rule in guide.rules.values()):
        kept.write({key: made})
    return made


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
    # Whether its patterns are sound is found out where it is read to be held against posts.
    with trusting():
        guide = read_guide(page)
    for start, end, text in sorted(_replacements(page, guide, labels)):
        out += [page.source.text[at:start], text]
        at = end
    return "".join([*out, page.source.text[at:]])


def make_asked_text(asked: Attestation, labels: GuideLabels | None = None) -> str:
    """Return the sentence that says of which posts something is asked; English by default."""
    labels = labels or GuideLabels()
    occasions = "; ".join(_occasion(each, labels) for each in asked.when)
    return f"{labels.asked_where} {occasions}." if occasions else labels.asked_of_all


def _replacements(page: Page, guide: Guide, labels: GuideLabels) -> Iterator[tuple[int, int, str]]:
    """Yield which parts of the file are shown as something else."""
    by_line = _entries(guide)
    body = make_source_map(page.source, page.body_start)
    placed = []
    for fence in body.fences:
        line = page.source.position(fence.outer_start)[0]
        if line in by_line:
            placed.append((fence, tuple(by_line[line])))
        elif is_unenforced(page.source.text[fence.start : fence.end]):
            yield fence.outer_start, fence.outer_end, f"*{labels.unenforced}*\n"
    for run in _runs(placed, page.source.text):
        start, end = run[0][0].outer_start, run[-1][0].outer_end
        yield start, end, _box([entry for _, entries in run for entry in entries], labels)
    for block in body.blocks:
        if said := find_unenforced(block, page.source):
            yield (*said, f"*{labels.unenforced}*")


def _entries(guide: Guide) -> Mapping[int, list[Entry]]:
    """Return what each block says, by the line at which it begins; what is off says nothing."""
    by_line: dict[int, list[Entry]] = {each.line: [each] for each in guide.rules.values()}
    by_line |= {each.line: [each] for each in guide.attestations.values()}
    for choice in guide.choices.values():
        check = guide.checks.get(choice.id)
        by_line.setdefault(choice.block, []).extend([check] if check else [])
    return by_line


def _runs(placed: list[Placed], text: str) -> list[list[Placed]]:
    """Return which blocks of one kind stand together, with nothing between them."""
    runs: list[list[Placed]] = []
    for fence, entries in placed:
        last = runs[-1][-1] if runs else None
        together = last and not text[last[0].outer_end : fence.outer_start].strip()
        if last and together and _is_asked(entries) == _is_asked(last[1]):
            runs[-1].append((fence, entries))
        else:
            runs.append([(fence, entries)])
    return runs


def _is_asked(entries: Iterable[Entry]) -> bool:
    return any(isinstance(entry, Attestation) for entry in entries)


def _box(entries: list[Entry], labels: GuideLabels) -> str:
    asked = [each for each in entries if isinstance(each, Attestation)]
    checked = [each for each in entries if not isinstance(each, Attestation)]
    if asked:
        questions = [_question(each, labels) for each in asked]
        return _admonition("question", labels.attested, [_list(questions)])
    if not checked:
        return ""
    return _admonition("note", labels.checked, _by_level(checked, labels))


def _admonition(kind: str, title: str, parts: Iterable[str]) -> str:
    body = indent("\n\n".join(parts), "    ")
    return f'!!! {kind} "{title}"\n\n{body}\n'


def _list(items: list[Item]) -> str:
    return "\n".join(f"-   {f'{_BREAK}    '.join(item)}" for item in items)


def _anchored(item: Item, entry: Entry) -> Item:
    """Return an item whose id is what it tells of, so that a finding can lead to it."""
    return [*item[:-1], f"{item[-1]}\n    {{: #{entry.id} }}"]


def _by_level(entries: list[Rule | Check], labels: GuideLabels) -> Iterator[str]:
    """Yield what blocks, what is a warning and what a suggestion, each below what that means."""
    for level in reversed(SEVERITIES):
        items = [_item(each, labels) for each in entries if _level(each) == level]
        if items:
            yield f"*{labels.levels[level]}*"
            yield _list(items)


def _level(entry: Rule | Check) -> str:
    return entry.severity if isinstance(entry, Check) else entry.level


def _item(entry: Rule | Check, labels: GuideLabels) -> Item:
    if isinstance(entry, Check):
        return _anchored([_prose(entry.about)], entry)
    notice = example_notice(entry)
    said = notice.description or notice.message if notice else entry.description
    more = f"[{labels.more}]({entry.link})" if entry.link else ""
    told = " ".join(filter(None, [_prose(said), more]))
    return _anchored([told, _example(entry, labels)], entry)


def _question(asked: Attestation, labels: GuideLabels) -> Item:
    """Return what is asked, of whom, and what stands in a post that has answered."""
    of = make_asked_text(asked, labels)
    reviewer = labels.reviewer if asked.reviewer else ""
    told = " ".join(filter(None, [_prose(asked.ask), reviewer]))
    line = f"{labels.line_in_post} `attest: {{{asked.id}: {asked.version}}}`"
    return _anchored([told, _prose(of), line], asked)


def _occasion(occasion: Occasion, labels: GuideLabels) -> str:
    conditions = [f"`{key}: {', '.join(words)}`" for key, words in occasion.values.items()]
    if occasion.has:
        has = [labels.picture if each == PICTURE else f"`{each}`" for each in occasion.has]
        conditions.append(" / ".join(has))
    if occasion.search:
        conditions.append(labels.phrases)
    return " + ".join(conditions)


def _example(rule: Rule, labels: GuideLabels) -> str:
    """Return the first pair of examples: what is meant is clear from one."""
    wrong, right = rule.examples.bad[0], rule.examples.good[0]
    marks = _HEADING.match(wrong)
    if marks and right.startswith(marks[0]):
        # Of two headings of one level, their words are the difference.
        wrong, right = wrong[marks.end() :], right[marks.end() :]
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
