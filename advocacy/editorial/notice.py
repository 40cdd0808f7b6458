"""What a check says of one place in a file, before the site decides what blocks."""

from typing import NamedTuple

from advocacy.editorial.action import NO_ACTION, Action


class Notice(NamedTuple):
    """One place at which a check has something to say.

    Attributes:
        check: The rule's id, such as `Values.Respect`.
        severity: The rule's own level.
        start: Offset in the file of what is meant.
        end: Offset behind it.
        message: One line: what was seen and how to mend it.
        match: The words as a reader sees them.
        principle: The id of the principle in the guide, or empty.
        description: The longer reason, or empty.
        action: How the rule makes what to write instead.
        replacements: What to write instead, the best first; an empty text takes it out.
        has_place: Whether it concerns a place and not the whole file.
        link: A web address with more about it, or empty.
    """

    check: str
    severity: str
    start: int
    end: int
    message: str
    match: str = ""
    principle: str = ""
    description: str = ""
    action: Action = NO_ACTION
    replacements: tuple[str, ...] = ()
    has_place: bool = True
    link: str = ""
