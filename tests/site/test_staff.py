"""A colleague's page, while they work here and after."""

import pytest

STAFF = """\
---
name: Ana Müller
role: Librarian
ask_me_about: [clocks]
languages: [en]
handles: {mastodon: "@ana@example.social"}
links: {Her clocks: https://clocks.example}
left: 2026-06-01
---

I wind the clock.
"""
INVITING = ("clocks", "@ana@example.social", "https://clocks.example", "fediverse:creator")


@pytest.mark.parametrize(("today", "invites"), [("2026-05-31", True), ("2026-06-01", False)])
def test_after_someone_left_what_invites_contact_goes(small_site, today, invites):
    small_site.write("content/staff/ana.md", STAFF)

    assert small_site.run("advocacy build", "--today", today).status == 0

    page = (small_site.output / "staff/ana/index.html").read_text(encoding="utf-8")
    post = (small_site.output / "2026/the-night-shift/index.html").read_text(encoding="utf-8")
    for text in INVITING:
        assert (text in page + post) == invites, text
    assert "Ana Müller" in post
    assert "/2026/the-night-shift/" in page
    assert "I wind the clock." in page


def test_each_colleague_of_the_sample_lists_their_posts(sample):
    for file in (sample / "content/staff").glob("*.md"):
        page = sample / "output/staff" / file.stem / "index.html"
        assert "<article" in page.read_text(encoding="utf-8")
        assert 'href="/20' in page.read_text(encoding="utf-8")
