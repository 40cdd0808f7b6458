"""What becomes of each Liquid output: its value, passed through a table of filters."""

import re
from collections.abc import Callable, Mapping

from advocacy.imports.liquid_grammar import read_output
from advocacy.imports.notes import Note, Noted
from advocacy.imports.scope import Scope
from advocacy.imports.spans import make_link

# Filters that turn a path into an address; links are read from the path itself.
ADDRESS_FILTERS = frozenset({"url", "relative_url", "absolute_url", "prepend"})

# Each of them goes through all that those before it have made.
MOST_FILTERS = 50

# Values that stand for nothing once a site has one address.
EMPTY = frozenset({"site.baseurl", "site.url", "baseurl", "site.baseUrl", "site.host"})


def replace_output(inside: str, scope: Scope) -> Noted:
    """Return what stands for an output, given what it says between `{{` and `}}`."""
    base, filters = read_output(inside)
    if base in EMPTY:
        return Noted("")
    seen = "{{ " + " ".join(inside.split()) + " }}"
    value = scope.value(base)
    if value is None or len(filters) > MOST_FILTERS:
        return Noted("", (Note("liquid", seen),))
    became = value
    for name, argument in filters:
        if name in ADDRESS_FILTERS:
            # An address that was wrapped in a quotation has a line's `>` in it.
            became = re.sub(r"[>\s]+", "", became)
        elif name in _FILTERS:
            became = _FILTERS[name](became, argument, scope)
    is_native = all(name in ADDRESS_FILTERS for name, _ in filters)
    linked = filters[:1] and filters[0][0] == "team_link" and value in scope.pages
    return Noted(became, () if is_native or linked else (Note("liquid", seen, became),))


def _team_link(person: str, _argument: str, scope: Scope) -> str:
    """Return a colleague's name, as a link where they have a page."""
    if person not in scope.pages:
        return scope.name(person)
    return make_link(scope.name(person), scope.pages[person], in_html=scope.in_html)


def _team_photo(_person: str, _argument: str, _scope: Scope) -> str:
    # The portraits belong to the old site's theme, and a name stands beside each of them.
    return ""


def _embed(address: str, title: str, scope: Scope) -> str:
    return make_link(" ".join(title.split()) or address, address, in_html=scope.in_html)


def _append(value: str, argument: str, _scope: Scope) -> str:
    return value + argument


_FILTERS: Mapping[str, Callable[[str, str, Scope], str]] = {
    "team_link": _team_link,
    "team_photo": _team_photo,
    "embed": _embed,
    "append": _append,
}
