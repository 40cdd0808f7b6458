"""What topics and audiences are called: in the site's first language, and in others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advocacy import fields
from advocacy.errors import nearest
from advocacy.schema import FieldError, Node
from advocacy.slugs import find_flaw


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one kind.

    Attributes:
        first: By id, in the site's first language.
        others: By language, what is called otherwise in it, by id.
    """

    first: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_labels(node: Node) -> Labels:
    """Read a table of labels; a table in it, such as `[topics.fr]`, has those in a language."""
    if not isinstance(node.value, dict):
        return Labels(_read_table(node))
    tables = {key: value for key, value in node.value.items() if isinstance(value.value, dict)}
    own = {key: value for key, value in node.value.items() if key not in tables}
    others = {lang: _read_table(table) for lang, table in tables.items()}
    return Labels(_read_table(Node(own, node.place)), others)


def check_labels(key: str, labels: Labels, languages: tuple[str, ...]) -> Iterator[str]:
    """Say which labels are in no other language of the site, or of nothing that there is."""
    for lang, table in labels.others.items():
        if lang not in languages[1:]:
            cure = nearest(lang, languages[1:]) or f" Write those in `{languages[0]}` above it."
            yield f"`{key}.{lang}`: `{lang}` is no other language of the site.{cure}"
        for name in table:
            if name not in labels.first:
                cure = nearest(name, labels.first) or f" Add it below [{key}] first."
                yield f"`{key}.{lang}`: `{name}` is not below [{key}].{cure}"


def _read_table(node: Node) -> dict[str, str]:
    table = fields.table_of(fields.text)(node)
    assert isinstance(table, dict)
    for key in table:
        if flaw := find_flaw(key, "an id"):
            raise FieldError(f"{flaw}. Use small letters, digits and hyphens.")
    return table
