"""What content says of topics, purposes and series."""

from advocacy.about import About
from advocacy.publishing.edition import Edition
from advocacy.publishing.prose import Prose, make_prose


def find_about(edition: Edition, folder: str, name: str) -> About | None:
    """Return what content says of a topic, a purpose or a series; None where it says nothing."""
    return edition.library.abouts.get(f"content/{folder}/{name}.md")


def about_prose(edition: Edition, about: About | None) -> Prose:
    """Return what stands below the summary."""
    return make_prose(edition, about.path) if about else Prose()
