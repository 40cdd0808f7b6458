"""A card before it is drawn: every shape and every line of text, with its place and size."""

from advocacy.share.cards.canvas import Canvas, Placed, top_of
from advocacy.share.cards.content import CardContent, CardPicture, Look
from advocacy.share.cards.design import Part
from advocacy.share.cards.fitting import Room
from advocacy.share.cards.people import shown_names
from advocacy.share.cards.placed_people import place_faces, place_names
from advocacy.share.cards.shapes import Box, Layout, Line, Picture, Scrim, Shape
from advocacy.share.cards.sizes import SIZES
from advocacy.share.cards.typesetting import make_setting


def make_layout(content: CardContent, look: Look, size_name: str) -> Layout:
    """Lay a card out; equal contents give equal layouts on every machine."""
    size = SIZES[size_name]
    canvas = Canvas(make_setting(content, look), look, size)
    shapes: list[Shape] = [Box(0, 0, size.width_px, size.height_px, canvas.colour("paper"))]
    lines, on_scrim, end_px = list[Line](), list[Line](), None
    for part in look.design.layouts[size_name]:
        if not _is_meant(part, canvas):
            continue
        placed = _place(canvas, part, end_px)
        shapes += placed.shapes
        lines += placed.lines
        on_scrim += placed.lines if part.on == "scrim" else ()
        end_px = end_px if placed.end_px is None else placed.end_px
    # Each scrim reaches as far as the text that stands on it.
    settled = (each.around(on_scrim) if isinstance(each, Scrim) else each for each in shapes)
    return Layout(size, tuple(settled), tuple(lines))


def _is_meant(part: Part, canvas: Canvas) -> bool:
    content, authors = canvas.content, len(shown_names(canvas.setting))
    return {
        "": True,
        "picture": content.picture is not None,
        "no picture": content.picture is None,
        "authors": authors > 0,
        "several authors": authors > 1,
        "summary": bool(content.summary),
    }[part.when]


def _place(canvas: Canvas, part: Part, end_px: float | None) -> Placed:
    """Place a part; `end_px` is where the text before it ends."""
    if part.shows in {"fill", "disc"}:
        return Placed((_box(canvas, part),))
    if part.shows == "scrim":
        colour = canvas.colour(part.colour)
        return Placed((Scrim(*part.at, colour, part.edge, part.fade),))
    if part.shows == "picture":
        return _place_picture(canvas, part, canvas.content.picture)
    if part.shows == "faces":
        return place_faces(canvas, part)
    if part.shows == "names":
        return place_names(canvas, part)
    logo = _logo(canvas, part)
    if part.shows == "organisation" and logo:
        return _place_logo(canvas, part, logo)
    return _place_text(canvas, part, _text(part.shows, canvas.content), end_px)


def _box(canvas: Canvas, part: Part) -> Box:
    left, top, width, height = part.at
    colour, is_round = canvas.colour(part.colour), part.shows == "disc"
    return Box(canvas.mirrored(left, width), top, width, height, colour, is_round)


def _place_picture(canvas: Canvas, part: Part, picture: CardPicture | None) -> Placed:
    left, top, width, height = part.at
    x = canvas.mirrored(left, width)
    return Placed((Picture(x, top, width, height, picture),)) if picture else Placed()


def _logo(canvas: Canvas, part: Part) -> CardPicture | None:
    """Return the logo for what is behind it, be that light or dark."""
    is_dark = canvas.ink(part.on, "paper") == canvas.colour("paper")
    return canvas.look.logo_on_dark if is_dark else canvas.look.logo


def _place_logo(canvas: Canvas, part: Part, logo: CardPicture) -> Placed:
    left, top, width, height = part.at
    side = "end" if canvas.content.is_rtl else "start"
    keeps = "centre" if part.align == "centre" else side
    shape = Picture(canvas.mirrored(left, width), top, width, height, logo, keeps=keeps)
    return Placed((shape,), end_px=top + height)


def _text(shows: str, content: CardContent) -> str:
    return {
        "organisation": content.organisation,
        "topic": content.topic,
        "date": content.date,
        "title": content.title,
        "summary": content.summary,
        "quote": content.quote,
        "mark": "”" if content.is_rtl else "“",
    }[shows]


def _place_text(canvas: Canvas, part: Part, text: str, end_px: float | None) -> Placed:
    left, top, width, height = part.at
    follows = part.after is not None and end_px is not None
    start_px = (end_px or 0) + (part.after or 0) if follows else top
    room_px = top + height - start_px
    room = Room(width, room_px, *part.size, part.lines, part.line_height)
    fitted = canvas.setting.fit(text, part.font, room)
    if not fitted.lines or fitted.height_px > room_px:
        return Placed()
    y = top_of(part.place, start_px, room_px, fitted.height_px)
    ink = canvas.ink(part.on, part.colour)
    lines = canvas.lines(fitted, part, (left, y, width), part.font, ink)
    return Placed(lines=lines, end_px=y + fitted.height_px)
