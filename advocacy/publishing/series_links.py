"""The way from a post to the page of its series."""

from advocacy import addresses
from advocacy.post import Post, site_prefix
from advocacy.publishing.edition import Edition
from advocacy.slugs import slugify


def series_href(edition: Edition, post: Post) -> str:
    """Return the link to the page of a post's series; empty where there is none."""
    slug = slugify(post.series)
    is_there = any((each.series, each.lang) == (post.series, post.lang) for each in edition.listed)
    prefix = site_prefix(edition.site, post.lang)
    return edition.site.href(addresses.series(slug, prefix)) if slug and is_there else ""
