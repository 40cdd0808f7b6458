"""What a build remembers of itself, by which it is known whether it may be published."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from advocacy.errors import CommandError
from advocacy.revision import Revision

REBUILD = "Build it again: `advocacy build`."


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """What an output was made from.

    Attributes:
        url: Where it is to be served.
        day: As on which it was built.
        due: The next day on which something changes by itself; None where nothing does.
        with_drafts: Whether it shows what is for the author's eyes alone.
        guide: The version of the guide that every post was held to.
        revision: What the site's folder held.
    """

    url: str
    day: date
    due: date | None
    with_drafts: bool
    guide: str
    revision: Revision


def make_standing(
    url: str, due: date | None, revision: Revision, *, with_drafts: bool
) -> Mapping[str, object]:
    """Return what is recorded of a build besides what it was held to."""
    return {
        "url": url,
        "due": due.isoformat() if due else "",
        "drafts": with_drafts,
        "content": {"commit": revision.commit, "changed": list(revision.changed)},
    }


def read_build_record(file: Path) -> BuildRecord:
    """Read the record of the build that made an output.

    Raises:
        CommandError: There is none, or it is of a version that recorded less.
    """
    try:
        return _read(json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise CommandError(f"{file}: No build was finished here. {REBUILD}") from None
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise CommandError(f"{file}: cannot be read: {error!r}. {REBUILD}") from None


def _read(told: Any) -> BuildRecord:
    content = told["content"]
    return BuildRecord(
        url=str(told["url"]),
        day=date.fromisoformat(told["date"]),
        due=date.fromisoformat(told["due"]) if told["due"] else None,
        with_drafts=bool(told["drafts"]),
        guide=str(told["guide"]["version"]),
        revision=Revision(str(content["commit"]), tuple(map(str, content["changed"]))),
    )
