"""What stands for a guide's content: the same for the same guide, however it is written down."""

import json
import unicodedata

from advocacy.cache import make_key
from advocacy.editorial.guide import Guide
from advocacy.schema import Node

LENGTH = 12


def make_guide_version(guide: Guide) -> str:
    """Return twelve hexadecimal digits that change with what the guide says.

    That is its principles with their prose, its rules, its attestations, and what it says of
    built-in checks. Their order, line breaks, and how YAML puts a value down do not count.
    """
    principles = {
        each.id: [each.title, each.is_enforced, *each.prose] for each in guide.principles.values()
    }
    served = {
        entry.id: entry.principle
        for table in (guide.rules, guide.attestations)
        for entry in table.values()
    }
    checks = {each.id: [each.level, each.principle] for each in guide.choices.values()}
    blocks = {name: [served[name], _plain(node)] for name, node in guide.blocks.items()}
    content = _normal([principles, blocks, checks])
    return make_key(json.dumps(content, sort_keys=True, ensure_ascii=False))[:LENGTH]


def _plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: _plain(value) for key, value in node.value.items()}
    if isinstance(node.value, tuple):
        return [_plain(item) for item in node.value]
    return node.value


def _normal(value: object) -> object:
    """Return a value with its texts in one form and without line breaks."""
    if isinstance(value, dict):
        return {_normal(key): _normal(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_normal(each) for each in value]
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value
