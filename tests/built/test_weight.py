"""What a browser fetches for a page, and how much that is: a real browser is asked too."""

import json
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from advocacy import site as sites
from advocacy.built.output import read_output
from advocacy.built.script_imports import read_imports
from advocacy.built.style_sheet import Need, read_style
from advocacy.built.weight import find_fetched, named_by
from tests.built.conftest import SETTINGS, check, told

LATIN, GREEK = ((0x20, 0x7E),), ((0x370, 0x3FF), (0x1F00, 0x1FFF))


@pytest.mark.parametrize(
    ("style", "needs"),
    [
        ('@import "a.css";',                                     [Need("a.css")]),
        ("@IMPORT url(a.css) print;",                            [Need("a.css")]),
        ("b { background: URL( 'x y.png' ) }",                   [Need("x y.png")]),
        (r"b { background: url(x\(1\).png) }",                   [Need("x(1).png")]),
        ("b { background: url(x.png), url(\"y.png\") }",         [Need("x.png"), Need("y.png")]),
        ("/* url(x.png) */ b { }",                               []),
        ("b::after { content: '/*'; background: url(x.png) }",   [Need("x.png")]),
        ("b { background: url(data:image/png;base64,AA) }",      []),
        ("b { fill: url(#gradient) }",                           []),
        ("@namespace svg url(http://www.w3.org/2000/svg);",      []),
        ("@font-face { src: local('A'), url(a.woff2), url(a.woff) }", [Need("a.woff2")]),
        ("@font-face { src: url(a.woff2); unicode-range: U+20-7e }",  [Need("a.woff2", LATIN)]),
        ("@font-face{unicode-range:u+3??,U+1F??;src:url(a.woff2)}",
         [Need("a.woff2", ((0x300, 0x3FF), (0x1F00, 0x1FFF)))]),
        ("@font-face { src: local('A') }",                       []),
        ("b { color: red",                                       []),
    ],
)  # fmt: skip
def test_a_style_sheet_names_what_is_fetched(style, needs):
    assert [*read_style(style)] == needs


def test_a_style_sheet_of_nothing_but_brackets_is_read():
    assert read_style("b { c: " + "(" * 20_000 + "url(x.png)") == ()
    assert read_style("@media x {" * 90 + "b { c: url(x.png)") == (Need("x.png"),)


@pytest.mark.parametrize(
    ("ranges", "signs", "is_met"),
    [
        ((),    "",   True),
        (LATIN, "a",  True),
        (LATIN, "α",  False),
        (GREEK, "aἀ", True),
        (LATIN, "",   False),
    ],
)  # fmt: skip
def test_a_font_is_fetched_for_its_letters(ranges, signs, is_met):
    assert Need("a.woff2", ranges).is_met_by(sorted(map(ord, signs))) is is_met


@pytest.mark.parametrize(
    ("script", "addresses"),
    [
        ('import "./a.js";',                                     ["./a.js"]),
        ("import a, { b as c, $d } from '../a.js'",              ["../a.js"]),
        ('import*as a from"/a.js";import{b}from"./b.js"',        ["/a.js", "./b.js"]),
        ('export { a } from "./a.js"; export * from "./b.js"',   ["./a.js", "./b.js"]),
        ('export const from = "./a.js"',                         []),
        ('const a = await import("./a.js")',                     ["./a.js"]),
        ("import(`./a.js${search}`); import(`./b.js`)",          ["./a.js", "./b.js"]),
        ("import(name); import(`./${name}.js`)",                 []),
        ('import "lit"; import { x } from "@org/x"',             []),
        ('// import "./a.js"\n/* import "./b.js" */',            []),
        ("""say('import "./a.js"'); say(`import "./b.js"`)""",   []),
        ('a.import("./a.js"); $import("./b.js")',                []),
        ("import.meta.url; importing('./a.js')",                 []),
        ('import a from "./a.json" with { type: "json" }',       ["./a.json"]),
    ],
)  # fmt: skip
def test_a_script_imports_what_is_fetched(script, addresses):
    assert [*read_imports(script)] == addresses


@given(st.text(alphabet="imporexfat \n\"'`${}()/*\\;:url@-faceUu+0?", max_size=200))
def test_whatever_is_written_is_read(text):
    assert all(need.address for need in read_style(text))
    assert all(read_imports(text))


FILES = {
    "theme/style.css": '@import "deep/more.css"; .none { background: url(idle.png) }',
    "theme/deep/more.css": """\
@font-face { font-family: A; src: url("/theme/a.woff2"); unicode-range: U+20-7E }
@font-face { font-family: A; src: url("/theme/b.woff2"); unicode-range: U+370-3FF }
body { font-family: A; background: url(../ground.png) }
""",
    "theme/main.js": 'import { b } from "./b.js"; b(); await import(`./c.js${""}`);',
    "theme/b.js": "export function b() {}",
    "theme/c.js": "document.title += '.';",
    "theme/unused.js": "",
    **dict.fromkeys(("theme/a.woff2", "theme/b.woff2", "theme/ground.png", "theme/idle.png"), "x"),
}
LINES = (
    '<link rel="stylesheet" href="/theme/style.css">',
    '<link rel="apple-touch-icon" href="/theme/idle.png">',
    '<script type="module" src="/theme/main.js"></script>',
    '<script type="application/json">"import \'/theme/unused.js\'"</script>',
    '<p style="background: url(/images/clock.png)">Night</p>',
)
FETCHED = {
    *("theme/style.css", "theme/deep/more.css", "theme/a.woff2", "theme/ground.png"),
    *("theme/main.js", "theme/b.js", "theme/c.js", "images/clock.png"),
}
PAGE = "2026/the-night-shift/index.html"


def fetched(root):
    """Return what is counted for the page of the post, without the page itself."""
    output = read_output(sites.make_site(root, SETTINGS))
    base = f"{SETTINGS['url']}/"
    found = find_fetched(output, base + PAGE, partial(named_by, output))
    return {each.removeprefix(base) for each in found} - {PAGE}


def test_a_page_is_weighed_with_what_its_files_have_fetched(build):
    # As if each rule were for the page: what no element has is counted too.
    assert fetched(build(*LINES, files=FILES)) == {*FETCHED, "theme/idle.png"}
    assert fetched(build(*LINES, "Νύχτα", files=FILES)) - FETCHED == {
        "theme/b.woff2",
        "theme/idle.png",
    }


def test_files_that_name_one_another_are_counted_once(build):
    files = {"theme/style.css": "@import 'round.css';", "theme/round.css": "@import 'style.css';"}

    assert fetched(build(*LINES[:1], files=files)) == set(files)


def test_what_weighs_most_is_told_though_no_element_names_it(build):
    noise = "".join(map(chr, range(0x4E00, 0x4E00 + 2000)))
    files = {"theme/style.css": "b { background: url(large.png) }", "theme/large.png": noise}

    heavy = check(build(*LINES[:1], files=files), {"page_kb": 5})

    assert told(heavy) == ["2026/the-night-shift/:1:0+1 Built.Weight", ":1:0+1 Built.Weight"]
    assert "`large.png` alone has 6 kB" in heavy[0].message


@pytest.mark.browser
def test_a_browser_fetches_what_is_counted(build, browser: Browser, serve):
    root = build(*LINES, files=FILES)
    address = serve(root / "output")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{address}/")))

    page.goto(f"{address}/2026/the-night-shift/", wait_until="networkidle")
    page.close()

    idle = {"favicon.ico", PAGE.removesuffix("index.html")}
    assert {each.partition("?")[0] for each in asked} - idle == FETCHED, json.dumps(asked)
