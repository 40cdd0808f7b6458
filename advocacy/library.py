"""Everything that people wrote for a site, read once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from advocacy.errors import Problem
from advocacy.front_matter import Document, read_document
from advocacy.page import GUIDE_SLUG, Page, read_page
from advocacy.post import Post, read_post
from advocacy.site import Site
from advocacy.source import read_source
from advocacy.staff import StaffMember, read_staff_member

POSTS, PAGES, STAFF, IMAGES = "posts", "pages", "staff", "images"


@dataclass(frozen=True, slots=True)
class Library:
    """What people wrote.

    Attributes:
        posts: Newest first; posts of one moment by id.
        staff: By id, in the order of their names.
        pages: By slug.
        problems: What keeps a file from being read, and what files say against one another.
    """

    site: Site
    posts: tuple[Post, ...]
    staff: Mapping[str, StaffMember]
    pages: Mapping[str, Page]
    problems: tuple[Problem, ...]

    @property
    def guide(self) -> Page | None:
        """The values guide, where it could be read."""
        return self.pages.get(GUIDE_SLUG)


def read_library(site: Site) -> Library:
    """Read a site's content folder, collecting every mistake in it."""
    problems: list[Problem] = []
    staff = _read_folder(site, STAFF, read_staff_member, problems)
    pages = _read_folder(site, PAGES, lambda document: read_page(document, site), problems)
    known = {member.id: member for member in sorted(staff, key=lambda member: member.name)}
    posts = _read_folder(site, POSTS, lambda document: read_post(document, site, known), problems)
    problems += _clashes(posts)
    posts.sort(key=lambda post: (-post.date.timestamp(), post.id))
    by_slug = {page.slug: page for page in pages}
    return Library(site, tuple(posts), known, by_slug, tuple(sorted(problems)))


T = TypeVar("T")


def _read_folder(
    site: Site,
    folder: str,
    read: Callable[[Document], tuple[T | None, list[Problem]]],
    problems: list[Problem],
) -> list[T]:
    values = []
    for file in _markdown_files(site.content / folder, site, problems):
        path = file.relative_to(site.root).as_posix()
        source = read_source(file, path)
        document = source if isinstance(source, Problem) else read_document(source)
        if isinstance(document, Problem):
            problems.append(document)
            continue
        value, found = read(document)
        problems += found
        if value is not None:
            values.append(value)
    return values


def _markdown_files(folder: Path, site: Site, problems: list[Problem]) -> list[Path]:
    """List the Markdown files below a folder; links and other files are mistakes."""
    files = []
    for entry in sorted(folder.iterdir()) if folder.is_dir() else []:
        path = entry.relative_to(site.root).as_posix()
        if entry.name.startswith((".", "#")) or entry.name.endswith("~"):
            continue
        if entry.is_symlink():
            message = "is a symbolic link, which content may not have. Put the file in its place."
            problems.append(Problem(path, 0, 0, message, "File.Link"))
        elif entry.is_dir():
            files += _markdown_files(entry, site, problems)
        elif entry.suffix == ".md":
            files.append(entry)
        else:
            message = "is not Markdown. Name posts `.md`, and put pictures in content/images."
            problems.append(Problem(path, 0, 0, message, "File.Kind"))
    return files


def _clashes(posts: Iterable[Post]) -> list[Problem]:
    """Find what two posts both claim."""
    problems = []
    for key in ("id", "slug"):
        seen: dict[str, Post] = {}
        for post in sorted(posts, key=lambda post: (post.date, post.path)):
            value = getattr(post, key)
            if value not in seen:
                seen[value] = post
                continue
            place = post.places.get(key) or post.places["title"]
            message = f"`{value}` is the {key} of {seen[value].path} too. Give this post its own."
            code = f"Post.{key.capitalize()}"
            problems.append(Problem(post.path, place.line, place.column, message, code))
    return problems
