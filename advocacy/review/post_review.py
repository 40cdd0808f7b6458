"""What is said of one post of a pull request."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Change(StrEnum):
    """What becomes of a post."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


class State(StrEnum):
    """What a post is on the day of the review."""

    DRAFT = "draft"
    INTERNAL = "internal"
    HIDDEN = "hidden"
    EMBARGOED = "embargoed"
    DUE = "due"
    PUBLIC = "public"
    EXPIRED = "expired"


class Given(StrEnum):
    """Whether somebody vouches for what the guide asks."""

    GIVEN = "given"
    MISSING = "missing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Readability:
    """How much there is to read, and how hard it is.

    Attributes:
        minutes: What it takes to read, at least one.
        sentence_words: How many words a sentence has on average.
        grade: The years of school that it asks for, by Flesch and Kincaid; None where it is in
            another language than English, of which the measure knows nothing.
    """

    words: int
    minutes: int
    sentence_words: float
    grade: float | None = None


@dataclass(frozen=True, slots=True)
class Vouching:
    """What the guide asks the author of a post to vouch for.

    Attributes:
        id: Of the attestation.
        ask: The sentence that somebody puts their name to.
        cure: Where it is not given, how to give it, with the line to paste.
    """

    id: str
    ask: str
    given: Given
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that colleagues are offered for one network.

    Attributes:
        source: Where its words are from.
        length: Counted as the network counts.
        limit: What the network takes; 0 is no limit.
        unit: What is counted.
        discloses: The words in it that say for whom the sharer works, or empty.
        has_prompt: Whether the sharer has to fill something in first.
        for_authors: Whether only the post's authors are offered it.
    """

    source: str
    text: str
    length: int
    limit: int
    unit: str
    discloses: str = ""
    has_prompt: bool = False
    for_authors: bool = False


@dataclass(frozen=True, slots=True)
class NetworkTexts:
    """What is offered for one network.

    Attributes:
        network: Its name.
        alike_percent: How many of 100 words the two most alike texts for everybody share.
        problem: Why there are no texts, or empty.
    """

    network: str
    texts: tuple[Text, ...] = ()
    alike_percent: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Disclosing:
    """How readers learn for whom the author works.

    Attributes:
        relationship: As front matter has it.
        sentence: What must be said; empty where nothing must.
        words: Those that say so in the post itself, or empty.
        line: Where they stand; 0 where they do not.
    """

    relationship: str
    sentence: str = ""
    words: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A colleague whom one may ask to share a post, or to read it first.

    Attributes:
        reasons: Why, in a few words each.
    """

    id: str
    name: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostReview:
    """One post, as a pull request leaves it.

    Attributes:
        path: Its file; where it was, if it is removed.
        address: Where it is on the site; where it was, if it is removed.
        was: Where it was, if it moved.
        is_led_on: Whether its old address leads to it.
        url: Where the post can be seen as it would be, or empty.
        is_read: Whether its file could be read: else there is no more to say of it.
        day: From when on it is public, if that is to come; None where it says nothing.
        authors: Their names.
        committed_by: Who committed it in the pull request, as far as git tells.
        approvals: Who has to approve it, and why, a line each.
        approved: Who has, and why it was asked for, a line each.
        note: The line by which it would say who has approved it, where it does not; or empty.
        reviewed_by: Names of those who read it first.
        reviewed_before: Names of those who read an earlier wording of it.
        card: The file of its card in the output.
    """

    path: str
    change: Change
    title: str = ""
    address: str = ""
    was: str = ""
    is_led_on: bool = True
    url: str = ""
    is_read: bool = True
    state: State = State.PUBLIC
    day: date | None = None
    lang: str = ""
    purpose: str = ""
    audience: str = ""
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    committed_by: tuple[str, ...] = ()
    approvals: tuple[str, ...] = ()
    approved: tuple[str, ...] = ()
    note: str = ""
    readability: Readability | None = None
    disclosing: Disclosing | None = None
    vouching: tuple[Vouching, ...] = ()
    reviewed_by: tuple[str, ...] = ()
    reviewed_before: tuple[str, ...] = ()
    networks: tuple[NetworkTexts, ...] = ()
    card: str = ""
    sharers: tuple[Asked, ...] = ()
    readers: tuple[Asked, ...] = ()
