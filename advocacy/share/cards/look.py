"""An organisation's look, read from its settings, its designs and its fonts."""

from collections.abc import Iterator
from pathlib import Path

from advocacy.errors import Problem, SettingsError
from advocacy.library import IMAGES
from advocacy.markup.images import ImageError, read_image
from advocacy.share.cards.content import MIDDLE, CardPicture, Look
from advocacy.share.cards.design import find_design
from advocacy.share.cards.faces import FontError, read_face
from advocacy.site import SETTINGS_FILE, Site


def read_look(site: Site, design: str = "") -> Look:
    """Return how a site's cards look, in the design that it names or in another.

    Raises:
        SettingsError: A design, a logo or a font cannot be used.
    """
    settings = site.cards
    problems = list(_logo_problems(site))
    if problems:
        raise SettingsError(problems=problems)
    return Look(
        design=find_design(site.root, design or settings.design),
        accent=settings.accent,
        logo=_logo(site, settings.logo),
        logo_on_dark=_logo(site, settings.logo_on_dark),
        fonts=font_files(site),
    )


def font_files(site: Site) -> tuple[Path, ...]:
    """Return the site's own fonts for cards.

    Raises:
        SettingsError: One of them cannot be read.
    """
    files = tuple(site.root / font for font in site.cards.fonts)
    problems = []
    for file in files:
        try:
            read_face(file)
        except FontError as error:
            problems.append(Problem(SETTINGS_FILE, 0, 0, f"`cards`: `fonts`: {error}"))
    if problems:
        raise SettingsError(problems=problems)
    return files


def _logo_problems(site: Site) -> Iterator[Problem]:
    for key in ("logo", "logo_on_dark"):
        path = getattr(site.cards, key)
        try:
            if path:
                read_image(site, path)
        except ImageError as error:
            yield Problem(SETTINGS_FILE, 0, 0, f"`cards`: `{key}`: {error}")


def _logo(site: Site, path: str) -> CardPicture | None:
    return make_picture(site, path) if path else None


def make_picture(site: Site, path: str, focus: tuple[float, float] = MIDDLE) -> CardPicture:
    """Return a picture for cards, given its path below content/images."""
    return CardPicture(site.content / IMAGES / path, f"content/{IMAGES}/{path}", focus)
