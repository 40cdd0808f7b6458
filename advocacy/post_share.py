"""How an author wants a post to be shared: `share` in its front matter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from advocacy import fields, schema
from advocacy.schema import Field, FieldError, Node
from advocacy.site import Site


@dataclass(frozen=True, slots=True)
class Caption:
    """Words that an author wrote to be shared.

    Attributes:
        warning: What stands before them where a network hides a text behind a content warning.
        for_authors: Whether they are true of the post's authors alone, and offered to nobody else.
    """

    text: str
    warning: str = ""
    for_authors: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the post that its author marked as one to be quoted.

    Attributes:
        by: Who said it, where that is not the author.
    """

    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How an author wants a post to be shared.

    Attributes:
        start: Offered from this day on; None is from the post's date.
        until: Offered up to and including this day; None leaves it to the site's window.
        captions: What the author wrote, by network id or `default`.
        quotes: Passages that stand in the post as they stand here; the check sees to it.
    """

    start: date | None = None
    until: date | None = None
    hashtags: tuple[str, ...] = ()
    captions: Mapping[str, tuple[Caption, ...]] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()


def share_in(site: Site) -> schema.Reading:
    """Return a reading of `share`, as a site's networks narrow it."""
    keys = (
        Field("from", fields.day),
        Field("until", fields.day),
        Field("hashtags", fields.many(hashtag), default=()),
        Field("captions", _captions(site.known_networks), default={}),
        Field("quotes", fields.many(_read_quote), default=()),
    )

    def read_share(node: Node) -> Share:
        values = schema.read_part(node, keys)
        share = Share(start=values.pop("from"), **values)
        if share.start and share.until and share.until < share.start:
            raise FieldError("`until` is before `from`. Put one of them right.")
        return share

    return read_share


hashtag = fields.pattern(r"#?\w{1,60}", "A hashtag is one word, such as `OpenLibrary`.")


def _captions(networks: tuple[str, ...]) -> schema.Reading:
    read = fields.table_of(fields.many(_read_caption))
    return fields.with_keys(read, ("default", *networks), "network") if networks else read


def _read_caption(node: Node) -> Caption:
    if not isinstance(node.value, dict):
        return Caption(fields.lines(node))
    values = schema.read_part(node, _CAPTION)
    return Caption(values["text"], values["cw"], bool(values["for"]))


def _read_warning(node: Node) -> str:
    warning = fields.text(node)
    if "[[" in warning or "]]" in warning:
        cure = "Nobody fills one in there: put it into the text."
        raise FieldError(f"{schema.quoted(node)} has a prompt. {cure}")
    return warning


def _read_quote(node: Node) -> Quote:
    if not isinstance(node.value, dict):
        return Quote(fields.text(node))
    return Quote(**schema.read_part(node, _QUOTE))


_CAPTION = (
    Field("text", fields.lines, required=True, cure="Add what is shared."),
    Field("cw", _read_warning, default=""),
    Field("for", fields.choice("authors"), default=""),
)
_QUOTE = (
    Field("text", fields.text, required=True, cure="Add what the post says."),
    Field("by", fields.text, default=""),
)
