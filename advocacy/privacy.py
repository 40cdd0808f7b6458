"""What an organisation keeps to itself: `[privacy]` in advocacy.toml."""

from dataclasses import dataclass

from advocacy import fields
from advocacy.national_ids import NATIONAL_IDS
from advocacy.schema import Field


@dataclass(frozen=True, slots=True)
class Privacy:
    """What may not be told.

    Attributes:
        national_ids: Rows of the table of national ids that are looked for.
        reject: Code names and other words that are nobody's business.
        internal_hosts: Ends of host names that exist inside only, such as `.lindenmark.lan`.
        public: E-mail addresses, phone numbers and accounts that are meant to be read.
    """

    national_ids: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    internal_hosts: tuple[str, ...] = ()
    public: tuple[str, ...] = ()


PRIVACY_FIELDS = (
    Field("national_ids", fields.many(fields.choice(*NATIONAL_IDS)), default=()),
    Field("reject", fields.texts, default=()),
    Field(
        "internal_hosts",
        fields.many(
            fields.pattern(r"\.?[\w-]+(?:\.[\w-]+)*", "Write the end of a host: `.example.lan`.")
        ),
        default=(),
    ),
    Field("public", fields.texts, default=()),
)
