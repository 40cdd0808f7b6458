"""A guide's coverage, for people to read and for machines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from advocacy.counting import count_of
from advocacy.editorial.coverage import Coverage, Upheld, Upholder


def make_coverage_text(coverage: Coverage) -> str:
    """Return each principle with what upholds it, and a line of totals."""
    lines = [line for each in coverage.principles for line in _principle(each, coverage.posts)]
    if coverage.untied:
        lines += ["Built-in checks that uphold no principle", *_upholders(coverage.untied)]
    return "\n".join([*lines, _totals(coverage)])


def make_coverage_json(coverage: Coverage) -> str:
    """Return an object with the guide's version, the number of posts, and each principle."""
    principles = [
        {
            "id": each.principle.id,
            "title": each.principle.title,
            "enforced": each.principle.is_enforced,
            "met": each.met,
            "by": [asdict(upholder) for upholder in each.by],
        }
        for each in coverage.principles
    ]
    value = {
        "version": coverage.version,
        "posts": coverage.posts,
        "principles": principles,
        "untied": [asdict(upholder) for upholder in coverage.untied],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _principle(upheld: Upheld, posts: int) -> Iterator[str]:
    principle = upheld.principle
    name = f"{principle.title} (#{principle.id})"
    if not upheld.by:
        yield f"{name}: enforced: no; people look after it"
        return
    yield f"{name}: {_share(upheld.met, posts)}"
    yield from _upholders(upheld.by)


def _share(met: int, posts: int) -> str:
    if not posts:
        return "no posts yet"
    return f"met by {met} of {count_of(posts, 'post')}, {100 * met // posts} %"


def _upholders(upholders: Iterable[Upholder]) -> Iterator[str]:
    for each in upholders:
        found = f"found in {count_of(each.posts, 'post')}" if each.posts else "found in none"
        yield f"  {each.id:<26} {each.kind:<14} {each.level:<10} {found}"


def _totals(coverage: Coverage) -> str:
    enforced = sum(bool(each.by) for each in coverage.principles)
    return (
        f"{count_of(coverage.posts, 'post')}, "
        f"{count_of(len(coverage.principles), 'principle')}, "
        f"{enforced} of them enforced; guide version {coverage.version}"
    )
