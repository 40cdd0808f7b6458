"""Captions that are none: `figcaption` stands in a `figure`, once, or it is an ordinary part."""

import re

TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
CAPTION, FIGURE, INSTEAD = "figcaption", "figure", "div"
# These have no end.
VOID = frozenset({"br", "hr", "img", "wbr"})


def free_captions(html: str) -> str:
    """Return sanitised HTML in which a caption that captions nothing is a `div`."""
    if f"<{CAPTION}" not in html:
        return html
    captions = _Captions()
    return TAG.sub(captions.rewrite, html)


class _Captions:
    """What one pass has open: each element by the name that it is shown by."""

    def __init__(self) -> None:
        self.open: list[str] = []
        # For each figure that is open, whether it has its caption.
        self.has_caption: list[bool] = []

    def rewrite(self, tag: re.Match[str]) -> str:
        closes, element, rest = tag.groups()
        if element in VOID:
            return tag[0]
        return self._close(tag[0]) if closes else self._begin(element, rest)

    def _begin(self, element: str, rest: str) -> str:
        if element == FIGURE:
            self.has_caption.append(False)
        if element == CAPTION:
            if self.open[-1:] != [FIGURE] or self.has_caption[-1]:
                element = INSTEAD
            else:
                self.has_caption[-1] = True
        self.open.append(element)
        return f"<{element}{rest}>"

    def _close(self, written: str) -> str:
        if not self.open:
            return written
        element = self.open.pop()
        if element == FIGURE:
            self.has_caption.pop()
        return f"</{element}>"
