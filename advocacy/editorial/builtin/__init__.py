"""The checks that need no rule: one file each topic, and their table."""

from collections.abc import Mapping

from advocacy.editorial.builtin import (
    account_number,
    acronyms,
    advertisement,
    alt_text,
    asked,
    dialogue,
    differs,
    disclosure,
    evidence,
    heading_order,
    internal_name,
    link_text,
    mail_address,
    names,
    phone_number,
    relationship,
    secret,
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
        *(secret, mail_address, phone_number, account_number, internal_name),
        *(disclosure, relationship, advertisement, evidence, acronyms, names, dialogue, asked),
    )
    for check in module.CHECKS
}
