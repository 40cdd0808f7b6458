"""Web addresses in a text, found as X and as Mastodon find them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import regex

LATIN = r"a-z0-9À-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ̀-ͯḀ-ỿ"
CYRILLIC = r"а-яёЀ-ӿ"
LABEL = r"[\p{L}\p{M}\p{N}_-]"

# By whether a bare `example.org` counts: which characters a path and a query may have, and which
# may end them. X's are twitter-text's (valid_url_path, valid_url_query_chars); Mastodon replaces
# them by wider ones (config/initializers/twitter_regex.rb).
CHARACTERS = {
    True: (
        rf"[{LATIN}{CYRILLIC}!*';:=+,.$/%#\[\]\-–_~@|&]",
        rf"[{LATIN}{CYRILLIC}+\-=_#/]",
        r"[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]",
        r"[a-z0-9\-_&=#/]",
    ),
    False: (
        r"[^\s<>()?]",
        r"""[^\s()?!*"'「」<>;:=,.$%\[\]~&|@]""",
        r"[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^\u00a0-\U0010fffd--\s]",
        r"[a-z0-9_&=#/\-\u00a0-\U0010fffd--\s]",
    ),
}


def web_addresses(text: str, *, bare_domains: bool) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each web address that a network shortens.

    Args:
        text: As it is counted.
        bare_domains: Whether `example.org` is one too, as on X, or `https://` is needed.
    """
    if "." not in text:  # nothing else is as quick to see
        return
    for match in _pattern(bare_domains).finditer(_small(text)):
        yield match.span()


def _small(text: str) -> str:
    """Return a text in small letters, as long as it was; browsers know no other way to fold."""
    if text.isascii():
        return text.lower()
    return "".join(lower if len(lower := c.lower()) == 1 else c for c in text)


@cache
def _pattern(bare_domains: bool) -> "regex.Pattern[str]":
    inside, last, query, query_last = CHARACTERS[bare_domains]
    # Possessive where a character class leaves no choice, so that no text takes long.
    brackets = rf"\((?:{inside}|\({inside}++\))++\)"
    path = rf"/(?:(?:{inside}|{brackets})*(?:{last}|{brackets}))?"
    top = r"(?:\L<top>|xn--[-0-9a-z]+)(?![0-9a-z@+-])"
    domain = rf"(?:{LABEL}++\.)+{top}"
    bare = rf"(?<![-_./{LATIN}])(?=[{LATIN}])(?:[-{LATIN}]++\.)+{top}"
    port, search = r"(?::[0-9]++)?", rf"(?:\?{query}*{query_last})?"
    whole = rf"https?://{domain}{port}(?:{path})?{search}"
    if bare_domains:
        whole = rf"(?:{whole}|{bare}(?:{port}{path}{search})?)"
    return regex.compile(
        rf"(?<![a-z0-9@＠$#＃]){whole}",
        regex.VERSION1,
        top=_top_level_domains(),
    )


def _top_level_domains() -> list[str]:
    lines = (Path(__file__).parent / "top_level_domains.txt").read_text(encoding="utf-8")
    return [line for line in lines.splitlines() if not line.startswith("#")]
