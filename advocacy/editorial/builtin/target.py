"""Targets: links and images lead to something, and not out of the content folder."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.builtin.written_target import find_target
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.markup.images import ImageError, read_image
from advocacy.markup.marks import Image, Link
from advocacy.markup.targets import (
    AbsentError,
    TargetError,
    UnreadError,
    resolve_image,
    resolve_link,
)


def find_links(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find links that lead nowhere they may."""
    for link, error in _lost_links(manuscript, context):
        if not isinstance(error, AbsentError):
            yield _at_target(check, manuscript, link, error)


def find_absent(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find links to posts that have no page now: someone may be about to publish them."""
    for link, error in _lost_links(manuscript, context):
        if isinstance(error, AbsentError):
            yield _at_target(check, manuscript, link, error)


def _lost_links(manuscript: Manuscript, context: Context) -> Iterator[tuple[Link, TargetError]]:
    for link in manuscript.body.links:
        try:
            resolve_link(link.target, manuscript.path, context.targets)
        except UnreadError:
            continue  # it is told of that file, once
        except TargetError as error:
            yield link, error


def _at_target(
    check: Check, manuscript: Manuscript, mark: Link | Image, error: TargetError
) -> Notice:
    return check.notice(*find_target(mark, manuscript), str(error), mark.target)


def find_images(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find images that are not in content/images."""
    for image in manuscript.body.images:
        try:
            resolve_image(image.target, manuscript.path, context.targets)
        except TargetError as error:
            yield _at_target(check, manuscript, image, error)


def find_named_images(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find pictures that front matter names and that cannot be shown."""
    for path, place in manuscript.pictures:
        try:
            read_image(context.site, path)
        except ImageError as error:
            yield check.notice(place.start, place.end, str(error), path)


# What leads nowhere cannot be built, so no comment lets it pass.
CHECKS = (
    Check(
        "Link.Target",
        "error",
        "A link leads to nothing.",
        find_links,
        can_be_allowed=False,
        looks_around=True,
    ),
    Check(
        "Link.Absent",
        "warning",
        "A link leads to a post without a page.",
        find_absent,
        looks_around=True,
    ),
    Check(
        "Image.Target",
        "error",
        "An image is not there.",
        find_images,
        can_be_allowed=False,
        looks_around=True,
    ),
    Check(
        "Image.Named",
        "error",
        "The picture of a post or a colleague is not there.",
        find_named_images,
        can_be_allowed=False,
        looks_around=True,
    ),
)
