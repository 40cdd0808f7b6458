"""The summary of a pull request, from what cannot wait to what is good to know."""

from collections.abc import Iterable, Iterator

from advocacy.counting import count_of
from advocacy.review.document import (
    Block,
    Bullets,
    Code,
    Folded,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Strong,
    Words,
    join_words,
    make_words,
)
from advocacy.review.patch import make_patch
from advocacy.review.post_summary import make_post_blocks
from advocacy.review.report import Remark, Report
from advocacy.review.site_changes import AFTER
from advocacy.review.site_summary import make_losses, make_site_blocks
from advocacy.review.stewardship_summary import make_approval_blocks, make_doubt_blocks
from advocacy.share.sentences import ends_sentence

# More than this nobody reads in a comment; how many more there are is told.
MOST_REMARKS = 50
# Whoever copies the patch from a page copies none of these signs.
WINDOWS = (
    "Some of these lines end as on Windows. Who copies them loses that, and `git apply` refuses "
    "them; `advocacy check --fix` mends the files as they are."
)
MOST_SUGGESTED = 20
MOST_OTHERS = 20


def make_summary(report: Report) -> tuple[Block, ...]:
    """Return all that is said of a pull request, in the order in which busy people need it."""
    return (
        Heading(2, (make_verdict(report),)),
        *_blocking(report),
        *make_doubt_blocks(report),
        *_suggested(report),
        *_advice(report),
        *make_post_blocks(report.posts),
        *make_approval_blocks(report),
        *_others(report),
        *(make_site_blocks(report.site, report.preview) if report.site else ()),
        *(Paragraph(make_words(note)) for note in report.notes),
        Paragraph(("Held against ", Code(report.base), f", as on {report.today}.")),
    )


def make_verdict(report: Report) -> str:
    """Return the one line that is read by those who read one."""
    blocking, advice = len(report.blocking), len(report.advice)
    calm = "Nothing new blocks" if report.older else "Nothing blocks"
    blocks = f"{count_of(blocking, 'finding')} {'blocks' if blocking == 1 else 'block'}"
    parts = [blocks if blocking else calm]
    parts += [f"{count_of(advice, 'piece')} of advice"] if advice else []
    parts += ["the site cannot be built"] if _is_unbuilt(report) else []
    losses = sum(1 for _ in make_losses(report.site)) if report.site else 0
    parts += [f"readers would lose {count_of(losses, 'thing')}"] if losses else []
    return ", ".join(parts)


def make_reason_words(remark: Remark) -> Words:
    """Return the principle behind a remark, and why there is one."""
    return tuple(_why(remark, set()))


def _is_unbuilt(report: Report) -> bool:
    return any(each.which == AFTER for each in report.site.failures) if report.site else False


def _blocking(report: Report) -> Iterator[Block]:
    if report.blocking:
        yield Heading(3, ("What blocks",))
        yield Bullets(_items(report.blocking, report.folder))


def _advice(report: Report) -> Iterator[Block]:
    if report.advice:
        title = f"{count_of(len(report.advice), 'piece')} of advice"
        yield Folded(
            (Strong(title), ", for you to weigh"), (Bullets(_items(report.advice, report.folder)),)
        )


def _suggested(report: Report) -> Iterator[Block]:
    if report.suggestions:
        count = count_of(len(report.suggestions), "change")
        title = f"{count} you can take as {'it is' if len(report.suggestions) == 1 else 'they are'}"
        shown = make_patch(report.suggestions[:MOST_SUGGESTED], report.folder)
        blocks: list[Block] = [Listing(shown, "diff")]
        if (more := len(report.suggestions) - MOST_SUGGESTED) > 0:
            rest = f"{more} more are found by `advocacy check --diff`."
            blocks.append(Paragraph(make_words(rest)))
        if any("\r" in each.before for each in report.suggestions):
            blocks.append(Paragraph(make_words(WINDOWS)))
        yield Folded((Strong(title),), tuple(blocks))


def _others(report: Report) -> Iterator[Block]:
    if report.others:
        shown = [(Code(each),) for each in report.others[:MOST_OTHERS]]
        more = len(report.others) - MOST_OTHERS
        rest = f", and {more} more" if more > 0 else ""
        yield Paragraph(("Also changed: ", *join_words(shown), rest, "."))


def _items(remarks: tuple[Remark, ...], folder: str) -> tuple[Words, ...]:
    """Return an item for each remark; a principle says why once."""
    told: set[str] = set()
    items = [_item(each, folder, told) for each in remarks[:MOST_REMARKS]]
    if len(remarks) > MOST_REMARKS:
        rest = f"and {len(remarks) - MOST_REMARKS} more: `advocacy check` lists them all."
        items.append(make_words(rest))
    return tuple(items)


def _item(remark: Remark, folder: str, told: set[str]) -> Words:
    finding = remark.finding
    line = f":{finding.line}" if finding.line else ""
    place = Code(f"{folder}{finding.path}{line}")
    return (place, " ", *make_words(_sentence(finding.message)), *_why(remark, told))


def _sentence(message: str) -> str:
    """Return a message as a sentence that another can follow: one may end with code."""
    is_open = message.endswith("`") and not ends_sentence(message.rstrip("`"))
    return message + "." * is_open


def _why(remark: Remark, told: set[str]) -> Iterable[Inline]:
    """Yield the principle behind a remark, and its reason where nobody has said it yet."""
    if not remark.principle:
        yield f" ({remark.finding.check})"
        return
    yield from (" Why: ", Link(remark.principle, remark.link))
    if remark.reason and remark.principle not in told:
        told.add(remark.principle)
        yield f". {remark.reason}"
