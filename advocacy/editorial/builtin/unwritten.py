"""What was not written yet: the words of a new file, blanks, and a post without any text."""

from collections.abc import Iterator

from advocacy import placeholders
from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice

PLACEHOLDERS = (placeholders.SUMMARY, placeholders.BODY)


def find_placeholders(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find the words of `advocacy new` where an author's own should stand."""
    for block in (*manuscript.fields, *manuscript.body.blocks) if manuscript.is_out else ():
        if block.text in PLACEHOLDERS:
            message = f"`{block.text}` stands here until you write something. Write it."
            yield check.notice(*block.traced.span(0, len(block.text)), message, block.text)


def find_blanks(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find words in angle brackets: browsers take them for a tag, and show nothing of them."""
    for start, end in manuscript.body.blanks:
        seen = manuscript.source.text[start:end]
        cure = "Put your own words there; to show the signs themselves, write them in backticks."
        yield check.notice(
            start, end, f"`{seen}` is read as HTML, and nobody sees it. {cure}", seen
        )


def find_empty(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find posts whose body has nothing in it."""
    if manuscript.is_out and not _written(manuscript).strip():
        message = "The post has no text. Write it, or keep the post with `status: draft`."
        yield Notice(check.id, check.severity, 0, 0, message, has_place=False)


def _written(manuscript: Manuscript) -> str:
    """Return a body without its comments, which no reader sees."""
    text, at = "", manuscript.body_start
    for comment in manuscript.body.comments:
        text += manuscript.source.text[at : comment.start]
        at = comment.end
    return text + manuscript.source.text[at:]


CHECKS = (
    Check("Post.Placeholder", "error", "The words of a new file still stand.", find_placeholders),
    Check("Post.Blank", "warning", "Words in angle brackets vanish from the page.", find_blanks),
    Check("Post.Empty", "error", "A post has no text.", find_empty, can_be_allowed=False),
)
