"""The directory finds whom to ask, and is a grouped list where no script runs."""

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def directory(sample, serve, browser: Browser):
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(serve(sample / "output") + "/staff/")
    yield page
    page.close()


def names(page: Page) -> list[str]:
    return page.locator(".roll .name:visible").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("TOO SMALL", ["Zoë Łukasik"]),  # what she can be asked about
        ("lukasik", ["Zoë Łukasik"]),
        ("polski", ["Zoë Łukasik"]),
        ("nobody at all", []),
    ],
)
def test_a_colleague_is_found_by_what_one_can_ask(directory, typed, found):
    everybody = names(directory)
    directory.get_by_role("searchbox").fill(typed)

    assert len(everybody) > 3
    assert names(directory) == found
    status = directory.get_by_role("status").inner_text()
    assert status == ("1 of 4 people" if found else status)
    assert bool(found) != status.startswith("Nobody is found")
    assert directory.locator(".rolls:visible").count() == len(found)

    directory.get_by_role("searchbox").fill("")
    assert names(directory) == everybody


def test_without_script_there_is_a_list_by_team_and_no_field(sample, serve, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(sample / "output") + "/staff/")

    assert not page.locator("form").is_visible()
    assert len(names(page)) == 4
    assert page.locator(".rolls h2").count() > 1
    assert page.locator(".rolls:has(h2:text('Old Brewery')) .name").all_inner_texts() == [
        "Zoë Łukasik"
    ]
    context.close()


def test_the_colophon_is_linked_and_gives_way_to_a_page_of_the_site(small_site):
    assert small_site.run().status == 0
    own = (small_site.output / "colophon/index.html").read_text(encoding="utf-8")
    assert 'href="/colophon/"' in (small_site.output / "index.html").read_text(encoding="utf-8")

    small_site.write("content/pages/colophon.md", "---\ntitle: Ours\n---\n\nBy hand.\n")
    assert small_site.run().status == 0

    theirs = (small_site.output / "colophon/index.html").read_text(encoding="utf-8")
    assert "How this blog is made</h1>" in own
    assert "By hand." in theirs
