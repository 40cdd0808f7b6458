"""Fragments of HTML for feeds, where every address must be whole."""

import re
from collections.abc import Container
from html import escape, unescape
from urllib.parse import urljoin

TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
ATTRIBUTE = re.compile(
    r"""(?P<name>\s(?:href|src|srcset|poster)\s*=\s*)(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""",
    re.IGNORECASE,
)
CANDIDATE = re.compile(r"(?P<before>(?:^|,)\s*)(?P<url>[^\s,]\S*[^\s,]|[^\s,])")


def make_absolute(html: str, base_url: str, staying: Container[str] = ()) -> str:
    """Return a fragment in which each href, src, srcset and poster is absolute.

    Everything else stays as it was, to the character.

    Args:
        html: A well-formed fragment.
        base_url: The address of the page it stands on; `#x` leads there too.
        staying: What is left as it is, such as links from place to place in the fragment.
    """

    def absolute(url: str) -> str:
        try:
            return urljoin(base_url, url)
        except ValueError:
            return url

    def attribute(match: re.Match[str]) -> str:
        written = match["double"] if match["double"] is not None else match["single"]
        value = unescape(written).strip()
        if "srcset" in match["name"].lower():
            whole = CANDIDATE.sub(lambda each: each["before"] + absolute(each["url"]), value)
        else:
            whole = value if value in staying else absolute(value)
        return match[0] if whole == value else f'{match["name"]}"{escape(whole)}"'

    return TAG.sub(lambda tag: ATTRIBUTE.sub(attribute, tag[0]), html)
