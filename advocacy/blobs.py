"""Files as commits have them, many of them by one question to git."""

import re
from collections.abc import Iterator, Sequence

from advocacy.commits import BATCH
from advocacy.repository import Repository

# What is not there is told by the name that was asked for, which has a colon.
_FOUND = re.compile(rb"[0-9a-f]+ (\w+) (\d+)")


def read_blobs(repository: Repository, names: Sequence[str]) -> Iterator[bytes | None]:
    """Yield what files hold, or None where there is none.

    Args:
        repository: The site's.
        names: Each such as `HEAD:content/posts/lift.md`.

    Raises:
        CommandError: Git cannot be asked.
    """
    # Git is asked for a name a line.
    odd = {name: _read_alone(repository, name) for name in names if "\n" in name}
    plain = _read_plain(repository, [name for name in names if name not in odd])
    for name in names:
        yield odd[name] if name in odd else next(plain)


def _read_plain(repository: Repository, names: Sequence[str]) -> Iterator[bytes | None]:
    for start in range(0, len(names), BATCH):
        lines = "".join(f"{name}\n" for name in names[start : start + BATCH])
        yield from _parse(_encode(repository.ask("cat-file", "--batch", given=lines)))


def _read_alone(repository: Repository, name: str) -> bytes | None:
    told = repository.run("cat-file", "blob", name)
    return None if told.returncode else _encode(told.stdout)


def _encode(told: str) -> bytes:
    return told.encode("utf-8", "surrogateescape")


def _parse(told: bytes) -> Iterator[bytes | None]:
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        found = _FOUND.fullmatch(told, at, end)
        at = end + 1
        if not found:
            yield None
            continue
        end = at + int(found[2])
        yield told[at:end] if found[1] == b"blob" else None
        at = end + 1
