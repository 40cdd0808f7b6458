"""What is exported of an edition: what is asked for, and of that what no ledger knows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from advocacy.errors import CommandError
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.share_pages import make_kits
from advocacy.share.export import ExportRow, first_of_each, make_rows
from advocacy.share.export_forms import BUFFER_MOST_ROWS
from advocacy.share.ledger import FILE, Ledger
from advocacy.share.life import State, state_of, window_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of an edition.

    Attributes:
        at: When on its first day a kit that is not offered yet may be posted.
        since: Leaves out what was offered before this day; None leaves out nothing.
        lang: Only posts in this language; empty is all.
    """

    at: time
    since: date | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be exported.

    Attributes:
        rows: In the order in which their posts are offered.
        before: What is known as exported without them.
        waiting: How many more there are, for which the file has no room.
    """

    rows: tuple[ExportRow, ...]
    before: Ledger = field(default_factory=Ledger)
    waiting: int = 0

    @property
    def ledger(self) -> Ledger:
        """What is known as exported once the rows are."""
        return self.before.with_rows(self.rows)


def make_export(edition: Edition, wish: Wish) -> Export:
    """Return all that can be posted, now or later, on the networks of an edition."""
    return Export(tuple(_rows(edition, wish.at, _posts(edition, wish))))


def make_new_export(edition: Edition, wish: Wish, ledger: Ledger, file: str = FILE) -> Export:
    """Return what can be posted and was never exported; see `make_export`.

    A network of which the ledger knows nothing begins with `since`: what is older is taken as
    exported, in every language. The file is what a mistake calls the ledger.

    Raises:
        CommandError: There is such a network and no such day: the whole archive would be new.
    """
    posts, since = _posts(edition, wish), wish.since
    unknown = [each for each in edition.networks if each not in ledger.seen]
    if unknown and since is None:
        raise CommandError(_flood(edition, unknown, len(posts), file))
    begun = ledger.with_seen(unknown, _offered_before(edition, since)) if since else ledger
    left = [
        post for post in posts if not all(begun.has(each, post.id) for each in edition.networks)
    ]
    rows = _rows(edition, wish.at, left)
    return Export(tuple(row for row in rows if not begun.has(row.network, row.post)), begun)


def seed_ledger(edition: Edition, ledger: Ledger) -> Ledger:
    """Return a ledger that takes all that was offered until now as exported."""
    tomorrow = edition.today + timedelta(days=1)
    return ledger.with_seen(edition.networks, _offered_before(edition, tomorrow))


def fit_buffer(export: Export, *, is_new: bool) -> Export:
    """Return what of an export is for Buffer: one channel, one text a post, and no more than fit.

    Args:
        export: What is asked for.
        is_new: Whether what does not fit comes with the next export.

    Raises:
        CommandError: There is more than fits, and it would never come.
    """
    rows = first_of_each(export.rows)
    waiting = len(rows) - BUFFER_MOST_ROWS
    if waiting > 0 and not is_new:
        cure = "Give --since DAY, or seed a ledger and export with --new."
        seen = f"Buffer takes {BUFFER_MOST_ROWS} rows a file, and there are {len(rows)}"
        raise CommandError(f"--format buffer: {seen}. {cure}")
    return Export(rows[:BUFFER_MOST_ROWS], export.before, max(0, waiting))


def _rows(edition: Edition, at: time, posts: Iterable[Post]) -> Iterator[ExportRow]:
    site = edition.site
    for kit in make_kits(edition, posts):
        topics = [site.topics[topic] for topic in edition.with_kit[kit.slug].topics]
        yield from make_rows(kit, topics, site.time_zone, at)


def _posts(edition: Edition, wish: Wish) -> list[Post]:
    """Return what can be posted, now or later, the first that was offered first."""
    site = edition.site
    firsts = {slug: window_of(post, site).first for slug, post in edition.with_kit.items()}
    posts = [
        post
        for slug, post in edition.with_kit.items()
        if state_of(post, site, edition.today) is not State.OVER
        and (wish.since is None or firsts[slug] >= wish.since)
        and wish.lang in {"", post.lang}
    ]
    return sorted(posts, key=lambda post: (firsts[post.slug], post.id))


def _offered_before(edition: Edition, day: date) -> list[str]:
    """Return the ids of posts that were first offered before a day, be they over by now or not."""
    site = edition.site
    return [post.id for post in edition.listed if window_of(post, site).first < day]


def _flood(edition: Edition, networks: Sequence[str], posts: int, file: str) -> str:
    some = "".join(f" --network {each}" for each in networks)
    options = "" if tuple(networks) == edition.site.sharing.networks else some
    options += f" --ledger {file}" if file != FILE else ""
    many = f"{posts} posts" if posts != 1 else "1 post"
    seen = f"Nothing is known of {', '.join(networks)} yet, so that all would be new"
    seed = f"Take it as exported: `advocacy export --seed{options}`"
    return f"{file}: {seen} ({many}). {seed}; or say from when on: `--since DAY`."
