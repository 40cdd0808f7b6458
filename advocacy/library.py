"""Everything that people wrote for a site, read once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from advocacy.about import ABOUT_FOLDERS, About, is_about, read_about
from advocacy.clashes import find_clashes, find_double_abouts, find_lone_abouts
from advocacy.errors import Problem
from advocacy.front_matter import Document, read_document
from advocacy.limits.telling import LimitError
from advocacy.limits.within import WithinLimits
from advocacy.page import GUIDE_SLUG, Page, read_page
from advocacy.page_families import Family, find_page_families
from advocacy.post import Post, read_post
from advocacy.site import Site
from advocacy.slugs import fold_path
from advocacy.source import UNREADABLE, Source, make_source, read_source
from advocacy.staff import StaffMember, read_staff_member

POSTS, PAGES, STAFF, IMAGES = "posts", "pages", "staff", "images"
READ = (POSTS, PAGES, STAFF, *ABOUT_FOLDERS)
GUIDE_PATH = f"content/{PAGES}/{GUIDE_SLUG}.md"


@dataclass(frozen=True, slots=True)
class Library:
    """What people wrote.

    Attributes:
        posts: Newest first; posts of one moment by id.
        staff: By id, in the order of their names.
        pages: By path.
        problems: What keeps a file from being read, and what files say against one another.
        abouts: What topics, purposes and series are about, by path.
        unread: Files whose front matter has mistakes, so that their bodies can be checked still.
    """

    site: Site
    posts: tuple[Post, ...]
    staff: Mapping[str, StaffMember]
    pages: Mapping[str, Page]
    problems: tuple[Problem, ...]
    unread: tuple[Document, ...] = ()
    abouts: Mapping[str, About] = field(default_factory=dict)

    @property
    def guide(self) -> Page | None:
        """The values guide, where it could be read."""
        return self.pages.get(GUIDE_PATH)

    @property
    def page_families(self) -> Mapping[str, Family]:
        """By each page's path the page and its translations, the original first."""
        return find_page_families(self.pages.values(), self.site)

    @property
    def colleagues(self) -> Mapping[str, StaffMember | None]:
        """By id, all who have a file; None where that cannot be read, which is told once."""
        return _colleagues(self.staff, self.problems)

    @property
    def unread_paths(self) -> frozenset[str]:
        """The files that are there, and of which a mistake is told that keeps them unread."""
        posts, members = {each.path for each in self.posts}, self.staff.values()
        read = posts | {each.path for each in members} | {*self.pages} | {*self.abouts}
        told = {problem.path for problem in self.problems}
        return frozenset((told | {each.source.path for each in self.unread}) - read)


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
    members = [each for each in read.folder(STAFF, {}) if isinstance(each, StaffMember)]
    staff = {member.id: member for member in sorted(members, key=lambda member: member.name)}
    colleagues = _colleagues(staff, problems)
    pages = [each for each in read.folder(PAGES, {}) if isinstance(each, Page)]
    posts = [each for each in read.folder(POSTS, colleagues) if isinstance(each, Post)]
    abouts = {
        each.path: each
        for folder in ABOUT_FOLDERS
        for each in read.folder(folder, {})
        if isinstance(each, About)
    }
    problems += find_clashes(posts, members, pages, site, _ids(read.unread))
    problems += find_double_abouts(abouts.values())
    if not read.unread:  # a post that could not be read may be the one of a series
        problems += find_lone_abouts(abouts.values(), posts)
    by_path = {page.path: page for page in pages}
    unread = tuple(read.unread)
    return Library(
        site, _newest_first(posts), staff, by_path, tuple(sorted(problems)), unread, abouts
    )


def replace_post(library: Library, path: str, raw: bytes) -> Library:
    """Return a library in which a post says something else; the other files are not read again.

    Args:
        library: What people wrote.
        path: The post's, whether or not there is one yet.
        raw: What its file is taken to hold.
    """
    posts = [post for post in library.posts if post.path != path]
    before = {*_clashes(library, library.posts, library.unread)}
    problems = [each for each in library.problems if each.path != path and each not in before]
    unread = [each for each in library.unread if each.source.path != path]
    source = make_source(raw, path)
    piece, found = read_piece(source, library.site, library.colleagues)
    if isinstance(piece, Post):
        posts.append(piece)
    elif isinstance(piece, Document):
        unread.append(piece)
    problems += [*found, *_clashes(library, posts, unread)]
    return replace(
        library,
        posts=_newest_first(posts),
        problems=tuple(sorted(problems)),
        unread=tuple(sorted(unread, key=lambda each: each.source.path)),
    )


def read_piece(
    source: Source | Problem, site: Site, colleagues: Mapping[str, StaffMember | None]
) -> tuple[Post | Page | StaffMember | About | Document | None, list[Problem]]:
    """Read what one file holds.

    Args:
        source: The file.
        site: Whose it is.
        colleagues: By id, who may be named as an author; None where their file cannot be read.

    Returns:
        The post, page or colleague; the document, where a mistake in its front matter, or in that
        of an author, keeps it from being one; None where there is none. And its own mistakes.
    """
    if isinstance(source, Problem):
        return None, [source]
    try:
        with WithinLimits(source.path, len(source.text)):
            return _read_piece(source, site, colleagues)
    except LimitError as error:
        return None, [*error.problems]


def _read_piece(
    source: Source, site: Site, colleagues: Mapping[str, StaffMember | None]
) -> tuple[Post | Page | StaffMember | About | Document | None, list[Problem]]:
    document = read_document(source)
    if isinstance(document, Problem):
        return None, [document]
    path = document.source.path
    value: Post | Page | StaffMember | About | None
    if path.startswith(f"content/{STAFF}/"):
        value, found = read_staff_member(document, site)
    elif path.startswith(f"content/{PAGES}/"):
        value, found = read_page(document, site)
    elif is_about(path):
        value, found = read_about(document, site)
    else:
        value, found = read_post(document, site, colleagues)
        if value and any(colleagues[author] is None for author in value.authors):
            return document, []
    return value or document, found


def _newest_first(posts: Iterable[Post]) -> tuple[Post, ...]:
    return tuple(sorted(posts, key=lambda post: (-post.date.timestamp(), post.id)))


def _clashes(library: Library, posts: Sequence[Post], unread: Iterable[Document]) -> list[Problem]:
    staff, pages = [*library.staff.values()], [*library.pages.values()]
    return find_clashes(posts, staff, pages, library.site, _ids(unread))


def _ids(unread: Iterable[Document]) -> frozenset[str]:
    """Return what translations may call posts and pages that could not be read."""
    documents = [*unread]
    nodes = (each.fields.value for each in documents)
    found = (node.get("id") for node in nodes if isinstance(node, dict))
    paths = (each.source.path for each in documents)
    pages = (PurePosixPath(path).stem for path in paths if path.startswith(f"content/{PAGES}/"))
    return frozenset(str(each.value) for each in found if each) | {*pages}


def _colleagues(
    staff: Mapping[str, StaffMember], problems: Iterable[Problem]
) -> dict[str, StaffMember | None]:
    """Add those whose files cannot be read to the colleagues, by the names of their files."""
    broken = (each.path for each in problems if each.path.startswith(f"content/{STAFF}/"))
    ids = (path.rpartition("/")[2].removesuffix(".md") for path in broken)
    return {**dict.fromkeys(ids), **staff}


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
        self, folder: str, colleagues: Mapping[str, StaffMember | None]
    ) -> Iterator[Post | Page | StaffMember | About]:
        """Read the files of one folder; those that cannot be read are noted and left out."""
        for path in self.files:
            if not path.startswith(f"content/{folder}/"):
                continue
            piece, found = read_piece(self.source(path), self.site, colleagues)
            self.problems.extend(found)
            if isinstance(piece, Document):
                self.unread.append(piece)
            elif piece is not None:
                yield piece


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
        try:
            if entry.is_symlink():
                message = (
                    "is a symbolic link, which content may not have. Put the file in its place."
                )
                problems.append(Problem(path, 0, 0, message, "File.Link"))
            elif entry.is_dir():
                open_folders += entry.iterdir()
            elif entry.is_file():
                problems += _misplaced(path)
                files[path] = entry
            elif entry.exists():
                message = "is no ordinary file. Take it away."
                problems.append(Problem(path, 0, 0, message, "File.Kind"))
        except OSError as error:  # a folder that may not be read, a path that is too long
            message = (
                f"cannot be opened: {error.strerror}. Rename it, or let whoever builds read it."
            )
            problems.append(Problem(path, 0, 0, message, UNREADABLE))
    return dict(sorted(files.items())), [*problems, *_find_twins(files)]


def _find_twins(paths: Iterable[str]) -> Iterator[Problem]:
    """Find files that some systems cannot tell apart: by case, or by how accents are written."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        first = seen.setdefault(fold_path(path), path)
        if first != path:
            told = "differ by case, or by how their accents are written, alone. Rename one of them."
            message = f"This name and {first} {told}"
            yield Problem(path, 0, 0, message, "File.Twin", other=first)


def _misplaced(path: str) -> list[Problem]:
    """Find a file that would be passed over, though someone wrote it to be read."""
    if path in {f"content/{each}" for each in (*READ, IMAGES)}:
        message = "is a file where a folder should be. Move it away."
        return [Problem(path, 0, 0, message, "File.Kind")]
    in_text = path.startswith(tuple(f"content/{each}/" for each in READ))
    if in_text and not path.endswith(".md"):
        message = "is not Markdown. Name posts `.md`, and put pictures in content/images."
    elif path.endswith(".md") and not in_text:
        message = "is in no folder that is read. Move it to content/posts, pages or staff."
    else:
        return []
    return [Problem(path, 0, 0, message, "File.Kind")]
