"""What the cards' fonts lack of all that people wrote: handed to the checks, which know no font."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from pathlib import Path

from advocacy.library import Library
from advocacy.post import Post
from advocacy.share.cards.look import read_look
from advocacy.share.cards.typesetting import fonts_tried, unshown_characters
from advocacy.staff import StaffMember
from advocacy.unshown_text import UnshownText


def make_unshown(
    library: Library, paths: Collection[str] | None = None
) -> Mapping[str, tuple[UnshownText, ...]]:
    """Return what cards cannot show of each post and of each colleague's name, by the file's path.

    Args:
        library: What people wrote.
        paths: Only these files; None is all.

    Raises:
        SettingsError: A design, a logo or a font that the settings name cannot be used.
    """
    look = read_look(library.site)
    has_summary = any(part.shows == "summary" for part in chain(*look.design.layouts.values()))
    written: tuple[Post | StaffMember, ...] = (*library.posts, *library.staff.values())
    found = {
        each.path: tuple(_unshown(each, look.fonts, has_summary=has_summary))
        for each in written
        if paths is None or each.path in paths
    }
    return {path: texts for path, texts in found.items() if texts}


def _unshown(
    written: Post | StaffMember, own: tuple[Path, ...], *, has_summary: bool
) -> Iterator[UnshownText]:
    for key, text in _texts(written):
        if key == "summary" and not has_summary:
            continue
        if characters := unshown_characters(text, own):
            yield UnshownText(key, characters, fonts_tried(own))


def _texts(written: Post | StaffMember) -> Iterator[tuple[str, str]]:
    if isinstance(written, StaffMember):
        # A name that is also there in Latin letters is shown in these.
        yield "name", "" if written.name_latin else written.name
        yield "name_latin", written.name_latin
        yield "role", written.role
        return
    yield "title", written.title
    yield "summary", written.summary
    for number, quote in enumerate(written.share.quotes):
        yield f"share.quotes.{number}", f"{quote.text} {quote.by}"
