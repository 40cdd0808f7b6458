"""What every built-in check has in common."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice


@dataclass(frozen=True, slots=True)
class Check:
    """A built-in check: a row of their table.

    Attributes:
        id: Such as `Alt.Missing`.
        severity: `suggestion`, `warning` or `error`.
        about: What it finds and why, in one sentence.
        find: Yields what it finds in a file.
        can_be_allowed: Whether a comment may let a place pass.
        looks_around: Whether it asks for more than the file, the settings and the colleagues; then
            it sees the file's links, pictures and front matter, and not its text.
        principle: The id of the principle that the guide has it uphold, or empty.
    """

    id: str
    severity: str
    about: str
    find: Callable[["Check", Manuscript, Context], Iterator[Notice]]
    can_be_allowed: bool = True
    looks_around: bool = False
    principle: str = ""

    def notice(
        self,
        start: int,
        end: int,
        message: str,
        match: str = "",
        replacements: tuple[str, ...] = (),
    ) -> Notice:
        """Return a notice of this check."""
        return Notice(
            self.id,
            self.severity,
            start,
            end,
            message,
            match,
            principle=self.principle,
            replacements=replacements,
        )
