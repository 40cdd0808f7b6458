"""What every test may ask for: small sites, golden files, and the tools some tests need."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from advocacy.cache import FOLDER_VARIABLE
from advocacy.site import Site, make_site
from tests.attacks.watched import Watched

# No timing decides a test: a machine may have other work.
settings.register_profile("advocacy", deadline=None)
settings.load_profile("advocacy")

PROJECT = Path(__file__).parent.parent
SHARED = PROJECT.parent / "shared"

SETTINGS = {
    "name": "Lindenmark Libraries",
    "url": "https://stories.lindenmark.example",
    "description": "Stories from the people behind the counter.",
    "languages": ["en", "fr"],
    "time_zone": "Europe/Berlin",
    "disclosure": {
        "en": "I work at Lindenmark Libraries.",
        "fr": "Je travaille aux bibliothèques de Lindenmark.",
    },
    "names": {
        "organisation": ["Lindenmark Libraries"],
        "products": ["Lindenmark Card", "readIt"],
        "people": ["Zoë Lukasik", "Jacob Harris"],
        "known_acronyms": ["OPAC"],
    },
    "topics": {"reading": "Reading", "open-source": "Open source"},
    "audiences": {"neighbours": "Neighbours", "colleagues": "Colleagues elsewhere"},
    "privacy": {
        "national_ids": ["us-ssn"],
        "reject": ["Project Dormouse"],
        "internal_hosts": [".stacks.lindenmark.example"],
        "public": ["desk@lindenmark.example", "+49 30 901820", "DE89 3704 0044 0532 0130 00"],
    },
}

POST = """\
---
id: tag:stories.lindenmark.example,2026-03-31:night-shift
title: The night shift
date: 2026-03-31
authors: [ana]
summary: What happens in a library after the doors close.
topics: [reading]
purpose: engagement
question: What would you do in an empty library?
---

Somebody has to wind the clock.
"""

STAFF = """\
---
name: Ana Müller
role: Librarian
---

I wind the clock.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture(scope="session", autouse=True)
def cache_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep results of checks out of the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A valid site in an empty folder."""
    return make_site(tmp_path, SETTINGS)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file below the test's folder, and return it."""

    def write_file(path: str, text: str | bytes) -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write_file


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against a file of tests/golden; `--update-golden` writes the file."""

    def check(name: str, text: str) -> None:
        file = PROJECT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"{name}: see pytest --update-golden"

    return check


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The sources of 18F's blog, which lie beside the project and never in it."""
    folder = SHARED / "corpus" / "18f"
    if not folder.is_dir():
        pytest.skip("the 18F corpus is not beside the project")
    return folder


def need(tool: str) -> str:
    """Return a tool's path; without it skip, except where ADVOCACY_REQUIRE_TOOLS is set."""
    found = shutil.which(tool)
    if found:
        return found
    message = f"`{tool}` is not installed; .ci/run installs it"
    if os.environ.get("ADVOCACY_REQUIRE_TOOLS"):
        pytest.fail(message)
    pytest.skip(message)


def need_module(name: str) -> Any:
    """Import a library for tests alone; without it skip, or fail, as `need` does."""
    try:
        return import_module(name)
    except ImportError:
        message = f"`{name}` is not installed; the extra `dev` has it"
    if os.environ.get("ADVOCACY_REQUIRE_TOOLS"):
        pytest.fail(message)
    pytest.skip(message)


def need_dictionary(language: str) -> Path:
    """Return a dictionary of Hunspell's; without it skip, or fail, as `need` does."""
    file = Path("/usr/share/hunspell", f"{language}.dic")
    if file.is_file():
        return file
    message = f"Hunspell's `{language}` is not installed; .ci/run installs it"
    if os.environ.get("ADVOCACY_REQUIRE_TOOLS"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path."""
    return need("chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium, started once for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which finds what keeps people from using a page."""
    return need_script("axe-core/axe.min.js")


@pytest.fixture(scope="session")
def adaptive_cards() -> str:
    """The script with which a browser shows Adaptive Cards, from those who made the format."""
    return need_script("adaptivecards/dist/adaptivecards.min.js")


def need_script(path: str) -> str:
    """Return a script of node_modules; without it skip, or fail, as `need` does."""
    return need_node_file(path).read_text(encoding="utf-8")


def need_node_file(path: str) -> Path:
    """Return a file of node_modules; without it skip, or fail, as `need` does."""
    file = PROJECT / "node_modules" / path
    if file.is_file():
        return file
    message = f"{path} is not in node_modules; .ci/run installs it"
    if os.environ.get("ADVOCACY_REQUIRE_TOOLS"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def lighthouse() -> Path:
    """Lighthouse, which scores a page as a phone loads it."""
    return need_node_file(".bin/lighthouse")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and prints nothing, nor that a browser went on before it had all."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, as far as somebody takes it."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve folders on this machine for as long as the tests run; return their addresses."""
    servers = []

    def start(folder: Path) -> str:
        handler = partial(Quiet, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def watch(browser: Browser, serve: Callable[[Path], str]) -> Iterator[Callable[[Path], Watched]]:
    """Look at a folder as a browser shows it."""
    contexts = []

    def start(folder: Path) -> Watched:
        contexts.append(browser.new_context())
        return Watched(contexts[-1], serve(folder))

    yield start
    for context in contexts:
        context.close()
