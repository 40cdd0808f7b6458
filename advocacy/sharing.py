"""How posts are shared: `[share]` in advocacy.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from advocacy import fields, schema
from advocacy.schema import Field, FieldError, Node


@dataclass(frozen=True, slots=True)
class Utm:
    """What links that are shared tell of how readers came; never which colleague shared them.

    Attributes:
        by: `off`; by the `network`; or by the network and the `variant` of the words, which in
            a small team is a person.
        medium: The value of `utm_medium`.
    """

    by: str = "off"
    medium: str = "employee"


@dataclass(frozen=True, slots=True)
class Sharing:
    """How posts are shared.

    Attributes:
        networks: Ids of rows in networks.toml, in the order in which kits show them.
        window_days: How long after its date a post is offered in the hub; 0 is for ever.
        ending_days: On how many of its last days a kit is said to end soon.
        folder: Where kits are built apart from the blog, below the site's folder, such as for an
            intranet; empty where they are part of the blog.
        url: Where that folder is served: absolute, without a slash at its end.
        variants: In how many different words a kit has each text, where the post has so many.
        utm: What shared links tell.
        disclosure: By a network's id, then by language, the sentence that discloses there.
    """

    networks: tuple[str, ...] = ("linkedin", "mastodon", "bluesky", "x", "facebook", "email")
    window_days: int = 0
    ending_days: int = 7
    folder: str = ""
    url: str = ""
    variants: int = 3
    utm: Utm = Utm()
    disclosure: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def sharing_fields(networks: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """Return the table of keys below `[share]`; `networks` are the ids that may be named."""
    network = fields.choice(*networks) if networks else fields.text
    return (
        Field("networks", fields.many(network), default=Sharing().networks),
        Field("window_days", fields.number(0, 3650), default=0),
        Field("ending_days", fields.number(0, 365), default=Sharing().ending_days),
        Field("folder", _folder, default=""),
        Field("url", fields.site_address, default=""),
        Field("variants", fields.number(1, 15), default=Sharing().variants),
        Field("utm", _utm, default=Utm()),
        Field("disclosure", _by_network(networks), default={}),
    )


def make_sharing(**values: Any) -> Sharing:
    """Return what the keys below `[share]` say together.

    Raises:
        FieldError: One of two keys that need each other is missing.
    """
    sharing = Sharing(**values)
    if sharing.folder and not sharing.url:
        raise FieldError('`folder` needs `url`. Add where it is served: `url = "https://…"`.')
    if sharing.url and not sharing.folder:
        raise FieldError('`url` needs `folder`. Name the kits\' own: `folder = "output-share"`.')
    return sharing


_folder = fields.pattern(
    r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*", "Name a folder beside advocacy.toml: `output-share`."
)
_UTM = (
    Field("by", fields.choice("off", "network", "variant"), default="network"),
    Field(
        "medium",
        fields.pattern(r"[\w.-]{1,40}", "Write one word, such as `employee`."),
        default=Utm().medium,
    ),
)


def _utm(node: Node) -> Utm:
    """Read `[share.utm]`; who writes the table without `by` wants to know the network."""
    record = schema.read_record(node, _UTM, "", "Site")
    if record.problems:
        raise FieldError(" ".join(problem.message for problem in record.problems))
    values: dict[str, Any] = dict(record.values)
    return Utm(**values)


def _by_network(networks: tuple[str, ...]) -> schema.Reading:
    read = fields.table_of(fields.table_of(fields.words))
    return fields.with_keys(read, networks, "network") if networks else read
