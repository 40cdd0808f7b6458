"""Who counts as having read a post: a colleague who is no author, and read what it says now."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import read_guide
from advocacy.front_matter import Document, read_document
from advocacy.reviewed_by import make_version
from advocacy.source import Source
from tests.conftest import STAFF
from tests.editorial.conftest import CheckPost, MakeGuide
from tests.editorial.test_vouching import BLOCK, HEAD, VERSION, post_with

CheckReviewers = Callable[..., tuple[Finding, ...]]
MISSING, STALE, UNKNOWN = "Review.Missing", "Review.Stale", "Review.Unknown"
TRUE, WORDING = "reviewer: true", "reviewer: wording"
EARLIER = "`ben` read an earlier wording of this post"
BARE = "`ben` does not say which wording they read"
NONE = "No colleague has read this post"
ASKS = ", and `Values.Consent` asks for a second pair of eyes."
ADD = " Add `reviewed_by: [ID]` with a colleague who is no author."
THEN = " When a colleague has, `advocacy approve night --by ID` notes it."
AGAIN = " When they, or another colleague, have read this one, `advocacy approve night --by ben`"
BEHIND = " is no colleague here. A wording stands behind an id, as `ben v3d74909`; `advocacy"


@pytest.fixture
def check_reviewers(
    make_page: MakeGuide, check_post: CheckPost, write: Callable[..., Path]
) -> CheckReviewers:
    """Check a post of Ana's, with lines of front matter in which NOW is what stands for it."""
    for name in ("ben", "eva"):
        write(f"content/staff/{name}.md", STAFF)

    def check(block: str, lines: str) -> tuple[Finding, ...]:
        guide = read_guide(make_page(f"{HEAD}{BLOCK}{block}\n```\n"))
        post = post_with(f"slug: night\nattest: {{Values.Consent: {VERSION}}}\n{lines}".strip())
        document = read_document(Source("", post))
        assert isinstance(document, Document)
        return check_post(post.replace("NOW", make_version(document)), guide)

    return check


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (TRUE, "reviewed_by: ben"),
        (TRUE, "reviewed_by: [ana, ben]"),
        (TRUE, "reviewed_by: [ben NOW]"),
        (TRUE, "reviewed_by: [ben v0000000, eva NOW]"),
        (TRUE, "reviewed_by: [ben v0000000, eva]"),
        (WORDING, "reviewed_by: [ben NOW]"),
        (WORDING, "reviewed_by: [ben v0000000, eva NOW]"),
        (WORDING, "reviewed_by: [eva, ben NOW]"),
        ("reviewer: false", ""),
        ("", "reviewed_by: [ben NOW]"),
        ("", "reviewed_by: [ana v0000000]"),
        ("", "reviewed_by: [ben v0000000, eva NOW]"),
        ("", "reviewed_by: [eva, ben v0000000]"),
        ("", "reviewed_by: ben v0000000\nstatus: draft"),
        (WORDING, "reviewed_by: ben v0000000\nstatus: draft"),
    ],
)
def test_a_colleague_who_has_read_the_post_is_enough(
    block: str, lines: str, check_reviewers: CheckReviewers
) -> None:
    assert not check_reviewers(block, lines)


@pytest.mark.parametrize(
    ("block", "lines", "told", "place"),
    [
        (TRUE, "", f"Nobody has read this post{ASKS}{ADD}", None),
        (TRUE, "reviewed_by: ana", f"Only its authors have read this post{ASKS}{ADD}", (12, 1, 11)),
        (TRUE, "authors: [ana, ben]\nreviewed_by: ben", "Only its authors have read", None),
        (TRUE, "reviewed_by: ana v0000000", "Only its authors have read this post", None),
        (TRUE, "reviewed_by: [ben v0000000]", f"{EARLIER}{ASKS}{AGAIN}", (12, 1, 11)),
        (TRUE, "reviewed_by: [ana NOW, ben v0000000]", f"{EARLIER}{ASKS}{AGAIN}", (12, 1, 11)),
        (WORDING, "", f"Nobody has read this post{ASKS}{THEN}", None),
        (WORDING, "reviewed_by: ana NOW", "Only its authors have read this post", None),
        (WORDING, "reviewed_by: ben", f"{BARE}{ASKS}{AGAIN}", (12, 1, 11)),
        (WORDING, "reviewed_by: [ben, eva v0000000]", "`eva` read an earlier wording", None),
    ],
)  # fmt: skip
def test_what_is_wanting_is_said(
    block: str,
    lines: str,
    told: str,
    place: tuple[int, int, int] | None,
    check_reviewers: CheckReviewers,
) -> None:
    (finding,) = check_reviewers(block, lines)

    assert (finding.check, finding.severity) == (MISSING, "error")
    assert (finding.match, finding.principle) == ("Values.Consent", "trust")
    assert finding.message.startswith(told)
    if place:
        assert (finding.line, finding.column, finding.span) == place


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("reviewed_by: [ana, ben v0000000]", (12, 20, 12)),
        ("reviewed_by: ben v0000000", (12, 14, 12)),
    ],
)
def test_an_earlier_wording_is_told_where_no_guide_asks(
    lines: str, place: tuple[int, int, int], check_reviewers: CheckReviewers
) -> None:
    (finding,) = check_reviewers("", lines)

    assert (finding.check, finding.severity, finding.match) == (STALE, "warning", "ben")
    assert finding.message.startswith(f"{EARLIER}.{AGAIN}")
    assert (finding.line, finding.column, finding.span) == place


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ("[ben, zoe]", "`zoe` is no colleague here. Add content/staff/NAME.md."),
        ("[ben, evva]", "`evva` is no colleague here. Did you mean `eva`?"),
        ("[ben, Eva A]", "`Eva A` is no colleague here. Did you mean `eva`?"),
        ("[ben, v3d74]", "`v3d74` is no colleague here. Add content/staff/NAME.md."),
        ("[ben, v3d749]", f"`v3d749`{BEHIND} approve night --by ID` writes it."),
        ("[ben, v3d749099a]", f"`v3d749099a`{BEHIND} approve night --by ID` writes it."),
        ("[ben, v3d749099ab]", "`v3d749099ab` is no colleague here. Add content/staff/NAME.md."),
        ("[ben, v3d74909]", f"`v3d74909`{BEHIND} approve night --by ID` writes it."),
        ("[ben, V3D74909]", f"`V3D74909`{BEHIND} approve night --by ID` writes it."),
        ("[ben, eva v3d749090]", f"`eva v3d749090`{BEHIND} approve night --by eva` writes it."),
        ("[ben, eva V3D74909]", f"`eva V3D74909`{BEHIND} approve night --by eva` writes it."),
    ],
)
def test_who_is_no_colleague_is_told_and_what_was_meant(
    entries: str, told: str, check_reviewers: CheckReviewers
) -> None:
    (finding,) = check_reviewers(TRUE, f"reviewed_by: {entries}")

    assert (finding.check, finding.severity, finding.message) == (UNKNOWN, "error", told)
    assert finding.line == 12


def test_what_is_wanting_is_as_grave_as_its_attestation(check_reviewers: CheckReviewers) -> None:
    (finding,) = check_reviewers(f"level: warning\n{TRUE}", "")

    assert (finding.check, finding.severity) == (MISSING, "warning")


def test_a_stranger_has_not_read_the_post(check_reviewers: CheckReviewers) -> None:
    findings = check_reviewers(TRUE, "reviewed_by: [benn]")

    assert sorted(each.check for each in findings) == [MISSING, UNKNOWN]
    assert any(each.message.startswith(f"{NONE}{ASKS}{ADD}") for each in findings)
