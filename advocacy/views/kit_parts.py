"""What pages for those who share are made of: texts for networks, sharers, kits in a list."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocacy.views.parts import Card, DateView, Link, PersonView, PostLink


@dataclass(frozen=True, slots=True)
class VariantView:
    """One of the texts for a network, in words of its own.

    Attributes:
        length: Counted as the network counts, with the warning.
        share_url: Opens the network's composer with the text as it is; empty where there is only
            copying, where it would be too long, and where there is a prompt.
        has_prompt: Whether there is a `[[prompt]]` to replace before the text may be copied.
        composer: The same link for a script that fills in what was edited: `{text}` or `{words}`
            (the text without `link` at its end) stand for the value, to be percent-encoded whole
            with its lines ended as `SnippetView.line_end` says; empty where there is only copying.
        link: The post's address as it ends the text.
        warning: The content warning, to be filled in apart from the text; it counts as well.
        shown: What is seen of the text before somebody opens it; all of it where it is not folded.
    """

    text: str
    length: int
    share_url: str
    has_prompt: bool
    composer: str
    link: str
    warning: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class SnippetView:
    """The texts for one network.

    Attributes:
        network: The row's id in networks.toml, such as `linkedin`.
        name: The network's name.
        limit: The longest text that it takes; 0 is none.
        unit: What is counted, such as `characters` (already translated).
        counting: How the network counts, as JSON for the script that counts edited text.
        note: What to know before sharing there, such as that nothing can be prefilled.
        line_end: `LF` or `CRLF`, in the share link.
        variants: All texts for the network, the first one first.
        preview: What a post there shows from top to bottom: `text`, and of the link its `image`,
            `site`, `host`, `title` and `summary`; empty where nobody is shown anything else than
            the text.
        card: The picture that it shows, in the shape that it comes nearest to.
    """

    network: str
    name: str
    limit: int
    unit: str
    counting: str
    note: str = ""
    line_end: str = "LF"
    variants: tuple[VariantView, ...] = ()
    preview: tuple[str, ...] = ()
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class SharerView:
    """A colleague who might share a post, and why.

    Attributes:
        href: Leads to their own page of what there is to share.
        wrote: Whether they are an author of the post.
        reasons: The topics and the audience for which the post is theirs, as labels; none where
            they would share anything.
    """

    person: PersonView
    href: str
    wrote: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KitLink:
    """A kit as the hub lists it.

    Attributes:
        state: `now` or `ending`.
        ends: The moment from which it is over, in ISO 8601; empty where that is never.
        topics: Each leads to what else can be shared on it.
        audience: For whom the post is, as a label.
        facets: By what it may be chosen: ids by `topic`, `purpose`, `audience` and `language`, of
            which it may have none; each kit has every network.
        also: Words by which it is found, though they are not shown.
    """

    href: str
    post: PostLink
    until: DateView | None = None
    state: str = "now"
    ends: str = ""
    topics: tuple[Link, ...] = ()
    audience: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: str = ""


@dataclass(frozen=True, slots=True)
class OwnKitView:
    """A kit as one colleague is shown it.

    Attributes:
        href: Leads to the kit's own page.
        snippets: On their networks first; on each the variant that is theirs.
        wrote: Whether they are an author of the post.
        reasons: The topics and the audience for which it is theirs, as labels.
    """

    href: str
    post: PostLink
    snippets: tuple[SnippetView, ...]
    until: DateView | None = None
    state: str = "now"
    ends: str = ""
    wrote: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """Something to choose by, such as the topic.

    Attributes:
        key: As the address has it.
        options: Each value, and what it is called.
    """

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
