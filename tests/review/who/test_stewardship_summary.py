"""What a summary says of who did what, in words."""

from collections.abc import Iterable
from datetime import date

import pytest

from advocacy.before import Before
from advocacy.library import Library
from advocacy.review.approvals import Approval
from advocacy.review.approvers import Approvers
from advocacy.review.claims import AUTHORS, REVIEWERS, Claim
from advocacy.review.document import Block
from advocacy.review.flags import Flag
from advocacy.review.markdown import make_markdown_text
from advocacy.review.ownership import STAFF_FILE, TRANSLATION, Deed, ForeignChange
from advocacy.review.report import Report
from advocacy.review.stewardship import Stewardship
from advocacy.review.stewardship_summary import (
    MOST_PATHS,
    MOST_SHOWN,
    make_approval_blocks,
    make_doubt_blocks,
)
from advocacy.site import Site
from advocacy.touched import Change

NAMES = {"ana": "Ana", "ben": "Ben", "eva": "Eva"}
ASKED = Approval("editors", ("eva",), ("a.md",))


@pytest.fixture
def deed(site: Site) -> Deed:
    return Deed(Change(()), {}, Before(), Library(site, (), {}, (), ()))


def report(stewardship: Stewardship | None) -> Report:
    return Report("main", "0" * 40, date(2026, 6, 1), names=NAMES, stewardship=stewardship)


def lines(blocks: Iterable[Block]) -> list[str]:
    return [line for line in make_markdown_text(blocks).split("\n") if line]


def flag(number: int, before: str = "", *, beside_content: bool = False) -> Flag:
    return Flag(f"{number}.sh", before, "program", "It is a program.", beside_content)


@pytest.mark.parametrize("make", [make_doubt_blocks, make_approval_blocks])
def test_where_nothing_is_to_be_said_nothing_is(make, deed: Deed) -> None:
    assert lines(make(report(None))) == []
    assert lines(make(report(Stewardship(deed)))) == []


def test_what_is_to_be_looked_at_twice_is_told_with_its_reason(deed: Deed) -> None:
    found = Stewardship(
        deed,
        flags=(flag(1, "old.txt"),),
        foreign=(
            ForeignChange("content/staff/ana.md", STAFF_FILE, ("ana",), ("ben", "Mallory")),
            ForeignChange("content/posts/x.md", TRANSLATION, ("ana", "eva"), ("ben",)),
        ),
        claimed=(Claim("x.md", 5, "ana", AUTHORS), Claim("x.md", 9, "ben", REVIEWERS)),
    )

    assert lines(make_doubt_blocks(report(found))) == [
        "### Look twice",
        "- `1.sh` (was `old.txt`): It is a program.",
        "- `content/staff/ana.md` is the file of Ana, and Ben or Mallory changed it.",
        "- `content/posts/x.md` translates a post of Ana or Eva, and Ben changed it.",
        "- `x.md:5` says that Ana wrote it, and nothing they committed or approved says so.",
        "- `x.md:9` says that Ben has read it, and nothing they committed or approved says so.",
    ]


@pytest.mark.parametrize(("is_beside", "told"), [((False, True), True), ((False, False), False)])
def test_a_program_beside_a_post_is_doubted(
    is_beside: tuple[bool, ...], told: bool, deed: Deed
) -> None:
    flags = tuple(flag(number, beside_content=each) for number, each in enumerate(is_beside))

    said = lines(make_doubt_blocks(report(Stewardship(deed, flags=flags))))

    assert ("No post needs a file that runs or decides something." in said) is told


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (MOST_SHOWN, f"- `{MOST_SHOWN - 1}.sh`: It is a program."),
        (MOST_SHOWN + 1, "- and 1 more."),
        (MOST_SHOWN + 7, "- and 7 more."),
    ],
)
def test_of_many_doubts_some_are_counted(count: int, last: str, deed: Deed) -> None:
    found = Stewardship(deed, flags=tuple(map(flag, range(count))))

    said = lines(make_doubt_blocks(report(found)))

    assert said[-1] == last
    assert len(said) == 1 + min(count, MOST_SHOWN + 1)


@pytest.mark.parametrize(("count", "more"), [(MOST_PATHS, ""), (MOST_PATHS + 2, "and 2 more")])
def test_of_many_files_to_approve_some_are_counted(count: int, more: str, deed: Deed) -> None:
    paths = tuple(f"{number}.md" for number in range(count))
    found = Stewardship(deed, approvals=(Approval("editors", ("eva",), paths),))

    (_, said) = lines(make_approval_blocks(report(found)))

    assert said.startswith("- **Eva**: `0.md`")
    assert said.count("`") == 2 * MOST_PATHS
    assert said.endswith(more or f"`{count - 1}.md`")


def test_of_many_approvals_the_first_are_told(deed: Deed) -> None:
    each = tuple(Approval(f"`{number}`", ("eva",), ("a.md",)) for number in range(MOST_SHOWN + 3))

    said = lines(make_approval_blocks(report(Stewardship(deed, approvals=each))))

    assert len(said) == 1 + MOST_SHOWN


@pytest.mark.parametrize(
    ("approvals", "approvers", "told"),
    [
        ((), Approvers(("ana", "ben")), "Approved by Ana and Ben."),
        ((ASKED,), Approvers(("ana",)), "Approved by Ana; still needs Eva."),
        (
            (ASKED, Approval("staff", ("ana", "ben"), ("b.md",)), ASKED._replace(why="guide")),
            Approvers(("ana",)),
            "Approved by Ana; still needs Eva and Ana or Ben.",
        ),
        ((ASKED._replace(is_given=True),), Approvers(("eva",)), "Approved by Eva."),
        (
            (),
            Approvers((), ("ana", "ben")),
            "It changed since Ana and Ben approved it, which counts no longer.",
        ),
        (
            (),
            Approvers(("eva",), ("ben",)),
            "Approved by Eva. It changed since Ben approved it, which counts no longer.",
        ),
    ],
)
def test_who_has_approved_and_who_is_still_asked_is_told(
    approvals: tuple[Approval, ...], approvers: Approvers, told: str, deed: Deed
) -> None:
    found = Stewardship(deed, approvals=approvals, approvers=approvers)

    said = lines(make_approval_blocks(report(found)))

    assert said[:2] == ["### Who has to approve", told]
    assert len(said) == 2 + len(approvals)
