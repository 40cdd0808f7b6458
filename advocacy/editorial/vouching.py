"""What the guide asks people to vouch for, and what a post's front matter says of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from advocacy.editorial.attestation import Attestation
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.second_eyes import KINDS as OF_REVIEWERS
from advocacy.editorial.second_eyes import check_second_eyes
from advocacy.errors import nearest
from advocacy.post import Post

KINDS = {
    "Attest.Missing": ("error", "Nobody vouches for what the guide asks of this post."),
    "Attest.Stale": ("error", "Somebody vouched for an earlier wording."),
    "Attest.Unknown": ("warning", "The guide has no such attestation."),
    **OF_REVIEWERS,
}
_VERSION = re.compile(r"v[0-9a-f]{7}")


def check_vouching(
    manuscript: Manuscript,
    asked: Iterable[Attestation],
    known: Mapping[str, Attestation],
    staff: Iterable[str],
) -> Iterator[Notice]:
    """Yield what is missing, out of date or unknown in `attest` and `reviewed_by`.

    Args:
        manuscript: The file; only posts are asked.
        asked: What the post has to answer.
        known: Every attestation of the guide, by id.
        staff: The ids of the colleagues.
    """
    post = manuscript.piece
    if not isinstance(post, Post):
        return
    asked = tuple(asked)
    yield from _missing(post, asked)
    yield from _stale(post, asked)
    yield from _unknown(post, known)
    yield from check_second_eyes(post, asked, staff, is_out=manuscript.is_out)


def is_vouched_for(manuscript: Manuscript, since: date | None) -> bool:
    """Say whether a post has to answer at all: one that is out, and no older than the guide."""
    is_older = since is not None and manuscript.day is not None and manuscript.day < since
    return manuscript.is_out and not is_older


def _missing(post: Post, asked: tuple[Attestation, ...]) -> Iterator[Notice]:
    wanted = [each for each in asked if not _is_version(post.attest.get(each.id, ""))]
    for each in wanted:
        who = "a colleague who is no author" if each.reviewer else "you"
        cure = f"If {who} can say so, {_line_to_paste(post, each, wanted)}"
        yield _notice(post, each, f"`{each.id}` asks: “{each.ask}” {cure}")


def _stale(post: Post, asked: tuple[Attestation, ...]) -> Iterator[Notice]:
    for each in asked:
        version = post.attest.get(each.id, "")
        if _is_version(version) and version != each.version:
            told = f"`{each.id}` was worded anew and now says: “{each.ask}”"
            message = f"{told} If that is so, write `{each.id}: {each.version}`."
            place = post.places[f"attest.{each.id}"]
            where = (place.start, place.end)
            yield Notice("Attest.Stale", each.level, *where, message, each.id, each.principle)


def _unknown(post: Post, known: Mapping[str, Attestation]) -> Iterator[Notice]:
    for name in post.attest:
        if name not in known:
            cure = nearest(name, known) or " Take it out."
            end = post.places[f"attest.{name}"].start
            start = max(post.source.text.rfind(name, 0, end), 0)
            message = f"`{name}` is no attestation of the guide.{cure}"
            severity = KINDS["Attest.Unknown"][0]
            yield Notice("Attest.Unknown", severity, start, start + len(name), message, name)


def _is_version(text: str) -> bool:
    return bool(_VERSION.fullmatch(text))


def _line_to_paste(post: Post, each: Attestation, wanted: list[Attestation]) -> str:
    """Return how to write an answer, in the form in which the post has others."""
    own = f"{each.id}: {each.version}"
    place = post.places.get("attest")
    if place is None:
        return f"add this line to the front matter: `attest: {{{_joined(wanted)}}}`"
    if each.id in post.attest:
        return f"write `{own}` in place of `{each.id}: {post.attest[each.id]}`."
    if post.source.text.startswith("{", place.start):
        kept = [f"{name}: {version}" for name, version in post.attest.items()]
        missing = [other for other in wanted if other.id not in post.attest]
        return f"write `attest: {{{', '.join([*kept, _joined(missing)])}}}`"
    return f"add this line below `attest:`: `{' ' * (place.column - 1)}{own}`"


def _joined(wanted: Iterable[Attestation]) -> str:
    return ", ".join(f"{each.id}: {each.version}" for each in wanted)


def _notice(post: Post, each: Attestation, message: str) -> Notice:
    key = post.places.get("key:attest")
    start, end = (key.start, key.end) if key else (0, 0)
    return Notice(
        *("Attest.Missing", each.level, start, end, message, each.id, each.principle),
        has_place=key is not None,
    )
