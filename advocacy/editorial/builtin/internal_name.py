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
# Names that everybody's machines have, for themselves or for those beside them.
_EVERYONES = re.compile(
    r"(?:metadata\.google|(?:host|gateway|kubernetes)\.docker|host\.containers)\.internal"
    r"|(?:.+\.)?cluster\.local|raspberrypi\.local|(?:e\.g|i\.e)\.\w+"
    r"|10\.0\.0\.[01]|192\.168\.[01]\.(?:0|1|254)",
    re.IGNORECASE,
)
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
# RFC 1918. The three whole networks belong to everyone, and so name nobody's machine.
_ADDRESS = re.compile(
    r"(?<![\w.§-])(?<![v§] )(?<!ersion )(?<!ection )(?<!hapter )"
    rf"(?!10\.0\.0\.0/8|172\.16\.0\.0/12|192\.168\.0\.0/16)"
    rf"(?:10\.{_BYTE}|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.{_BYTE}\.{_BYTE}(?![\w-]|\.\d)",
    re.ASCII,
)
# A link to a host without a dot, but for one's own machine and for what stands for any.
_BARE = re.compile(
    r"https?://(?:[^/?#@]*@)?(?!(?:localhost|host|hostname|server|example)\b)"
    r"(?P<host>[a-z][a-z0-9-]*)(?::\d+)?(?:[/?#]|$)",
    re.IGNORECASE,
)
# A sign of a word, in scripts that put spaces between words.
_LETTER = "[^\\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
# Between the words of a name: spaces and the like, or the capital of a name that is written as one.
_GAP = r"(?:(?:[\s_‐‑-]|%20)+|(?-i:(?<=[a-z])(?=[A-Z])))"


def find_hosts(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find names and addresses of machines inside."""
    patterns = (_host_pattern(context.site.privacy.internal_hosts), _ADDRESS)
    for pattern in patterns:
        for seen in find_everywhere(pattern, manuscript, in_addresses=True):
            host = seen.match[0]
            # `the end.Local people` lacks a space.
            is_glued = host.rpartition(".")[2].istitle()
            if not is_glued and not _EVERYONES.fullmatch(host):
                yield _inside(check, seen.start, seen.end, host)
    for link in manuscript.body.links:
        if found := _BARE.match(link.target):
            start = manuscript.source.text.find(found["host"], link.target_start)
            yield _inside(check, start, start + len(found["host"]), found["host"])


def _inside(check: Check, start: int, end: int, host: str) -> Notice:
    message = f"`{host}` is a machine inside. Take it out, or write `host.example.org`."
    return check.notice(start, end, message, host)


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
    return re.compile(
        rf"(?<![\w.@-])(?:{_LABEL}\.){{1,8}}(?:{ends})(?![\w-]|\.\w)", re.IGNORECASE | re.ASCII
    )


@lru_cache(maxsize=8)
def _word_pattern(rejected: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(rejected, key=lambda each: (-len(each), each))
    words = "|".join(_GAP.join(map(re.escape, each.split())) for each in longest_first)
    as_tag = "|".join(re.escape("".join(each.split())) for each in longest_first)
    return re.compile(
        rf"(?<!{_LETTER})(?:{words})(?!{_LETTER})|(?<=#)(?:{as_tag})(?!{_LETTER})", re.IGNORECASE
    )


CHECKS = (
    Check("Privacy.Host", "error", "A machine inside the organisation.", find_hosts),
    Check("Privacy.CodeName", "error", "A name that the settings reject.", find_code_names),
)
