"""Links that lead to other sites: each asked once a day, no host by two questions at a time."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, urldefrag, urlsplit

from advocacy.built.asking import FORBIDDEN, INSIDE, Answer, Manners, ask, ask_robots
from advocacy.built.fault import Fault
from advocacy.built.output import WEB, Output
from advocacy.built.page import BuiltPage, Reference
from advocacy.built.robots import Robots
from advocacy.cache import Cache, Shelf, make_key

# Small answers: an address each.
SHELF = Shelf("external", most_entries=50_000, most_bytes=2_000, is_packed=False)
# How many hosts are asked at once, each one question at a time.
HOSTS_AT_ONCE = 8
# A server says by these that it wants no programs, and nothing of the page.
REFUSALS = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 999, FORBIDDEN})

Told = Callable[[int, int], None]


class Found(NamedTuple):
    """What became of asking.

    Attributes:
        faults: Dead links, each where it first stands on a page.
        asked: How many addresses there are.
        kept: Of how many the answer was known from today.
        undecided: Addresses whose servers would not say.
        inside: Addresses that were not asked for, as they lead to machines inside.
    """

    faults: tuple[Fault, ...]
    asked: int
    kept: int
    undecided: tuple[str, ...]
    inside: tuple[str, ...] = ()


def check_external(
    output: Output, manners: Manners, day: date, kept: Cache, told: Told = lambda _done, _all: None
) -> Found:
    """Ask for each address outside of the site that a page names.

    Args:
        output: The built site.
        manners: How servers are asked.
        day: For which answers are kept.
        kept: The answers of earlier runs.
        told: Told how many addresses are asked for, and how many there are.
    """
    places = _places(output)
    keys = {url: make_key(url, day.isoformat()) for url in places}
    known = dict(_recall(keys, kept))
    new = _ask_all([url for url in places if url not in known], manners, told)
    kept.write({keys[url]: [*answer] for url, answer in new.items() if _is_sure(answer)})
    answers = known | new
    faults = (
        _fault(page, reference, url, answers[url])
        for url, named in places.items()
        if _is_dead(answers[url])
        for page, reference in named
    )
    undecided = sorted(url for url, answer in answers.items() if _is_undecided(answer))
    inside = sorted(url for url, answer in answers.items() if _is_inside(answer))
    return Found(tuple(faults), len(places), len(known), tuple(undecided), tuple(inside))


def _places(output: Output) -> dict[str, list[tuple[BuiltPage, Reference]]]:
    """Return where each address stands: once a page, as its menu is on all of them."""
    places: dict[str, dict[str, tuple[BuiltPage, Reference]]] = defaultdict(dict)
    for page, reference, target in output.references():
        if urlsplit(target.outside).scheme in WEB:
            url = _askable(target.outside)
            places[url].setdefault(page.path, (page, reference))
    return {url: [*named.values()] for url, named in places.items()}


def _askable(url: str) -> str:
    """Return an address as a server is asked for it: without its fragment, in ASCII."""
    plain = urldefrag(url).url
    parts = urlsplit(plain)
    host = parts.netloc
    with suppress(UnicodeError):  # it is asked for as it is then, and nobody has it
        host = host.encode("idna").decode("ascii")
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return parts._replace(netloc=host, path=path, query=query).geturl()


def _recall(keys: Mapping[str, str], kept: Cache) -> Iterator[tuple[str, Answer]]:
    known = kept.read(keys.values())
    for url, key in keys.items():
        row = known.get(key)
        if isinstance(row, list) and len(row) == len(Answer._fields):
            yield url, Answer(int(row[0]), str(row[1]))


def _ask_all(urls: Iterable[str], manners: Manners, told: Told) -> dict[str, Answer]:
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc].append(url)
    count, done, lock = sum(map(len, by_host.values())), 0, threading.Lock()

    def ask_host(waiting: list[str]) -> dict[str, Answer]:
        nonlocal done
        answers: dict[str, Answer] = {}
        for url, answer in _ask_host(waiting, manners):
            answers[url] = answer
            with lock:
                done += 1
                told(done, count)
        return answers

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as workers:
        parts = workers.map(ask_host, by_host.values())
        return {url: answer for part in parts for url, answer in part.items()}


def _ask_host(urls: Iterable[str], manners: Manners) -> Iterator[tuple[str, Answer]]:
    """Yield what a host says of each address, as far as its robots.txt lets it be asked."""
    robots: dict[str, Robots] = {}
    for url in urls:
        scheme = urlsplit(url).scheme
        if scheme not in robots:
            robots[scheme] = ask_robots(url, manners)
        if not robots[scheme].allow(url):
            yield url, Answer(FORBIDDEN)
            continue
        manners.sleep(max(manners.pause_seconds, robots[scheme].delay_seconds))
        yield url, ask(url, manners)


def _is_dead(answer: Answer) -> bool:
    """Say whether nothing is there; a redirect is what is left of one that leads round."""
    is_good = 200 <= answer.status < 300
    return not is_good and not _is_undecided(answer) and not _is_inside(answer)


def _is_undecided(answer: Answer) -> bool:
    return answer.status in REFUSALS


def _is_inside(answer: Answer) -> bool:
    return answer.status == INSIDE


def _is_sure(answer: Answer) -> bool:
    """Say whether an answer is worth keeping for the day: a server that is down may come back."""
    return not answer.may_pass and not _is_inside(answer)


def _fault(page: BuiltPage, reference: Reference, url: str, answer: Answer) -> Fault:
    seen = str(answer.status or answer.said)
    cure = "Link to where it is now, or to a copy at web.archive.org."
    return Fault(
        kind="Built.External",
        page=page,
        message=f"`{url}` is dead ({seen}). {cure}",
        place=reference.place,
        match=reference.address,
    )
