"""Each thing that can be wrong with a built page, in a page that has it and nothing else."""

import random

import pytest

from tests.built.conftest import HOME, PAGE, check, told
from tests.conftest import POST, STAFF

AT = "2026/the-night-shift/:6"
# What a line below the page's heading is found to be; empty where nothing is wrong with it.
LINES = [
    ('<a href="/">home</a>', []),
    ('<a href="../../">home</a>', []),
    ('<a href="https://stories.lindenmark.example/">home</a>', []),
    ('<a href="/2026/the-night-shift">no slash</a>', []),
    ('<a href="/nowhere/">x</a>', [f"{AT}:10+9 Built.Link"]),
    ('<p>é <a class="a" href="/nowhere/">x</a>', [f"{AT}:25+9 Built.Link"]),
    ("<a href=nowhere/>x</a>", [f"{AT}:9+8 Built.Link"]),
    ('<a\n href="/nowhere/">x</a>', ["2026/the-night-shift/:7:8+9 Built.Link"]),
    ('<a href="/q/?a=1&amp;b=2">x</a>', [f"{AT}:10+15 Built.Link"]),
    ('<a href="https://stories.lindenmark.example/no/">x</a>', [f"{AT}:10+38 Built.Link"]),
    ('<form action="/search/"></form>', [f"{AT}:15+8 Built.Link"]),
    ('<link rel="canonical" href="/no/">', [f"{AT}:29+4 Built.Link"]),
    ('<link rel="preconnect" href="/no/">', []),
    ('<a href="https://elsewhere.example/">x</a>', []),
    ('<a href="mailto:desk@lindenmark.example">x</a>', []),
    ('<a href="http://[">x</a>', [f"{AT}:10+8 Built.Link"]),
    ('<!-- <a href="/nowhere/">x</a> -->', []),
    ('<a href="/#top-of-it">x</a>', []),
    ('<a href="/#top">x</a><a href="#">y</a>', []),
    ('<a href="/#:~:text=night">x</a>', []),
    ('<a name="old"></a><a href="#old">x</a>', []),
    ('<p id="größe"><a href="#gr%C3%B6%C3%9Fe">x</a>', []),
    ('<a href="/#bottom">x</a>', [f"{AT}:10+8 Built.Anchor"]),
    ('<a href="#bottom">x</a>', [f"{AT}:10+7 Built.Anchor"]),
    ('<img src="/images/clock.png" alt="">', []),
    ('<img src="/images/cat.png" alt="">', [f"{AT}:11+15 Built.Picture"]),
    ('<video poster="/images/cat.png"></video>', [f"{AT}:16+15 Built.Picture"]),
    (
        '<img src="/images/clock.png" srcset="/images/a,b.png 1x, /images/cat.png 2x" alt="">',
        [f"{AT}:38+15 Built.Picture", f"{AT}:58+15 Built.Picture"],
    ),
    ('<meta property="og:image" content="/no.png">', [f"{AT}:36+7 Built.Picture"]),
    ('<script src="/theme/no.js"></script>', [f"{AT}:14+12 Built.File"]),
    ('<link rel="stylesheet" href="/no.css">', [f"{AT}:30+7 Built.File"]),
    ('<p id="a"><p id="b"><p id="a">', [f"{AT}:28+1 Built.Id"]),
    ('<svg><title>A drawing</title></svg><p id="a">', []),
    ('<meta name="description" content="">', []),
    ('<img src="http://elsewhere.example/a.png" alt="">', [f"{AT}:11+30 Built.Mixed"]),
    ('<script src="http://elsewhere.example/a.js"></script>', [f"{AT}:14+29 Built.Mixed"]),
    ('<a href="http://elsewhere.example/">x</a>', []),
]


@pytest.mark.parametrize(("line", "found"), LINES, ids=[line for line, _ in LINES])
def test_a_line_of_a_page_is_found_to_be(build, line, found):
    assert told(check(build(line))) == found


@pytest.mark.parametrize(
    ("seen", "written", "found"),
    [
        ("<h1>The night shift</h1>", "<h2>The night shift</h2>", ":1:0+1 Built.Heading"),
        ("<h1>The night shift</h1>", "<h1> </h1>", ":5:1+4 Built.Heading"),
        ("<h1>The night shift</h1>", '<h1><img src="/images/clock.png" alt="Clock"></h1>', ""),
        ('<html lang="en">', "<html>", ":1:0+1 Built.Lang"),
        ('<html lang="en">', '<html lang="">', ":1:0+1 Built.Lang"),
        ("<title>The night shift</title>", "", ":1:0+1 Built.Title"),
        ("<title>The night shift</title>", "<title>Lindenmark</title>", ""),
        ("What happens after the doors close.", "", ":4:35+1 Built.Description"),
    ],
)
def test_a_page_that_lacks_something_is_told(build, seen, written, found):
    # The home page comes after it, and is told of a title that both have.
    page = PAGE.replace(seen, written)
    assert page != PAGE

    findings = told(check(build(files={"2026/the-night-shift/index.html": page})))
    other = [":3:1+7 Built.Title"] if "<title>Lindenmark" in page else []
    assert findings == ([f"2026/the-night-shift/{found}"] if found else other)


SAME = "<!doctype html>\n<html lang='{}'>\n<title>The night shift</title>\n<h1>x</h1>\n{}"
LINKED = HOME + '<a href="/other/">x</a>'


@pytest.mark.parametrize(
    ("lang", "more", "found"),
    [
        ("en", "", ["other/:3:1+7 Built.Title"]),
        ("fr", "", []),
        ("en", '<meta name="robots" content="noindex">', []),
        ("en", '<meta http-equiv="refresh" content="0; url=/">', []),
        (
            "en",
            '<meta name="description" content="What happens after  the doors close.">',
            ["other/:3:1+7 Built.Title", "other/:5:35+36 Built.Description"],
        ),
    ],
)
def test_what_two_pages_say_alike_is_told_of_the_second(build, lang, more, found):
    root = build(files={"other/index.html": SAME.format(lang, more), "index.html": LINKED})

    findings = check(root)
    assert told(findings) == found
    assert all("output/2026/the-night-shift/index.html" in each.message for each in findings)


ALONE = "<!doctype html>\n<html lang='en'>\n<title>Alone</title>\n<h1>Alone</h1>\n"
ORPHAN = ":1:0+1 Built.Orphan"


@pytest.mark.parametrize(
    ("files", "settings", "found"),
    [
        ({"alone/index.html": ALONE}, {}, [f"alone/{ORPHAN}"]),
        ({"alone/index.html": ALONE}, {"unlinked": ["alone/"]}, []),
        ({"404.html": ALONE}, {}, []),
        ({"alone/index.html": ALONE + '<meta name="robots" content="noindex">'}, {}, []),
        ({"old/index.html": ALONE + '<meta http-equiv="refresh" content="0;url=/">'}, {}, []),
        # Two that know one another alone, and one that only a machine is told of.
        (
            {
                "alone/index.html": ALONE + '<a href="/two/">x</a>',
                "two/index.html": ALONE.replace("Alone", "Two") + '<a href="/alone/">x</a>',
            },
            {},
            [f"alone/{ORPHAN}", f"two/{ORPHAN}"],
        ),
        (
            {
                "alone/index.html": ALONE,
                "index.html": HOME + '<link rel="alternate" href="/alone/">',
            },
            {},
            [f"alone/{ORPHAN}"],
        ),
    ],
)
def test_a_page_that_no_reader_can_find_is_an_orphan(build, files, settings, found):
    assert told(check(build(files=files), settings)) == found


def test_a_redirect_to_nowhere_is_a_dead_link(build):
    page = ALONE + '<meta http-equiv="refresh" content="0; url=/gone/">'

    assert told(check(build(files={"old/index.html": page}))) == ["old/:5:44+6 Built.Link"]


def test_a_page_is_weighed_with_what_it_loads(build):
    noise = random.Random(1).randbytes(3000).hex()
    files = {"images/clock.png": noise, "images/large.png": noise}
    line = '<img src="/images/clock.png" srcset="/images/large.png 2x" alt="">'

    assert told(check(build(line, files=files), {"page_kb": 7})) == []
    heavy = check(build(line, files=files), {"page_kb": 6})
    assert told(heavy) == ["2026/the-night-shift/:1:0+1 Built.Weight"]
    assert "`clock.png` alone has 6 kB" in heavy[0].message


def test_what_a_server_packs_is_weighed_packed(build):
    files = {"theme/style.css": "/* quiet */\n" * 5000}

    assert told(check(build(files=files), {"page_kb": 1})) == []


@pytest.mark.parametrize(
    ("body", "line", "end"),
    [
        (
            "See [it](/nowhere/).",
            '<a href="/nowhere/">',
            "written in content/posts/night-shift.md:12.",
        ),
        ("See\n[it](/a/nowhere/).", '<a href="/b/nowhere/">', "content/posts/night-shift.md:13."),
        ("Nothing.", '<a href="/nowhere/">', "The page is made of content/posts/night-shift.md."),
    ],
)
def test_a_finding_says_where_to_mend_it(build, body, line, end):
    root = build(line)
    post = root / "content/posts/night-shift.md"
    post.write_text(post.read_text().replace("Somebody has to wind the clock.", body))

    assert check(root)[0].message.endswith(end)


LINK = '<a href="/nowhere/">it</a>'
ABOUT = "---\nsummary: What these posts are about.\n---\n"
HEADS = {"staff": STAFF, "pages": "---\ntitle: About\n---\n"}


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("content/topics/reading.md", "topics/reading/"),
        ("content/topics/fr/reading.md", "fr/topics/reading/"),
        ("content/purposes/engagement.md", "purposes/engagement/"),
        ("content/series/the-cellar.md", "series/the-cellar/"),
        ("content/staff/ana.md", "staff/ana/"),
        ("content/staff/ana.md", "fr/staff/ana/"),
        ("content/staff/ana.md", "share/for/ana/"),
        ("content/pages/about.md", "about/"),
    ],
)
def test_a_finding_on_any_page_names_its_file(build, write, source, address):
    root = build(files={f"{address}index.html": f"{PAGE}{LINK}"})
    write("content/posts/night-shift.md", POST.replace("purpose:", "series: The cellar\npurpose:"))
    head = HEADS.get(source.split("/")[1], ABOUT)
    if "/fr/" in source:
        head = head.replace("---\n", "---\nlang: fr\n", 1)
    write(source, f"{head}\nSee [it](/nowhere/).\n")

    (finding,) = (each for each in check(root) if each.check == "Built.Link")

    assert f"It is written in {source}:" in finding.message


def test_the_second_of_two_equal_links_has_its_own_line(build):
    root = build('<a href="/nowhere/">x</a>', '<a href="/nowhere/">y</a>')
    post = root / "content/posts/night-shift.md"
    body = "[x](/nowhere/)\n\n[y](/nowhere/)"
    post.write_text(post.read_text().replace("Somebody has to wind the clock.", body))

    lines = [each.message.rpartition(":")[2] for each in check(root)]
    assert lines == ["12.", "14."]


def test_a_site_below_a_path_finds_its_own(build):
    root = build('<a href="/blog/">home</a>', '<a href="/">the portal</a>')
    (root / "output/index.html").write_text(HOME.replace('href="/', 'href="/blog/'))

    assert told(check(root, url="https://lindenmark.example/blog")) == []
