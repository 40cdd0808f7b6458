"""What posts were before a pull request, as git keeps them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from advocacy.errors import Problem
from advocacy.front_matter import Document, read_document
from advocacy.library import POSTS, Library
from advocacy.post import read_post
from advocacy.publishing.desk import Desk
from advocacy.repository import Repository
from advocacy.source import make_source

FOLDER = f"content/{POSTS}/"


@dataclass(frozen=True, slots=True)
class PastPost:
    """A post as it was.

    Attributes:
        id: Empty where it could not be read then.
        address: Where it was; empty where it had no page that anybody could know.
    """

    path: str
    id: str = ""
    title: str = ""
    address: str = ""


def read_past_posts(
    repository: Repository, commit: str, paths: Iterable[str], desk: Desk
) -> tuple[PastPost, ...]:
    """Return what the files at some paths said at a commit; nothing of those that were not there.

    Args:
        repository: Where the site lies.
        commit: The commit.
        paths: Files that changed, or are gone, relative to the site's folder.
        desk: The site as it is now, by whose settings an address is computed.
    """
    listed = repository.ask("ls-tree", "-r", "-z", "--name-only", commit, "--", FOLDER)
    known = {path for path in listed.split("\0") if path.endswith(".md")}
    return tuple(_read(repository, commit, path, desk) for path in sorted(known & {*paths}))


def id_of(document: Document) -> str:
    """Return the id that a file gives itself, also where it cannot be read; or nothing."""
    table = document.fields.value
    node = table.get("id") if isinstance(table, dict) else None
    return str(node.value) if node else ""


def _read(repository: Repository, commit: str, path: str, desk: Desk) -> PastPost:
    raw = repository.ask("cat-file", "blob", f"{commit}:./{path}")
    source = make_source(raw.encode("utf-8", "surrogateescape"), path)
    document = source if isinstance(source, Problem) else read_document(source)
    if isinstance(document, Problem):
        return PastPost(path)
    site = desk.site
    post, _ = read_post(document, site, _anybody(document, desk.library))
    if post is None:
        return PastPost(path, id_of(document))
    address = post.address(site) if post.is_public(desk.today) else ""
    return PastPost(path, post.id, post.title, address)


def _anybody(document: Document, library: Library) -> Mapping[str, object]:
    """Return whom a post may name as an author: who wrote it may have no file any more."""
    return {**dict.fromkeys(_authors(document)), **library.colleagues}


def _authors(document: Document) -> Iterator[str]:
    table = document.fields.value
    node = table.get("authors") if isinstance(table, dict) else None
    if node and isinstance(node.value, list):
        yield from (str(each.value) for each in node.value)
