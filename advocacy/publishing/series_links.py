"""The way from a post to the page of its series."""

from advocacy import addresses
from advocacy.post import Post, site_prefix
from advocacy.publishing.edition import Edition
from advocacy.slugs import slugify


def series_href(edition: Edition, post: Post) -> str:
    """Return the link to the page of a post's series; empty where there is none."""
    slug = slugify(post.series)
    prefix = site_prefix(edition.site, post.lang)
    is_there = (slug, post.lang) in edition.series
    return edition.site.href(addresses.series(slug, prefix)) if is_there else ""
