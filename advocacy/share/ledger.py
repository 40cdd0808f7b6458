"""The ledger: what was exported once, so that no export says it again."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from advocacy import fields, schema
from advocacy.errors import CommandError, SettingsError
from advocacy.json_text import parse_json
from advocacy.replacing import staged_file, telling
from advocacy.schema import Field, FieldError, Node
from advocacy.share.export import ExportRow

VERSION = 1
FILE = "share-ledger.json"
# An export takes a second or two, and others may stand in line.
WAIT_SECONDS = 60.0
REMAKE = "Take it from git again, or begin anew: delete it, then `advocacy export --seed`."


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was exported.

    Attributes:
        seen: By a network's id, then by a post's id, which of its texts were exported, such as
            `caption-1a2b3c4d5e`; nothing for a post that was only taken as seen. A network that
            is missing has never been exported.
    """

    seen: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def has(self, network: str, post_id: str) -> bool:
        """Say whether a post was exported for a network, in whatever words.

        The words do not count: a caption that is edited, moved or added is no new post.
        """
        return post_id in self.seen.get(network, {})

    def with_rows(self, rows: Iterable[ExportRow]) -> "Ledger":
        """Return a ledger that knows rows as exported."""
        seen = {network: dict(posts) for network, posts in self.seen.items()}
        for row in rows:
            posts = seen.setdefault(row.network, {})
            posts[row.post] = tuple(sorted({*posts.get(row.post, ()), row.short_id}))
        return Ledger(seen)

    def with_seen(self, networks: Iterable[str], post_ids: Iterable[str]) -> "Ledger":
        """Return a ledger that takes posts as seen on networks, with no text exported."""
        ids = [*post_ids]
        seen = dict(self.seen)
        for network in networks:
            seen[network] = {**dict.fromkeys(ids, ()), **seen.get(network, {})}
        return Ledger(seen)


def read_ledger(file: Path) -> Ledger:
    """Read a ledger; one that is not there knows nothing.

    Raises:
        SettingsError: It cannot be read, or is no ledger.
    """
    try:
        node = schema.make_node(parse_json(file.read_bytes().decode("utf-8")))
    except FileNotFoundError:
        return Ledger()
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read: {error.strerror}. {REMAKE}") from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{file}: This is no ledger: {error}. {REMAKE}") from None
    record = schema.read_record(node, FIELDS, str(file), "Ledger")
    if record.problems:
        raise SettingsError(REMAKE, record.problems)
    values: dict[str, Any] = dict(record.values)
    return Ledger(values["networks"])


def make_ledger_text(ledger: Ledger) -> str:
    """Return a ledger as it is written: sorted, one line a fact, so that branches merge."""
    value = {"version": VERSION, "networks": ledger.seen}
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@contextmanager
def hold_ledger(file: Path, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Let others wait who export by the same ledger: what one writes, the next has to read.

    The lock lies in a folder of a name that Git is told to pass over, as that of builds does.

    Raises:
        CommandError: Somebody else holds it for too long, or there can be no lock.
    """
    folder = file.with_name(f".{file.stem}.advocacy")
    with telling(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=wait_seconds)
        try:
            lock.acquire()
        except Timeout:
            cure = "Wait for it to end, and run this again."
            raise CommandError(f"{file}: another export is at work. {cure}") from None
    try:
        yield
    finally:
        lock.release()


def write_ledger(ledger: Ledger, file: Path) -> None:
    """Write a ledger, whole or not at all.

    Raises:
        CommandError: It cannot be written.
    """
    with staged_ledger(ledger, file):
        pass


def staged_ledger(ledger: Ledger, file: Path) -> AbstractContextManager[None]:
    """Write a ledger that counts only once what it tells of has happened in the meantime.

    Raises:
        CommandError: It cannot be written, which is told before anything has happened.
    """
    return staged_file(file, make_ledger_text(ledger).encode())


def _version(node: Node) -> int:
    if node.value != VERSION or isinstance(node.value, bool):
        known = f"This program reads version {VERSION}"
        raise FieldError(f"{schema.quoted(node)} is not known here. {known}; update it.")
    return VERSION


FIELDS = (
    Field("version", _version, required=True, cure=f"It is {VERSION} today."),
    Field(
        "networks",
        fields.table_of(fields.table_of(fields.texts)),
        required=True,
        cure='Add `"networks": {}`.',
    ),
)
