"""Texts that would run a program: in every field of a site, in a browser, none does."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.attacks.payload_site import write_payload_site
from tests.attacks.payload_source import import_payload_source
from tests.attacks.payloads import read_payloads

TODAY = ("--today", "2026-11-23")
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

    def _refuse(self, route) -> None:
        self.seen.append(f"asked for {route.request.url[:80]}")
        route.abort()

    def _dismiss(self, dialog) -> None:
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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = write_payload_site(tmp_path_factory.mktemp("payloads"))
    site.run("advocacy check", "--update-baseline", *TODAY)
    done = site.run("advocacy build", *TODAY)
    assert done.status == 0, done.said
    return site.output


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What comes of another blog that holds the same payloads."""
    site = import_payload_source(tmp_path_factory.mktemp("imported"))
    site.run("advocacy check", "--update-baseline", *TODAY)
    done = site.run("advocacy build", *TODAY)
    assert done.status == 0, done.said
    return site.output


def without_policy(output: Path, folder: Path) -> Path:
    """Copy a site, without what its pages say of what a browser may do."""
    shutil.copytree(output, folder)
    for file in folder.rglob("*.html"):
        text, count = POLICY.subn("", file.read_text(encoding="utf-8"))
        assert count == 1, file
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def watch(browser: Browser, serve: Callable[[Path], str]) -> Iterator[Callable[[Path], Watched]]:
    contexts = []

    def start(folder: Path) -> Watched:
        contexts.append(browser.new_context())
        return Watched(contexts[-1], serve(folder))

    yield start
    for context in contexts:
        context.close()


def pages(output: Path) -> list[str]:
    names = (file.relative_to(output).as_posix() for file in output.rglob("*.html"))
    return sorted(name.removesuffix("index.html") for name in names)


@pytest.mark.browser
def test_a_page_that_shows_them_as_they_are_runs_most(
    tmp_path: Path, watch: Callable[[Path], Watched]
) -> None:
    """Else nothing were proved by none of them running."""
    for number, text in enumerate(read_payloads().values()):
        page = f'<!doctype html><title>{text}</title><p>{text}</p><p title="{text}">x</p>'
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")
    watched = watch(tmp_path)

    done = []
    for name in pages(tmp_path):
        done += watched.look_at(name)[:1]
        watched.forget()

    assert len(done) >= 40


@pytest.mark.browser
@pytest.mark.parametrize("which", ["built", "imported"])
def test_none_runs_where_no_policy_holds_it_back(
    which: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    watch: Callable[[Path], Watched],
) -> None:
    bare = without_policy(request.getfixturevalue(which), tmp_path / "bare")
    watched = watch(bare)

    for name in pages(bare):
        assert watched.look_at(name) == [], name
        assert watched.find_active() == [], name


@pytest.mark.browser
def test_none_asks_anything_of_the_policy(built: Path, watch: Callable[[Path], Watched]) -> None:
    watched = watch(built)
    told: list[str] = []
    watched.page.on("console", lambda message: told.append(message.text))

    for name in pages(built):
        assert watched.look_at(name) == [], name
    assert told == []
