"""Approvals: a post's file gets who has read it, and stays the same in all else."""

from contextlib import suppress

from advocacy.errors import ContentError
from advocacy.front_matter import Document, read_document
from advocacy.review.approving import add_reviewer, only_adds_reviewers
from advocacy.reviewed_by import KEY, make_version
from advocacy.source import Source, make_source
from tests.conftest import POST
from tests.fuzz.content_files import make_files
from tests.fuzz.target import Target, check_told

PATH = "content/posts/x.md"
# Each of them often enough to be changed, and as people write them.
LINES = POST.replace("---\n", "---\nreviewed_by: [ben, eva v0000000]\n", 1)
KEYS = (KEY, KEY, "attest", "title", "share")


def read(content: bytes) -> Document:
    """Read a file that can be read."""
    source = make_source(content, PATH)
    assert isinstance(source, Source)
    document = read_document(source)
    assert isinstance(document, Document)
    return document


def hold(content: bytes) -> None:
    """Note a colleague in one file, twice, and then another."""
    source = make_source(content, PATH)
    text = source.text if isinstance(source, Source) else content.decode("utf-8", "replace")
    try:
        noted = add_reviewer(content, PATH, "ben")
    except ContentError as error:
        for problem in error.problems:
            check_told(problem, text)
        return
    assert add_reviewer(noted, PATH, "ben") == noted
    assert only_adds_reviewers(content, noted, PATH)
    before, after = read(content), read(noted)
    assert make_version(before) == make_version(after)
    assert before.body == after.body
    with suppress(ContentError):
        assert only_adds_reviewers(content, add_reviewer(noted, PATH, "zoe-w"), PATH)


APPROVALS = Target("approvals", make_files(LINES, KEYS), hold)
