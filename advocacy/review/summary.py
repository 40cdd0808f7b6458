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
    Paragraph,
    Strong,
    Words,
    make_words,
)
from advocacy.review.report import Remark, Report

# More than this nobody reads in a comment; how many more there are is told.
MOST_REMARKS = 50


def make_summary(report: Report) -> tuple[Block, ...]:
    """Return all that is said of a pull request, in the order in which busy people need it."""
    return (
        Heading(2, (make_verdict(report),)),
        *_blocking(report),
        *_advice(report),
        *(Paragraph(make_words(note)) for note in report.notes),
    )


def make_verdict(report: Report) -> str:
    """Return the one line that is read by those who read one."""
    blocking, advice = len(report.blocking), len(report.advice)
    more = f"{count_of(advice, 'piece')} of advice"
    if blocking:
        return f"Blocked by {count_of(blocking, 'finding')}" + (f", and {more}" if advice else "")
    return f"Nothing blocks; {more}" if advice else "Nothing blocks"


def _blocking(report: Report) -> Iterator[Block]:
    if report.blocking:
        yield Heading(3, ("What blocks",))
        yield Bullets(_items(report.blocking))


def _advice(report: Report) -> Iterator[Block]:
    if report.advice:
        title = f"{count_of(len(report.advice), 'piece')} of advice"
        yield Folded((Strong(title), ", for you to weigh"), (Bullets(_items(report.advice)),))


def _items(remarks: tuple[Remark, ...]) -> tuple[Words, ...]:
    """Return an item for each remark; a principle says why once."""
    told: set[str] = set()
    items = [_item(each, told) for each in remarks[:MOST_REMARKS]]
    if len(remarks) > MOST_REMARKS:
        rest = f"and {len(remarks) - MOST_REMARKS} more: `advocacy check` lists them all."
        items.append(make_words(rest))
    return tuple(items)


def _item(remark: Remark, told: set[str]) -> Words:
    finding = remark.finding
    place = ":".join((finding.path, *(str(number) for number in (finding.line,) if number)))
    return (Code(place), " ", *make_words(finding.message), *_why(remark, told))


def _why(remark: Remark, told: set[str]) -> Iterable[Inline]:
    """Yield the rule behind a remark, and the principle where nobody has said it yet."""
    yield " "
    yield Link(remark.principle or remark.finding.check, remark.link)
    if remark.principle and remark.principle not in told:
        told.add(remark.principle)
        yield f": {remark.reason}" if remark.reason else "."
