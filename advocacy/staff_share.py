"""What a colleague who would like to share has said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocacy import fields, schema
from advocacy.schema import Field, FieldError, Node, Reading
from advocacy.site import Site

OPT_IN = "Write `share: {topics: [ONE, TWO]}` for some posts, or `share: {}` for all."

# The shortest posts hold 280 characters, and a colleague's words should have room in them.
LONGEST_DISCLOSURE = 120


@dataclass(frozen=True, slots=True)
class StaffShare:
    """What a colleague who would like to share has said of it; nothing said means all.

    Attributes:
        topics: Ids of topics they would share posts on; empty is any.
        audiences: Ids of audiences they reach; empty is any.
        networks: Ids of networks they use, the first of them first; empty is the site's order.
        disclosure: By language, how they say where they work; else the site's sentence.
    """

    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    disclosure: Mapping[str, str] = field(default_factory=dict)


def staff_share_fields(site: Site) -> tuple[Field, ...]:
    """Return the table of keys below `share` in the front matter of colleagues."""
    used = site.sharing.networks
    listed: Mapping[str, object] = dict.fromkeys(used)
    sentences = fields.with_keys(fields.table_of(_sentence), site.languages, "language")
    return (
        Field("topics", _some(site.topics, "topic", "[topics]"), default=()),
        Field("audiences", _some(site.audiences, "audience", "[audiences]"), default=()),
        Field("networks", _some(listed, "network", "[share] `networks`"), default=()),
        Field("disclosure", sentences, default={}),
    )


def staff_share_in(site: Site) -> Reading:
    """Return a reading of `share` in the front matter of a colleague, as the site narrows it."""
    keys = staff_share_fields(site)

    def read_staff_share(node: Node) -> StaffShare:
        if not isinstance(node.value, dict):
            raise FieldError(f"{schema.quoted(node)} is not a table. {OPT_IN}")
        return StaffShare(**schema.read_part(node, keys))

    return read_staff_share


def _sentence(node: Node) -> str:
    text = fields.words(node)
    if len(text) > LONGEST_DISCLOSURE:
        raise FieldError(
            f"{schema.quoted(node)} is too long. Say it in {LONGEST_DISCLOSURE} signs."
        )
    return text


def _some(known: Mapping[str, object], kind: str, table: str) -> Reading:
    cure = f"Add it below {table} in advocacy.toml."
    return fields.many(fields.one_of(known, kind, cure))
