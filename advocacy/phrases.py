"""Phrases to be found in a text, as whole words in their own script."""

import re
from functools import lru_cache

# Scripts without spaces: whatever stands beside such a sign, a word may begin or end there.
SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_STARTS_SPACELESS, _ENDS_SPACELESS = re.compile(f"[{SPACELESS}]"), re.compile(f"[{SPACELESS}]$")


def as_phrase(text: str) -> str:
    """Return a sentence as a pattern, whatever its apostrophes, its spaces and its end."""
    words = (re.escape(word) for word in _without_stop(text).split())
    return re.sub("['’]", "['’]", r"\s+".join(words))


@lru_cache(maxsize=1_024)
def make_phrase_pattern(text: str) -> re.Pattern[str]:
    """Return a pattern that finds a phrase, in any case and between other words."""
    phrase = _without_stop(text)
    before = "" if _STARTS_SPACELESS.match(phrase) else r"(?<!\w)"
    behind = "" if _ENDS_SPACELESS.search(phrase) else r"(?!\w)"
    return re.compile(f"{before}{as_phrase(phrase)}{behind}", re.IGNORECASE)


def _without_stop(text: str) -> str:
    return text.strip().rstrip(".!?…。！？।۔ ")
