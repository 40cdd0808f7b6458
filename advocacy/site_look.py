"""How pages look: `[look]` in advocacy.toml."""

from dataclasses import dataclass, field

from advocacy import fields
from advocacy.look_fonts import LookFonts, read_look_fonts
from advocacy.schema import Field


@dataclass(frozen=True, slots=True)
class LookSettings:
    """How pages look; what is empty is as the theme has it.

    Attributes:
        accent: The organisation's colour on light paper, such as `#0b5d4e`.
        accent_dark: The same on dark paper; where it is empty and `accent` is not, the nearest
            lighter one that can be read there.
        logo: Below content/images; shown in place of the organisation's name, or empty.
        logo_on_dark: The same where a reader's device is set to dark.
        icon: A square sign, below content/images, for tabs and devices; empty is the logo.
        fonts: In which pages are set.
    """

    accent: str = ""
    accent_dark: str = ""
    logo: str = ""
    logo_on_dark: str = ""
    icon: str = ""
    fonts: LookFonts = field(default_factory=LookFonts)

    @property
    def sign(self) -> str:
        """The picture of which icons are drawn; empty where there is none."""
        return self.icon or without_svg(self.logo)


def without_svg(path: str) -> str:
    """Return a picture's path; nothing for an SVG, which browsers draw, and nothing here."""
    return "" if path.lower().endswith(".svg") else path


_colour = fields.pattern(r"#[0-9a-fA-F]{6}", "Write a colour as `#0b5d4e`.")
LOOK_FIELDS = (
    Field("accent", _colour, default=""),
    Field("accent_dark", _colour, default=""),
    Field("logo", fields.text, default=""),
    Field("logo_on_dark", fields.text, default=""),
    Field("icon", fields.text, default=""),
    Field("fonts", read_look_fonts, default=LookFonts()),
)
