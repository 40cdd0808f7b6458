"""Suggested changes as a patch."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from advocacy.review.suggestion import Suggestion


def make_patch(suggestions: Iterable[Suggestion], folder: str = "") -> str:
    """Return suggestions, by path and line, as a diff that `git apply --unidiff-zero` takes.

    Args:
        suggestions: In order.
        folder: The site's as seen from the repository, with a slash at its end, or empty.
    """
    by_file = groupby(suggestions, lambda each: each.path)
    return "\n".join(line for path, each in by_file for line in _file(f"{folder}{path}", each))


def _file(path: str, suggestions: Iterable[Suggestion]) -> Iterator[str]:
    yield from (f"--- a/{path}", f"+++ b/{path}")
    shift = 0
    for each in suggestions:
        old, new = len(each.old), len(each.new)
        yield f"@@ -{_range(each.line, old)} +{_range(each.line + shift, new)} @@"
        yield from _marked("-", each.before)
        yield from _marked("+", each.after)
        shift += new - old


def _marked(mark: str, text: str) -> Iterator[str]:
    """Yield lines with a mark, as git parts them: a carriage return belongs to its line."""
    *ended, last = text.split("\n")
    yield from (f"{mark}{line}" for line in ended)
    if last:
        yield from (f"{mark}{last}", "\\ No newline at end of file")


def _range(line: int, count: int) -> str:
    return str(line) if count == 1 else f"{line},{count}"
