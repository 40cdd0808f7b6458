"""Snippets: the text for one network, with disclosure and link, counted as the network counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from advocacy.errors import ContentError, Problem
from advocacy.post import Post
from advocacy.share.counting import count, fits
from advocacy.share.cutting import ELLIPSIS, cut, sentences, whole_sentences
from advocacy.share.disclosure import (
    Disclosure,
    ends_sentence,
    find_disclosure,
    make_disclosure,
)
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
class Snippet:
    """The text for one network.

    Attributes:
        network: The id of a row of networks.toml.
        length: Counted as the network counts.
        limit: What the network takes; 0 is no limit.
        unit: What is counted.
        share_url: Opens the network's composer.
        variant: Which of the author's captions this is, from 0.
    """

    network: str
    text: str
    length: int
    limit: int
    unit: str
    share_url: str
    variant: int = 0


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around a snippet's body: what it must say, and where it must fit."""

    post: Post
    network: Network
    url: str
    disclosure: Disclosure | None

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

    def share_url(self, text: str) -> str:
        """Return the link that opens the network's composer with a text."""
        return make_share_url(self.network, text, self.url, self.words(self.post.title))


def make_snippets(post: Post, site: Site, networks: Mapping[str, Network]) -> tuple[Snippet, ...]:
    """Return a post's snippet for each network, in the networks' order.

    Raises:
        SnippetError: A network cannot take even the link and the disclosure.
    """
    url = site.absolute(post.address(site))
    return tuple(make_snippet(post, site, network, url) for network in networks.values())


def make_snippet(post: Post, site: Site, network: Network, url: str, variant: int = 0) -> Snippet:
    """Return a post's snippet for one network, cut at a word where it would be too long.

    Args:
        post: Whose caption for the network is taken; else its caption `default`; else its own
            summary, question and title, in whole sentences where they fit.
        site: Whose disclosure is put before the fold of a text that does not disclose.
        network: What the text must fit.
        url: Where the post is; it ends the text, and is never cut.
        variant: Which of the author's captions to take, from 0; past the last, from the first.

    Raises:
        SnippetError: The network cannot take even the link and the disclosure.
    """
    frame = _Frame(post, network, url, make_disclosure(post, site))
    captions = post.share.captions.get(network.id) or post.share.captions.get("default") or ()
    if captions:
        variant %= len(captions)
        text = _from_caption(frame, captions[variant])
    else:
        variant, text = 0, _from_post(frame)
    return Snippet(
        network=network.id,
        text=text,
        length=count(text, network),
        limit=network.limit,
        unit=network.unit,
        share_url=frame.share_url(text),
        variant=variant,
    )


def _from_caption(frame: _Frame, caption: str) -> str:
    words = frame.words(caption).removesuffix(frame.url).strip()
    return frame.text(_with_hashtags(frame, _fitted(frame, words)))


def _from_post(frame: _Frame) -> str:
    """Write a text of the post's own words; each is left out where it does not fit whole."""
    post = frame.post
    summary, question, title = map(frame.words, (post.summary, post.question, post.title))

    def holds_whole(words: str) -> bool:
        return _disclosed(frame, words) is not None

    words = whole_sentences(summary, holds_whole)
    words = words or next(filter(holds_whole, filter(None, (question, title))), summary)
    if question not in words and holds_whole(words + BLANK_LINE + question):
        words += BLANK_LINE + question
    body = _with_hashtags(frame, _fitted(frame, words))
    has_subject = "{title}" in frame.network.share_url
    with_title = title not in body and not has_subject and frame.holds(body, title)
    return frame.text(body, title if with_title else "")


def _fitted(frame: _Frame, words: str) -> str:
    """Return the words with their disclosure, cut to fit; the disclosure is never cut."""
    for opening, rest in _openings(frame, words):
        if frame.holds(opening):
            return opening + _cut_rest(frame, opening, rest)
    raise _too_long(frame)


def _disclosed(frame: _Frame, words: str) -> str | None:
    """Return the words with their disclosure, or None where they do not fit whole."""
    opening, rest = next(_openings(frame, words))
    return opening + rest if frame.holds(opening + rest) else None


def _openings(frame: _Frame, words: str) -> Iterator[tuple[str, str]]:
    """Yield ways to disclose, the best first: what must stand, and what may be cut after it."""
    disclosure = frame.disclosure
    if disclosure is None:
        yield "", words
        return
    end = find_disclosure(words, disclosure)
    if end >= 0 and _is_early(frame, words[:end]):
        yield words[:end], words[end:]
    first = next(iter(sentences(words)), "")
    opening = f"{first} {disclosure.sentence}"
    if ends_sentence(first) and _is_early(frame, opening):
        yield opening, words[len(first) :]
    yield disclosure.sentence, f" {words}" if words else ""


def _is_early(frame: _Frame, opening: str) -> bool:
    return count(opening, frame.network) <= (frame.network.fold or EARLY)


def _cut_rest(frame: _Frame, opening: str, rest: str) -> str:
    found = cut(rest, lambda start: frame.holds(opening + start))
    unfinished = rest.strip() and not found and not ends_sentence(opening)
    return ELLIPSIS if unfinished and frame.holds(opening + ELLIPSIS) else found


def _with_hashtags(frame: _Frame, body: str) -> str:
    """Add the author's hashtags on a line of their own, as many as fit."""
    said = {match.group().casefold() for match in regex.finditer(r"#\w+", body)}
    line = ""
    for word in frame.post.share.hashtags if frame.network.hashtags else ():
        tag = "#" + word.removeprefix("#")
        longer = f"{line} {tag}".strip()
        if tag.casefold() not in said and frame.holds(f"{body}{BLANK_LINE}{longer}"):
            line = longer
            said.add(tag.casefold())
    return BLANK_LINE.join(part for part in (body, line) if part)


def _writable(text: str) -> str:
    """Return a text without the characters that no post may have."""
    kept: str = _UNWRITABLE.sub("", text.replace("\t", " "))
    return kept.strip()


def _too_long(frame: _Frame) -> SnippetError:
    text = frame.text(frame.disclosure.sentence if frame.disclosure else "")
    seen = f"the link and the disclosure alone are {count(text, frame.network)}"
    limit = f"and {frame.network.name} takes {frame.network.limit}"
    cure = "Give the post a shorter `slug`, or shorten the disclosure."
    place = frame.post.places.get("slug") or frame.post.places["title"]
    message = f"For {frame.network.name}, {seen} {frame.network.unit}, {limit}. {cure}"
    return SnippetError(
        problems=[Problem(frame.post.path, place.line, 0, message, "Share.TooLong")]
    )
