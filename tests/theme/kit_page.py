"""What tests of a kit's page have in common: opening it, and what is seen of it."""

from playwright.sync_api import Page

KIT = "/kit.html"
FIRST, SECOND, THIRD = 0.1, 0.5, 0.9


def remember(page: Page, chance: float) -> None:
    """Let chance have decided which of the texts comes first."""
    page.add_init_script(f"localStorage.setItem(`kit:${{location.pathname}}`, '{chance}')")


def visit(page: Page, path: str = KIT) -> None:
    """Open a kit, and wait for its script."""
    page.goto(path)
    page.locator("[data-copies]:not([hidden])").last.wait_for(state="attached")


def visible_sections(page: Page) -> list[str]:
    sections = page.locator(".snippet").all()
    return [section.get_attribute("id") or "" for section in sections if section.is_visible()]


def shown_boxes(page: Page) -> list[str]:
    boxes = page.locator("#_linkedin textarea").all()
    return [box.input_value() for box in boxes if box.is_visible()]
