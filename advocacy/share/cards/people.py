"""The authors on a card: whose names can be shown, and how many fit."""

from advocacy.share.cards.content import CardAuthor
from advocacy.share.cards.design import Part
from advocacy.share.cards.typesetting import Setting

MOST_FACES = 4


def shown_names(setting: Setting) -> list[tuple[str, CardAuthor]]:
    """Return each author with the name that can be shown whole; half a name is nobody's."""
    found = ((_shown_name(setting, author), author) for author in setting.content.authors)
    return [(name, author) for name, author in found if name]


def list_names(setting: Setting, part: Part, width_px: float) -> str:
    """Return as many names as fit into a line, with a number for the others."""
    names = [name for name, _ in shown_names(setting)]
    for shown in range(len(names), 1, -1):
        rest = f" +{len(names) - shown}" if shown < len(names) else ""
        text = ", ".join(names[:shown]) + rest
        if not setting.make_line(text, part.font, part.size[0], width_px).is_cut:
            return text
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return f"{names[0]}{more}" if names else ""


def _shown_name(setting: Setting, author: CardAuthor) -> str:
    names = (author.name, author.name_latin)
    return next((name for name in names if _can_be_shown(setting, name)), "")


def _can_be_shown(setting: Setting, name: str) -> bool:
    return any(each.isalnum() for each in name) and setting.shows(name, "sans-bold")
