"""Pictures in a page's HTML, with the sizes from which a browser takes one."""

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from typing import NamedTuple

IMG = re.compile(r'<img src="([^"]*)"[^<>]*>')
# How wide the theme shows a picture of a text: `--measure`, at the largest size of its letters.
IN_TEXT = "(min-width: 45em) 680px, 94vw"


class Source(NamedTuple):
    """One format of a picture, and the address of each of its widths, as `srcset` has them."""

    media_type: str
    srcset: str


def show_pictures(html: str, sources: Mapping[str, Sequence[Source]]) -> str:
    """Return a body in which each `img` that has sources stands in a `picture`.

    Args:
        html: As `rewrite` made it.
        sources: By the address that an `img` leads to.
    """

    def show(match: re.Match[str]) -> str:
        offered = "".join(
            f'<source type="{each.media_type}" srcset="{escape(each.srcset)}" sizes="{IN_TEXT}">'
            for each in sources.get(unescape(match[1]), ())
        )
        return f"<picture>{offered}{match[0]}</picture>" if offered else match[0]

    return IMG.sub(show, html)
