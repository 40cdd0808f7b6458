"""What programs are told of the site: `[machines]` in advocacy.toml."""

from dataclasses import dataclass
from typing import Any

from advocacy import fields, schema
from advocacy.schema import Field, FieldError, Node
from advocacy.standard_site import publication_uri


@dataclass(frozen=True, slots=True)
class Security:
    """How to report a hole in the site's security, as security.txt (RFC 9116) tells it.

    Attributes:
        contact: `mailto:`, `https:` or `tel:` addresses, the preferred one first.
        policy: Where it stands how reports are handled, or empty.
        encryption: Where the key is with which reports may be encrypted, or empty.
        acknowledgments: Where those are thanked who reported something, or empty.
        days: For how many days from the first of the build's month it may be relied on.
    """

    contact: tuple[str, ...]
    policy: str = ""
    encryption: str = ""
    acknowledgments: str = ""
    days: int = 180


@dataclass(frozen=True, slots=True)
class Machines:
    """What programs are told.

    Attributes:
        humans_txt: Whether humans.txt names those who write.
        llms_txt: Whether llms.txt lists the posts for language models.
        security: None where there is to be no security.txt.
        standard_site: The record that stands for the blog on the AT Protocol, or empty.
    """

    humans_txt: bool = True
    llms_txt: bool = False
    security: Security | None = None
    standard_site: str = ""


_contact = fields.pattern(
    r"(?:mailto:[^\s@]+@[^\s@]+|https://\S+|tel:\+?[\d-]+)",
    "Write an address such as `mailto:security@example.org`.",
)
_SECURITY = (
    Field("contact", fields.many(_contact), required=True, cure='Add `contact = ["…"]`.'),
    Field("policy", fields.web_address, default=""),
    Field("encryption", fields.web_address, default=""),
    Field("acknowledgments", fields.web_address, default=""),
    # RFC 9116 wants less than a year.
    Field("days", fields.number(60, 330), default=180),
)


def _security(node: Node) -> Security:
    record = schema.read_record(node, _SECURITY, "", "Site")
    if record.problems:
        raise FieldError(" ".join(problem.message for problem in record.problems))
    values: dict[str, Any] = dict(record.values)
    return Security(**values)


MACHINE_FIELDS = (
    Field("humans_txt", fields.flag, default=True),
    Field("llms_txt", fields.flag, default=False),
    Field("security", _security),
    Field("standard_site", publication_uri, default=""),
)
