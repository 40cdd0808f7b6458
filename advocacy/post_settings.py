"""What becomes of posts in time: `[posts]` in advocacy.toml."""

from dataclasses import dataclass

from advocacy import fields
from advocacy.schema import Field


@dataclass(frozen=True, slots=True)
class PostSettings:
    """What becomes of posts in time.

    Attributes:
        expired: `remove` takes a post down on the day on which it expires; `notice` keeps its page,
            which says so, and takes it out of lists, feeds and kits.
    """

    expired: str = "remove"


POST_FIELDS = (Field("expired", fields.choice("remove", "notice"), default="remove"),)
