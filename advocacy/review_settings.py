"""Who looks at what before it is published: `[review]` in advocacy.toml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from advocacy import fields
from advocacy.schema import Field, Node, Reading
from advocacy.slugs import ID_PATTERN

# Each with the domain of the addresses that it gives to those who keep theirs to themselves.
NOREPLY = {
    "github": "users.noreply.github.com",
    "gitlab": "users.noreply.gitlab.com",
    "forgejo": "noreply.codeberg.org",
    "gitea": "noreply.gitea.com",
}
# What is no post and can have approvers of its own.
AREAS = ("guide", "staff", "settings")


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """Who looks at what.

    Attributes:
        editors: Ids of colleagues who may change what is others'.
        who_wrote: How severe it is when none of a post's authors committed it, or `off`.
        approve: By a purpose, or one of AREAS: ids of colleagues, of whom one has to approve.
        paths: By a file, or a folder with a slash at its end, below the site's: the same.
        noreply: By forge, the domain of the addresses behind which it hides people's own.
    """

    editors: tuple[str, ...] = ()
    who_wrote: str = "off"
    approve: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    noreply: Mapping[str, str] = field(default_factory=dict)

    @property
    def domains(self) -> Mapping[str, str]:
        """The domain of each forge, as it is unless the settings say otherwise."""
        return {**NOREPLY, **self.noreply}


_ids = fields.many(
    fields.pattern(
        ID_PATTERN.pattern, "Write a colleague's id: the name of their file in content/staff."
    )
)
_domain = fields.pattern(
    r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "Write a domain such as `noreply.git.example.org`."
)


def review_fields(purposes: Iterable[str]) -> tuple[Field, ...]:
    """Return the table of keys below `[review]`; approvers are named for each of the purposes."""
    by_area = fields.with_keys(fields.table_of(_ids), (*purposes, *AREAS), "purpose or area")
    by_forge = fields.with_keys(fields.table_of(_domain), NOREPLY, "forge")
    return (
        Field("editors", _ids, default=()),
        Field("who_wrote", fields.choice("off", "warning", "error"), default="off"),
        Field("approve", by_area, default={}),
        Field("paths", _by_path(fields.table_of(_ids)), default={}),
        Field("noreply", by_forge, default={}),
    )


def _by_path(read: Reading) -> Reading:
    # A sign that CODEOWNERS gives a meaning would mean something else on each forge.
    place = fields.pattern(
        r"(?!/)(?:(?!\.{1,2}/)[\w. -]+/)*(?:(?!\.{1,2}$)[\w. -]+)?",
        "Name a folder such as `content/images/logos/`, or a file, beside advocacy.toml.",
    )

    def read_paths(node: Node) -> object:
        for path in node.value if isinstance(node.value, dict) else ():
            place(Node(path))
        return read(node)

    return read_paths
