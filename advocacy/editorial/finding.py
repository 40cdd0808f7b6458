"""What a rule found: where, what, why, and whether it stops the build.

A finding, and what it is made of, is a tuple: a large archive has a hundred thousand of them, and
a tuple is made in less than half the time that a frozen dataclass takes, and is JSON as it is.
"""

from typing import NamedTuple

from advocacy.editorial.action import NO_ACTION, Action


class Finding(NamedTuple):
    """One place at which a text goes against the guide.

    Attributes:
        path: The file, relative to the site's folder, with forward slashes.
        line: 1-based; 0 where the whole file is meant.
        column: 1-based, in code points; 0 where the whole line is meant.
        span: How many code points of the line are meant, from `column`; at least 1.
        check: The rule's id, such as `Values.Respect`.
        severity: The rule's own level: `suggestion`, `warning` or `error`.
        message: One line: what was seen and how to mend it.
        match: The words that were matched.
        link: Where the site says why, such as `/values/#Values.Respect`.
        principle: The id of the principle in the guide, or empty.
        action: How the rule makes what to write instead.
        replacements: What to write instead of the span, the best first; an empty text takes it out.
        blocks: Whether this finding stops a build, as the site's settings decide.
        description: The rule's longer reason, or empty.
        end_line: The line in which what is meant ends; words that are wrapped end below `line`.
            0 where only `line` is known.
        end_column: The column behind the last code point that is meant.
        fingerprint: What the finding is known by, together with its rule, wherever in its file it
            stands: a hash of the words, and one of their lines. Two can have the same.
    """

    path: str
    line: int
    column: int
    span: int
    check: str
    severity: str
    message: str
    match: str = ""
    link: str = ""
    principle: str = ""
    action: Action = NO_ACTION
    replacements: tuple[str, ...] = ()
    blocks: bool = False
    description: str = ""
    end_line: int = 0
    end_column: int = 0
    fingerprint: str = ""
