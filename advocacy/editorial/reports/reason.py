"""Why something was found, in the words of the guide."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advocacy.editorial.finding import Finding
from advocacy.editorial.sentences import split_sentences

if TYPE_CHECKING:
    from advocacy.editorial.guide import Guide

_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")


@dataclass(frozen=True, slots=True)
class Reason:
    """A principle, as it is told beside a finding.

    Attributes:
        title: Of the principle.
        sentence: The first that the guide says of it, or empty.
    """

    title: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.title}. {self.sentence}".strip()


def make_reason(finding: Finding, guide: "Guide | None") -> Reason | None:
    """Return the principle behind a finding; None where the guide has none."""
    principle = guide.principles.get(finding.principle) if guide else None
    if principle is None:
        return None
    prose = " ".join(_LINK.sub(r"\1", principle.prose[0]).split()) if principle.prose else ""
    begin, end = next(split_sentences(prose), (0, 0))
    return Reason(principle.title, prose[begin:end])
