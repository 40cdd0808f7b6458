"""A colleague's page, while they work here and after."""

import re

import pytest

from tests.site.conftest import SmallSite

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


def test_many_posts_of_a_colleague_are_paged_and_no_page_shifts(small_site):
    settings = (small_site.root / "advocacy.toml").read_text(encoding="utf-8")
    small_site.write("advocacy.toml", f"page_size = 5\n{settings}")
    small_site.write(
        "content/staff/ana.md", STAFF.replace("Ana Müller\n", "水島 遥\nname_lang: ja\n")
    )
    (small_site.root / "content/posts/night-shift.md").unlink()
    listed = []
    for number in range(1, 14):
        small_site.post(f"p-{number:02}", fields={"date": f"2020-01-{number:02}"})
        if number >= 12:
            assert small_site.run().status == 0
            listed.append({page: list_posts(small_site, page) for page in ("", "page/1/")})

    older = [f"/2020/the-p-{number:02}/" for number in (5, 4, 3, 2, 1)]
    assert [pages["page/1/"] for pages in listed] == [older, older]
    assert [len(pages[""]) for pages in listed] == [7, 8]
    front, numbered = (read_page(small_site, page) for page in ("", "page/1/"))
    assert 'rel="next" href="/staff/ana/page/1/"' in front
    assert 'rel="prev" href="/staff/ana/"' in numbered
    assert '<h1 class="p-name" lang="ja" dir="ltr">水島 遥</h1>' in numbered
    assert "<title>水島 遥, page 1 · Lindenmark Libraries</title>" in numbered
    assert "I wind the clock." not in numbered


def read_page(site: SmallSite, page: str) -> str:
    return (site.output / "staff/ana" / page / "index.html").read_text(encoding="utf-8")


def list_posts(site: SmallSite, page: str) -> list[str]:
    """Return the links to posts on a page of a colleague's, in their order."""
    return re.findall(r'<a class="p-name u-url" href="([^"]+)"', read_page(site, page))


def test_whoever_has_the_name_of_another_or_of_the_site_has_a_title_of_their_own(small_site):
    """Some posts are by the organisation itself, as a colleague."""
    names = {"house": "Lindenmark Libraries", "ana-2": "Ana Müller", "bo": "Bo Ng"}
    for member, name in names.items():
        role = {"ana-2": "Gardener"}.get(member, "Staff")
        small_site.write(f"content/staff/{member}.md", f"---\nname: {name}\nrole: {role}\n---\n")

    assert small_site.run().status == 0

    pages = {"": "index.html", **{each: f"staff/{each}/index.html" for each in ("ana", *names)}}
    texts = {who: (small_site.output / page).read_text("utf-8") for who, page in pages.items()}
    assert {who: re.search("<title>(.*)</title>", text)[1] for who, text in texts.items()} == {
        "": "Lindenmark Libraries",
        "ana": "Ana Müller, Librarian · Lindenmark Libraries",
        "ana-2": "Ana Müller, Gardener · Lindenmark Libraries",
        "house": "Lindenmark Libraries, Staff · Lindenmark Libraries",
        "bo": "Bo Ng · Lindenmark Libraries",
    }
