"""How commands find the post that somebody means."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from advocacy.errors import CommandError, ContentError, Problem, nearest
from advocacy.library import POSTS, STAFF, Library
from advocacy.post import Post
from advocacy.source import UNREADABLE

# What of content, or content itself, has to be open for a post to be found.
_NEEDED = {(), (POSTS,), (STAFF,)}


def find_post(library: Library, slug: str) -> Post:
    """Return the post with a slug.

    Raises:
        ContentError: It could not be read, or lie in a folder that cannot be opened.
        CommandError: There is none.
    """
    posts = {post.slug: post for post in library.posts}
    if slug in posts:
        return posts[slug]
    broken = [problem for problem in library.problems if Path(problem.path).stem.endswith(slug)]
    if broken := [*_closed_folders(library), *broken]:
        raise ContentError(problems=broken)
    cure = nearest(slug, posts) or " Give the last part of its address."
    raise CommandError(f"`{slug}` is no post here.{cure}")


def _closed_folders(library: Library) -> Iterator[Problem]:
    """Yield what is told of folders that keep posts, or their authors, from being read."""
    for problem in library.problems:
        is_folder = problem.code == UNREADABLE and not problem.path.endswith(".md")
        if is_folder and PurePosixPath(problem.path).parts[1:2] in _NEEDED:
            yield problem
