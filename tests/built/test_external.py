"""Links to other sites, asked of a server on this machine that answers as servers do."""

import ssl
import subprocess
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
from advocacy.built.public_hosts import Reach, Resolved, is_public, resolve
from advocacy.cache import Cache
from advocacy.site import make_site
from tests.built.conftest import SETTINGS
from tests.conftest import need

DAY = date(2026, 3, 31)
# The server of these tests is inside, and may be asked; nothing else that is inside may.
THIS_MACHINE = Reach(allowed=frozenset({"127.0.0.1"}))


ROBOTS = "/robots.txt"
MOVED = {
    "/moved": "/200",
    "/to-file": "file:///etc/hostname",
    "/round": "/round",
    "/inside": "http://169.254.169.254/latest/meta-data/",
}


class Request(NamedTuple):
    """What somebody asked for."""

    method: str
    path: str
    agent: str


class Elsewhere:
    """A server of another site: what it was asked, and how many at most asked it at once."""

    def __init__(self, robots: str = "", context: ssl.SSLContext | None = None) -> None:
        self.robots = robots.encode()
        self.requests: list[Request] = []
        self.at_once = self.most_at_once = self.asked_for_robots = 0
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
        if context:
            self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        Thread(target=self.http.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        if handler.path == ROBOTS:
            self.tell_robots(handler)
            return
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

    def tell_robots(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked_for_robots += 1
        handler.send_response(200 if self.robots else 404)
        handler.send_header("Content-Length", str(len(self.robots)))
        handler.end_headers()
        handler.wfile.write(self.robots)

    def decide(self, method: str, path: str, times: int) -> tuple[int, dict[str, str]]:
        """Return what the address says: `/404`, or by its name what is odd about it."""
        if path == "/get-only":
            return (200 if method == "GET" else 405), {}
        if path == "/busy-once":
            return (503, {"Retry-After": "5"}) if times <= 2 else (200, {})
        if path in MOVED:
            return 301, {"Location": MOVED[path]}
        return int(path.lstrip("/").partition("?")[0]), {}

    def paths(self) -> list[str]:
        return [each.path for each in self.requests]


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest) -> Iterator[Elsewhere]:
    server = Elsewhere(getattr(request, "param", ""))
    yield server
    server.http.shutdown()
    server.http.server_close()


@pytest.fixture
def ask(build: Callable[..., Path], tmp_path: Path) -> Callable[..., Found]:
    """Ask for addresses that a page links to; what is slept is noted and not slept."""

    def ask_for(
        *urls: str,
        day: date = DAY,
        slept: list[float] | None = None,
        reach: Reach = THIS_MACHINE,
    ) -> Found:
        root = build(*(f'<a href="{url}">x</a>' for url in urls))
        output = read_output(make_site(root, SETTINGS))
        note = (slept if slept is not None else []).append
        manners = Manners(1, note, SETTINGS["url"], timeout_seconds=5, reach=reach)
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
    assert slept == [1] * 6
    assert elsewhere.asked_for_robots == 1


def test_a_server_that_asks_for_time_is_given_it(elsewhere, ask):
    slept: list[float] = []

    ask(f"{elsewhere.url}/busy-once", slept=slept)
    assert slept == [1, 1, 5.0]


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


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1"),
        *("2130706433", "0x7f.1", "127.1", "017700000001"),
        *("[::1]", "[::]", "[fe80::1]", "[fd00::1]", "[ff02::1]", "[::ffff:127.0.0.1]"),
        *("[::ffff:7f00:1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[2001:db8::1]"),
    ],
)
def test_a_machine_inside_is_not_asked_however_it_is_written(elsewhere, ask, host):
    port = elsewhere.http.server_port
    url = f"http://{host}:{port}/404"

    found = ask(url, reach=Reach())

    assert elsewhere.requests == []
    assert elsewhere.asked_for_robots == 0
    assert (found.inside, found.faults, found.undecided) == ((url,), (), ())


@pytest.mark.parametrize(
    ("address", "is_asked"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("64:ff9b::93.184.215.14", True),
        ("fe80::1%eth0", False),
        ("10.1.2.3", False),
    ],
)
def test_an_address_is_public_or_inside(address, is_asked):
    assert is_public(address) is is_asked


def test_a_redirect_leads_to_no_machine_inside(elsewhere, ask):
    url = f"{elsewhere.url}/inside"

    found = ask(url)

    assert elsewhere.paths() == ["/inside"]
    assert (found.inside, found.faults) == ((url,), ())


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(elsewhere, ask):
    """A name that is answered otherwise the second time reaches nobody else by that."""
    asked: list[str] = []

    def find(host: str, port: int) -> Resolved:
        asked.append(host)
        return resolve("127.0.0.1" if len(asked) % 2 else "127.0.0.2", port)

    url = f"http://night.example:{elsewhere.http.server_port}/200"
    found = ask(url, reach=Reach(find, frozenset({"127.0.0.1"})))
    assert (found.inside, found.faults) == ((url,), ())
    assert elsewhere.asked_for_robots == 1
    assert elsewhere.requests == []  # by then the name was answered otherwise

    assert asked == ["night.example"] * 2


@pytest.fixture
def safe_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Elsewhere]:
    """A server with a certificate for the name `night.example`, which this machine trusts."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    options = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=night.example"
    name = ["-addext", "subjectAltName=DNS:night.example"]
    made = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([need("openssl"), *options.split(), *name, *made], check=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = Elsewhere(context=context)
    yield server
    server.http.shutdown()
    server.http.server_close()


@pytest.mark.parametrize(
    ("name", "dead"), [("night.example", 0), ("other.example", 1)], ids=["its own", "another"]
)
def test_a_certificate_is_held_to_the_name_and_not_to_the_address(safe_server, ask, name, dead):
    url = f"https://{name}:{safe_server.http.server_port}/200"
    here = Reach(lambda _, port: resolve("127.0.0.1", port), frozenset({"127.0.0.1"}))

    found = ask(url, reach=here)

    assert len(found.faults) == dead
    assert safe_server.paths() == ["/200"] * (1 - dead)
    assert not dead or "CERTIFICATE_VERIFY_FAILED" in found.faults[0].message


def test_a_name_of_both_kinds_is_asked_where_it_is_public(elsewhere, ask):
    def find(_: str, port: int) -> Resolved:
        return [*resolve("127.0.0.2", port), *resolve("127.0.0.1", port)]

    url = f"http://night.example:{elsewhere.http.server_port}/200"

    assert ask(url, reach=Reach(find, frozenset({"127.0.0.1"}))).faults == ()
    assert elsewhere.paths() == ["/200"]


def test_what_is_inside_is_looked_at_anew_each_time(elsewhere, ask):
    url = f"{elsewhere.url}/200"

    assert ask(url, reach=Reach()).inside == (url,)
    assert ask(url).kept == 0
    assert elsewhere.paths() == ["/200"]


def test_a_proxy_is_asked_in_place_of_hosts_but_not_for_machines_inside(
    elsewhere, ask, monkeypatch
):
    for name in ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", elsewhere.url)
    monkeypatch.setattr(Elsewhere, "decide", lambda *_: (200, {}))

    found = ask("http://no-such-name.invalid/200", "http://10.0.0.1/")

    assert elsewhere.paths() == ["http://no-such-name.invalid/robots.txt"] * 1 + [
        "http://no-such-name.invalid/200"
    ]
    assert (found.inside, found.faults) == (("http://10.0.0.1/",), ())


@pytest.mark.parametrize(
    "elsewhere", ["User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"], indirect=True
)
def test_what_robots_txt_forbids_is_not_asked_for(elsewhere, ask):
    slept: list[float] = []
    urls = (f"{elsewhere.url}/200", f"{elsewhere.url}/private/404")

    found = ask(*urls, slept=slept)

    assert elsewhere.paths() == ["/200"]
    assert (found.undecided, found.faults) == (urls[1:], ())
    assert slept == [7.0]
