"""What was so before a change: who were colleagues, whose were posts, who could approve."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from advocacy.blobs import read_blobs
from advocacy.errors import Problem, SettingsError
from advocacy.identities import Identities, make_identities
from advocacy.library import POSTS, STAFF, Library, read_piece
from advocacy.post import Post
from advocacy.repository import Repository
from advocacy.review_settings import ReviewSettings
from advocacy.site import SETTINGS_FILE, Site, make_site
from advocacy.source import make_source
from advocacy.staff import StaffMember
from advocacy.toml_file import parse_toml
from advocacy.touched import Change

STAFF_FOLDER, POST_FOLDER = f"content/{STAFF}/", f"content/{POSTS}/"


@dataclass(frozen=True, slots=True)
class Before:
    """What a change cannot give itself: it was so before.

    Attributes:
        review: What `[review]` said; nobody is an editor where it could not be read.
        staff: Colleagues, by id.
        posts: By each post's path then.
    """

    review: ReviewSettings = field(default_factory=ReviewSettings)
    staff: Mapping[str, StaffMember] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)

    def identities(self, now: Library) -> Identities:
        """Return by what colleagues were known; who is new is known by what they say now."""
        domains = self.review.domains
        new = make_identities(self._new(now), domains)
        old = make_identities(self.staff.values(), domains)
        return Identities({**new.ids, **old.ids}, domains)

    def find_known(self, now: Library) -> frozenset[str]:
        """Return the ids of those whose commits a file told of, in the same way."""
        everybody = (*self.staff.values(), *self._new(now))
        return frozenset(each.id for each in everybody if each.commit_emails or each.forge)

    def _new(self, now: Library) -> tuple[StaffMember, ...]:
        return tuple(each for name, each in now.staff.items() if name not in self.staff)

    def find_post(self, post_id: str) -> Post | None:
        """Return the post that had an id."""
        return next((post for post in self.posts.values() if post.id == post_id), None)


def read_before(repository: Repository, base: str, change: Change, now: Library) -> Before:
    """Return what was so at a commit: what is not touched is as it is.

    Args:
        repository: The site's.
        base: The commit.
        change: All that differs from it.
        now: What people wrote, with the change.
    """
    if change.ruling not in {None, change.prefix}:
        return _read_elsewhere(repository, base, change, now)
    files = tuple(change.within())
    fresh = {file.path for file in files}
    old = (file.before or file.path for file in files if file.status != "A")
    texts = _read_texts(repository, f"{base}:{change.prefix_before}", old)
    site = now.site if SETTINGS_FILE not in fresh else _read_site(texts, now.site)
    staff = {member.id: member for member in now.staff.values() if member.path not in fresh}
    posts = {post.path: post for post in now.posts if post.path not in fresh}
    old_staff, old_posts = _read_pieces(texts, site, {**now.colleagues, **staff})
    return Before(site.review, staff | old_staff, posts | old_posts)


def _read_elsewhere(repository: Repository, base: str, change: Change, now: Library) -> Before:
    """Return what was so in the folder of another site, or in which the site was.

    All of it is read, however git pairs files that were with files that are. Of a site that is
    new, no post was there.
    """
    names = (f"{change.ruling}{each}" for each in (SETTINGS_FILE, STAFF_FOLDER, POST_FOLDER))
    told = repository.ask(
        *("--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", "--name-only"), base, *names
    )
    old = (path.removeprefix(change.ruling or "") for path in told.split("\0")[:-1])
    texts = _read_texts(repository, f"{base}:{change.ruling}", old)
    site = _read_site(texts, now.site)
    staff, posts = _read_pieces(texts, site, {})
    return Before(site.review, staff, {} if change.is_new else posts)


def _read_texts(repository: Repository, folder: str, old: Iterable[str]) -> Mapping[str, bytes]:
    """Return what texts in a folder held, by their paths in it."""
    paths = [path for path in old if path.endswith(".md") or path == SETTINGS_FILE]
    texts = read_blobs(repository, [f"{folder}{path}" for path in paths])
    return {path: text for path, text in zip(paths, texts, strict=True) if text is not None}


def _read_site(texts: Mapping[str, bytes], now: Site) -> Site:
    """Return the site as its settings were; where they cannot be read, nobody could approve."""
    nobody = replace(now, review=ReviewSettings())
    source = make_source(texts.get(SETTINGS_FILE, b""), SETTINGS_FILE)
    table = source if isinstance(source, Problem) else parse_toml(source)
    try:
        return nobody if isinstance(table, Problem) else make_site(now.root, table)
    except SettingsError:
        return nobody


def _read_pieces(
    texts: Mapping[str, bytes], site: Site, colleagues: Mapping[str, StaffMember | None]
) -> tuple[dict[str, StaffMember], dict[str, Post]]:
    """Return colleagues by id and posts by path, as files said; posts name colleagues."""
    known, staff, posts = dict(colleagues), {}, {}
    # What lies anywhere else was on no page, however much it looks like a post.
    paths = (path for path in texts if path.startswith((STAFF_FOLDER, POST_FOLDER)))
    for path in sorted(paths, key=lambda path: not path.startswith(STAFF_FOLDER)):
        piece, _ = read_piece(make_source(texts[path], path), site, known)
        if isinstance(piece, StaffMember):
            known[piece.id] = staff[piece.id] = piece
        elif isinstance(piece, Post):
            posts[piece.path] = piece
    return staff, posts
