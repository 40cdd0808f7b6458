"""What leaves a kit's page: by the clipboard, by a link, by a phone's own sheet."""

import pytest
from playwright.sync_api import Page, expect

from tests.theme.conftest import DESK, PHONE
from tests.theme.kit_page import FIRST, remember, visit
from tests.theme.kit_samples import LINK, TEXT

pytestmark = pytest.mark.browser


@pytest.fixture
def page(page: Page) -> Page:
    """A page of somebody whom chance has given the first of three texts."""
    remember(page, FIRST)
    return page


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_copy_puts_exactly_the_text_on_the_clipboard(screen: dict[str, int], page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(screen)
    visit(page)
    section = page.locator("#_linkedin")

    section.get_by_role("button", name="Copy").click()

    section.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == TEXT


def test_copy_takes_the_words_that_were_changed(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page)
    section = page.locator("#_x")
    section.get_by_role("textbox").fill("My own\nwords & <more>")

    section.get_by_role("button", name="Copy").click()

    section.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "My own\nwords & <more>"


def test_where_copying_is_refused_the_text_is_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    visit(page)
    section = page.locator("#_x")

    section.get_by_role("button", name="Copy").click()

    section.get_by_text("Selected: copy it with your keyboard").wait_for()
    assert page.evaluate("getSelection().toString()") == TEXT


def test_a_link_opens_with_what_stands_in_the_box(page: Page) -> None:
    visit(page)
    section = page.locator("#_x")

    section.get_by_role("textbox").fill("1+1 & #2\n👍")

    href = section.get_by_role("link", name="Open X").get_attribute("href")
    assert href == "https://x.com/intent/tweet?text=1%2B1%20%26%20%232%0A%F0%9F%91%8D"


def test_a_text_too_long_for_a_link_is_copied(page: Page) -> None:
    visit(page)
    section = page.locator("#_email")

    section.get_by_role("textbox").fill("é" * 100)

    link = section.get_by_role("link", name="Open E-mail")
    expect(link).to_have_attribute("aria-disabled", "true")
    expect(section.get_by_role("status")).to_have_text("This is too long for a link: copy it")
    assert section.get_by_role("button", name="Copy").get_attribute("aria-disabled") == "false"


def test_what_a_link_cannot_hand_over_is_copied_as_it_opens(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.context.route("https://www.facebook.com/**", lambda route: route.fulfill(body="Composer"))
    visit(page)
    section = page.locator("#_facebook")
    section.get_by_role("textbox").fill("Mine")

    with page.expect_popup() as opened:
        section.get_by_role("link", name="Open Facebook").click()
    opened.value.close()

    section.get_by_role("status").get_by_text("Copied: paste it there").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Mine"


@pytest.mark.parametrize(
    ("text", "handed"),
    [
        (f"Mine\n\n{LINK}", {"text": "Mine", "url": LINK}),
        ("Mine alone", {"text": "Mine alone"}),
    ],
)
def test_a_phones_own_sheet_gets_the_text(page: Page, text: str, handed: dict[str, str]) -> None:
    page.add_init_script(
        "navigator.canShare = () => true;"
        "navigator.share = async (what) => { window.handed = what; }"
    )
    visit(page)
    section = page.locator("#_x")
    section.get_by_role("textbox").fill(text)

    section.get_by_role("button", name="Share by this device").click()

    assert page.evaluate("window.handed") == handed


@pytest.mark.parametrize("can", ["undefined", "() => false"])
def test_where_there_is_no_sheet_there_is_no_button(page: Page, can: str) -> None:
    page.add_init_script(f"navigator.share = async () => {{}}; navigator.canShare = {can};")
    visit(page)

    expect(page.locator("#_x").get_by_role("button", name="Share by this device")).to_be_hidden()


def test_each_picture_has_its_download_and_its_alt_text(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page)
    story = page.locator("#_picture li").nth(1)

    story.get_by_role("button", name="Copy the alt text").click()

    story.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Story: a clock"
    assert story.get_by_role("link").get_attribute("download") == ""


def test_a_phones_own_sheet_gets_the_picture(page: Page) -> None:
    page.add_init_script(
        "navigator.canShare = () => true;"
        "navigator.share = async ({ files }) => { window.handed = files[0]; }"
    )
    visit(page)
    button = page.locator("#_picture li").first.get_by_role("button", name="Share the picture")

    button.click()
    page.wait_for_function("window.handed")

    handed = page.evaluate("[handed.name, handed.type, handed.size > 100]")
    assert handed == ["night-shift.svg", "image/png", True]


@pytest.mark.parametrize("failing", ["share", "fetch"])
def test_a_picture_that_cannot_be_shared_is_still_there_to_download(
    failing: str, page: Page
) -> None:
    page.add_init_script(
        "navigator.canShare = () => true; navigator.share = async () => {};"
        f"({'navigator' if failing == 'share' else 'window'}).{failing} ="
        " async () => { throw new TypeError('no'); };"
    )
    visit(page)
    picture = page.locator("#_picture li").first

    picture.get_by_role("button", name="Share the picture").click()

    expect(picture.get_by_role("status")).to_have_text("It could not be shared: download it")
