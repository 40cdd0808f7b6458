"""robots.txt is read as RFC 9309 has it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.built.robots import Robots, read_robots

HOST = "https://example.org"


@pytest.mark.parametrize(
    ("lines", "path", "allowed"),
    [
        ("",                                                            "/a",       True),
        ("User-agent: *\nDisallow: /",                                  "/a",       False),
        ("User-agent: *\nDisallow:",                                    "/a",       True),
        ("User-agent: *\nDisallow: /a",                                 "/ab?x",    False),
        ("User-agent: *\nDisallow: /a",                                 "/A",       True),
        ("User-agent: *\nDisallow: /\nAllow: /a",                       "/a/b",     True),
        ("User-agent: *\nAllow: /a\nDisallow: /a",                      "/a",       True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b",                    "/a/b/c",   False),
        ("User-agent: other\nDisallow: /",                              "/a",       True),
        ("User-agent: other\nUser-agent: *\nDisallow: /",               "/a",       False),
        ("User-agent: *\nDisallow: /\nUser-agent: Advocacy\nAllow: /",  "/a",       True),
        ("User-agent: advocacy\nUser-agent: x\nDisallow: /",            "/a",       False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: advocacy",          "/a",       True),
        ("User-agent: *\nSitemap: /s\nUser-agent: x\nDisallow: /",      "/a",       False),
        ("user-agent : * # all\n disallow : /a # not that",             "/a",       False),
        ("User-agent: *\rDisallow: /a",                                 "/a",       False),
        ("Disallow: /",                                                 "/a",       True),
        ("User-agent: *\nDisallow: /*.pdf$",                            "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$",                            "/b.pdf?x", True),
        ("User-agent: *\nDisallow: /*/b*c",                             "/a/b/d/c", False),
        ("User-agent: *\nDisallow: /*/b*c",                             "/a/c/b",   True),
        ("User-agent: *\nDisallow: /a$",                                "/ab",      True),
        ("User-agent: *\nDisallow: /größe",                             "/gr%c3%b6%C3%9Fe", False),
        ("\ufeffUser-agent: *\nDisallow: /",                            "/",        False),
    ],
)  # fmt: skip
def test_an_address_may_be_asked_for_or_not(lines, path, allowed):
    assert read_robots(lines.encode(), "advocacy").allow(HOST + path) is allowed


@pytest.mark.parametrize(
    ("line", "seconds"),
    [("7", 7), ("0.5", 0.5), ("86400", 30), ("soon", 0), ("-1", 0), ("nan", 0)],
)
def test_a_delay_is_kept_to_within_reason(line, seconds):
    raw = f"User-agent: *\nCrawl-delay: {line}\n".encode()

    assert read_robots(raw, "advocacy").delay_seconds == seconds


@given(st.binary(max_size=300), st.text(max_size=60))
def test_whatever_a_host_says_is_read(raw, path):
    assert read_robots(raw, "advocacy").allow(f"{HOST}/{path}") in {True, False}


def test_no_file_keeps_a_program_busy():
    rule = "/*a" * 5000 + "b$"
    started = time.process_time()

    robots = Robots(((rule, False),) * 20)
    assert robots.allow(f"{HOST}/{'a' * 5000}")
    read_robots(b"User-agent: *" + b" " * 400_000 + b"x\nDisallow" + b" " * 100_000, "advocacy")

    assert time.process_time() - started < 5
