"""Asking another site whether an address is alive: by its head, gently, and nobody inside."""

import http.client
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import Request

from advocacy import __version__
from advocacy.built.opening import open_address
from advocacy.built.public_hosts import InsideError, Reach
from advocacy.built.robots import MOST_BYTES, Robots, read_robots

HEAD, GET = "HEAD", "GET"
# These answers to HEAD are of servers that know GET alone.
HEAD_IS_UNKNOWN = frozenset({400, 403, 404, 405, 406, 410, 500, 501, 503})
# What may be otherwise in a moment.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
LONGEST_WAIT_SECONDS = 30.0
# In place of a status, where nothing was asked: the address leads inside, or robots.txt forbids it.
INSIDE, FORBIDDEN = -1, -2
ROBOT = "advocacy"


class Answer(NamedTuple):
    """What a server said.

    Attributes:
        status: Of HTTP; 0 where there was no answer; INSIDE or FORBIDDEN.
        said: Why there was none, or empty.
        wait_seconds: For how long the server asks to be left alone.
    """

    status: int
    said: str = ""
    wait_seconds: float = 0.0

    @property
    def may_pass(self) -> bool:
        """Whether another try may find another answer."""
        return self.status in PASSING or not self.status


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is asked.

    Attributes:
        pause_seconds: Between two questions to one host.
        waits_seconds: Before each further try; there are as many as these.
        timeout_seconds: For one answer.
        sleep: Waits for so many seconds.
        home: The site that asks, for the server's log.
        reach: Which hosts are asked.
    """

    pause_seconds: float
    sleep: Callable[[float], None]
    home: str
    waits_seconds: tuple[float, ...] = (2.0, 8.0)
    timeout_seconds: float = 15.0
    reach: Reach = field(default_factory=Reach)


def ask(url: str, manners: Manners) -> Answer:
    """Ask for an address until there is an answer that will not pass, or no more tries.

    By HEAD first, of which nothing is fetched, and by GET where that finds nothing.
    """
    answer = _ask_either(url, manners)
    for wait in manners.waits_seconds:
        if not answer.may_pass:
            break
        manners.sleep(min(max(wait, answer.wait_seconds), LONGEST_WAIT_SECONDS))
        answer = _ask_either(url, manners)
    return answer


def _ask_either(url: str, manners: Manners) -> Answer:
    answer = _ask_by(HEAD, url, manners)
    if answer.status not in HEAD_IS_UNKNOWN:
        return answer
    manners.sleep(manners.pause_seconds)
    return _ask_by(GET, url, manners)


def ask_robots(url: str, manners: Manners) -> Robots:
    """Return what a host lets a program ask for; one that does not say forbids nothing."""
    try:
        with _open(GET, urljoin(url, "/robots.txt"), manners) as response:
            return read_robots(response.read(MOST_BYTES), ROBOT)
    except HTTPError as error:
        error.close()
        return Robots()
    except (OSError, ValueError, http.client.HTTPException, UnicodeError):
        return Robots()


def _ask_by(method: str, url: str, manners: Manners) -> Answer:
    try:
        with _open(method, url, manners) as response:
            return Answer(response.status)
    except HTTPError as error:
        with error:
            return Answer(error.code, wait_seconds=_wait(error.headers))
    except URLError as error:
        if isinstance(error.reason, InsideError):
            return Answer(INSIDE, str(error.reason))
        return Answer(0, _reason(error.reason))
    except (OSError, ValueError, http.client.HTTPException, UnicodeError) as error:
        return Answer(0, _reason(error))


def _open(method: str, url: str, manners: Manners) -> http.client.HTTPResponse:
    agent = f"{ROBOT}/{__version__} (link check of {manners.home})"
    request = Request(url, headers={"User-Agent": agent, "Accept": "*/*"}, method=method)
    return open_address(request, manners.reach, manners.timeout_seconds)


def _wait(headers: Message) -> float:
    asked = (headers.get("Retry-After") or "").strip()
    return float(asked) if asked.isdecimal() else 0.0


def _reason(error: object) -> str:
    """Return why there was no answer, in one line."""
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return " ".join(str(getattr(error, "strerror", None) or error).split())
