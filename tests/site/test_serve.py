"""`advocacy serve` rebuilds on a change, shows a mistake in the browser, and survives it."""

import socket
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from advocacy.cli.preview import Preview
from advocacy.site import make_site
from tests.conftest import SETTINGS


@pytest.fixture
def served(small_site):
    """A running server; its address, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "advocacy.cli.main", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=small_site.root, stdout=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


def page(address: str) -> str:
    """Return a page's text, that of an error page too; nothing while nobody answers."""
    try:
        with urlopen(address, timeout=10) as answer:
            return answer.read().decode()
    except HTTPError as error:
        with error:
            return error.read().decode()
    except OSError:
        return ""


def wait_for(address: str, text: str) -> None:
    """Ask until a page has a text; a minute is more than any machine needs."""
    for _ in range(300):
        if text in page(address):
            return
        time.sleep(0.2)
    pytest.fail(f"{address} never showed `{text}`: {page(address)[:2000]}")


def test_a_change_is_built_and_a_mistake_is_shown_and_survived(small_site, served):
    wait_for(f"{served}/2026/the-night-shift/", "wind the clock")
    assert "livereload" in page(f"{served}/")

    post = small_site.post("visit", body="A visit to the archive.")
    wait_for(f"{served}/2026/the-visit/", "A visit to the archive.")

    good = post.read_text()
    post.write_text(good.replace("2026-03-01", "soon"))
    wait_for(f"{served}/", "`soon` is not a date")

    post.write_text(good.replace("A visit", "Another visit"))
    wait_for(f"{served}/2026/the-visit/", "Another visit to the archive.")


def test_nothing_outside_the_output_is_served(small_site, served):
    wait_for(f"{served}/", "The night shift")

    assert "[disclosure]" not in page(f"{served}/../advocacy.toml")
    assert "[disclosure]" not in page(f"{served}/%2e%2e/advocacy.toml")


def test_kits_that_are_built_apart_are_served_at_their_own_path(tmp_path):
    share = {"folder": "kits", "url": "https://intranet.example.org/inside"}
    site = make_site(tmp_path, {**SETTINGS, "share": share})
    for name in ("output/index.html", "kits/share/index.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "secret.html").write_text("secret")

    preview = Preview(site, tmp_path / "output", tmp_path / "kits")

    assert preview.file("/") == tmp_path / "output/index.html"
    assert preview.file("/inside/share/") == tmp_path / "kits/share/index.html"
    for path in ("/share/", "/inside/", "/inside/../secret.html", "/insideshare/", "inside/share/"):
        assert preview.file(path) is None, path
