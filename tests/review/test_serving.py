"""A built site is served to this machine while a browser looks at it, and no longer."""

import threading
from collections.abc import Callable, Iterable
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from advocacy.review.serving import serving


def answer(environ: dict[str, Any], begin: Callable[..., object]) -> Iterable[bytes]:
    """Answer with the address that was asked for."""
    begin("200 OK", [])
    return [environ["PATH_INFO"].encode()]


def read(address: str) -> bytes:
    with urlopen(address, timeout=60) as told:
        read: bytes = told.read()
    return read


def test_an_application_answers_without_a_word_until_the_end(
    capfd: pytest.CaptureFixture[str],
) -> None:
    before = {*threading.enumerate()}
    with serving(answer) as origin:
        told = read(f"{origin}/a/")

    assert (told, *capfd.readouterr()) == (b"/a/", "", "")
    with pytest.raises(URLError):
        read(f"{origin}/a/")
    assert {*threading.enumerate()} - before == set()


def test_one_answer_does_not_wait_for_another() -> None:
    has_others = threading.Event()

    def wait(environ: dict[str, Any], begin: Callable[..., object]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/first/":
            has_others.wait(20)
            return answer({"PATH_INFO": str(has_others.is_set())}, begin)
        has_others.set()
        return answer(environ, begin)

    told = []
    with serving(wait) as origin:
        first = threading.Thread(target=lambda: told.append(read(f"{origin}/first/")))
        first.start()
        read(f"{origin}/second/")
        first.join()

    assert told == [b"True"]


def test_what_is_never_answered_does_not_hold_up_the_end() -> None:
    is_asked, is_over, waited = threading.Event(), threading.Event(), []

    def wait(environ: dict[str, Any], begin: Callable[..., object]) -> Iterable[bytes]:
        is_asked.set()
        waited.append(is_over.wait(20))
        return answer(environ, begin)

    with serving(wait) as origin:
        asker = threading.Thread(target=lambda: read(f"{origin}/"))
        asker.start()
        is_asked.wait(20)
    before = [*waited]
    is_over.set()
    asker.join()

    assert before == []
