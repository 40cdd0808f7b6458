"""A digest as an Adaptive Card, as Microsoft Teams shows it."""

import json
import re
from collections.abc import Iterator

from advocacy.views.digest import DigestItem, DigestSection, DigestView

SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
# The newest that Teams shows: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
CARD_VERSION = "1.5"
CARD_TYPE = "application/vnd.microsoft.card.adaptive"
MOST_LINES = 4
MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-.!<>|~]")
Element = dict[str, object]


def make_teams(view: DigestView) -> bytes:
    """Return a digest as the message that a workflow of Teams takes and posts to a channel.

    What people wrote stands in text runs, in which Markdown means nothing; headings are ours.
    """
    card = {
        "$schema": SCHEMA,
        "type": "AdaptiveCard",
        "version": CARD_VERSION,
        "lang": view.lang.partition("-")[0],
        "rtl": view.direction == "rtl",
        "fallbackText": escape_markdown(view.subject),
        "body": [
            _heading(view.heading, "Large"),
            _block(_run(view.opening, isSubtle=True)),
            *(each for section in view.sections for each in _elements(section, view)),
            _block(_link(view.hub.href, view.hub.text), separator=True, spacing="Large"),
            _block(_run(view.closing, isSubtle=True, size="Small")),
        ],
    }
    attachment = {"contentType": CARD_TYPE, "contentUrl": None, "content": card}
    message = {"type": "message", "attachments": [attachment]}
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode("utf-8", "replace")


def escape_markdown(text: str) -> str:
    """Return a text of which the Markdown of cards makes nothing."""
    return MARKUP.sub(r"\\\g<0>", text)


def _elements(section: DigestSection, view: DigestView) -> Iterator[Element]:
    yield {**_heading(section.title, "Medium"), "separator": True, "spacing": "Large"}
    for item in section.items:
        yield from (_brief(item),) if section.is_brief else _whole(item, view)
    if section.more:
        yield _block(_run(section.more, isSubtle=True))


def _brief(item: DigestItem) -> Element:
    until = [_run(f" · {item.until}", isSubtle=True)] if item.until else []
    return _block(_link(item.href, item.title), *until, spacing="Small")


def _whole(item: DigestItem, view: DigestView) -> Iterator[Element]:
    byline = " · ".join(part for part in (item.names, item.until) if part)
    yield _block(_link(item.href, item.title, weight="Bolder"), spacing="Medium")
    yield _block(_run(byline, isSubtle=True, size="Small"), spacing="None")
    if item.summary:
        yield _block(_run(item.summary), spacing="Small")
    if item.beginnings:
        yield _block(_run(view.begins, isSubtle=True, size="Small"), spacing="Small")
    for beginning in item.beginnings:
        network = _block(_run(beginning.network, isSubtle=True, size="Small"), spacing="Small")
        items = [*map(_block, map(_run, _paragraphs(beginning.text))), network]
        yield {"type": "Container", "style": "emphasis", "spacing": "Small", "items": items}
    yield _block(_link(item.href, view.opens), spacing="Small")


def _paragraphs(text: str) -> list[str]:
    """Return the lines of a text, for a line break in a run is none; the last has what is left."""
    lines = [line for line in text.split("\n") if line]
    return [*lines[: MOST_LINES - 1], *filter(None, [" ".join(lines[MOST_LINES - 1 :])])]


def _heading(text: str, size: str) -> Element:
    look = {"size": size, "weight": "Bolder", "wrap": True, "style": "heading"}
    return {"type": "TextBlock", "text": text, **look}


def _block(*runs: Element, **look: object) -> Element:
    return {"type": "RichTextBlock", "inlines": [*runs], **look}


def _run(text: str, **look: object) -> Element:
    return {"type": "TextRun", "text": text, **look}


def _link(url: str, text: str, **look: object) -> Element:
    action = {"type": "Action.OpenUrl", "url": url}
    return _run(text, color="Accent", underline=True, selectAction=action, **look)
