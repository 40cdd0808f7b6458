"""How commands find the post that somebody means."""

from pathlib import Path

from advocacy.errors import CommandError, ContentError, nearest
from advocacy.library import Library
from advocacy.post import Post


def find_post(library: Library, slug: str) -> Post:
    """Return the post with a slug; where it could not be read, say what keeps it from that."""
    posts = {post.slug: post for post in library.posts}
    if slug in posts:
        return posts[slug]
    broken = [problem for problem in library.problems if Path(problem.path).stem.endswith(slug)]
    if broken:
        raise ContentError(problems=broken)
    cure = nearest(slug, posts) or " Give the last part of its address."
    raise CommandError(f"`{slug}` is no post here.{cure}")
