"""The organisation's logo at the head of each page, on light paper and on dark."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from advocacy import addresses
from advocacy.library import IMAGES
from advocacy.markup.images import ImageError, read_image
from advocacy.markup.pictures.logo import DrawnLogo, draw_logo
from advocacy.publishing.look import PAPERS
from advocacy.share.cards.colour import contrast
from advocacy.site import Site
from advocacy.views import Logo

KEYS = ("logo", "logo_on_dark", "icon")
# What WCAG 2.2 asks of pictures that have to be told from what is behind them.
LEAST_CONTRAST = 3
# So much of a logo has to be told from dark paper for it to stand there without a ground.
MOST = 0.9
# Where not even so much of it is told from light paper, it is the wrong file.
SEEN, LEAST_SEEN = 1.3, 0.1
LIGHT, DARK = PAPERS["accent"][0], PAPERS["accent_dark"][0]
# Where there is a logo; one for light paper alone brings its paper with it.
LOGO_SHEET = f"""\
.nameplate :is(a:has(img), img) {{ display: block; }}
.masthead:has(.nameplate img) {{ align-items: center; }}
@media screen and (prefers-color-scheme: dark) {{
  .nameplate .on-paper {{
    box-sizing: content-box;
    padding: 0.35rem;
    border-radius: 0.25rem;
    background: {LIGHT};
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Logos:
    """An organisation's logo.

    Attributes:
        light: As it is shown on light paper.
        dark: Another that is shown on dark paper; None where there is none.
    """

    light: DrawnLogo
    dark: DrawnLogo | None = None

    @property
    def needs_paper(self) -> bool:
        """Whether the logo on dark paper needs a light ground below it."""
        if self.dark:
            return False
        if self.light.ending == "svg":
            return not self.light.suits_dark
        return bool(self.light.inks) and _told(self.light, DARK) < MOST


def read_logos(site: Site) -> Logos | None:
    """Return an organisation's logo, which `logo_problems` has nothing to say of."""
    if not site.look.logo:
        return None
    dark = _read(site, site.look.logo_on_dark) if site.look.logo_on_dark else None
    return Logos(_read(site, site.look.logo), dark)


def _read(site: Site, path: str) -> DrawnLogo:
    return draw_logo((site.content / IMAGES / path).read_bytes())


def logo_problems(site: Site) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the pictures that `[look]` names, by key."""
    look = site.look
    wrong = set()
    for key in KEYS:
        try:
            path = getattr(look, key)
            if path and read_image(site, path).is_svg and key == "icon":
                raise ImageError(f"`{path}` is an SVG, of which no icon is drawn. Save it as PNG.")
        except ImageError as error:
            wrong.add(key)
            yield key, str(error)
    if look.logo_on_dark and not look.logo:
        yield "logo_on_dark", "There is no `logo` that it stands for. Name that as well."
    for key, paper in (("logo", LIGHT), ("logo_on_dark", DARK)):
        if getattr(look, key) and key not in wrong:
            yield from ((key, told) for told in _unseen(site, getattr(look, key), paper))


def _unseen(site: Site, path: str, paper: str) -> Iterator[str]:
    """Yield what to do about a logo that nobody sees on its paper."""
    logo = _read(site, path)
    if logo.inks and _told(logo, paper, SEEN) < LEAST_SEEN:
        other = "dark" if paper == DARK else "light"
        yield f"Nobody sees `{path}` on `{paper}`. Name a logo that is made for {other} paper."


def _told(logo: DrawnLogo, paper: str, least: float = LEAST_CONTRAST) -> float:
    """Return what share of a logo can be told from a paper."""
    return sum(share for ink, share in logo.inks if contrast(ink, paper) >= least)


def make_logo_files(logos: Logos) -> Iterator[tuple[str, bytes]]:
    """Yield each file by its address."""
    yield addresses.logo(logos.light.ending), logos.light.content
    if logos.dark:
        yield addresses.logo_on_dark(logos.dark.ending), logos.dark.content


def make_logo_view(site: Site, logos: Logos) -> Logo:
    """Return how pages show a logo."""
    dark = (
        _view(site, addresses.logo_on_dark(logos.dark.ending), logos.dark) if logos.dark else None
    )
    return _view(
        site, addresses.logo(logos.light.ending), logos.light, dark, needs_paper=logos.needs_paper
    )


def _view(
    site: Site,
    address: str,
    drawn: DrawnLogo,
    dark: Logo | None = None,
    *,
    needs_paper: bool = False,
) -> Logo:
    version = sha256(drawn.content).hexdigest()[:10]
    href = f"{site.href(address)}?v={version}"
    return Logo(href, drawn.width_px, drawn.height_px, dark, needs_paper)
