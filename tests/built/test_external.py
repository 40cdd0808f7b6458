"""Links to other sites, asked of a server on this machine that answers as servers do."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple

import pytest

from advocacy.built.asking import Manners
from advocacy.built.external import SHELF, Found, check_external
from advocacy.built.output import read_output
from advocacy.cache import Cache
from advocacy.site import make_site
from tests.built.conftest import SETTINGS

DAY = date(2026, 3, 31)


class Request(NamedTuple):
    """What somebody asked for."""

    method: str
    path: str
    agent: str


class Elsewhere:
    """A server of another site: what it was asked, and how many at most asked it at once."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.at_once = self.most_at_once = 0
        self.lock = Lock()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                server.answer(self)

            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.http.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        with self.lock:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            agent = handler.headers["User-Agent"]
            self.requests.append(Request(handler.command, handler.path, agent))
            times = sum(each.path == handler.path for each in self.requests)
        status, headers = self.decide(handler.command, handler.path, times)
        # Before the answer, as whoever has it may ask on at once.
        with self.lock:
            self.at_once -= 1
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    def decide(self, method: str, path: str, times: int) -> tuple[int, dict[str, str]]:
        """Return what the address says: `/404`, or by its name what is odd about it."""
        if path == "/get-only":
            return (200 if method == "GET" else 405), {}
        if path == "/busy-once":
            return (503, {"Retry-After": "5"}) if times <= 2 else (200, {})
        if path in {"/moved", "/to-file", "/round"}:
            onward = {"/moved": "/200", "/to-file": "file:///etc/hostname", "/round": "/round"}
            return 301, {"Location": onward[path]}
        return int(path.lstrip("/").partition("?")[0]), {}

    def paths(self) -> list[str]:
        return [each.path for each in self.requests]


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    server = Elsewhere()
    yield server
    server.http.shutdown()
    server.http.server_close()


@pytest.fixture
def ask(build: Callable[..., Path], tmp_path: Path) -> Callable[..., Found]:
    """Ask for addresses that a page links to; what is slept is noted and not slept."""

    def ask_for(*urls: str, day: date = DAY, slept: list[float] | None = None) -> Found:
        root = build(*(f'<a href="{url}">x</a>' for url in urls))
        output = read_output(make_site(root, SETTINGS))
        note = (slept if slept is not None else []).append
        manners = Manners(pause_seconds=1, sleep=note, home=SETTINGS["url"], timeout_seconds=5)
        return check_external(output, manners, day, Cache(tmp_path / "cache", SHELF))

    return ask_for


@pytest.mark.parametrize(
    ("path", "methods", "seen"),
    [
        ("/200", ["HEAD"], ""),
        ("/moved", ["HEAD", "HEAD"], ""),
        ("/get-only", ["HEAD", "GET"], ""),
        ("/404", ["HEAD", "GET"], "404"),
        ("/410", ["HEAD", "GET"], "410"),
        ("/418", ["HEAD"], "418"),
        ("/500", ["HEAD", "GET"] * 3, "500"),
        ("/busy-once", ["HEAD", "GET", "HEAD"], ""),
        # A server that refuses programs says nothing of the page.
        ("/403", ["HEAD", "GET"], ""),
        ("/429", ["HEAD"] * 3, ""),
    ],
)
def test_an_address_is_asked_for_and_is_dead_or_not(elsewhere, ask, path, methods, seen):
    found = ask(f"{elsewhere.url}{path}")

    assert [each.method for each in elsewhere.requests] == methods
    dead = [f"`{elsewhere.url}{path}` is dead ({seen})."] if seen else []
    assert [each.message.partition(" Link to")[0] for each in found.faults] == dead


def test_a_redirect_never_leads_to_a_file(elsewhere, ask):
    (fault,) = ask(f"{elsewhere.url}/to-file").faults

    assert "is dead" in fault.message
    assert "hostname" not in fault.message.partition("is dead")[0]


def test_a_redirect_that_goes_round_is_dead(elsewhere, ask):
    assert len(ask(f"{elsewhere.url}/round").faults) == 1


def test_a_host_that_does_not_answer_is_dead_and_asked_anew_next_time(elsewhere, ask):
    url = f"{elsewhere.url}/200"
    elsewhere.http.shutdown()
    elsewhere.http.server_close()

    first, second = ask(url), ask(url)
    assert "Connection refused" in first.faults[0].message
    assert (first.kept, second.kept) == (0, 0)


def test_a_host_is_asked_one_question_at_a_time_with_pauses(elsewhere, ask):
    slept: list[float] = []

    ask(*(f"{elsewhere.url}/200?{number}" for number in range(6)), slept=slept)
    assert elsewhere.most_at_once == 1
    assert len(elsewhere.requests) == 6
    assert slept == [1] * 5


def test_a_server_that_asks_for_time_is_given_it(elsewhere, ask):
    slept: list[float] = []

    ask(f"{elsewhere.url}/busy-once", slept=slept)
    assert slept == [1, 5.0]


def test_an_address_is_asked_for_once_a_day(elsewhere, ask):
    urls = [f"{elsewhere.url}/200", f"{elsewhere.url}/404"]

    first, again = ask(*urls), ask(*urls)
    assert (first.kept, again.kept) == (0, 2)
    assert len(first.faults) == len(again.faults) == 1
    assert Counter(elsewhere.paths()) == {"/200": 1, "/404": 2}

    assert ask(*urls, day=date(2026, 4, 1)).kept == 0
    assert Counter(elsewhere.paths()) == {"/200": 2, "/404": 4}


def test_two_parts_of_one_page_are_one_address(elsewhere, ask):
    found = ask(f"{elsewhere.url}/200#a", f"{elsewhere.url}/200#b")

    assert (found.asked, elsewhere.paths()) == (1, ["/200"])


def test_a_server_learns_who_asks(elsewhere, ask):
    ask(f"{elsewhere.url}/200")

    assert elsewhere.requests[0].agent.startswith("advocacy/")
    assert SETTINGS["url"] in elsewhere.requests[0].agent


def test_what_a_server_will_not_say_is_told_apart(elsewhere, ask):
    assert ask(f"{elsewhere.url}/403").undecided == (f"{elsewhere.url}/403",)


def test_an_address_with_odd_signs_is_asked_for_as_browsers_do(elsewhere, ask):
    found = ask(f"{elsewhere.url}/200?q=größe und so", "mailto:a@b.example", "http://ü ü.example/")

    assert "/200?q=gr%C3%B6%C3%9Fe%20und%20so" in elsewhere.paths()
    assert found.asked == 2
    assert len(found.faults) == 1
