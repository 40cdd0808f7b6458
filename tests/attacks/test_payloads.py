"""Texts that would run a program: in every field of a site, in a browser, none does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.attacks.payload_site import write_payload_site
from tests.attacks.payload_source import import_payload_source
from tests.attacks.payloads import read_payloads
from tests.attacks.watched import Watched

TODAY = ("--today", "2026-11-23")


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
    watch: Callable[[Path], Watched],
) -> None:
    output = request.getfixturevalue(which)
    watched = watch(output)
    watched.take_policy_out()

    for name in pages(output):
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
