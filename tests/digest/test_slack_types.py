"""A digest's blocks as Slack's own types have them, read by TypeScript's compiler."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from advocacy.digest.slack import make_slack
from tests.conftest import PROJECT, need, need_node_file
from tests.digest.samples import FULL, VIEWS

# What an incoming webhook takes of a message: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
MESSAGE = """\
import type { KnownBlock } from "@slack/types";
type Message = {
  text: string; unfurl_links: boolean; unfurl_media: boolean; blocks: KnownBlock[];
};
export const message: Message = %s;
"""
STRICTLY = ("--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022")


def told_by_slack(folder: Path, messages: Mapping[str, object]) -> dict[str, str]:
    """Return what the compiler says first of each message that is not of Slack's types."""
    need("node")
    need_node_file("@slack/types/package.json")
    compiler = need_node_file(".bin/tsc")
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    for name, message in messages.items():
        text = MESSAGE % json.dumps(message, ensure_ascii=False)
        (folder / f"{name}.mts").write_text(text, encoding="utf-8")
    files = [f"{name}.mts" for name in messages]
    done = subprocess.run(
        [compiler, *STRICTLY, *files], cwd=folder, capture_output=True, text=True, check=False
    )
    found = re.findall(r"^(.+?)\.mts\(\d+,\d+\): error (.+)$", done.stdout, re.MULTILINE)
    assert bool(found) == bool(done.returncode), done.stdout + done.stderr
    return dict(reversed(found))


def test_slack_knows_every_block(tmp_path: Path) -> None:
    messages = {f"view{n}": json.loads(make_slack(view)) for n, view in enumerate(VIEWS.values())}

    assert told_by_slack(tmp_path, messages) == {}


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

    assert told_by_slack(tmp_path, messages).keys() == messages.keys()
