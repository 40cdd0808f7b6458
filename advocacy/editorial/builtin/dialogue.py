"""Dialogue: a post is half of a conversation, and says how the other half begins."""

from collections.abc import Iterator

from advocacy.editorial.builtin.asked import asks_for
from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.words import Words, make_pattern, words_for


def find_closed(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find new posts that ask readers nothing and name no way to answer."""
    post, words = asks_for("dialogue", manuscript, context.site), words_for(manuscript)
    if not post or not words or post.question or post.discussions:
        return
    if _asks(manuscript, words) or _names_a_way(manuscript, words):
        return
    place = post.places["title"]
    message = (
        "This post asks readers nothing. Add `question:` with what only they know, "
        "or say at its end how they can answer."
    )
    yield check.notice(place.start, place.end, message, post.title)


def _asks(manuscript: Manuscript, words: Words) -> bool:
    addressing = make_pattern(words.addressing)
    questions = (each for each in manuscript.units["sentence"] if "?" in each.text[-3:])
    return any(addressing.search(each.text) for each in questions)


def _names_a_way(manuscript: Manuscript, words: Words) -> bool:
    if any(link.target.startswith("mailto:") for link in manuscript.body.links):
        return True
    answering = make_pattern(words.answering)
    return any(answering.search(block.text) for block in manuscript.body.blocks)


CHECKS = (Check("Dialogue.Closed", "suggestion", "A post asks readers nothing.", find_closed),)
