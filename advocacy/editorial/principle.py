"""One thing that the organisation stands for, and what of it stands in the guide."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Principle:
    """One thing that the organisation stands for.

    Attributes:
        id: The anchor of its heading on the page.
        line: Of its heading, 1-based.
        is_enforced: Whether a rule, an attestation or a built-in check serves it; else the guide
            says it is not.
        prose: What the guide says of it, as Markdown, a paragraph each.
    """

    id: str
    title: str
    line: int
    is_enforced: bool
    prose: tuple[str, ...] = ()


@dataclass(slots=True)
class Section:
    """A principle while it is read: its heading, and what stands below it.

    Attributes:
        level: Of its heading.
        served: How many blocks below it uphold it.
        unenforced_line: The line that says `enforced: no`, or 0.
    """

    id: str
    title: str
    level: int
    line: int
    served: int = 0
    unenforced_line: int = 0
    prose: list[str] = field(default_factory=list)

    def find_mistake(self) -> tuple[int, str] | None:
        """Return the line of what is wrong with it, and what that is."""
        if not self.served and not self.unenforced_line:
            cure = "Add a rule, an attestation, or a line `enforced: no`."
            return self.line, f"`{self.title}` has nothing that upholds it. {cure}"
        if self.served and self.unenforced_line:
            seen = f"`{self.title}` is enforced and says `enforced: no`."
            return self.unenforced_line, f"{seen} Take one out."
        return None

    def make_principle(self) -> Principle:
        """Return what was read."""
        is_enforced = bool(self.served)
        return Principle(self.id, self.title, self.line, is_enforced, tuple(self.prose))
