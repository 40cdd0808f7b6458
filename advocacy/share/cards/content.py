"""What a card says, and what an organisation's cards have in common."""

from dataclasses import dataclass
from pathlib import Path

from advocacy.share.cards.design import Design
from advocacy.share.cards.faces import NamedFace, OwnFont

ACCENT = "#0b5d4e"
MIDDLE = (0.5, 0.5)
# Where the face is on most portraits.
PORTRAIT_FOCUS = (0.5, 0.4)


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A picture on a card.

    Attributes:
        file: Where it lies.
        name: What people call it, such as `content/images/x.png`.
        focus: What of it is kept when it is cut: how far from its left and its top, 0 to 1.
        width_px: As it is shown; 0 where it may be enlarged to any size.
        height_px: In the same way.
    """

    file: Path
    name: str = ""
    focus: tuple[float, float] = MIDDLE
    width_px: int = 0
    height_px: int = 0


@dataclass(frozen=True, slots=True)
class CardAuthor:
    """Somebody who wrote; `name_latin` is for fonts that lack a letter of `name`."""

    name: str
    name_latin: str = ""
    role: str = ""
    photo: CardPicture | None = None


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says.

    Attributes:
        lang: The post's language, a BCP 47 tag; it settles which way the card runs.
        topic: What it is about, in the site's words.
        date: When it was published, written out.
        quote: The post's words on a quote card; empty on every other.
    """

    title: str
    organisation: str
    authors: tuple[CardAuthor, ...] = ()
    summary: str = ""
    lang: str = "en"
    is_rtl: bool = False
    topic: str = ""
    date: str = ""
    picture: CardPicture | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How an organisation's cards look.

    Attributes:
        accent: Its colour, such as `#0b5d4e`.
        logo: Shown in place of its name, where what is behind is light.
        logo_on_dark: The same where it is dark.
        fonts: Its own, asked for letters that a design's face lacks.
        faces: Its own, in the place of those that designs name.
    """

    design: Design
    accent: str = ACCENT
    logo: CardPicture | None = None
    logo_on_dark: CardPicture | None = None
    fonts: tuple[Path, ...] = ()
    faces: tuple[NamedFace, ...] = ()

    @property
    def own_fonts(self) -> tuple[OwnFont, ...]:
        """All of its own."""
        return (*self.faces, *self.fonts)
