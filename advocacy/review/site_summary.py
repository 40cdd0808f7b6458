"""What a summary says of the site: first what readers would lose, then all else that changes."""

from collections.abc import Iterator, Sequence

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
    Picture,
    Strong,
    Words,
    join_words,
    make_words,
)
from advocacy.review.feed_changes import ANEW, BROUGHT, NEW, UPDATED, WITHDRAWN, EntryChange
from advocacy.review.site_changes import (
    ADDED,
    BEFORE,
    CHANGED,
    MOVED,
    REMOVED,
    PageChange,
    PostLook,
    SiteChanges,
)

# So many of a kind are named; the others are counted.
MOST_NAMED = 20
# As wide as a network shows it on a desk.
CARD_WIDTH_PX = 600
KILOBYTE, MEGABYTE = 1000, 1_000_000
TOLD: tuple[tuple[str, str], ...] = (
    (NEW, "a new post"),
    (UPDATED, "an edit"),
    (BROUGHT, "a post that was on the site before"),
    (WITHDRAWN, "a post that is gone, and stays where it was fetched"),
)


def make_site_blocks(changes: SiteChanges, preview: str = "") -> Iterator[Block]:
    """Yield what is said of the site.

    Args:
        changes: Between the two builds.
        preview: Where the site can be seen as it would be, with a slash at its end, or empty.
    """
    yield Heading(3, ("What else changes on the site",))
    for which, told in changes.failures:
        what = "without this pull request" if which == BEFORE else "with this pull request"
        yield Paragraph(
            (
                Strong(f"The site {what} could not be built"),
                ", so that there is nothing to compare: ",
                *make_words(told),
            )
        )
    if losses := [*make_losses(changes)]:
        yield Paragraph((Strong("What readers would lose:"),))
        yield Bullets(_cut(losses))
    if not changes.failures:
        yield Bullets(tuple(_facts(changes)))
        yield from _lists(changes.pages, preview)
    if changes.looks:
        yield Folded((Strong("How the posts look"),), tuple(_looks(changes.looks, preview)))
    for note in changes.notes:
        yield Paragraph(make_words(note))


def make_losses(changes: SiteChanges) -> Iterator[Words]:
    """Yield what readers would lose, an item each."""
    for page in changes.dead_ends:
        yield _dead_end(page)
    for old, new in changes.lost:
        yield (
            Code(f"/{old}"),
            " led on to ",
            Code(_at(new)),
            ", and leads nowhere now. ",
            *_ALIASES,
        )
    for feed in changes.feeds:
        if feed.is_gone:
            cure = make_words("Lead them on below `[feeds.moved]` in advocacy.toml.")
            yield ("The feed ", Code(feed.name), " is gone, with its subscribers. ", *cure)
    for entry in _told(changes, ANEW):
        cure = make_words("Take the old `id` back.")
        yield (
            "Subscribers are told of ",
            Strong(entry.title),
            " anew, for its id changed. ",
            *cure,
        )


_ALIASES = make_words("Keep it in `aliases`.")


def _dead_end(page: PageChange) -> Words:
    title: Words = (" (", Strong(page.title), ")") if page.title else ()
    if page.kind == MOVED:
        cure = (" Add it to ", Code("aliases"), " in ", Code(page.path), ".") if page.path else ()
        seen = (Code(f"/{page.was}"), *title, " moves to ", Code(f"/{page.address}"))
        return (*seen, ", and nothing leads there.", *cure)
    return (Code(f"/{page.address}"), *title, " is gone, and its address leads nowhere.")


def _facts(changes: SiteChanges) -> Iterator[Words]:
    kinds = [(kind, sum(page.kind == kind for page in changes.pages)) for kind in _KINDS]
    counts = ", ".join(f"{number} {kind}" for kind, number in kinds if number)
    kits = f"; {count_of(changes.kits, 'page')} of share kits" if changes.kits else ""
    yield (Strong("Pages"), f": {counts or 'none'}; {changes.untouched} as they were{kits}")
    if changes.redirects:
        shown = [(Code(f"/{each.old}"),) for each in changes.redirects]
        yield (Strong("Old addresses that lead on now"), ": ", *_named(shown))
    yield from _feeds(changes)
    yield (Strong("Size"), ": ", _size(changes.bytes_before, changes.bytes_after))
    heavy = [
        (Strong("Heavy"), ": ", Code(name), ": ", *make_words(told)) for name, told in changes.heavy
    ]
    yield from _cut(heavy)


_KINDS = {
    ADDED: "New pages",
    MOVED: "Pages that moved",
    REMOVED: "Pages that are gone",
    CHANGED: "Pages that change",
}


def _feeds(changes: SiteChanges) -> Iterator[Words]:
    if not changes.feeds:
        yield (Strong("Feeds"), ": none changes")
        return
    told = [(words, [*_told(changes, kind)]) for kind, words in TOLD]
    quiet = "" if any(entries for _, entries in told) else ", and nobody is told of anything"
    yield (Strong("Feeds"), f": {count_of(len(changes.feeds), 'feed')} changed{quiet}")
    for words, entries in told:
        if entries:
            shown = _named([(entry.title,) for entry in entries])
            yield (Strong(f"Subscribers are told of {words}"), ": ", *shown)


def _told(changes: SiteChanges, kind: str) -> Sequence[EntryChange]:
    """Return the posts of which readers of any feed are told something, each once."""
    found = (each for feed in changes.feeds for each in feed.entries if each.kind == kind)
    return [*dict.fromkeys(found)]


def _size(before: int, after: int) -> str:
    change = after - before
    word = "more" if change > 0 else "less"
    told = f", {abs(change) / KILOBYTE:,.1f} kB {word}" if change else ", as before"
    return f"{after / MEGABYTE:,.1f} MB{told}"


def _lists(pages: Sequence[PageChange], preview: str) -> Iterator[Block]:
    for kind, title in _KINDS.items():
        if chosen := [page for page in pages if page.kind == kind]:
            # A post says more to people than the lists that it is in.
            chosen.sort(key=lambda page: not page.path)
            items = [_page(page, preview) for page in chosen]
            yield Folded((Strong(f"{title}: {len(chosen)}"),), (Bullets(_cut(items)),))


def _page(page: PageChange, preview: str) -> Words:
    address = f"/{page.address}"
    shown = preview if page.kind != REMOVED else ""
    words: Words = (Link(address, shown + page.address) if shown else Code(address),)
    words = (*words, f" {page.title}") if page.title else words
    if page.was:
        words = (*words, ", was ", Code(f"/{page.was}"))
    return (
        (*words, ", leads on to ", Code(_at(page.leads_to)))
        if page.kind == REMOVED and page.leads_to
        else words
    )


def _looks(looks: Sequence[PostLook], preview: str) -> Iterator[Block]:
    yield Bullets(_cut([_look(look, preview) for look in looks]))
    for look in looks:
        if look.card:
            yield Picture(look.card, CARD_WIDTH_PX, "The card", f"{look.title}, as a link shows it")
        for width_px, file in look.screenshots:
            told = f"{look.title}, {width_px} pixels wide"
            yield Picture(file, width_px, "The page as a browser shows it", told)


def _look(look: PostLook, preview: str) -> Words:
    if look.is_awaited:  # No preview has what is still to be published.
        return (Strong(look.title), ", still to be published")
    title: Inline = Link(look.title, preview + look.address) if preview else Strong(look.title)
    cards = [(_file(card, preview),) for card in look.cards]
    return (title, ": cards ", *_named(cards)) if cards else (title,)


def _at(address: str) -> str:
    """Return an address of the site as people know it, and one elsewhere as it is."""
    return address if "://" in address else f"/{address}"


def _file(name: str, preview: str) -> Inline:
    return Link(name, preview + name) if preview else Code(name)


def _named(items: Sequence[Words]) -> Words:
    more = len(items) - MOST_NAMED
    rest = (f", and {more} more",) if more > 0 else ()
    return (*join_words(items[:MOST_NAMED]), *rest)


def _cut(items: Sequence[Words]) -> tuple[Words, ...]:
    more = len(items) - MOST_NAMED
    rest = [(f"and {more} more",)] if more > 0 else []
    return (*items[:MOST_NAMED], *rest)
