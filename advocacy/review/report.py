"""What is said of a pull request: a value, of which writers make a page, a comment or JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from advocacy.editorial.finding import Finding
from advocacy.review.post_review import PostReview
from advocacy.review.site_changes import SiteChanges
from advocacy.review.stewardship import Stewardship
from advocacy.review.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding, as it is told to people who may not know the guide by heart.

    Attributes:
        principle: The title of what the organisation stands for; empty where the guide has none.
        reason: The first sentence that the guide says of it, or empty.
        link: The web address at which the site says why, or empty.
    """

    finding: Finding
    principle: str = ""
    reason: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of a pull request.

    Attributes:
        base: What it is to be merged into, as somebody named it.
        commit: Where the two parted.
        today: The day on which this is said.
        remarks: What was found, what blocks first.
        suggestions: What of it can be mended as it stands, in lines that changed.
        posts: Those that are new, changed, moved or removed.
        others: Other files of the content that changed, relative to the site's folder; and those
            outside of it that no flag tells of, relative to the repository's.
        older: How many findings would stop a build, and stand in lines that have not changed.
        notes: What there is to say about the findings besides, a line each.
        folder: The site's folder as seen from the repository, with a slash at its end, or empty.
        preview: The web address of the site as it would be, with a slash at its end, or empty.
        names: What colleagues are called, by their ids.
        stewardship: Who did what, and who has to approve; None where nobody asked git.
        site: What else changes on the site; None where nobody built it twice.
    """

    base: str
    commit: str
    today: date
    remarks: tuple[Remark, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    posts: tuple[PostReview, ...] = ()
    others: tuple[str, ...] = ()
    older: int = 0
    notes: tuple[str, ...] = ()
    folder: str = ""
    preview: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    stewardship: Stewardship | None = None
    site: SiteChanges | None = None

    def name(self, staff_id: str) -> str:
        """Return what a colleague is called; somebody whom no file knows, as they are told."""
        return self.names.get(staff_id, staff_id)

    @property
    def blocking(self) -> tuple[Remark, ...]:
        """What stops a build."""
        return tuple(each for each in self.remarks if each.finding.blocks)

    @property
    def advice(self) -> tuple[Remark, ...]:
        """What people decide on."""
        return tuple(each for each in self.remarks if not each.finding.blocks)
