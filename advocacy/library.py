"""Everything that people wrote for a site, read once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from advocacy.clashes import find_clashes
from advocacy.errors import Problem
from advocacy.front_matter import Document, read_document
from advocacy.page import GUIDE_SLUG, Page, read_page
from advocacy.post import Post, read_post
from advocacy.site import Site
from advocacy.source import Source, make_source, read_source
from advocacy.staff import StaffMember, read_staff_member

POSTS, PAGES, STAFF, IMAGES = "posts", "pages", "staff", "images"
GUIDE_PATH = f"content/{PAGES}/{GUIDE_SLUG}.md"


@dataclass(frozen=True, slots=True)
class Library:
    """What people wrote.

    Attributes:
        posts: Newest first; posts of one moment by id.
        staff: By id, in the order of their names.
        pages: By path.
        problems: What keeps a file from being read, and what files say against one another.
        unread: Files whose front matter has mistakes, so that their bodies can be checked still.
    """

    site: Site
    posts: tuple[Post, ...]
    staff: Mapping[str, StaffMember]
    pages: Mapping[str, Page]
    problems: tuple[Problem, ...]
    unread: tuple[Document, ...] = ()

    @property
    def guide(self) -> Page | None:
        """The values guide, where it could be read."""
        return self.pages.get(GUIDE_PATH)


def read_library(site: Site, texts: Mapping[str, bytes] | None = None) -> Library:
    """Read a site's content folder, collecting every mistake in it.

    Args:
        site: Whose folder it is.
        texts: By path, what a file is taken to hold, whatever lies on disk.
    """
    files, problems = _find_files(site)
    texts = texts or {}
    problems += [each for path in texts if path not in files for each in _misplaced(path)]
    files = dict(sorted({**files, **{path: site.root / path for path in texts}}.items()))
    read = _Reading(site, files, problems, texts)
    staff = read.folder(STAFF, lambda document: read_staff_member(document, site))
    pages = read.folder(PAGES, lambda document: read_page(document, site))
    by_id = {member.id: member for member in sorted(staff, key=lambda member: member.name)}
    posts = read.folder(POSTS, lambda document: read_post(document, site, by_id))
    problems += find_clashes(posts, staff, pages)
    posts.sort(key=lambda post: (-post.date.timestamp(), post.id))
    by_path = {page.path: page for page in pages}
    unread = tuple(read.unread)
    return Library(site, tuple(posts), by_id, by_path, tuple(sorted(problems)), unread)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Reading:
    """The files of a site, and where mistakes in them are noted."""

    site: Site
    files: Mapping[str, Path]
    problems: list[Problem]
    texts: Mapping[str, bytes]
    unread: list[Document] = field(default_factory=list)

    def source(self, path: str) -> Source | Problem:
        """Read one file."""
        if path in self.texts:
            return make_source(self.texts[path], path)
        return read_source(self.files[path], path)

    def folder(
        self, folder: str, read: Callable[[Document], tuple[T | None, list[Problem]]]
    ) -> list[T]:
        """Read the files of one folder; those that cannot be read are noted and left out."""
        values = []
        for path in self.files:
            if not path.startswith(f"content/{folder}/"):
                continue
            source = self.source(path)
            document = source if isinstance(source, Problem) else read_document(source)
            if isinstance(document, Problem):
                self.problems.append(document)
                continue
            value, found = read(document)
            self.problems.extend(found)
            if value is None:
                self.unread.append(document)
            else:
                values.append(value)
        return values


def _find_files(site: Site) -> tuple[dict[str, Path], list[Problem]]:
    """Find the Markdown files of a site by path, and what may not lie in its content."""
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    open_folders = [site.content]
    while open_folders:
        entry = open_folders.pop()
        path = entry.relative_to(site.root).as_posix()
        if entry.name.startswith((".", "#")) or entry.name.endswith("~"):
            continue
        if entry.is_symlink():
            message = "is a symbolic link, which content may not have. Put the file in its place."
            problems.append(Problem(path, 0, 0, message, "File.Link"))
        elif entry.is_dir():
            open_folders += entry.iterdir()
        elif entry.is_file():
            problems += _misplaced(path)
            files[path] = entry
        elif entry.exists():
            message = "is no ordinary file. Take it away."
            problems.append(Problem(path, 0, 0, message, "File.Kind"))
    return dict(sorted(files.items())), problems


def _misplaced(path: str) -> list[Problem]:
    """Find a file that would be passed over, though someone wrote it to be read."""
    if path in {f"content/{each}" for each in (POSTS, PAGES, STAFF, IMAGES)}:
        message = "is a file where a folder should be. Move it away."
        return [Problem(path, 0, 0, message, "File.Kind")]
    in_text = path.startswith(tuple(f"content/{each}/" for each in (POSTS, PAGES, STAFF)))
    if in_text and not path.endswith(".md"):
        message = "is not Markdown. Name posts `.md`, and put pictures in content/images."
    elif path.endswith(".md") and not in_text:
        message = "is in no folder that is read. Move it to content/posts, pages or staff."
    else:
        return []
    return [Problem(path, 0, 0, message, "File.Kind")]
