"""Internal names: hosts that nobody outside reaches, words that nobody outside should know."""

import re
from collections.abc import Iterator
from functools import lru_cache

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.everywhere import find_everywhere
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice

# Ends that no name on the internet has (RFC 6762, RFC 8375, ICANN's `internal`).
_ENDS = ("internal", "corp", "intranet", "intra", "lan", "local", "home.arpa")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
# RFC 1918. The three whole networks belong to everyone, and so name nobody's machine.
_ADDRESS = re.compile(
    rf"(?<![\w.-])(?<!v )(?<!ersion )(?!10\.0\.0\.0/8|172\.16\.0\.0/12|192\.168\.0\.0/16)"
    rf"(?:10\.{_BYTE}|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.{_BYTE}\.{_BYTE}(?![\w-]|\.\d)"
)


def find_hosts(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find names and addresses of machines inside."""
    patterns = (_host_pattern(context.site.privacy.internal_hosts), _ADDRESS)
    for pattern in patterns:
        for seen in find_everywhere(pattern, manuscript, in_addresses=True):
            host = seen.match[0]
            message = f"`{host}` is a machine inside. Take it out, or write `host.example.org`."
            yield check.notice(seen.start, seen.end, message, host)


def find_code_names(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find the words that the settings reject."""
    rejected = context.site.privacy.reject
    if not rejected:
        return
    for seen in find_everywhere(_word_pattern(rejected), manuscript, in_addresses=True):
        word = " ".join(seen.match[0].split())
        message = f"`{word}` is a name that stays inside. Take it out, or call it otherwise."
        yield check.notice(seen.start, seen.end, message, word)


@lru_cache(maxsize=8)
def _host_pattern(configured: tuple[str, ...]) -> re.Pattern[str]:
    ends = "|".join(re.escape(each.lstrip(".")) for each in (*_ENDS, *configured))
    return re.compile(rf"(?<![\w.@-])(?:{_LABEL}\.){{1,8}}(?:{ends})(?![\w-]|\.\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _word_pattern(rejected: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(rejected, key=lambda each: (-len(each), each))
    words = "|".join(r"\s+".join(map(re.escape, each.split())) for each in longest_first)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


CHECKS = (
    Check("Privacy.Host", "error", "A machine inside the organisation.", find_hosts),
    Check("Privacy.CodeName", "error", "A name that the settings reject.", find_code_names),
)
