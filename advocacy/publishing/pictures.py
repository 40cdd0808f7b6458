"""Which pictures the site shows; no other is copied."""

from collections.abc import Iterator

from advocacy import addresses
from advocacy.library import IMAGES
from advocacy.markup.pictures.published import make_published
from advocacy.publishing.edition import Edition


def make_pictures(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield each picture that public pages show, by its address, as it is published."""
    for path in shown_images(edition):
        content = (edition.site.content / IMAGES / path).read_bytes()
        yield addresses.image(path), make_published(content)


def shown_images(edition: Edition) -> tuple[str, ...]:
    """Return the pictures that public pages show, as paths below content/images, sorted."""
    in_bodies = (body.images for body in edition.bodies.values())
    return tuple(sorted(set(edition.pictures).union(*in_bodies)))
