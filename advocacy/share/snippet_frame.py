"""What stands around a snippet's body: its disclosure, its link, and the room between."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from advocacy.errors import ContentError, Problem
from advocacy.post import Post
from advocacy.post_share import Caption
from advocacy.share.counting import count, fits
from advocacy.share.cutting import ELLIPSIS, cut, sentences
from advocacy.share.disclosure import Disclosure, ends_sentence, find_disclosure, make_disclosure
from advocacy.share.networks import Network
from advocacy.share.share_url import make_share_url
from advocacy.site import Site

# How early a disclosure comes where a network folds nothing, counted as the network counts.
EARLY = 200
# How many characters of a text are read at least, so that none takes long; links can be long.
LEAST_READ = 5_000
BLANK_LINE = "\n\n"
# Control characters, halves of a pair, what X refuses, and what turns text the other way round.
_UNWRITABLE = regex.compile(r"[[\p{Cc}\p{Cs}\ufeff\ufffe\uffff\u202d\u202e]--[\n]]", regex.VERSION1)


class SnippetError(ContentError):
    """A network cannot take even the link and the disclosure."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a snippet's body: what it must say, and where it must fit."""

    post: Post
    network: Network
    url: str
    disclosure: Disclosure | None

    @property
    def captions(self) -> tuple[Caption, ...]:
        """The author's captions for the network; those for all where it has none of its own."""
        written = self.post.share.captions
        return written.get(self.network.id) or written.get("default") or ()

    def text(self, body: str, title: str = "") -> str:
        """Return the body with the link on its own line; a link that it has is not repeated."""
        if self.url in body and regex.search(rf"{regex.escape(self.url)}(?![\w/#?-])", body):
            return body
        link = f"{title}\n{self.url}" if title else self.url
        return BLANK_LINE.join(part for part in (body, link) if part)

    def holds(self, body: str, title: str = "") -> bool:
        """Say whether the network takes the body with its link."""
        text = self.text(body, title)
        longest = self.network.longest_share_url
        return fits(text, self.network) and not (longest and len(self.share_url(text)) > longest)

    def words(self, text: str) -> str:
        """Return what of an author's text can be used, and no more than could ever fit."""
        return _writable(text[: max(LEAST_READ, 2 * self.network.limit)])

    def words_of_caption(self, caption: str) -> str:
        """Return what of a caption can be used; a link that ends it is put there anyway."""
        return self.words(caption).removesuffix(self.url).strip()

    def share_url(self, text: str) -> str:
        """Return the link that opens the network's composer with a text."""
        return make_share_url(self.network, text, self.url, self.words(self.post.title))


def make_frame(post: Post, site: Site, network: Network) -> Frame:
    """Return what stands around a post's words on a network."""
    url = site.absolute(post.address(site))
    return Frame(post, network, url, make_disclosure(post, site))


def fitted(frame: Frame, words: str) -> str:
    """Return the words with their disclosure, cut to fit; the disclosure is never cut."""
    for opening, rest in _openings(frame, words):
        if frame.holds(opening):
            return opening + _cut_rest(frame, opening, rest)
    raise _too_long(frame)


def disclosed(frame: Frame, words: str) -> str | None:
    """Return the words with their disclosure, or None where they do not fit whole."""
    whole = with_disclosure(frame, words)
    return whole if frame.holds(whole) else None


def with_disclosure(frame: Frame, words: str) -> str:
    """Return the words with their disclosure, whether they fit or not."""
    return "".join(next(_openings(frame, words)))


def _openings(frame: Frame, words: str) -> Iterator[tuple[str, str]]:
    """Yield ways to disclose, the best first: what must stand, and what may be cut after it."""
    disclosure = frame.disclosure
    if disclosure is None:
        yield "", words
        return
    end = find_disclosure(words, disclosure)
    if end >= 0 and is_early(frame, words[:end]):
        yield words[:end], words[end:]
    first = next(iter(sentences(words)), "")
    opening = f"{first} {disclosure.sentence}"
    if ends_sentence(first) and is_early(frame, opening):
        yield opening, words[len(first) :]
    yield disclosure.sentence, f" {words}" if words else ""


def is_early(frame: Frame, opening: str) -> bool:
    """Say whether a text that begins so has said it before the network folds it."""
    return count(opening, frame.network) <= (frame.network.fold or EARLY)


def _cut_rest(frame: Frame, opening: str, rest: str) -> str:
    found = cut(rest, lambda start: frame.holds(opening + start))
    unfinished = rest.strip() and not found and not ends_sentence(opening)
    return ELLIPSIS if unfinished and frame.holds(opening + ELLIPSIS) else found


def _writable(text: str) -> str:
    """Return a text without the characters that no post may have."""
    kept: str = _UNWRITABLE.sub("", text.replace("\t", " "))
    return kept.strip()


def _too_long(frame: Frame) -> SnippetError:
    text = frame.text(frame.disclosure.sentence if frame.disclosure else "")
    seen = f"the link and the disclosure alone are {count(text, frame.network)}"
    limit = f"and {frame.network.name} takes {frame.network.limit}"
    cure = "Give the post a shorter `slug`, or shorten the disclosure."
    place = frame.post.places.get("slug") or frame.post.places["title"]
    message = f"For {frame.network.name}, {seen} {frame.network.unit}, {limit}. {cure}"
    return SnippetError(
        problems=[Problem(frame.post.path, place.line, 0, message, "Share.TooLong")]
    )
