"""What stands for the wording of a post, and what somebody says to have read."""

import pytest

from advocacy.front_matter import Document, read_document
from advocacy.reviewed_by import Reviewer, make_version, read_reviewer
from advocacy.schema import FieldError, Node
from advocacy.source import Source, make_source

TEXT = """---
id: tag:example.org,2026-03-31:door
title: The door
date: 2026-03-31
authors: [ana]
summary: It opens.
share:
  captions:
    x: [Come in.]
---

It opens by day.

    As code.
"""


def version(text: str) -> str:
    """Return what stands for a post's wording."""
    source = make_source(text.encode(), "door.md")
    assert isinstance(source, Source)
    document = read_document(source)
    assert isinstance(document, Document)
    return make_version(document)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The door", "title: The gate"),
        ("[ana]", "[ana, ben]"),
        ("It opens.", "It shuts."),
        ("Come in.", "Come out."),
        ("by day.", "by night."),
        ("    As", "As"),
        ("It opens by", "    It opens by"),
        ("by day.\n\n", "by day.\n"),
        ("share:", "visibility: internal\nshare:"),
        ("share:", "topics: [reading]\nshare:"),
        ("share:", "disclosure: They paid.\nshare:"),
        ("share:", "allow: {Values.Calm: So it was said.}\nshare:"),
    ],
)
def test_another_wording_has_another_version(old: str, new: str) -> None:
    assert version(TEXT.replace(old, new)) != version(TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("---\nid", "\ufeff---\nid"),
        ("title: The door", "title:  'The door'  # so it is called"),
        ("authors: [ana]\nsummary: It opens.", "summary: It opens.\nauthors:\n- ana"),
        ("by day.", "by day.  "),
        ("code.\n", "code.\n\n\n"),
        ("share:", "reviewed_by: [ben, eva v0000000]\nshare:"),
        ("id: tag", "id: tig"),
        ("share:", "status: draft\nshare:"),
        ("2026-03-31\nauthors", "2026-04-01\nauthors"),
        ("share:", "modified: 2026-04-01\nchange_note: Its hours.\nshare:"),
        ("share:", "embargo: 2026-04-01\nexpires: 2026-05-01\nshare:"),
        ("share:", "discussions: [https://example.social/@ana/1]\nshare:"),
        ("share:", "attest: {Values.Consent: v0000000}\nshare:"),
        ("share:", "featured: true\nshare:"),
        ("share:", "pinned: true\nshare:"),
        ("share:", "slug: gate\nshare:"),
        ("share:", "aliases: [gate]\nshare:"),
        ("share:", "at_uri: at://did:plc:x/y/z\nshare:"),
    ],
)
def test_what_changes_no_wording_keeps_the_version(old: str, new: str) -> None:
    assert version(TEXT.replace(old, new, 1 if old != "\n" else -1)) == version(TEXT)


def test_a_letter_written_in_two_ways_is_one() -> None:
    for word in ("door", "day"):
        assert version(TEXT.replace(word, "\u00e9")) == version(TEXT.replace(word, "e\u0301"))


@pytest.mark.parametrize(
    ("value", "reviewer"),
    [
        ("ben", Reviewer("ben")),
        (" ben  v0a1b2c3 ", Reviewer("ben", "v0a1b2c3")),
        ("v0a1b2c3", Reviewer("v0a1b2c3")),
        ("ben v0a1b2c", Reviewer("ben v0a1b2c")),
        ("ben v0a1b2c3d", Reviewer("ben v0a1b2c3d")),
        ("ben v0A1B2C3", Reviewer("ben v0A1B2C3")),
        ("ben eva v0a1b2c3", Reviewer("ben eva v0a1b2c3")),
    ],
)
def test_an_entry_is_an_id_with_a_version_or_without(value: str, reviewer: Reviewer) -> None:
    assert read_reviewer(Node(value)) == reviewer
    assert read_reviewer(Node(reviewer.entry)) == reviewer


@pytest.mark.parametrize("value", [None, "", {}, (Node("ben"),), True])
def test_what_is_no_text_names_nobody(value: object) -> None:
    with pytest.raises(FieldError):
        read_reviewer(Node(value))


def test_a_table_is_told_how_it_is_written() -> None:
    with pytest.raises(FieldError, match="its version behind a blank: `ben v3d74909`"):
        read_reviewer(Node({"ben": Node("v0a1b2c3")}))
