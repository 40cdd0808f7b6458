"""How posts are shared: `[share]` in advocacy.toml."""

from dataclasses import dataclass
from typing import Any

from advocacy import fields
from advocacy.schema import Field, FieldError


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
    """

    networks: tuple[str, ...] = ("linkedin", "mastodon", "bluesky", "x", "facebook", "email")
    window_days: int = 0
    ending_days: int = 7
    folder: str = ""
    url: str = ""


def sharing_fields(networks: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """Return the table of keys below `[share]`; `networks` are the ids that may be named."""
    network = fields.choice(*networks) if networks else fields.text
    return (
        Field("networks", fields.many(network), default=Sharing().networks),
        Field("window_days", fields.number(0, 3650), default=0),
        Field("ending_days", fields.number(0, 365), default=Sharing().ending_days),
        Field("folder", _folder, default=""),
        Field("url", fields.site_address, default=""),
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
