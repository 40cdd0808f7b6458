"""How an organisation's cards look: `[cards]` in advocacy.toml."""

from dataclasses import dataclass

from advocacy import fields
from advocacy.schema import Field


@dataclass(frozen=True, slots=True)
class CardSettings:
    """How cards look.

    Attributes:
        design: The name of a design: one that is built in, or a file in the site's `designs/`.
        accent: Another colour than the pages have, such as `#0b5d4e`; empty where it is the same.
        logo: Another logo than the pages have, below content/images; empty where it is the same.
        logo_on_dark: The same where what is behind it is dark.
        fonts: Files that are asked for letters which a design's own fonts lack, relative to the
            site's folder or absolute.
    """

    design: str = "page"
    accent: str = ""
    logo: str = ""
    logo_on_dark: str = ""
    fonts: tuple[str, ...] = ()


CARD_FIELDS = (
    Field("design", fields.text, default=CardSettings().design),
    Field(
        "accent",
        fields.pattern(r"#[0-9a-fA-F]{6}", "Write a colour as `#0b5d4e`."),
        default=CardSettings().accent,
    ),
    Field("logo", fields.text, default=""),
    Field("logo_on_dark", fields.text, default=""),
    Field("fonts", fields.texts, default=()),
)
