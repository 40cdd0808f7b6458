"""Hashtags: the author's own, then those of the post's topics, as a network has them."""

from collections.abc import Iterator

from advocacy.share.snippet_frame import BLANK_LINE, Frame
from advocacy.shared_signs import HASHTAG


def with_hashtags(frame: Frame, body: str) -> str:
    """Add hashtags on a line of their own, as many as fit.

    The author's are added up to what the network allows, and those of the post's topics up to
    what is usual there; what the text has already counts.
    """
    said = {match.group().casefold() for match in HASHTAG.finditer(body)}
    line = ""
    for tag, most in _offered(frame):
        longer = f"{line} {tag}".strip()
        if tag.casefold() in said or (most is not None and len(said) >= most):
            continue
        if frame.holds(f"{body}{BLANK_LINE}{longer}"):
            line = longer
            said.add(tag.casefold())
    return BLANK_LINE.join(part for part in (body, line) if part)


def _offered(frame: Frame) -> Iterator[tuple[str, int | None]]:
    """Yield each hashtag, with how many a text may have for it to be added."""
    network = frame.network
    if network.hashtags:
        most = network.most_hashtags or None
        yield from (("#" + word.removeprefix("#"), most) for word in frame.post.share.hashtags)
        yield from (("#" + word.removeprefix("#"), network.usual_hashtags) for word in frame.tags)
