"""Posts of one small library service, written as their authors write them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.front_matter import Document, read_document
from advocacy.post import Post, read_post
from advocacy.share.different_words import make_variants
from advocacy.share.networks import Network, read_networks
from advocacy.share.snippet import Snippet, make_snippet
from advocacy.share.snippet_frame import make_frame
from advocacy.site import Site, make_site
from advocacy.source import Source
from tests.conftest import SETTINGS

MakePost = Callable[..., Post]

FRONT_MATTER = """\
---
id: tag:blog.example.org,2026-03-31:night-shift
title: The night shift
date: 2026-03-31
authors: [ana]
slug: night-shift
{fields}
---

Somebody has to wind the clock.
"""
URL = "https://blog.example.org/2026/night-shift/"
WORK = "I work at Lindenmark Libraries."
QUESTION = "question: What would you do in an empty library?"
LONG = "Somebody has to wind the clock, and that somebody is paid by the public for it. "
SUMMARY = "summary: What happens in a library after the doors close."


@pytest.fixture
def site() -> Site:
    """A site at an address that every network takes for one."""
    more = {
        "url": "https://blog.example.org",
        "names": {"organisation": ["Lindenmark"]},
        "disclosure_phrases": {"en": ["my employer", "our team at Lindenmark"]},
    }
    return make_site(Path("/nowhere"), SETTINGS | more)


@pytest.fixture
def make_post(site: Site) -> MakePost:
    """Return a function that reads a post from lines of front matter."""

    def make(*fields: str, summary: str = SUMMARY) -> Post:
        text = FRONT_MATTER.format(fields="\n".join((summary, *fields)))
        document = read_document(Source("content/posts/night-shift.md", text))
        assert isinstance(document, Document), document
        post, problems = read_post(document, site, {"ana": None})
        assert post is not None, problems
        return post

    return make


def snippets_of(post: Post, site: Site, network: Network) -> list[Snippet]:
    """Return a post's snippets for one network, the first one first."""
    frame = make_frame(post, site, network)
    variants = make_variants(frame, site.sharing)
    return [make_snippet(frame, variant) for variant in variants]


def captions(**texts: str) -> str:
    """Return front matter with a caption for each of some networks."""
    rows = ", ".join(f"{network}: ['{text}']" for network, text in texts.items())
    return f"share: {{captions: {{{rows}}}}}"


def snippet(post: Post, site: Site, network: str) -> Snippet:
    """Return the first snippet of a post on a network."""
    return snippets_of(post, site, read_networks()[network])[0]
