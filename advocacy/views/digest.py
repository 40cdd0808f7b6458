"""What a digest says, in the words of its readers: each of its forms only lays it out."""

from dataclasses import dataclass

from advocacy.views.parts import Link


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a text could begin: on which network, and the words without the link."""

    network: str
    text: str


@dataclass(frozen=True, slots=True)
class DigestItem:
    """A kit.

    Attributes:
        href: The kit's whole web address.
        names: Who wrote the post.
        until: Until when it is offered, in words; empty where that is for ever.
        beginnings: How texts could begin; nothing in them waits to be filled in.
    """

    href: str
    title: str
    lang: str
    direction: str
    names: str = ""
    until: str = ""
    summary: str = ""
    beginnings: tuple[Beginning, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestSection:
    """Kits below a heading.

    Attributes:
        is_brief: Whether titles are enough.
        more: Says that there are more than are listed; empty where there are not.
    """

    title: str
    items: tuple[DigestItem, ...]
    is_brief: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class DigestView:
    """What can be shared since the last digest, and what soon no longer can.

    Attributes:
        id: Of the days, the language and the topic: the same digest has the same.
        heading: What is in it, in a line.
        opening: Of which days it tells, and that nobody has to.
        begins: What stands above beginnings.
        opens: The text of the link to a kit.
        hub: Where everything is.
        closing: That nobody is counted.
        accent: The organisation's colour on light paper.
        accent_dark: The same on dark.
    """

    id: str
    lang: str
    direction: str
    site: str
    heading: str
    opening: str
    begins: str
    opens: str
    sections: tuple[DigestSection, ...]
    hub: Link
    closing: str
    accent: str = "#0b5d4e"
    accent_dark: str = "#7ccfb9"

    @property
    def subject(self) -> str:
        """What stands in the list of a mailbox."""
        return f"{self.heading} – {self.site}"
