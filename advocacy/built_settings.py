"""What a built site is held to: `[built]` in advocacy.toml."""

from dataclasses import dataclass

from advocacy import fields
from advocacy.schema import Field
from advocacy.severity import SEVERITIES


@dataclass(frozen=True, slots=True)
class BuiltSettings:
    """What `advocacy check --built` is strict about.

    Attributes:
        blocks: The least severity for which the command ends with 1.
        page_kb: How much a page may weigh with what it loads, compressed, in 1000 bytes.
        unlinked: Addresses to which no page need link, such as `landing/`; what lies below too.
        pause_seconds: Between two questions to one host, for links that lead elsewhere.
    """

    blocks: str = "warning"
    page_kb: int = 1000
    unlinked: tuple[str, ...] = ()
    pause_seconds: int = 1


BUILT_FIELDS = (
    Field("blocks", fields.choice(*SEVERITIES), default=BuiltSettings().blocks),
    Field("page_kb", fields.number(1, 100_000), default=BuiltSettings().page_kb),
    Field("unlinked", fields.texts, default=()),
    Field("pause_seconds", fields.number(0, 60), default=BuiltSettings().pause_seconds),
)
