"""Whether readers can search the blog: `[search]` in advocacy.toml."""

from dataclasses import dataclass

from advocacy import fields
from advocacy.schema import Field


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How readers search.

    Attributes:
        enabled: Whether there is a page to search on, which needs the extra `search`.
    """

    enabled: bool = False


SEARCH_FIELDS = (Field("enabled", fields.flag, default=False),)
