"""A site's own rows of the table of networks: `[networks.ID]` in advocacy.toml."""

from collections.abc import Mapping

from advocacy.schema import FieldError, Node, quoted


def known_networks(table: Mapping[str, object], networks: tuple[str, ...]) -> tuple[str, ...]:
    """Add a site's own rows to the ids that may be named; empty stays empty, and allows any.

    Args:
        table: What advocacy.toml holds.
        networks: The ids of the rows that the product ships.
    """
    own = table.get("networks")
    more = own if networks and isinstance(own, Mapping) else ()
    return tuple(dict.fromkeys((*networks, *more)))


def read_rows(node: Node) -> dict[str, object]:
    """Read rows by id, as TOML had them; what a row may hold, the table of networks knows."""
    if not isinstance(node.value, dict):
        raise FieldError(f"{quoted(node)} is not a table. Write `[networks.mastodon]`.")
    for key, row in node.value.items():
        if not isinstance(row.value, dict):
            raise FieldError(f"`{key}`: {quoted(row)} is no row. Write `[networks.{key}]`.")
    return {key: _as_written(row) for key, row in node.value.items()}


def _as_written(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: _as_written(each) for key, each in node.value.items()}
    if isinstance(node.value, tuple):
        return [_as_written(each) for each in node.value]
    return node.value
