"""Snippets: the text for one network, with disclosure and link, counted as the network counts."""

from dataclasses import dataclass

from advocacy.share.cutting import has_prompt
from advocacy.share.hashtags import with_hashtags
from advocacy.share.snippet_frame import Frame, fitted, with_warning
from advocacy.share.variant import Source, Variant


@dataclass(frozen=True, slots=True)
class Snippet:
    """The text for one network.

    Attributes:
        id: Of the post, the network and the words: it stays when link, disclosure or hashtags
            change, so that what has been shared once is known again.
        network: The id of a row of networks.toml.
        source: Where the words are from.
        length: Counted as the network counts, with the warning.
        limit: What the network takes; 0 is no limit.
        unit: What is counted.
        link: To the post, as it stands in the text.
        share_url: Opens the network's composer; empty where it cannot be opened by a link, where
            that would be too long, and where there is a prompt to fill in first.
        has_prompt: Whether there is a `[[prompt]]` that the sharer must replace: until then the
            text is for no export, no digest and no link.
        warning: What the network hides the text behind; empty is nothing.
    """

    id: str
    network: str
    source: Source
    text: str
    length: int
    limit: int
    unit: str
    link: str
    share_url: str
    has_prompt: bool = False
    warning: str = ""

    @property
    def words_id(self) -> str:
        """What of the id is of the words alone, and so the same on every network."""
        return self.id.rpartition(f"#{self.network}-")[2]

    @property
    def below_warning(self) -> str:
        """The text below its warning, for what has no other place for that."""
        return with_warning(self.text, self.warning)


def make_snippet(frame: Frame, variant: Variant) -> Snippet:
    """Return one variant of a post's snippets for a network, cut at a word if it is too long.

    Args:
        frame: What is put around the words; the link ends the text, and is never cut, and the
            disclosure stands before the fold of a text that does not disclose.
        variant: The words.

    Raises:
        SnippetError: The network cannot take even the link and the disclosure.
    """
    around = frame.around(variant)
    body = with_hashtags(around, fitted(around, variant.words))
    text = around.text(body, _title(around, body) if variant.source == Source.SUMMARY else "")
    # A disclosure may have one as well; one that was cut away is none to fill in.
    is_unfilled = has_prompt(text) or (variant.has_prompt and "]]" in text)
    return Snippet(
        id=f"{frame.post.id}#{frame.network.id}-{variant.name}",
        network=frame.network.id,
        source=variant.source,
        text=text,
        length=around.length(text),
        limit=frame.network.limit,
        unit=frame.network.unit,
        link=around.url,
        share_url="" if is_unfilled else around.share_url(text),
        has_prompt=is_unfilled,
        warning=around.apart,
    )


def _title(frame: Frame, body: str) -> str:
    """Return the title, to stand above the link; empty where it is known, or does not fit.

    It costs no text its share link, either. Double brackets in a title are the post's, and nobody
    is to fill them in.
    """
    title = frame.words(frame.post.title)
    is_said = title in body or "{title}" in frame.network.share_url
    is_fit = not is_said and not has_prompt(title) and frame.holds(body, title)
    costs_link = frame.share_url(frame.text(body)) and not frame.share_url(frame.text(body, title))
    return title if is_fit and not costs_link else ""
