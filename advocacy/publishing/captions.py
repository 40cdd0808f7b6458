"""What networks make of all captions: handed to the checks, which know no network."""

from collections.abc import Collection, Mapping

from advocacy.library import Library
from advocacy.share.shared_texts import make_shared_texts
from advocacy.share.site_networks import networks_of
from advocacy.shared_text import SharedText


def make_captions(
    library: Library, paths: Collection[str] | None = None
) -> Mapping[str, tuple[SharedText, ...]]:
    """Return what the site's networks make of each post's captions, by the post's path.

    Args:
        library: What people wrote.
        paths: Only these posts; None is all.
    """
    networks = networks_of(library.site)
    texts = {
        post.path: make_shared_texts(post, library.site, networks)
        for post in library.posts
        if paths is None or post.path in paths
    }
    return {path: each for path, each in texts.items() if each}
