"""A digest as blocks of Slack's."""

import json
from collections.abc import Iterator, Sequence

from advocacy.views.digest import DigestItem, DigestSection, DigestView

# https://docs.slack.dev/reference/block-kit/blocks; that incoming webhooks take rich text:
# https://github.com/slackapi/bolt-js/issues/1324
LONGEST_HEADER = 150
Block = dict[str, object]


def make_slack(view: DigestView) -> bytes:
    """Return a digest as the message that an incoming webhook takes.

    What people wrote stands in rich text, whose elements are no markup: a title cannot name a
    channel or set itself bold. Only the line of a notification is mrkdwn, and escaped.
    """
    blocks: list[Block] = [
        {
            "type": "header",
            "text": {"type": "plain_text", "text": view.heading[:LONGEST_HEADER], "emoji": False},
        },
        _rich(_section(_text(view.opening))),
        *(block for section in view.sections for block in _blocks(section, view)),
        {"type": "divider"},
        _rich(_section(_link(view.hub.href, view.hub.text), _text(f"\n{view.closing}"))),
    ]
    message = {
        "text": escape_mrkdwn(view.subject),
        # The pages that are linked are not shown again below.
        "unfurl_links": False,
        "unfurl_media": False,
        "blocks": blocks,
    }
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode("utf-8", "replace")


def escape_mrkdwn(text: str) -> str:
    """Return a text of which Slack's mrkdwn makes no link, mention or command."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _blocks(section: DigestSection, view: DigestView) -> Iterator[Block]:
    yield {"type": "divider"}
    yield _rich(_section(_text(section.title, bold=True)))
    if section.is_brief:
        yield _rich(_list(section.items), *([_section(_text(section.more))] * bool(section.more)))
        return
    for item in section.items:
        yield _rich(*_whole(item, view))


def _whole(item: DigestItem, view: DigestView) -> Iterator[Block]:
    byline = " · ".join(part for part in (item.names, item.until) if part)
    summary = f"\n{item.summary}" if item.summary else ""
    yield _section(_link(item.href, item.title, bold=True), _text(f"\n{byline}{summary}"))
    if item.beginnings:
        yield _section(_text(view.begins))
    for beginning in item.beginnings:
        yield _quote(_text(f"{beginning.text}\n"), _text(beginning.network, italic=True))
    yield _section(_link(item.href, view.opens))


def _list(items: Sequence[DigestItem]) -> Block:
    lines = (
        _section(_link(item.href, item.title), *([_text(f" · {item.until}")] if item.until else ()))
        for item in items
    )
    return {"type": "rich_text_list", "style": "bullet", "elements": [*lines]}


def _rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": [*elements]}


def _section(*elements: Block) -> Block:
    return {"type": "rich_text_section", "elements": [*elements]}


def _quote(*elements: Block) -> Block:
    return {"type": "rich_text_quote", "elements": [*elements]}


def _text(text: str, **style: bool) -> Block:
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def _link(url: str, text: str, **style: bool) -> Block:
    return {"type": "link", "url": url, "text": text, **({"style": style} if style else {})}
