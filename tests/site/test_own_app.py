"""A colleague's own page as an app: what a device keeps of it, and shows without a connection."""

import json
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import STAFF
from tests.site.conftest import SmallSite

ZOE = "share/for/zoe-lukasik/"
OPTED_IN = STAFF.replace("role:", "share: {}\nrole:")


def test_where_nobody_opted_in_there_is_no_app(small_site: SmallSite) -> None:
    assert small_site.run().status == 0

    names = {
        file.relative_to(small_site.output).as_posix() for file in small_site.output.rglob("*")
    }
    assert not {"share/for", "share/worker.js", "share/offline.html"} & names
    assert not [name for name in names if name.startswith("theme/app-")]


def test_the_manifest_leads_to_the_page_and_to_icons_of_their_sizes(sample: Path) -> None:
    output = sample / "output"
    manifest = json.loads((output / ZOE / "manifest.json").read_text(encoding="utf-8"))

    assert manifest["start_url"] == f"/{ZOE}"
    assert manifest["start_url"].startswith(manifest["scope"])
    assert manifest["display"] == "standalone"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(output / icon["src"].lstrip("/")) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    assert not {"gcm_sender_id", "permissions", "share_target"} & set(manifest)


def test_a_site_below_a_path_keeps_to_it(small_site: SmallSite) -> None:
    small_site.write("content/staff/ana.md", OPTED_IN)
    settings = (small_site.root / "advocacy.toml").read_text(encoding="utf-8")
    small_site.write("advocacy.toml", settings.replace(".example", ".example/blog", 1))

    assert small_site.run().status == 0

    page = (small_site.output / "share/for/ana/index.html").read_text(encoding="utf-8")
    manifest = json.loads((small_site.output / "share/for/ana/manifest.json").read_text())
    assert 'data-worker="/blog/share/worker.js?v=' in page
    assert manifest["scope"] == "/blog/share/"
    assert all(icon["src"].startswith("/blog/theme/") for icon in manifest["icons"])


def keep(page: Page, path: str) -> None:
    """Open an own page, and wait until the device keeps it, which it does after its files."""
    page.goto(f"/{path}")
    wait_until(page, "(path) => caches.match(path).then(Boolean)", f"/{path}")


def wait_until(page: Page, question: str, about: str = "") -> None:
    """Ask a page until a promise comes true; `wait_for_function` takes any promise for a yes."""
    for _ in range(400):
        if page.evaluate(question, about):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"not within 20 seconds: {question}")


@pytest.mark.browser
def test_without_a_connection_the_page_is_there_as_it_was_seen_last(
    context: BrowserContext, page: Page
) -> None:
    keep(page, ZOE)
    seen = page.locator("h2 a").all_inner_texts()
    context.set_offline(True)

    page.reload()

    expect(page.get_by_text("There is no connection.")).to_be_visible()
    assert page.locator("h2 a").all_inner_texts() == seen
    button = page.get_by_role("button", name="Copy").first
    button.click()
    expect(page.get_by_text("Copied")).to_be_visible()
    # The look was kept too.
    assert page.evaluate("getComputedStyle(document.querySelector('.wording')).display") == "grid"


@pytest.mark.browser
def test_without_a_connection_all_else_says_so_and_leads_back(
    context: BrowserContext, page: Page
) -> None:
    keep(page, ZOE)
    context.set_offline(True)

    page.goto("/share/the-yellow-van/")
    expect(page.get_by_role("heading", name="There is no connection")).to_be_visible()
    page.get_by_role("link", name="For Zoë Łukasik").click()

    expect(page.get_by_role("heading", name="For Zoë Łukasik")).to_be_visible()


@pytest.mark.browser
def test_a_browser_finds_nothing_that_keeps_the_page_from_being_an_app(
    context: BrowserContext, page: Page
) -> None:
    keep(page, ZOE)
    session = context.new_cdp_session(page)

    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    manifest = session.send("Page.getAppManifest")

    # A window of a test is a private one, which keeps no app.
    assert [each["errorId"] for each in found if each["errorId"] != "in-incognito"] == []
    assert manifest["errors"] == []
    assert manifest["url"].endswith(f"/{ZOE}manifest.json")


@pytest.mark.browser
def test_a_browser_that_offers_to_keep_the_page_moves_nothing_on_it(page: Page) -> None:
    page.goto(f"/{ZOE}")
    button = page.get_by_role("button", name="Keep this page as an app")
    tops = (
        "[...document.querySelectorAll('main *')].map((each) => each.getBoundingClientRect().top)"
    )
    before, was_there = page.evaluate(tops), button.is_visible()

    page.evaluate(
        """dispatchEvent(Object.assign(
          new Event("beforeinstallprompt"), { prompt() { document.title = "asked"; } },
        ))"""
    )
    offered = page.evaluate(tops)
    button.click()

    assert not was_there
    assert offered == before == page.evaluate(tops)
    assert page.title() == "asked"
    expect(button).not_to_be_visible()


@pytest.mark.browser
def test_only_what_is_for_sharing_is_kept(context: BrowserContext, page: Page) -> None:
    keep(page, ZOE)
    registered = page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.scope))"
    )
    page.goto("/share/")
    page.goto("/share/the-yellow-van/")
    kept = page.evaluate(
        """async () => {
          const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const keys = await Promise.all(stores.map((store) => store.keys()));
          return keys.flat().map((request) => new URL(request.url).pathname);
        }"""
    )

    assert [scope.partition("://")[2].partition("/")[2] for scope in registered] == ["share/"]
    pages = [path for path in kept if path.endswith(("/", ".html"))]
    assert sorted(pages) == [f"/{ZOE}", "/share/offline.html"]
    assert context.cookies() == []
    assert page.evaluate("Object.keys(sessionStorage)") == []
    # Which of a kit's texts comes first, as chance had it: the kit's test looks at it.
    assert page.evaluate("Object.keys(localStorage)") == ["kit:/share/the-yellow-van/"]


@pytest.mark.browser
def test_a_page_that_is_gone_is_forgotten(small_site: SmallSite, browser: Browser, serve) -> None:
    small_site.write("content/staff/ana.md", OPTED_IN)
    small_site.write("content/staff/bo.md", OPTED_IN.replace("Ana Müller", "Bo Ng"))
    assert small_site.run().status == 0
    context = browser.new_context(base_url=serve(small_site.output))
    page = context.new_page()
    keep(page, "share/for/bo/")
    small_site.write("content/staff/bo.md", STAFF.replace("Ana Müller", "Bo Ng"))
    assert small_site.run().status == 0

    gone = page.goto("/share/for/bo/")

    assert gone is not None
    assert gone.status == 404
    assert page.evaluate("caches.match('/share/for/bo/').then((found) => found === undefined)")
    context.close()


@pytest.mark.browser
def test_a_new_theme_takes_the_place_of_the_old_one(
    sample: Path, browser: Browser, serve, tmp_path: Path
) -> None:
    shutil.copytree(sample / "output", tmp_path / "output")
    context = browser.new_context(base_url=serve(tmp_path / "output"))
    page = context.new_page()
    keep(page, ZOE)
    old = page.evaluate("caches.keys()")
    for file in (tmp_path / "output/share").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"\?v=\w+", "?v=later", text), encoding="utf-8")

    page.reload()
    wait_until(page, "caches.keys().then((names) => names.join() === 'share/share/later')")

    assert old != ["share/share/later"]
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="For Zoë Łukasik")).to_be_visible()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.own')).paddingBlockStart") != "0px"
    )
    context.close()


@pytest.mark.browser
def test_nothing_is_asked_of_anybody_else(
    context: BrowserContext, page: Page, address: str
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))

    keep(page, ZOE)
    page.get_by_text("Other networks").first.click()

    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
