"""Rows for other programs: each text that is ready, with all that a scheduler asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from advocacy.share.kit import Kit
from advocacy.share.life import State
from advocacy.share.snippet import Snippet
from advocacy.share.snippet_frame import with_warning


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One text for one network.

    Attributes:
        id: The snippet's: of the post, the network, where the words are from, and the words.
        post: The post's id, and with the network what a ledger knows it by.
        variant: Where the words are from.
        warning: What the network hides the text behind; empty is nothing.
        url: The link to the post, as it stands in the text.
        image_url: Absolute address of its card.
        topics: Their labels.
        moment: When it may be posted first; None is at once.
        until: The last day on which it may be posted; None is for ever.
    """

    id: str
    post: str
    network: str
    variant: str
    state: State
    title: str
    text: str
    warning: str
    url: str
    image_url: str
    topics: tuple[str, ...]
    lang: str
    moment: datetime | None
    until: date | None

    @property
    def below_warning(self) -> str:
        """The text below its warning, for programs that have no other place for that."""
        return with_warning(self.text, self.warning)

    @property
    def short_id(self) -> str:
        """What of the id tells one row of a post's for a network from another."""
        return self.id.removeprefix(f"{self.post}#{self.network}-")


def make_rows(kit: Kit, topics: Sequence[str], zone: tzinfo, at: time) -> Iterator[ExportRow]:
    """Yield what can be posted of a kit, now or later, in the networks' order.

    A kit that is over has nothing; nor has a text with a `[[prompt]]`, which waits for a person.

    Args:
        kit: One whose post is public already.
        topics: The labels of the post's topics.
        zone: In which days begin.
        at: When on its first day a kit that is not offered yet may be posted.
    """
    if kit.state is State.OVER:
        return
    is_later = kit.state is State.NOT_YET
    moment = datetime.combine(kit.since, at, zone) if is_later else None
    for snippet in (each for network in kit.networks for each in network.ready):
        yield _row(kit, snippet, tuple(topics), moment)


def _row(kit: Kit, snippet: Snippet, topics: tuple[str, ...], moment: datetime | None) -> ExportRow:
    return ExportRow(
        id=snippet.id,
        post=kit.id,
        network=snippet.network,
        variant=str(snippet.source),
        state=kit.state,
        title=kit.title,
        text=snippet.text,
        warning=snippet.warning,
        url=snippet.link,
        image_url=kit.card_url,
        topics=topics,
        lang=kit.lang,
        moment=moment,
        until=kit.until,
    )


def first_of_each(rows: Sequence[ExportRow]) -> tuple[ExportRow, ...]:
    """Return one row for each post and network: one account says a thing once."""
    firsts: dict[tuple[str, str], ExportRow] = {}
    for row in rows:
        firsts.setdefault((row.post, row.network), row)
    return tuple(firsts.values())
