"""Snippets: the text for one network, with disclosure and link, counted as the network counts."""

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from advocacy.post import Post
from advocacy.share.counting import count
from advocacy.share.cutting import whole_sentences
from advocacy.share.disclosure import make_disclosure
from advocacy.share.networks import Network
from advocacy.share.snippet_frame import BLANK_LINE, Frame, SnippetError, disclosed, fitted
from advocacy.share.variant import choose_variant
from advocacy.site import Site

__all__ = ["Snippet", "SnippetError", "make_snippet", "make_snippets"]


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


def make_snippets(post: Post, site: Site, networks: Mapping[str, Network]) -> tuple[Snippet, ...]:
    """Return a post's snippet for each network, in the networks' order.

    Raises:
        SnippetError: A network cannot take even the link and the disclosure.
    """
    url = site.absolute(post.address(site))
    disclosure = make_disclosure(post, site)
    frames = [Frame(post, network, url, disclosure) for network in networks.values()]
    variants = [choose_variant(frame, site.sharing.networks) for frame in frames]
    return tuple(map(_make_snippet, frames, variants))


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
    return _make_snippet(Frame(post, network, url, make_disclosure(post, site)), variant)


def _make_snippet(frame: Frame, variant: int) -> Snippet:
    network, captions = frame.network, frame.captions
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


def _from_caption(frame: Frame, caption: str) -> str:
    body = fitted(frame, frame.words_of_caption(caption))
    return frame.text(_with_hashtags(frame, body))


def _from_post(frame: Frame) -> str:
    """Write a text of the post's own words; each is left out where it does not fit whole."""
    post = frame.post
    summary, question, title = map(frame.words, (post.summary, post.question, post.title))

    def holds_whole(words: str) -> bool:
        return disclosed(frame, words) is not None

    words = whole_sentences(summary, holds_whole)
    words = words or next(filter(holds_whole, filter(None, (question, title))), summary)
    if question not in words and holds_whole(words + BLANK_LINE + question):
        words += BLANK_LINE + question
    body = _with_hashtags(frame, fitted(frame, words))
    has_subject = "{title}" in frame.network.share_url
    with_title = title not in body and not has_subject and frame.holds(body, title)
    return frame.text(body, title if with_title else "")


def _with_hashtags(frame: Frame, body: str) -> str:
    """Add the author's hashtags on a line of their own, as many as fit and the network allows."""
    said = {match.group().casefold() for match in regex.finditer(r"#\w+", body)}
    most = frame.network.most_hashtags
    line = ""
    for word in frame.post.share.hashtags if frame.network.hashtags else ():
        tag = "#" + word.removeprefix("#")
        longer = f"{line} {tag}".strip()
        if most and len(said) >= most:
            break
        if tag.casefold() not in said and frame.holds(f"{body}{BLANK_LINE}{longer}"):
            line = longer
            said.add(tag.casefold())
    return BLANK_LINE.join(part for part in (body, line) if part)
