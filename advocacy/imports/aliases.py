"""Old addresses of a post that lead to the new one."""

import re

from advocacy.addresses import reserved_part
from advocacy.aliases import alias_address
from advocacy.imports.links import address_key
from advocacy.imports.notes import Note
from advocacy.imports.old_post import OldPost
from advocacy.imports.plan import Plan
from advocacy.slugs import find_unfit

_PART = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*"
_ALIAS = re.compile(f"/{_PART}(/{_PART})*/?")


def make_aliases(old: OldPost, plan: Plan, address: str) -> tuple[list[str], list[Note]]:
    """Return the old addresses that the site can keep, and a note for each that it cannot."""
    aliases, notes = [], []
    for each in plan.old_addresses[old.file.path]:
        if address_key(each) == address_key(address):
            continue
        if not _ALIAS.fullmatch(each):
            notes.append(Note("link", each, "an old address that cannot be kept"))
        elif find_unfit(each.strip("/")):
            notes.append(Note("link", each, "an old address that not every system can keep"))
        elif reserved_part(alias_address(each), plan.site.languages):
            notes.append(Note("link", each, "an old address that the site needs for itself"))
        elif plan.alias_owners.get(address_key(each)) != old.file.path:
            notes.append(Note("link", each, "an old address that another post has"))
        else:
            aliases.append(each)
    return aliases, notes
