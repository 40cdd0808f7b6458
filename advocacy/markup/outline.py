"""The outline of a body: headings as deep as they are meant, without a level left out."""


class Outline:
    """Which level each heading is shown at, one after another; the page's title is level 1.

    Many who listen to a page go from heading to heading, and wonder at a gap what they missed.
    What people write says which heading is below which; that stays, and the gaps go.
    """

    def __init__(self) -> None:
        # The written levels of the headings that the next one may be below.
        self._above: list[int] = []

    def place(self, written: int) -> int:
        """Return at which level a heading is shown that was written at a level from 1 to 6."""
        while self._above and self._above[-1] >= written:
            self._above.pop()
        self._above.append(written)
        return min(6, len(self._above) + 1)
