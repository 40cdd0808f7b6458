"""Files of content: read whole, or refused with a clear line; what checks find lies in them."""

import re
from collections.abc import Callable, Iterable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from advocacy.editorial.manuscript import make_manuscript
from advocacy.editorial.placing import place_notice
from advocacy.errors import Problem
from advocacy.library import read_piece
from advocacy.page import page_fields
from advocacy.post import Post
from advocacy.post_fields import post_fields
from advocacy.schema import Field
from advocacy.source import make_source
from advocacy.staff import staff_fields
from tests.conftest import POST, STAFF
from tests.fuzz import house
from tests.fuzz.target import Target, check_told, is_one_line
from tests.fuzz.texts import attacking_posts, encoded, hostile_texts, made_of, spoilt

PAGE = "---\ntitle: About us\n---\n\nWe wind the clock.\n"
ADDRESS = re.compile(r"(?:fr/)?\d{4}/[a-z0-9-]+/")
VALUES = (
    *("2026-03-31", "2026-02-30", "0000-00-00", "9999-12-31T23:59:60Z", "12:30", "31 March", "1e9"),
    *("true", "yes", "~", "null", "0x1F", "-0", ".inf", "017", "1_000", "[]", "{}", "[ana]", "en"),
    *("[ana, ana]", "{a: b}", "&a b", "*a", "!!python/name:os.system x", "|\n  x\n", ">-\n  x\n"),
    *('"\\e[31m"', '"\\0"', '"\\uD83D"', '"\\n"', '"\\u2028"', "'x''y'", "? x", "- x", "@x", "%x"),
    *("draft", "hidden", "internal", "published", "paid", "../../x", "/old/", "a/b.png", "x: y"),
    *('"\\uD83D\\uDE00"', "https://bücher.example", "https://a..b", "https://a}b/", "C:\\News"),
    *("tag:stories.lindenmark.example,2026:x", "https://a.example/", "https://[", "//x", "//["),
    *("{default: [x]}", "{from: 2026-01-01, until: x}", "{hashtags: [a b, '#c']}", "fr", "e" * 200),
)


def _fields(keys: tuple[str, ...]) -> SearchStrategy[str]:
    """Return front matter of keys that are known, and of some that are not."""
    names = st.one_of(st.sampled_from(keys), made_of(("a", "key", "Title", "<<", "?"), 3))
    values = st.one_of(st.sampled_from(VALUES), hostile_texts(3), made_of(VALUES, 4))
    quoted = values.map(lambda text: "'" + text.replace("'", "''").replace("\n", " ") + "'")
    return st.lists(st.tuples(names, st.one_of(values, quoted)), max_size=8).map(
        lambda rows: "".join(f"{name}: {value}\n" for name, value in rows)
    )


def make_files(example: str, keys: tuple[str, ...]) -> SearchStrategy[bytes]:
    """Return files with some lines more than an example has, and some that are spoilt."""
    kept = example.removeprefix("---\n").partition("---\n")[0]
    lines = st.lists(st.sampled_from(kept.splitlines(keepends=True)), unique=True).map("".join)
    made = st.builds("---\n{}{}---\n\n{}\n".format, lines, _fields(keys), hostile_texts(3))
    seeds = (example, *attacking_posts("front-matter"))
    raw = spoilt(seeds, (*VALUES, "---\n", "\n", "  ")).map(str.encode)
    return st.one_of(encoded(made), encoded(made), raw, st.binary(max_size=60))


def _keys(fields: Iterable[Field]) -> tuple[str, ...]:
    return tuple(each.key for each in fields)


def _hold(path: str) -> Callable[[bytes], None]:
    def hold(content: bytes) -> None:
        source = make_source(content, path)
        piece, problems = read_piece(source, house.site(), house.staff())
        text = content.decode("utf-8", "replace") if isinstance(source, Problem) else source.text
        for problem in problems:
            check_told(problem, text)
        if piece is None:
            assert problems
            return
        if isinstance(piece, Post):
            assert not problems
            assert ADDRESS.fullmatch(piece.address(house.site())), piece.address(house.site())
        check_places(piece)

    return hold


def check_places(piece: object) -> None:
    """See that all that checks find in a piece lies in its file, and is told in one line."""
    manuscript = make_manuscript(piece)
    reading = house.checker().read(manuscript)
    for notice in reading.notices:
        assert 0 <= notice.start <= notice.end <= len(manuscript.source.text), notice
        assert is_one_line(place_notice(notice, manuscript.source).message), notice


POSTS = Target(
    "posts",
    st.deferred(lambda: make_files(POST, _keys(post_fields(house.site(), house.staff())))),
    _hold("content/posts/x.md"),
    few=60,
)
STAFF_FILES = Target(
    "staff",
    st.deferred(lambda: make_files(STAFF, _keys(staff_fields(house.site())))),
    _hold("content/staff/bo.md"),
)
PAGES = Target(
    "pages",
    st.deferred(lambda: make_files(PAGE, _keys(page_fields(house.site())))),
    _hold("content/pages/about.md"),
)
