"""The captions of a post, each with its place in the front matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advocacy.editorial.manuscript import field_block
from advocacy.markup.pieces import TracedText
from advocacy.post import Post
from advocacy.schema import Place

_NO_WORDS = re.compile(r"https?://\S+|(?<!\w)[#@][\w.@-]+")


@dataclass(frozen=True, slots=True)
class Caption:
    """A text that an author wrote to be shared.

    Attributes:
        key: Such as `share.captions.x.0`, for the first of those for X.
        traced: Its words, with their places in the file.
        place: Where it stands.
    """

    key: str
    text: str
    traced: TracedText
    place: Place

    @property
    def words(self) -> str:
        """The text without web addresses, hashtags and mentions."""
        return without_signs(self.text)


def without_signs(text: str) -> str:
    """Return a text without web addresses, hashtags and mentions, which say nothing."""
    return _NO_WORDS.sub(" ", text)


def read_captions(post: Post) -> Iterator[Caption]:
    """Yield a post's captions, in the order in which they are written."""
    for network, captions in post.share.captions.items():
        for number, caption in enumerate(captions):
            key = f"share.captions.{network}.{number}"
            place = post.place(key)
            traced = field_block(caption.text, post.source, place, key).traced
            yield Caption(key, caption.text, traced, place)
