"""The commits of a repository, each read once: what a commit is never changes."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from advocacy.cache import Cache, make_key
from advocacy.commits import Commit, Person, Touch, read_typed_commits
from advocacy.git import ask_git

# Of more than these all are read at once.
MOST_NAMED = 500
# How a commit is kept: another number leaves all of another form alone.
FORM = "1"


def read_known_commits(root: Path, kept: Cache) -> tuple[Commit, ...] | None:
    """Return all commits up to HEAD, by people as they were typed; None where git tells none.

    Of files they have those that are Markdown.

    Raises:
        OSError: Git is not installed.
    """
    listed = ask_git(root, "--no-replace-objects", "rev-list", "HEAD")
    if listed.returncode:
        return None
    keys = {each: make_key("commit", FORM, each) for each in listed.stdout.split()}
    known = kept.read(keys.values())
    missing = [each for each, key in keys.items() if key not in known]
    fresh = _read(root, missing, is_all=len(missing) > MOST_NAMED)
    if fresh is None:
        return None
    kept.write({keys[each.hash]: json.dumps(each) for each in fresh if each.hash in keys})
    old = (_commit(known[keys[each]]) for each in keys if keys[each] in known)
    return (*fresh, *old)


def _read(root: Path, missing: Iterable[str], *, is_all: bool) -> tuple[Commit, ...] | None:
    named = [*missing]
    if not named:
        return ()
    commits = read_typed_commits(root, *(["HEAD"] if is_all else ["--no-walk=unsorted", *named]))
    return None if commits is None else tuple(map(_with_texts, commits))


def _with_texts(commit: Commit) -> Commit:
    touches = (each for each in commit.touches if each.path.endswith(".md"))
    return commit._replace(touches=tuple(touches))


def _commit(value: Any) -> Commit:
    made, author, helpers, touches = json.loads(value)
    people = tuple(Person(*each) for each in helpers)
    return Commit(made, Person(*author), people, tuple(Touch(*each) for each in touches))
