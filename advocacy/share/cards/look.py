"""An organisation's look, read from its settings, its designs and its fonts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from advocacy.errors import CommandError, Problem, SettingsError
from advocacy.library import IMAGES
from advocacy.look_fonts import ROLES
from advocacy.markup.images import ImageError, read_image
from advocacy.schema import FieldError
from advocacy.share.cards.content import ACCENT, MIDDLE, CardPicture, Look
from advocacy.share.cards.design import Design
from advocacy.share.cards.design_file import OWN, find_design
from advocacy.share.cards.faces import FontError, read_face
from advocacy.share.cards.own_faces import read_named_faces
from advocacy.site import SETTINGS_FILE, Site
from advocacy.site_look import without_svg
from advocacy.toml_file import place_problem

# The keys of a logo, in `[cards]` as in `[look]`.
LOGOS = ("logo", "logo_on_dark")


def read_look(site: Site, design: str | None = None) -> Look:
    """Return how a site's cards look, in the design that it names or in another.

    Raises:
        CommandError: There is no other design of that name.
        SettingsError: A design, a logo or a font cannot be used.
    """
    settings = site.cards
    _refuse(site, (*_logo_problems(site), *_font_problems(site)))
    return Look(
        design=_design(site, design),
        accent=settings.accent or site.look.accent or ACCENT,
        logo=_shown(site, "logo"),
        logo_on_dark=_shown(site, "logo_on_dark"),
        fonts=tuple(site.root / font for font in settings.fonts),
        faces=tuple(read_named_faces(site)),
    )


def find_sources(site: Site) -> tuple[Path, ...]:
    """Return every file of a site that its look is read from, whether or not it is there."""
    settings = site.cards
    logos = (_name_logo(site, key)[1] for key in LOGOS)
    return (
        site.root / OWN / f"{settings.design}.toml",
        *(site.content / IMAGES / logo for logo in logos if logo),
        *(site.root / font for font in settings.fonts),
        *(site.root / font.file for role in ROLES for font in site.look.fonts.of(role)),
    )


def _design(site: Site, other: str | None) -> Design:
    try:
        return find_design(site.root, site.cards.design if other is None else other)
    except FieldError as error:
        if other is not None:
            raise CommandError(f"--design: {error}") from None
        _refuse(site, [f"`cards`: `design`: {error}"])
        raise


def _refuse(site: Site, told: Iterable[str]) -> None:
    """Refuse settings of which something is told, each at its line."""
    problems = [Problem(SETTINGS_FILE, 0, 0, each) for each in told]
    if problems:
        text = (site.root / SETTINGS_FILE).read_text(encoding="utf-8")
        raise SettingsError(problems=[place_problem(each, text) for each in problems])


def _font_problems(site: Site) -> Iterator[str]:
    for font in site.cards.fonts:
        try:
            read_face(site.root / font)
        except FontError as error:
            yield f"`cards`: `fonts`: {error}"


def _logo_problems(site: Site) -> Iterator[str]:
    for key in LOGOS:
        table, path = _name_logo(site, key)
        try:
            if path and read_image(site, path).is_svg:
                reason = "A card is drawn of pixels"
                yield f"`{table}`: `{key}`: `{path}` is an SVG. {reason}; save it as PNG as well."
        except ImageError as error:
            yield f"`{table}`: `{key}`: {error}"


def _name_logo(site: Site, key: str) -> tuple[str, str]:
    """Return the table that names a logo of cards, and its path; pages and cards have one."""
    own: str = getattr(site.cards, key)
    return ("cards", own) if own else ("look", without_svg(getattr(site.look, key)))


def _shown(site: Site, key: str) -> CardPicture | None:
    _, path = _name_logo(site, key)
    return make_logo(site, path) if path else None


def make_logo(site: Site, path: str) -> CardPicture:
    """Return a logo, given its path below content/images, in the size that it has."""
    image = read_image(site, path)
    return replace(make_picture(site, path), width_px=image.width_px, height_px=image.height_px)


def make_picture(site: Site, path: str, focus: tuple[float, float] = MIDDLE) -> CardPicture:
    """Return a picture for cards, given its path below content/images."""
    return CardPicture(site.content / IMAGES / path, f"content/{IMAGES}/{path}", focus)
