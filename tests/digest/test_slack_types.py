"""A digest's blocks as Slack's own types have them, read by TypeScript's compiler."""

import json
from pathlib import Path
from typing import Any

from advocacy.digest.slack import make_slack
from tests.digest.samples import FULL, VIEWS
from tests.typescript import told_by_compiler

# What an incoming webhook takes of a message: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
MESSAGE = """\
import type { KnownBlock } from "@slack/types";
type Message = {
  text: string; unfurl_links: boolean; unfurl_media: boolean; blocks: KnownBlock[];
};
export const message: Message = %s;
"""


def test_slack_knows_every_block(tmp_path: Path) -> None:
    messages = {f"view{n}": json.loads(make_slack(view)) for n, view in enumerate(VIEWS.values())}

    assert told_by_compiler(tmp_path, "@slack/types", MESSAGE, messages) == {}


# Of a message: where, which key, and a value that Slack has no idea of.
BROKEN = (
    ("blocks.0",                       "type",     "heading"),
    ("blocks.0.text",                  "type",     "mrkdwn"),
    ("blocks.1",                       "text",     "what no such block has"),
    ("blocks.1.elements.0",            "type",     "rich_text_paragraph"),
    ("blocks.1.elements.0",            "elements", "no list"),
    ("blocks.1.elements.0.elements.0", "style",    "bold"),
)  # fmt: skip


def test_what_slack_does_not_know_is_found(tmp_path: Path) -> None:
    messages = {}
    for number, (place, key, value) in enumerate(BROKEN):
        message = json.loads(make_slack(FULL))
        target: Any = message
        for step in place.split("."):
            target = target[int(step) if step.isdigit() else step]
        target[key] = value
        messages[f"broken{number}"] = message

    assert told_by_compiler(tmp_path, "@slack/types", MESSAGE, messages).keys() == messages.keys()
