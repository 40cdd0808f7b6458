"""Networks: what each allows, how it counts, and how its composer is opened."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from advocacy import fields, schema
from advocacy.errors import Problem, SettingsError
from advocacy.schema import Field, FieldError, Node
from advocacy.slugs import ID_PATTERN

TABLE = "advocacy/share/networks.toml"
TABLE_FILE = Path(__file__).parent / "networks.toml"
WAYS = ("weighted", "graphemes", "utf-16", "emoji-bytes", "bytes")
LINE_ENDS = {"LF": "\n", "CRLF": "\r\n"}
PREVIEW_PARTS = ("text", "image", "site", "host", "title", "summary")
PLACEHOLDERS = ("{text}", "{words}", "{url}", "{title}")
PROFILE_PLACEHOLDERS = ("{user}", "{server}")


@dataclass(frozen=True, slots=True)
class Network:
    """One row of networks.toml.

    Attributes:
        limit: The longest post, counted as `count` says; 0 is none.
        unit: What people are told is counted.
        count: The way of counting, one of WAYS.
        link: What every web address counts; 0 counts it in full.
        shown_path: How much of a web address's path is shown, without its scheme, and counts
            in the end; 0 is all. The text is still made to fit with its addresses in full.
        bare_domains: Whether `example.org` counts as a web address too.
        short_mentions: Whether `@user@host` counts as `@user`.
        most_bytes: The longest post in UTF-8 bytes; 0 is none.
        fold: How much is shown before "see more", counted in the same way; 0 is all.
        hashtags: Whether hashtags mean something there.
        most_hashtags: How many a post may have; 0 is any number.
        usual_hashtags: Up to how many those of a post's topics are added; 0 adds none.
        content_warning: Whether a text can be hidden behind a warning, which counts too.
        share_url: Opens the composer; `{text}`, `{words}` (the text without the link that
            ends it), `{url}` and `{title}` stand for percent-encoded values. Empty where
            there is only copying.
        longest_share_url: In characters; 0 is no limit.
        longest_title: What `{title}` may hold, in graphemes; 0 is no limit.
        line_end: `LF` or `CRLF`, in the share URL.
        image: Width and height in pixels of the picture it shows with a link; empty if none.
        preview: What a post with a link shows there from top to bottom, of PREVIEW_PARTS.
        profile: The page of someone's handle; `{user}` and `{server}` stand for its parts.
        note: What to know before sharing there.
        source: Where the row's share URL is documented.
        counting_source: Where its limit and its counting are.
        checked: When both were last looked at.
    """

    id: str
    name: str
    limit: int
    unit: str
    count: str
    source: str
    checked: date
    share_url: str = ""
    link: int = 0
    shown_path: int = 0
    bare_domains: bool = False
    short_mentions: bool = False
    most_bytes: int = 0
    fold: int = 0
    hashtags: bool = True
    most_hashtags: int = 0
    usual_hashtags: int = 0
    content_warning: bool = False
    longest_share_url: int = 0
    longest_title: int = 0
    line_end: str = "LF"
    image: tuple[int, ...] = ()
    preview: tuple[str, ...] = ()
    profile: str = ""
    note: str = ""
    counting_source: str = ""

    @property
    def filled_in(self) -> tuple[str, ...]:
        """What the share link puts into the composer, of `text`, `link` and `title`."""
        texts = {"{text}": ("text", "link"), "{words}": ("text",), "{url}": ("link",)}
        told = {
            name: None for key, names in texts.items() if key in self.share_url for name in names
        }
        return (*told, "title") if "{title}" in self.share_url else tuple(told)


@cache
def read_networks() -> Mapping[str, Network]:
    """Read the table that the product ships, by id, in the table's order.

    Raises:
        SettingsError: With every mistake in the table.
    """
    return make_networks(TABLE_FILE.read_text(encoding="utf-8"))


def network_ids() -> tuple[str, ...]:
    """Return the ids of all networks that the product ships, in the table's order."""
    return tuple(read_networks())


def make_networks(toml: str) -> Mapping[str, Network]:
    """Make networks from the text of a table.

    Raises:
        SettingsError: With every mistake in the table.
    """
    try:
        rows = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{TABLE}: {error}. Mend the TOML there.") from None
    return make_rows(rows, TABLE, "[{}]")


def make_rows(rows: Mapping[str, object], path: str, heading: str) -> Mapping[str, Network]:
    """Make networks from rows as TOML has them, by id.

    Args:
        rows: By a network's id.
        path: The file that holds them.
        heading: How a problem names a row; `{}` is its id.

    Raises:
        SettingsError: With every mistake in the rows.
    """
    networks: dict[str, Network] = {}
    problems: list[Problem] = []
    for network_id, row in rows.items():
        found = _make_network(network_id, row)
        if isinstance(found, Network):
            networks[network_id] = found
        else:
            name = heading.format(network_id)
            problems += [Problem(path, 0, 0, f"{name}: {message}") for message in found]
    if problems:
        raise SettingsError(problems=problems)
    return MappingProxyType(networks)


def _make_network(network_id: str, row: object) -> Network | list[str]:
    record = schema.read_record(schema.make_node(row), FIELDS, TABLE, "Network")
    messages = [problem.message for problem in record.problems]
    if not ID_PATTERN.fullmatch(network_id):
        messages.append(f"`{network_id}` cannot be an id. Use small letters, digits and hyphens.")
    if isinstance(row, Mapping) and not {"limit", "longest_share_url", "longest_title"} & set(row):
        messages.append("no `limit`. Add the longest post it allows, with its source.")
    if messages:
        return messages
    values: dict[str, Any] = dict(record.values)
    return Network(id=network_id, **values)


def _refuse_unfillable(node: Node, template: str, placeholders: Sequence[str]) -> None:
    rest = template
    for placeholder in placeholders:
        rest = rest.replace(placeholder, "")
    known = ", ".join(f"`{each}`" for each in placeholders)
    if "{" in rest or "}" in rest or rest == template:
        raise FieldError(f"{schema.quoted(node)} cannot be filled in. It may have {known}.")


def _profile(node: Node) -> str:
    template = fields.web_address(node)
    _refuse_unfillable(node, template, PROFILE_PLACEHOLDERS)
    return template


def _share_url(node: Node) -> str:
    template = fields.text(node)
    _refuse_unfillable(node, template, PLACEHOLDERS)
    if not template.startswith(("https://", "mailto:")):
        raise FieldError(f"{schema.quoted(node)} does not begin with `https://` or `mailto:`.")
    return template


_pixels = fields.many(fields.number(1, 10_000))


def _image(node: Node) -> object:
    size = _pixels(node)
    if not isinstance(size, tuple) or len(size) != 2:
        raise FieldError(f"{schema.quoted(node)} is no size. Write it as `[1200, 630]`.")
    return size


FIELDS = (
    Field("name", fields.text, required=True, cure="Add what people call it."),
    Field("limit", fields.number(1, 1_000_000), default=0),
    Field("unit", fields.text, required=True, cure='Add what is counted: `unit = "characters"`.'),
    Field("count", fields.choice(*WAYS), required=True, cure="Add how it counts."),
    Field("link", fields.number(0, 1_000), default=0),
    Field("shown_path", fields.number(0, 1_000), default=0),
    Field("bare_domains", fields.flag, default=False),
    Field("short_mentions", fields.flag, default=False),
    Field("most_bytes", fields.number(0, 1_000_000), default=0),
    Field("fold", fields.number(0, 100_000), default=0),
    Field("hashtags", fields.flag, default=True),
    Field("most_hashtags", fields.number(0, 100), default=0),
    Field("usual_hashtags", fields.number(0, 30), default=0),
    Field("content_warning", fields.flag, default=False),
    Field("share_url", _share_url, default=""),
    Field("longest_share_url", fields.number(0, 100_000), default=0),
    Field("longest_title", fields.number(0, 1_000), default=0),
    Field("line_end", fields.choice(*LINE_ENDS), default="LF"),
    Field("image", _image, default=()),
    Field("preview", fields.many(fields.choice(*PREVIEW_PARTS)), default=()),
    Field("profile", _profile, default=""),
    Field("note", fields.text, default=""),
    Field("source", fields.text, required=True, cure="Add where the share URL is documented."),
    Field("counting_source", fields.text, required=True, cure="Add where the limit comes from."),
    Field("checked", fields.day, required=True, cure="Add the day: `checked = 2026-11-23`."),
)
