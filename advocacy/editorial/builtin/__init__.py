"""The checks that need no rule: one file each topic, and their table."""

from collections.abc import Mapping

from advocacy.editorial.builtin import (
    alt_text,
    differs,
    heading_order,
    link_text,
    target,
    unclosed,
    unseen,
    unwritten,
)
from advocacy.editorial.builtin.check import Check

CHECKS: Mapping[str, Check] = {
    check.id: check
    for module in (
        *(alt_text, link_text, heading_order, target, unclosed, differs, unseen, unwritten),
    )
    for check in module.CHECKS
}
