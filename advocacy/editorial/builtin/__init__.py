"""The checks that need no rule: one file each topic, and their table."""

from collections.abc import Mapping

from advocacy.editorial.builtin import (
    account_number,
    acronyms,
    advertisement,
    alt_text,
    asked,
    caption_alike,
    caption_empty,
    caption_prompt,
    caption_share,
    caption_signs,
    card_glyph,
    dialogue,
    differs,
    disclosure,
    embed_host,
    evidence,
    fancy_letters,
    heading_order,
    internal_name,
    link_text,
    mail_address,
    names,
    near_copy,
    phone_number,
    quotation,
    relationship,
    secret,
    target,
    unclosed,
    unseen,
    unwritten,
    who_wrote,
)
from advocacy.editorial.builtin.check import Check

CHECKS: Mapping[str, Check] = {
    check.id: check
    for module in (
        *(alt_text, link_text, heading_order, target, unclosed, differs, unseen, unwritten),
        *(secret, mail_address, phone_number, account_number, internal_name),
        *(disclosure, relationship, advertisement, evidence, acronyms, names, dialogue, asked),
        *(near_copy, caption_share, caption_alike, caption_signs, quotation, fancy_letters),
        *(card_glyph, caption_empty, caption_prompt, who_wrote, embed_host),
    )
    for check in module.CHECKS
}
