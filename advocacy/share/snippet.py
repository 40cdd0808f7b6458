"""Snippets: the text for one network, with disclosure and link, counted as the network counts."""

from dataclasses import dataclass
from hashlib import sha256

import regex

from advocacy.share.counting import count
from advocacy.share.snippet_frame import BLANK_LINE, Frame, fitted
from advocacy.share.variant import Source, Variant


@dataclass(frozen=True, slots=True)
class Snippet:
    """The text for one network.

    Attributes:
        id: Of the post, the network and the words: it stays when link, disclosure or hashtags
            change, so that what has been shared once is known again.
        network: The id of a row of networks.toml.
        source: Where the words are from.
        length: Counted as the network counts.
        limit: What the network takes; 0 is no limit.
        unit: What is counted.
        share_url: Opens the network's composer; empty where it cannot be opened by a link, and
            where there is a prompt to fill in first.
        has_prompt: Whether there is a `[[prompt]]` that the sharer must replace: until then the
            text is for no export, no digest and no link.
    """

    id: str
    network: str
    source: Source
    text: str
    length: int
    limit: int
    unit: str
    share_url: str
    has_prompt: bool = False


def make_snippet(frame: Frame, variant: Variant) -> Snippet:
    """Return one variant of a post's snippets for a network, cut at a word if it is too long.

    Args:
        frame: What is put around the words; the link ends the text, and is never cut, and the
            disclosure stands before the fold of a text that does not disclose.
        variant: The words.

    Raises:
        SnippetError: The network cannot take even the link and the disclosure.
    """
    body = _with_hashtags(frame, fitted(frame, variant.words))
    text = frame.text(body, "" if variant.source == Source.CAPTION else _title(frame, body))
    return Snippet(
        id=_id(frame, variant),
        network=frame.network.id,
        source=variant.source,
        text=text,
        length=count(text, frame.network),
        limit=frame.network.limit,
        unit=frame.network.unit,
        share_url="" if variant.has_prompt else frame.share_url(text),
        has_prompt=variant.has_prompt,
    )


def _id(frame: Frame, variant: Variant) -> str:
    words = sha256(variant.words.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{frame.post.id}#{frame.network.id}-{variant.source}-{words}"


def _title(frame: Frame, body: str) -> str:
    """Return the title, to stand above the link; empty where it is known, or does not fit."""
    title = frame.words(frame.post.title)
    has_subject = "{title}" in frame.network.share_url
    return title if title not in body and not has_subject and frame.holds(body, title) else ""


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
