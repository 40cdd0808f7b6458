"""What an editor asks of a post that stands nowhere in it: its state, its length, its promises."""

from collections.abc import Iterator
from datetime import date

from advocacy.editorial.attestation import Attestation
from advocacy.editorial.blocking import STALE, Checked
from advocacy.editorial.guide import Guide
from advocacy.editorial.kinds.readability import GRADES
from advocacy.editorial.manuscript import make_manuscript
from advocacy.editorial.summary import count_summary
from advocacy.post import Post
from advocacy.publishing.edition import WORDS_A_MINUTE
from advocacy.review.post_review import Given, Readability, State, Vouching

MEASURE = "Flesch-Kincaid"
# What is said of answers; who has read the post is told apart.
ANSWERED = ("Attest.Missing", STALE)
# Of fewer words no measure says anything.
LEAST_WORDS = 100


def make_state(post: Post, today: date) -> State:
    """Return what a post is on a day."""
    if post.visibility == "internal":
        return State.INTERNAL
    if post.status == "draft":
        return State.DRAFT
    if post.has_expired(today):
        return State.EXPIRED
    if post.is_awaited(today):
        is_held = post.embargo is not None and post.starts() == post.embargo
        return State.EMBARGOED if is_held else State.DUE
    return State.HIDDEN if post.status == "hidden" else State.PUBLIC


def make_readability(post: Post) -> Readability:
    """Return how much there is to read in a post, and how hard it is."""
    counts = count_summary(make_manuscript(post).summary)
    words, sentences = counts["words"], max(1, counts["sentences"])
    is_measured = post.lang.partition("-")[0] == "en" and words >= LEAST_WORDS
    return Readability(
        words=int(words),
        minutes=max(1, round(words / WORDS_A_MINUTE)),
        sentence_words=round(words / sentences, 1),
        grade=round(max(0, GRADES[MEASURE](counts)), 1) if is_measured else None,
    )


def find_vouching(post: Post, guide: Guide, checked: Checked | None) -> Iterator[Vouching]:
    """Yield what a post answers or has to answer, in the guide's order."""
    told = [each for each in checked.findings if each.check in ANSWERED] if checked else []
    for each in guide.attestations.values():
        asked = [finding for finding in told if finding.match == each.id]
        cure = " ".join(dict.fromkeys(finding.message for finding in asked))
        if asked:
            is_stale = all(finding.check == STALE for finding in asked)
            given = Given.STALE if is_stale else Given.MISSING
            yield Vouching(each.id, each.ask, given, cure)
        elif _is_given(post, each):
            yield Vouching(each.id, each.ask, Given.GIVEN)


def _is_given(post: Post, attestation: Attestation) -> bool:
    return post.attest.get(attestation.id) == attestation.version
