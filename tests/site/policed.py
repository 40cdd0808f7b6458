"""A host that sends what `_headers` says, and what a browser says of pages that break it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import BrowserContext

from tests.conftest import Quiet

# What a browser says of whatever a page tried and may not do.
LISTENING = """
window.broken = [];
addEventListener("securitypolicyviolation", (event) =>
  window.broken.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}`));
"""
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


class Hosted(Quiet):
    """A host that sends what `_headers` says for all of a site."""

    def end_headers(self) -> None:
        written = (Path(self.directory) / "_headers").read_text(encoding="utf-8")
        told = written.partition("\n")[2].partition("\n/")[0]
        for line in told.splitlines():
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder as such a host does, and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Hosted, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def find_broken(context: BrowserContext, paths: Iterable[str]) -> list[str]:
    """Return what pages tried and may not do, and all else that a console tells of them."""
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    for path in paths:
        page.goto(f"/{path}", wait_until="networkidle")
        told += (f"{path}: {each}" for each in page.evaluate("window.broken"))
    return told
