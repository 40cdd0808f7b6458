"""A browser in which nothing may run, and what it saw that did."""

import re
from contextlib import suppress

from playwright.sync_api import BrowserContext, Dialog, Error, Page, Route

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# What a payload sets is told at once, whatever becomes of its page.
TELLING = 'Object.defineProperty(window, "ran", {set: () => tell()})'
# What would run later, by a click or a touch: attributes, and links that are programs.
ACTIVE = """() => [
  ...[...document.querySelectorAll("*")].flatMap((each) =>
    [...each.attributes].filter(({name}) => name.startsWith("on") || name === "style")
      .map(({name, value}) => `${each.localName} ${name}=${value}`)),
  ...[...document.links].map(({protocol, href}) => [protocol, href])
    .filter(([protocol]) => !["http:", "https:", "mailto:"].includes(protocol)),
  ...[...document.querySelectorAll("iframe, object, embed, base, form[action], svg, math")]
    .map(({outerHTML}) => outerHTML),
  ...[...document.scripts].map(({src, type, text}) => src || (type === "application/ld+json" ?
    (JSON.parse(text), "") : text)).filter((src) => src && !src.startsWith(`${origin}/theme/`)),
]"""


class Watched:
    """A browser, and what a page in it did that it was not to do."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.seen: list[str] = []
        context.route(re.compile(f"^(?!{re.escape(address)}/)"), self._refuse)
        context.expose_binding("tell", lambda _: self.seen.append("ran"))
        context.add_init_script(TELLING)
        context.on("dialog", self._dismiss)
        self.page: Page = context.new_page()

    def take_policy_out(self) -> None:
        """Open pages from now on without what they say of what a browser may do."""
        self.context.route(f"{self.address}/**", self._open_bare)

    def _open_bare(self, route: Route) -> None:
        if route.request.resource_type != "document":
            route.fallback()
            return
        response = route.fetch()
        text, count = POLICY.subn("", response.text())
        if count != 1:
            self.seen.append(f"has {count} policies")
        route.fulfill(response=response, body=text)

    def _refuse(self, route: Route) -> None:
        self.seen.append(f"asked for {route.request.url[:80]}")
        route.abort()

    def _dismiss(self, dialog: Dialog) -> None:
        self.seen.append(f"asked: {dialog.message}")
        dialog.dismiss()

    def forget(self) -> None:
        """Go on with another page, since this one may still lead elsewhere."""
        self.page.close()
        self.page = self.context.new_page()

    def look_at(self, path: str) -> list[str]:
        """Return what a page did when it was opened."""
        self.seen.clear()
        self.page.goto(f"{self.address}/{path}")
        with suppress(Error):  # it leads elsewhere just now, which is told as well
            self.page.evaluate("new Promise(requestAnimationFrame)")
        return [*self.seen]

    def find_active(self) -> list[str]:
        """Return what could still run on the page, or on the one to which it leads at once."""
        with suppress(Error):  # it has just led on
            return [*self.page.evaluate(ACTIVE)]
        self.page.wait_for_load_state()
        return [*self.page.evaluate(ACTIVE)]
