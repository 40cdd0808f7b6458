"""Services whose films and the like other pages can show: a row each of services.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from advocacy import fields, schema
from advocacy.errors import SettingsError
from advocacy.schema import Field

TABLE = "advocacy/embeds/services.toml"
TABLE_FILE = Path(__file__).parent / "services.toml"
HOST = r"[a-z0-9.-]+"
# What may stand between an address's `?` and the part of it that says what is shown.
_OTHERS = r"\?(?:[^#]*&)?"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Service:
    """One row of services.toml.

    Attributes:
        host: Of which a frame shows a page; empty where anybody can run the software.
        frame: The path that a frame shows.
        page: The address that readers open, and that leads there from anywhere.
        addresses: All that people copy, without `https://`.
        parts: What may stand for each `{…}` in these, as a regular expression.
        source: Where it is documented.
        checked: When that was last looked at.
        patterns: What each of `addresses` matches.
    """

    id: str
    name: str
    host: str
    frame: str
    page: str
    addresses: tuple[str, ...]
    parts: Mapping[str, str]
    source: str
    checked: date
    patterns: tuple[re.Pattern[str], ...] = field(compare=False)

    @property
    def page_hosts(self) -> frozenset[str]:
        """The hosts of `addresses`; none where anybody can run the software."""
        hosts = (each.partition("/")[0] for each in self.addresses)
        return frozenset(host for host in hosts if "{" not in host)

    def find_parts(self, address: str) -> Mapping[str, str] | None:
        """Return the parts of an address without `https://`; None where it is none of these."""
        found = (pattern.fullmatch(address) for pattern in self.patterns)
        return next((match.groupdict() for match in found if match), None)


FIELDS = (
    Field("name", fields.text, required=True),
    Field("host", fields.text, default=""),
    Field("frame", fields.text, required=True),
    Field("page", fields.text, required=True),
    Field("addresses", fields.texts, required=True),
    Field("parts", fields.table_of(fields.text), required=True),
    Field("source", fields.web_address, required=True),
    Field("checked", fields.day, required=True),
)


@cache
def read_services() -> tuple[Service, ...]:
    """Read the table that the product ships, in its order.

    Raises:
        SettingsError: With the first mistake in the table.
    """
    rows = tomllib.loads(TABLE_FILE.read_text(encoding="utf-8"))
    return tuple(_make_service(name, row) for name, row in rows.items())


@cache
def read_service_hosts() -> frozenset[str]:
    """Return the hosts of all rows that have one: of frames, and of what people copy."""
    rows = [service for service in read_services() if service.host]
    return frozenset[str]().union(*({row.host} | row.page_hosts for row in rows))


def _make_service(name: str, row: object) -> Service:
    record = schema.read_record(schema.make_node(row), FIELDS, TABLE, "Service")
    if record.problems:
        raise SettingsError(f"{TABLE}: [{name}]: {record.problems[0].message}")
    values: dict[str, Any] = dict(record.values)
    parts = {"host": HOST, **values["parts"]}
    patterns = tuple(_pattern(each, parts) for each in values["addresses"])
    return Service(id=name, patterns=patterns, **values)


def _pattern(address: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """Return what an address matches; around it may stand where to begin, or who shared it."""
    pieces = _PLACEHOLDER.split(address)
    known = "".join(
        f"(?P<{piece}>{parts[piece]})" if at % 2 else re.escape(piece).replace(r"\?", _OTHERS)
        for at, piece in enumerate(pieces)
    )
    rest = r"(?:[&#].*)?" if "?" in address else r"/?(?:[?#].*)?"
    return re.compile(known + rest, re.ASCII)
