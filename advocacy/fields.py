"""What a field may hold: each of these turns a node into a value, or raises FieldError."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo
from re import fullmatch, sub
from urllib.parse import urlsplit

from advocacy.errors import nearest
from advocacy.hosts import find_trick, read_host
from advocacy.schema import FieldError, Node, Reading, quoted

# More than anybody writes on a line: what is longer is a mistake, or meant to keep a build busy.
MOST_CHARACTERS = 10_000
MOST_OF_A_TITLE = 300


def text(node: Node) -> str:
    """Read a text on one line; line breaks become spaces."""
    if isinstance(node.value, dict | tuple):
        raise FieldError(f"{quoted(node)} is not a text. Write one value.")
    if node.value is not None and not isinstance(node.value, str):
        raise FieldError(f"{quoted(node)} is not a text. Put it in quotes.")
    # A no-break space is a choice of the writer's, as before a French question mark.
    value = sub(r"[ \t\n]+", " ", str(node.value)).strip() if node.value is not None else ""
    if not value:
        raise FieldError("There is nothing here. Write it, or take the key out.")
    return _bounded(value, MOST_CHARACTERS)


def title(node: Node) -> str:
    """Read a text that stands as a heading, in lists and on cards."""
    return _bounded(text(node), MOST_OF_A_TITLE)


def _bounded(value: str, most: int) -> str:
    if len(value) > most:
        raise FieldError(f"This has {len(value):,} characters. Write {most:,} at most.")
    return value


def note(node: Node) -> str:
    """Read a text on one line that may be empty."""
    return "" if node.value is None or node.value == "" else text(node)


def words(node: Node) -> str:
    """Read a text on one line that says something: it has a letter or a digit at least."""
    value = text(node)
    if not any(sign.isalnum() for sign in value):
        raise FieldError(f"{quoted(node)} says nothing. Write it in words.")
    return value


def lines(node: Node) -> str:
    """Read a text whose line breaks are kept."""
    text(node)
    return str(node.value).strip()


def texts(node: Node) -> tuple[str, ...]:
    """Read a list of texts; a single text is a list of one."""
    items = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(text(item) for item in items)


def many(read: Reading) -> Reading:
    """Return a reading of a list whose items `read` reads; one item is a list of one."""

    def read_many(node: Node) -> tuple[object, ...]:
        items = node.value if isinstance(node.value, tuple) else (node,)
        return tuple(read(item) for item in items)

    return read_many


def table_of(read: Reading) -> Reading:
    """Return a reading of a table with free keys, each value read by `read`."""

    def read_table(node: Node) -> dict[str, object]:
        if not isinstance(node.value, dict):
            raise FieldError(f"{quoted(node)} is not a table. Give it keys, each with a value.")
        return {key: read(value) for key, value in node.value.items()}

    return read_table


def with_keys(read: Reading, known: Iterable[str], kind: str) -> Reading:
    """Return a reading of a table that `read` reads, and whose keys must all be known."""
    allowed = tuple(known)

    def read_known(node: Node) -> object:
        for key in node.value if isinstance(node.value, dict) else ():
            if key not in allowed:
                hint = nearest(key, allowed) or f" Write one of {', '.join(allowed)}."
                raise FieldError(f"`{key}` is no {kind} here.{hint}")
        return read(node)

    return read_known


def choice(*allowed: str) -> Reading:
    """Return a reading that takes one of a few words."""

    def read_choice(node: Node) -> str:
        word = text(node)
        if word not in allowed:
            known = ", ".join(f"`{each}`" for each in allowed)
            raise FieldError(f"`{word}` is none of {known}.{nearest(word, allowed)}")
        return word

    return read_choice


def one_of(known: Mapping[str, object], kind: str, cure: str) -> Reading:
    """Return a reading that takes one of the ids that a site knows."""

    def read_one(node: Node) -> str:
        word = text(node)
        if word not in known:
            raise FieldError(f"`{word}` is no {kind} here.{nearest(word, known)} {cure}")
        return word

    return read_one


def pattern(regex: str, cure: str) -> Reading:
    """Return a reading of a text that a regular expression must match as a whole."""

    def read_pattern(node: Node) -> str:
        word = text(node)
        if not fullmatch(regex, word):
            raise FieldError(f"{quoted(node)} cannot be used. {cure}")
        return word

    return read_pattern


old_address = pattern(
    r"/?[\w~-][\w.~-]*(/[\w~-][\w.~-]*)*/?", "Write an old address as `/2019/old-name/`."
)


def web_address(node: Node) -> str:
    """Read an absolute http or https address."""
    word = text(node)
    try:
        parts = urlsplit(word)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or any(c.isspace() or c in "<>\"'" for c in word):
        raise FieldError(f"{quoted(node)} is no web address. Write it as `https://example.org/x`.")
    if trick := find_trick(word):
        raise FieldError(f"This address {trick}")
    return word


def site_address(node: Node) -> str:
    """Read the address at which a site is served, without the slash at its end."""
    url = web_address(node).rstrip("/")
    if urlsplit(url).query or urlsplit(url).fragment:
        raise FieldError(f"{quoted(node)} has a `?` or `#`. Write the address alone.")
    try:
        read_host(url)
    except ValueError:
        cure = "Write it as `https://example.org`."
        raise FieldError(f"{quoted(node)} has a host that no server can have. {cure}") from None
    return url


def flag(node: Node) -> bool:
    """Read true or false."""
    if isinstance(node.value, bool):
        return node.value
    if str(node.value).lower() in {"true", "false"}:
        return str(node.value).lower() == "true"
    raise FieldError(f"{quoted(node)} is neither `true` nor `false`.")


def number(least: int, most: int) -> Reading:
    """Return a reading of a whole number between two bounds, both included."""

    def read_number(node: Node) -> int:
        try:
            value = int(str(node.value))
        except ValueError:
            value = least - 1
        if isinstance(node.value, bool) or not least <= value <= most:
            raise FieldError(f"{quoted(node)} is no whole number from {least} to {most}.")
        return value

    return read_number


def decimal(least: float, most: float) -> Reading:
    """Return a reading of a number between two bounds, both included."""

    def read_decimal(node: Node) -> float:
        try:
            value = float(str(node.value))
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise FieldError(f"{quoted(node)} is no number from {least} to {most}.")
        return value

    return read_decimal


def day(node: Node) -> date:
    """Read a date such as `2026-03-31`."""
    example = "Write it as `2026-03-31`."
    try:
        value = date.fromisoformat(str(node.value) if isinstance(node.value, date) else text(node))
    except ValueError:
        raise FieldError(f"{quoted(node)} is not a date. {example}") from None
    if not is_in_time(value):
        raise FieldError(f"{quoted(node)} is not in the years 1990 to 2100. {example}")
    return value


def moment(zone: tzinfo) -> Reading:
    """Return a reading of a date with an optional time, as it is told in `zone`."""

    def read_moment(node: Node) -> datetime:
        example = "Write it as `2026-03-31`, or `2026-03-31 09:30`."
        try:
            word = text(node)
            value = datetime.fromisoformat(word)
        except ValueError:
            raise FieldError(f"{quoted(node)} is not a date. {example}") from None
        if not is_in_time(value):
            raise FieldError(f"{quoted(node)} is not in the years 1990 to 2100. {example}")
        return value.astimezone(zone) if value.tzinfo else value.replace(tzinfo=zone)

    return read_moment


def is_in_time(day: date) -> bool:
    """Say whether a day can be meant: days are counted from it, forwards and back."""
    return 1990 <= day.year <= 2100
