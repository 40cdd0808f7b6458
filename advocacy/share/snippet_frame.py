"""What stands around a snippet's body: its disclosure, its link, and the room between."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from advocacy.errors import ContentError, Problem
from advocacy.post import Post
from advocacy.share.counting import count, fits
from advocacy.share.cutting import ELLIPSIS, cut
from advocacy.share.disclosure import Disclosure, find_disclosure, make_disclosure
from advocacy.share.link import make_link
from advocacy.share.networks import Network
from advocacy.share.sentences import ends_sentence, gap_after, sentences
from advocacy.share.share_url import make_share_url
from advocacy.share.variant import Variant
from advocacy.site import Site

# How early a disclosure comes where a network folds nothing, counted as the network counts.
EARLY = 200
# How many characters of a text are read at least, so that none takes long; links can be long, and
# some networks take as many as there are.
LEAST_READ = 20_000
BLANK_LINE = "\n\n"
# Control characters, halves of a pair, what X refuses, and what turns text the other way round.
_UNWRITABLE = regex.compile(r"[[\p{Cc}\p{Cs}\ufeff\ufffe\uffff\u202d\u202e]--[\n]]", regex.VERSION1)


class SnippetError(ContentError):
    """A network cannot take even the link and the disclosure."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a snippet's body: what it must say, and where it must fit.

    Attributes:
        address: Where the post is.
        url: The link to it that ends the text, which may say by which network readers came.
        disclosure: What must be said before the fold; None is nothing.
        tags: Hashtags of the post's topics.
        warning: The content warning of the words.
        is_quoted: Whether the words are quoted, so that what they say discloses nothing.
    """

    post: Post
    site: Site
    network: Network
    address: str
    url: str
    disclosure: Disclosure | None
    tags: tuple[str, ...] = ()
    warning: str = ""
    is_quoted: bool = False

    @property
    def apart(self) -> str:
        """The warning, where the network hides a text behind it; it counts all the same."""
        return self.warning if self.network.content_warning else ""

    def around(self, variant: Variant) -> "Frame":
        """Return the frame of a variant's words."""
        url = make_link(self.post, self.site, self.network, variant.name)
        warning = self.words(variant.warning)
        return replace(self, url=url, warning=warning, is_quoted=variant.is_quoted)

    def text(self, body: str, title: str = "") -> str:
        """Return the body with the link on its own line; a link that it has is not repeated."""
        body = self.led(body)
        if self.address in body:
            own_address = rf"{regex.escape(self.address)}(?![\w/#?-])"
            body, found = regex.subn(own_address, lambda _: self.url, body)
            if found:
                return body
        link = f"{title}\n{self.url}" if title else self.url
        return BLANK_LINE.join(part for part in (body, link) if part)

    def led(self, body: str) -> str:
        """Return the body below its warning, where the network has no other place for that."""
        return body if self.network.content_warning else with_warning(body, self.warning)

    def length(self, text: str) -> int:
        """Return how long a text is with its warning, as the network counts."""
        return count(text, self.network) + (count(self.apart, self.network) if self.apart else 0)

    def holds(self, body: str, title: str = "") -> bool:
        """Say whether the network takes the body with its link."""
        return fits(self.text(body, title), self.network, self.apart)

    def words(self, text: str) -> str:
        """Return what of an author's text can be used, and no more than could ever fit."""
        return _writable(text[: max(LEAST_READ, 2 * self.network.limit)])

    def words_of_caption(self, caption: str) -> str:
        """Return what of a caption can be used; a link that ends it is put there anyway."""
        return self.words(caption).removesuffix(self.address).strip()

    def share_url(self, text: str) -> str:
        """Return the link that opens the network's composer with a text.

        Empty where there is none, and where programs would cut it: the text is for copying then.
        """
        url = make_share_url(self.network, text, self.url, self.words(self.post.title))
        longest = self.network.longest_share_url
        return "" if longest and len(url) > longest else url


def make_frame(post: Post, site: Site, network: Network) -> Frame:
    """Return what stands around a post's words on a network."""
    return Frame(
        post=post,
        site=site,
        network=network,
        address=site.absolute(post.address(site)),
        url=make_link(post, site, network),
        disclosure=make_disclosure(post, site, network.id),
        tags=tuple(tag for topic in post.topics for tag in site.hashtags.get(topic, ())),
    )


def fitted(frame: Frame, words: str) -> str:
    """Return the words with their disclosure, cut to fit; the disclosure is never cut."""
    for opening, rest in _openings(frame, words):
        if frame.holds(opening):
            return opening + _cut_rest(frame, opening, rest)
    raise _too_long(frame)


def with_warning(text: str, warning: str) -> str:
    """Return a text below its warning, for what has no other place for that."""
    return f"{warning}{BLANK_LINE}{text}" if warning else text


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
    end = -1 if frame.is_quoted else find_disclosure(words, disclosure)
    if end >= 0 and is_early(frame, words[:end]):
        yield words[:end], words[end:]
    first = next(iter(sentences(words)), "")
    opening = first + gap_after(first) + disclosure.sentence
    if ends_sentence(first) and is_early(frame, opening):
        yield opening, _following(disclosure.sentence, words[len(first) :])
    yield disclosure.sentence, _following(disclosure.sentence, words)


def _following(sentence: str, rest: str) -> str:
    """Return what follows a sentence, with the space that belongs between them."""
    return gap_after(sentence) + rest if rest and not rest[0].isspace() else rest


def is_early(frame: Frame, opening: str) -> bool:
    """Say whether a text that begins so has said it before the network folds it."""
    return count(frame.led(opening), frame.network) <= (frame.network.fold or EARLY)


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
    what, key = "the link and the disclosure", "slug"
    cure = "Give the post a shorter `slug`, or shorten the disclosure."
    if frame.warning:
        what, key = "the link, the disclosure and the content warning", "key:share"
        cure = "Shorten the warning (`cw`) first, then the disclosure."
    seen = f"{what} alone are {frame.length(text)}"
    limit = f"and {frame.network.name} takes {frame.network.limit}"
    place = frame.post.places.get(key) or frame.post.places["title"]
    message = f"For {frame.network.name}, {seen} {frame.network.unit}, {limit}. {cure}"
    return SnippetError(
        problems=[Problem(frame.post.path, place.line, 0, message, "Share.TooLong")]
    )
