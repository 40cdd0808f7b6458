"""A kit's page in a real browser: what a colleague does there on a phone, and on a desk."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.theme.conftest import DESK, PHONE
from tests.theme.samples import LINK, OTHER, PROMPTED, TEXT

pytestmark = pytest.mark.browser
KIT = "/kit.html"
FIRST, SECOND, THIRD = 0.1, 0.5, 0.9


@pytest.fixture
def page(page: Page) -> Page:
    """A page of somebody whom chance has given the first of three texts."""
    remember(page, FIRST)
    return page


def remember(page: Page, chance: float) -> None:
    page.add_init_script(f"localStorage.setItem(`kit:${{location.pathname}}`, '{chance}')")


def visit(page: Page, path: str = KIT) -> None:
    """Open a kit, and wait for its script."""
    page.goto(path)
    page.locator("[data-copies]:not([hidden])").last.wait_for(state="attached")


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


@pytest.mark.parametrize(
    ("now", "is_over"),
    [("2026-06-30T21:59:59Z", False), ("2026-06-30T22:00:00Z", True)],
)
def test_a_kit_that_ended_since_the_build_is_offered_no_more(
    page: Page, now: str, is_over: bool
) -> None:
    page.clock.set_fixed_time(now)
    visit(page, "/kit-ending.html")
    header = page.locator("header.opening")

    assert header.get_by_text("Ends soon: until June 30, 2026.").is_visible() is not is_over
    assert header.get_by_text("the last day was June 30, 2026.").is_visible() is is_over
    assert bool(page.get_by_role("button", name="Copy", exact=True).count()) is not is_over
    assert page.get_by_role("link", name="Open X").count() == (0 if is_over else 1)


@pytest.mark.parametrize("name", ["kit-ending", "kit-over", "kit-not-yet"])
def test_what_is_written_in_a_kit_that_is_not_offered_does_no_harm(page: Page, name: str) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    visit(page, f"/{name}.html")
    section = page.locator("#_x")

    section.get_by_role("textbox").fill("Hello")

    section.get_by_text("5 of 280 characters").wait_for()
    assert failed == []


def test_a_changed_text_is_counted_as_the_network_counts(page: Page) -> None:
    visit(page)
    section = page.locator("#_x")
    count, box = section.locator(".count"), section.get_by_role("textbox")
    texts = {
        "short": ("5 of 280 characters", None),
        "👩‍👩‍👧‍👦 https://example.org/a/long/way": ("26 of 280 characters", None),
        "a" * 1281: ("1,281 of 280 characters", "true"),
        "": ("0 of 280 characters", None),
        TEXT: ("230 of 280 characters", None),
    }

    for text, (told, invalid) in texts.items():
        box.fill(text)
        expect(count).to_have_text(told)
        assert box.get_attribute("aria-invalid") == invalid


def test_a_text_that_fits_as_links_are_shown_is_not_too_long(page: Page) -> None:
    visit(page)
    section = page.locator("#_bluesky")
    box = section.get_by_role("textbox")

    box.fill("a" * 288 + " https://example.org/")

    told = "309 of 300 characters; fits, as links are shown shorter"
    expect(section.locator(".count")).to_have_text(told)
    assert box.get_attribute("aria-invalid") is None


def test_a_browser_too_old_to_count_shows_no_stale_count(page: Page) -> None:
    page.route("**/counting.js*", lambda route: route.fulfill(status=404, body=""))
    visit(page)
    section = page.locator("#_x")

    section.get_by_role("textbox").fill("Other words")

    expect(section.locator(".count")).to_be_hidden()
    expect(section.get_by_role("button", name="Copy")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_phone_shows_one_network_at_a_time(script: bool, browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto(KIT)
    shown = [visible_sections(page)]

    page.get_by_role("navigation", name="Networks").get_by_text("Bluesky").click()
    shown.append(visible_sections(page))
    buttons = page.get_by_role("button").count()
    context.close()

    assert shown == [["_linkedin"], ["_bluesky"]]
    assert buttons == (1 if script else 0)


def visible_sections(page: Page) -> list[str]:
    sections = page.locator(".snippet").all()
    return [section.get_attribute("id") or "" for section in sections if section.is_visible()]


def test_copy_is_under_the_thumb(page: Page) -> None:
    page.set_viewport_size(PHONE)
    visit(page)

    box = page.locator("#_linkedin").get_by_role("button", name="Copy").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]
    assert box["height"] >= 44


def test_a_desk_shows_the_networks_side_by_side(page: Page) -> None:
    visit(page)

    assert len(visible_sections(page)) == 7
    tops = [box["y"] for each in page.locator(".snippet").all() if (box := each.bounding_box())]
    assert tops[0] == tops[1] == tops[2]


@pytest.mark.parametrize(
    ("chance", "text"), [(FIRST, TEXT), (SECOND, PROMPTED), (THIRD, OTHER)], ids=str
)
def test_chance_decides_which_words_come_first(page: Page, chance: float, text: str) -> None:
    remember(page, chance)
    visit(page)

    assert shown_boxes(page) == [text]


def test_what_chance_decided_stays_on_the_device(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    requests: list[str] = []
    visit(page)
    first, kept = shown_boxes(page), page.evaluate("JSON.stringify(localStorage)")
    page.on("request", lambda request: requests.append(f"{request.url} {request.post_data}"))

    seen = []
    for _ in range(3):
        page.reload()
        page.locator("[data-copies]:not([hidden])").last.wait_for(state="attached")
        seen.append((shown_boxes(page), page.evaluate("JSON.stringify(localStorage)")))
    context.close()

    assert seen == [(first, kept)] * 3
    chance = kept.split('"')[3]
    assert not [each for each in requests if chance in each or not each.startswith(address)]


@pytest.mark.parametrize("failing", ["getItem", "setItem"])
def test_a_device_that_remembers_nothing_has_all_the_rest(
    failing: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.add_init_script(f"Storage.prototype.{failing} = () => {{ throw new Error('private'); }}")
    visit(page)

    assert shown_boxes(page)[0] in (TEXT, PROMPTED, OTHER)
    expect(page.locator("#_x").get_by_role("button", name="Copy")).to_be_visible()
    context.close()


def test_other_words_turn_and_keep_what_was_edited(page: Page) -> None:
    visit(page)
    section = page.locator("#_linkedin")
    section.get_by_role("textbox").fill("Mine")
    seen = []

    for _ in range(3):
        section.get_by_role("button", name="Other words").click()
        seen.append(shown_boxes(page)[0])
        focused = page.evaluate("document.activeElement.className")
        assert focused == "other"

    assert seen == [PROMPTED, OTHER, "Mine"]
    assert section.get_by_role("group").first.get_attribute("aria-labelledby")
    expect(section.get_by_text("Text 1 of 3")).to_be_visible()


def test_a_prompt_is_filled_in_before_anything_else(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    remember(page, SECOND)
    visit(page)
    section = page.locator("#_linkedin .wording:not([hidden])")
    box, copy = section.get_by_role("textbox"), section.get_by_role("button", name="Copy")
    link = section.get_by_role("link", name="Open LinkedIn")
    reason = "Put your own words in place of the double brackets first"

    assert (copy.get_attribute("aria-disabled"), link.get_attribute("aria-disabled")) == (
        "true",
        "true",
    )
    for control in (copy, link):
        expect(control).to_have_accessible_description(reason)
    assert link.get_attribute("href") is None
    copy.click(force=True)
    expect(section.get_by_role("status")).to_have_text(reason)
    assert page.evaluate("getSelection().toString()") == "[[What would you have counted?]]"
    page.keyboard.type("Only the left ones.")

    expect(section.get_by_role("status")).to_have_text("")
    assert (copy.get_attribute("aria-disabled"), link.get_attribute("aria-disabled")) == (
        "false",
        None,
    )
    copy.click()
    section.get_by_role("status").get_by_text("Copied").wait_for()
    filled = f"I counted the lost gloves. Only the left ones.\n\n{LINK}"
    assert page.evaluate("navigator.clipboard.readText()") == filled == box.input_value()


@pytest.mark.parametrize("way", ["press", "key"])
def test_the_prompt_is_selected_when_its_box_is_entered(way: str, page: Page) -> None:
    remember(page, SECOND)
    visit(page)
    box = page.locator("#_linkedin .wording:not([hidden])").get_by_role("textbox")

    if way == "press":
        box.click()
    else:
        page.get_by_role("link", name="Checked against our values").focus()
        page.keyboard.press("Tab")

    assert page.evaluate("getSelection().toString()") == "[[What would you have counted?]]"
    if way == "press":  # a second press is for the caret alone
        box.click(position={"x": 20, "y": 20})
        assert page.evaluate("getSelection().toString()") == ""


def test_as_it_was_and_back_again(page: Page) -> None:
    visit(page)
    section = page.locator("#_x")
    box = section.get_by_role("textbox")
    expect(section.get_by_role("button", name="As it was")).to_be_hidden()
    box.fill("Mine")

    section.get_by_role("button", name="As it was").click()
    before = box.input_value(), section.locator(".count").inner_text()
    section.get_by_role("button", name="My words again").click()

    assert before == (TEXT, "230 of 280 characters")
    assert box.input_value() == "Mine"
    expect(section.locator(".count")).to_have_text("4 of 280 characters")


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


def test_the_preview_follows_what_is_written(page: Page) -> None:
    visit(page)
    section = page.locator("#_linkedin")
    words = section.locator(".wording:not([hidden]) .preview .words")
    before = words.inner_text()

    section.get_by_role("textbox").fill("Short enough")
    expect(words.locator(".more")).to_be_hidden()
    short = words.inner_text()
    section.get_by_role("textbox").fill("word " * 20)
    expect(words.locator(".more")).to_be_visible()

    assert before == "Somebody has to wind the clock. I walked through the… see more"
    assert short == "Short enough"
    assert words.inner_text() == f"{'word ' * 12}".rstrip() + "… see more"


def test_a_content_warning_counts(page: Page) -> None:
    visit(page)
    section = page.locator("#_mastodon")

    section.get_by_role("textbox").fill("Mine")

    expect(section.locator(".warning")).to_have_text("Dusk.")
    expect(section.locator(".count")).to_have_text("9 of 500 characters")


def test_what_is_too_long_says_so_to_everybody(page: Page) -> None:
    visit(page)
    section = page.locator("#_x")

    section.get_by_role("textbox").fill("a" * 281)

    expect(section.get_by_role("status")).to_have_text("This is longer than the network allows")


def test_without_script_all_words_stand_one_below_another(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(KIT)
    section = page.locator("#_linkedin")

    assert shown_boxes(page) == [TEXT, PROMPTED, OTHER]
    assert section.get_by_role("link", name="Open LinkedIn").count() == 2
    assert [each.is_visible() for each in section.get_by_role("link").all()] == [True, True]
    assert page.get_by_role("button").count() == 0
    context.close()


def test_each_picture_has_its_download_and_its_alt_text(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page)
    story = page.locator("#_picture li").nth(1)

    story.get_by_role("button", name="Copy the alt text").click()

    story.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Story: a clock"
    assert story.get_by_role("link").get_attribute("download") == ""


def shown_boxes(page: Page) -> list[str]:
    boxes = page.locator("#_linkedin textarea").all()
    return [box.input_value() for box in boxes if box.is_visible()]


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


def test_a_strict_policy_is_kept(page: Page) -> None:
    def answer(route: Route) -> None:
        page_itself = route.fetch()
        policy = {"content-security-policy": "default-src 'self'; base-uri 'none'"}
        route.fulfill(response=page_itself, headers={**page_itself.headers, **policy})

    page.route("**/kit.html", answer)
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text))
    visit(page)
    box = page.locator("#_x").get_by_role("textbox")

    box.fill("Mine")
    expect(page.locator("#_x .count")).to_have_text("4 of 280 characters")
    page.locator("#_picture").scroll_into_view_if_needed()

    assert broken == []
