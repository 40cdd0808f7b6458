"""What an import did, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from advocacy.errors import Problem
from advocacy.imports.imported_post import ImportedPost
from advocacy.imports.notes import KINDS, Note
from advocacy.source import NOT_OURS

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a source.

    Attributes:
        source: The name of the source's folder.
        site: What the site is called.
        today: As ISO text, the day from which on findings block and feeds bring posts.
        posts: In the order of their new paths.
        unread: What could not be read; a copy of each is in import-report/unread.
        facts: What was decided for the whole site, in sentences.
        staff: Ids of the colleagues that were written.
        made_names: Name by id, of colleagues of whom the source has an id alone.
        unused_pictures: Source paths of pictures that no post shows, which were not copied.
    """

    source: str
    site: str
    today: str
    posts: tuple[ImportedPost, ...]
    unread: tuple[Problem, ...]
    facts: tuple[str, ...]
    staff: tuple[str, ...]
    made_names: Mapping[str, str]
    pictures: Mapping[str, str]
    unused_pictures: tuple[str, ...]

    @property
    def totals(self) -> dict[str, int]:
        """How many there are of each thing that a reader will ask for first."""
        kinds = Counter(note.kind for post in self.posts for note in post.notes)
        return {
            "posts": len(self.posts),
            "unread": len(self.unread),
            "staff": len(self.staff),
            "pictures": len(self.pictures),
            **{f"notes_{kind}": kinds[kind] for kind in KINDS},
        }

    @property
    def summary(self) -> str:
        """One line for the end of the command."""
        missing = self.totals["notes_image"]
        return (
            f"{len(self.posts)} posts, {len(self.staff)} colleagues, {len(self.pictures)} "
            f"pictures ({missing} missing), {len(self.unread)} not read."
        )


def make_json(report: Report) -> str:
    """Return the report for programs."""
    posts = [
        {
            "source": post.old_path,
            "file": post.path,
            "address": post.address,
            "old_addresses": list(post.old_addresses),
            "notes": [asdict(note) for note in post.notes],
        }
        for post in report.posts
    ]
    whole = {
        "schema_version": SCHEMA_VERSION,
        "source": report.source,
        "site": report.site,
        "today": report.today,
        "totals": report.totals,
        "facts": list(report.facts),
        "posts": posts,
        "unread": [asdict(problem) for problem in report.unread],
        "staff": list(report.staff),
        "made_names": dict(sorted(report.made_names.items())),
        "pictures": dict(sorted(report.pictures.items())),
        "unused_pictures": list(report.unused_pictures),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def make_markdown(report: Report) -> str:
    """Return the report for people: what needs a look first, then file by file."""
    blocks = [
        f"# Import of {report.source}\n\n{report.summary}",
        _section("Not read", [_unread(problem) for problem in report.unread]),
        _section("For the whole site", report.facts),
        _section("Bylines that were made from an id alone: look at each", _made_names(report)),
        _section("Pictures that no post shows, not copied", map(_code, report.unused_pictures)),
        "## File by file",
        *(_post(post) for post in report.posts),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(title: str, items: Iterable[str]) -> str:
    lines = [f"- {item}" for item in items]
    return f"## {title}\n\n" + "\n".join(lines) if lines else ""


def _made_names(report: Report) -> Iterable[str]:
    for person, name in sorted(report.made_names.items()):
        yield f"{_code(f'content/staff/{person}.md')}: {name}"


def _unread(problem: Problem) -> str:
    place = f", line {problem.line}" if problem.line else ""
    told = f"{_code(problem.path)}{place}: {problem.message}"
    if problem.code == NOT_OURS:
        return f"{told} It was not opened."
    return f"{told} A copy is in {_code(f'import-report/unread/{problem.path}')}."


def _post(post: ImportedPost) -> str:
    was = "".join(f", was at {_code(address)}" for address in post.old_addresses[:1])
    place = f"is now {_code(post.path)}, at {_code(f'/{post.address}')}{was}"
    blocks = [f"### {_code(post.old_path)}\n\n{place}"]
    for kind, title in KINDS.items():
        notes = [note for note in post.notes if note.kind == kind]
        if notes:
            blocks.append(f"{title}:\n\n" + "\n".join(_lines(notes)))
    return "\n\n".join(blocks)


def _lines(notes: Iterable[Note]) -> list[str]:
    """Return a line a note; what was seen several times stands there once, with its count."""
    lines = []
    for note, count in Counter(notes).items():
        became = f" → {_code(note.became)}" if note.became else ""
        times = f" ({count} times)" if count > 1 else ""
        lines.append(f"- {_code(note.seen)}{became}{times}")
    return lines


def _code(text: str) -> str:
    """Return a text as a code span, or as a block below the list item where it has lines."""
    if "\n" in text.strip():
        fence = "`````"
        body = "\n".join(f"  {line}".rstrip() for line in text.strip("\n").split("\n"))
        return f"\n\n  {fence}\n{body}\n  {fence}\n"
    ticks = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{ticks}{space}{text.strip()}{space}{ticks}"
