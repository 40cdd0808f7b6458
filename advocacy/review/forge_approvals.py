"""Approvals as a forge's API tells them: by whom, and of which commit."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from advocacy.errors import CommandError

CURE = "Save what the forge's API answers; docs/editors.md says which."
_HANDLE = re.compile(r"[\w.\[\]-]{1,100}")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
# What a person says last of these counts; a comment takes nothing back.
_DECIDING = {
    "github": ("APPROVED", "CHANGES_REQUESTED", "DISMISSED"),
    "forgejo": ("APPROVED", "REQUEST_CHANGES"),
    "gitea": ("APPROVED", "REQUEST_CHANGES"),
}


class ForgeApproval(NamedTuple):
    """That somebody approved a commit.

    Attributes:
        handle: Who, as the forge calls them.
        commit: What they saw, as a whole hash.
    """

    handle: str
    commit: str


def read_forge_approvals(file: Path, forge: str) -> tuple[ForgeApproval, ...]:
    """Return what is approved by what a forge's API answered; nobody twice.

    Args:
        file: On GitHub, Forgejo and Gitea a pull request's reviews, as a list. On GitLab a table of
            two answers, `approvals` and `versions`.
        forge: Whose answer it is.

    Raises:
        CommandError: It cannot be read, or is nothing of that kind.
    """
    try:
        answer = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        said = getattr(error, "strerror", None) or "it is no JSON"
        raise CommandError(f"--approvals: {file} cannot be read: {said}. {CURE}") from None
    if not _is_answer(answer, forge):
        said = f"it is no {'table of two answers' if forge == 'gitlab' else 'list of reviews'}"
        raise CommandError(f"--approvals: {file} is not from {forge}: {said}. {CURE}")
    read = _of_versions if forge == "gitlab" else _of_reviews
    return tuple(filter(_is_whole, read(answer, forge)))


def _is_answer(answer: Any, forge: str) -> bool:
    """Say whether a forge answers like that; it tells of a mistake in another form."""
    if forge != "gitlab":
        return isinstance(answer, list)
    table = _table(answer)
    given = _table(table.get("approvals")).get("approved_by")
    return isinstance(given, list) and isinstance(table.get("versions"), list)


def _of_reviews(answer: Any, forge: str) -> Iterator[ForgeApproval]:
    """Yield, for each person, what they decided last, where that is an approval."""
    deciding = _DECIDING[forge]
    reviews = [each for each in _rows(answer) if each.get("state") in deciding]
    last = {}
    for review in sorted(reviews, key=lambda each: _time(each.get("submitted_at"))):
        last[_text(review.get("user"), "login").lower()] = review
    for review in last.values():
        if review["state"] == "APPROVED" and not review.get("dismissed"):
            yield ForgeApproval(_text(review.get("user"), "login"), _text(review, "commit_id"))


def _of_versions(answer: Any, _forge: str) -> Iterator[ForgeApproval]:
    """Yield approvals with the newest version that there was when they were given."""
    table = _table(answer)
    versions = sorted(_rows(table.get("versions")), key=lambda each: _time(each.get("created_at")))
    for given in _rows(_table(table.get("approvals")).get("approved_by")):
        when = _time(given.get("approved_at"))
        seen = [each for each in versions if _time(each.get("created_at")) <= when]
        if seen:
            handle = _text(given.get("user"), "username")
            yield ForgeApproval(handle, _text(seen[-1], "head_commit_sha"))


def _is_whole(approval: ForgeApproval) -> bool:
    return all(map(re.fullmatch, (_HANDLE, _COMMIT), approval))


def _rows(values: Any) -> Sequence[Mapping[str, Any]]:
    return [each for each in values if isinstance(each, dict)]


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(table: Any, key: str) -> str:
    value = _table(table).get(key)
    return value if isinstance(value, str) else ""


def _time(value: Any) -> float:
    """Return when something was, in seconds; what says no time was before all others."""
    try:
        return datetime.fromisoformat(value).timestamp()
    except (TypeError, ValueError, OverflowError):
        return 0.0
