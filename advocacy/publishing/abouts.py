"""What content says of topics, purposes and series."""

from advocacy.about import About
from advocacy.publishing.edition import Edition
from advocacy.publishing.prose import Prose, make_prose


def find_about(edition: Edition, folder: str, name: str, lang: str) -> About | None:
    """Return what content says of a topic, a purpose or a series; None where it says nothing.

    What is not said in a language is taken from the first one, and else from another.
    """
    abouts = edition.library.abouts.values()
    found = [each for each in abouts if (each.folder, each.id) == (folder, name)]
    first = edition.site.language
    return min(found, key=lambda each: (each.lang != lang, each.lang != first), default=None)


def about_prose(edition: Edition, about: About | None) -> Prose:
    """Return what stands below the summary."""
    return make_prose(edition, about.path) if about else Prose()
