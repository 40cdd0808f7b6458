"""A commit of a branch that is a publication: its message says of what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from advocacy.publications.publication import SHORT, Publication

PREFIX = "Publication-"
PUTS_BACK = f"{PREFIX}Puts-Back"
LOG = ("log", "--first-parent", "-z", "--format=%H%n%(trailers)")
_KEYS = {each.name: f"{PREFIX}{each.name.title()}" for each in fields(Publication)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A commit of the branch that is a publication.

    Attributes:
        commit: Its hash.
        puts_back: The hash of the earlier one that it puts back; empty where it is new.
        publication: What it is; what it puts back, if it does.
    """

    commit: str
    puts_back: str
    publication: Publication


def find_served(entries: Sequence[Entry]) -> Entry:
    """Return the publication whose files the first of some commits holds."""
    top = entries[0]
    return next((each for each in entries if each.commit == top.puts_back), top)


def read_entry(text: str) -> Entry | None:
    """Return what a commit publishes, as `LOG` shows it; None where it publishes nothing."""
    commit, _, lines = text.partition("\n")
    told = dict(_trailers(lines))
    if _KEYS["url"] not in told:
        return None
    known = {name: told.get(key, "") for name, key in _KEYS.items()}
    publication = Publication(**{**known, "name": commit[:SHORT]})
    return Entry(commit, told.get(PUTS_BACK, ""), publication)


def make_message(subject: str, publication: Publication, puts_back: str = "") -> str:
    """Return the message of a commit that publishes something, or puts it back."""
    told = {key: getattr(publication, name) for name, key in _KEYS.items()}
    # Its name is the hash that it gets by this message.
    trailers = {**told, _KEYS["name"]: "", PUTS_BACK: puts_back}
    lines = (f"{key}: {value}" for key, value in trailers.items() if value)
    return f"{subject}\n\n" + "\n".join(lines) + "\n"


def make_author(publication: Publication) -> Mapping[str, str]:
    """Return who commits: the site itself, as no person wrote what was built."""
    host = urlsplit(publication.url).hostname or "localhost"
    own = {"NAME": host, "EMAIL": f"noreply@{host}"}
    return {f"GIT_{who}_{key}": own[key] for who in ("AUTHOR", "COMMITTER") for key in own}


def _trailers(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        key, _, value = line.partition(": ")
        yield key, value
