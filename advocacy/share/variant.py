"""A variant: words for one network, before they are disclosed, linked, and made to fit."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from advocacy.share.cutting import has_prompt


class Source(StrEnum):
    """Where a variant's words are from."""

    CAPTION = "caption"
    SUMMARY = "summary"
    QUESTION = "question"
    QUOTE = "quote"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Variant:
    """Words for one network.

    Attributes:
        key: Where a caption stands in the front matter, such as `share.captions.x.0`.
        warning: The content warning, or empty.
    """

    words: str
    source: Source
    key: str = ""
    warning: str = ""

    @property
    def name(self) -> str:
        """What stays the same as long as the words do, such as `quote-1f3a9c0b2d`."""
        digest = sha256(self.words.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.source}-{digest[:10]}"

    @property
    def has_prompt(self) -> bool:
        """Whether there is a `[[prompt]]` that the sharer must replace, or what is left of one."""
        is_broken = self.source is Source.CAPTION and "]]" in self.words
        return is_broken or has_prompt(self.words)

    @property
    def is_quoted(self) -> bool:
        """Whether the words are the post's, in quotation marks: the sharer says none of them."""
        return self.source in {Source.QUOTE, Source.CLAIM}
