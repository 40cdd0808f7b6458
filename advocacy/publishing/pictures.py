"""Which pictures the site shows; no other is copied."""

from advocacy.publishing.edition import Edition


def shown_images(edition: Edition) -> tuple[str, ...]:
    """Return the pictures that public pages show, as paths below content/images, sorted."""
    in_bodies = (body.images for body in edition.bodies.values())
    return tuple(sorted(set(edition.pictures).union(*in_bodies)))
