"""robots.txt, as RFC 9309 has it: what of a host a program may ask for, and how often."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

# Who reads on has been told what matters (RFC 9309 wants half a megabyte at least).
MOST_BYTES = 512_000
LONGEST_DELAY_SECONDS = 30.0
_RULES = ("allow", "disallow")


@dataclass(frozen=True, slots=True)
class Robots:
    """What one program is told.

    Attributes:
        rules: The start of a path, with `*` and `$`, and whether it may be asked for.
        delay_seconds: Between two questions.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    delay_seconds: float = 0.0

    def allow(self, url: str) -> bool:
        """Say whether an address may be asked for: the longest rule decides, else it may."""
        parts = urlsplit(url)
        path = _plain(parts._replace(scheme="", netloc="", fragment="").geturl() or "/")
        fitting = ((len(rule), allows) for rule, allows in self.rules if _fits(rule, path))
        return max(fitting, default=(0, True))[1]


def read_robots(raw: bytes, agent: str) -> Robots:
    """Read what a file says to a program of this name, or to all where it does not name it."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for agents, key, value in _rows(raw[:MOST_BYTES].decode("utf-8-sig", "replace")):
        for each in agents:
            groups.setdefault(each, []).append((key, value))
    rows = groups.get(agent.lower(), groups.get("*", []))
    rules = [(_plain(value), key == "allow") for key, value in rows if key in _RULES and value]
    delays = [float(value) for key, value in rows if key == "crawl-delay" and _is_number(value)]
    return Robots(tuple(rules), min(max(delays, default=0.0), LONGEST_DELAY_SECONDS))


def _rows(text: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield each line with the programs that it is for; a group without lines says nothing."""
    agents: tuple[str, ...] = ()
    is_open = False
    for line in text.splitlines():
        key, colon, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if not colon:
            continue
        key = key.lower()
        if key == "user-agent":
            agents = (*agents, value.lower()) if is_open else (value.lower(),)
            is_open = True
            yield agents[-1:], key, ""
        else:
            is_open = is_open and key not in (*_RULES, "crawl-delay")
            yield agents, key, value


def _is_number(value: str) -> bool:
    return re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", value) is not None


def _plain(path: str) -> str:
    """Return a path in one of the ways in which it can be written."""
    encoded = quote(path, safe="%/:@!$&'()*+,;=~-._?#[]")
    return re.sub("%[0-9a-fA-F]{2}", lambda found: found[0].upper(), encoded)


def _fits(rule: str, path: str) -> bool:
    """Say whether a path begins as a rule says; each part stands as early as it can."""
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(rest, 1):
        is_last = number == len(rest) and rule.endswith("$")
        found = path.rfind(part, at) if is_last else path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return at == len(path) or not rule.endswith("$")
