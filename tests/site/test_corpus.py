"""A real staff blog of ten years comes in, and is a site on the first day."""

import json
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from advocacy.addresses import file_of
from advocacy.aliases import alias_address
from advocacy.built.check import find_faults, make_findings
from advocacy.built.output import read_output
from advocacy.library import read_library
from advocacy.share.counting import count, verdict
from advocacy.share.networks import read_networks
from advocacy.similarity import words_of
from advocacy.site import read_site
from tests.attacks.watched import Watched
from tests.site.conftest import Done
from tests.site.kinds import one_of_each_kind
from tests.site.policed import LISTENING, find_broken, hosted
from tests.site.test_vnu import errors, vnu  # noqa: F401 - the second is a fixture

pytestmark = pytest.mark.corpus

POSTS, READABLE = 509, 508
NETWORKS = ["linkedin", "mastodon", "bluesky", "x", "facebook", "email"]
DISCLOSURES = {"en-US": "I work at 18F.", "es-PR": "Trabajo en 18F."}
# Parts of addresses that say of which kind a page is; others are names.
KINDS = frozenset(
    "staff topics purposes series page archive feeds colophon values share for older search".split()
)
# What a browser would run, fetch or embed, in the source of a post.
RUNS = re.compile(
    r"<(?:script|iframe|object|embed|form|style|svg|link|video|audio|input|button|base|meta)\b"
    r"|\son\w+\s*=|javascript:",
    re.IGNORECASE,
)
PAGE_OF_POST = re.compile(r"(?:[a-z-]+/)?2\d{3}/[^/]+/index\.html")
AXE = """async () => (await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: {"target-size": {enabled: true}},
})).violations.map(({id, nodes}) => [id, nodes.length, nodes[0].html])"""


@pytest.fixture(scope="module")
def imported(corpus, tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("import") / "site"
    done = advocacy("import", "jekyll", str(corpus), str(root), "--today", "2026-11-23")
    assert done.status == 0, done.said
    return root


@pytest.fixture(scope="module")
def built(imported) -> Path:
    done = advocacy("build", "--site", str(imported), "--today", "2026-11-23")
    assert done.status == 0, done.said
    assert f"{READABLE} posts" in done.said
    return imported / "output"


def advocacy(*arguments: str) -> Done:
    command = [sys.executable, "-m", "advocacy.cli.main", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout + done.stderr)


def test_the_one_post_that_cannot_be_read_is_named_and_kept(imported, corpus):
    report = (imported / "import-report/report.md").read_text(encoding="utf-8")
    unread = [file for file in (imported / "import-report/unread").rglob("*") if file.is_file()]

    assert len(list((corpus / "content/posts").glob("*.md"))) == POSTS
    assert len(unread) == POSTS - READABLE
    assert unread[0].name in report


def test_every_readable_post_has_its_page_kit_and_card(built):
    pages = [*built.glob("2*/*/index.html"), *built.glob("*/2*/*/index.html")]

    assert len(pages) == READABLE
    assert len(list(built.glob("share/*/index.html"))) == READABLE
    assert len(list(built.glob("cards/*.*"))) == READABLE
    assert (built / "feeds/all.atom.xml").is_file()


def test_every_post_has_a_kit_for_every_network_that_can_be_shared_as_it_is(built, imported):
    kits = json.loads((built / "share/kits.json").read_text(encoding="utf-8"))["kits"]
    sources = {
        id_of(text): text
        for file in (imported / "content/posts").glob("*.md")
        for text in [file.read_text(encoding="utf-8")]
    }

    assert len(kits) == READABLE
    assert {kit["state"] for kit in kits} == {"now"}
    assert [wrong for kit in kits for wrong in mistakes(kit, sources[kit["id"]])] == []


def id_of(text: str) -> str:
    """Return the id of the post that a file holds."""
    return re.search(r"^id: (.*)$", text, re.MULTILINE)[1].strip("\"'")


def mistakes(kit: dict[str, Any], source: str) -> Iterator[tuple[str, ...]]:
    """Yield what keeps a kit's texts from being shared as they are."""
    if [each["network"] for each in kit["networks"]] != NETWORKS:
        yield kit["slug"], "has no text for a network"
    disclosure = DISCLOSURES[kit["lang"]]
    whole = words(source) | words(disclosure)
    for found in kit["networks"]:
        texts = [each["text"] for each in found["variants"]]
        if not texts or any(words_of(one) == words_of(two) for one, two in combinations(texts, 2)):
            yield kit["slug"], found["network"], "has texts that are one", *texts
        for each in found["variants"]:
            for wrong in flaws(each, disclosure, whole):
                yield kit["slug"], found["network"], wrong, each["text"]


def flaws(snippet: dict[str, Any], disclosure: str, whole: set[str]) -> Iterator[str]:
    network = read_networks()[snippet["network"]]
    said = snippet["text"].replace(snippet["link"], "").replace(disclosure, "")
    if verdict(snippet["text"], network) != "fits":
        yield "is too long"
    if count(snippet["text"], network) != snippet["length"]:
        yield "is counted wrongly"
    if snippet["text"].count(snippet["link"]) != 1:
        yield "has no link, or two"
    if disclosure not in snippet["text"]:
        yield "has no disclosure"
    if not words(said):
        yield "is empty"
    if parts := words(said) - whole:
        yield f"has what is no word of the post: {parts}"


def words(text: str) -> set[str]:
    """Return the words of a text, also those that emphasis begins or ends in."""
    plain = re.sub(r"\*|(?<!\w)_|_(?!\w)", "", text)
    return {*re.findall(r"\w+", text), *re.findall(r"\w+", plain)}


def test_no_liquid_reaches_a_page_outside_code(built):
    for page in built.rglob("*.html"):
        text = re.sub(r"(?s)<(code|pre)\b.*?</\1>", "", page.read_text(encoding="utf-8"))
        assert not re.search(r"\{\{|\{%", text), page


def test_an_import_never_overwrites(imported, corpus):
    done = advocacy("import", "jekyll", str(corpus), str(imported))

    assert done.status == 2
    assert "Traceback" not in done.said


def test_every_old_address_leads_to_its_post(built, imported):
    """By its page, and by the table for web servers: 561 addresses of 508 posts."""
    site = read_site(imported)
    posts = [each for each in read_library(site).posts if each.aliases]
    table = dict(
        line.split(" ")[:2]
        for line in (built / "_redirects").read_text(encoding="utf-8").splitlines()
    )

    assert len(posts) == READABLE
    for post in posts:
        href = site.href(post.address(site))
        assert (built / file_of(post.address(site))).is_file()
        for address in map(alias_address, post.aliases):
            page = (built / file_of(address)).read_text(encoding="utf-8")
            assert f'http-equiv="refresh" content="0; url={href}"' in page, address
            assert table[quote(site.href(address))] == quote(href)


@pytest.mark.browser
def test_no_page_has_an_error(vnu: list[str], built: Path) -> None:  # noqa: F811
    assert errors([*vnu, "--skip-non-html"], built) == []


def test_what_is_wrong_with_the_built_pages_is_known(
    imported: Path, built: Path, golden: Callable[[str, str], None]
) -> None:
    """Each was looked at: pages and files that the source does not have, and what authors wrote."""
    site = read_site(imported)
    found = make_findings(find_faults(read_output(site), site), read_library(site))
    seen = Counter((each.check, each.match or each.path) for each in found)

    lines = (f"{check} {count} {match}\n" for (check, match), count in sorted(seen.items()))
    golden("imports/corpus-built.txt", "".join(lines))


@pytest.mark.browser
def test_no_page_breaks_the_policy(built: Path, browser: Browser) -> None:
    with hosted(built) as address:
        context = browser.new_context(base_url=address)
        context.add_init_script(LISTENING)

        broken = find_broken(context, one_of_each_kind(built))

        context.close()
    assert broken == []


def test_what_ran_on_the_old_blog_runs_on_no_page_without_the_policy_either(
    built: Path,
    imported: Path,
    corpus: Path,
    watch: Callable[[Path], Watched],
) -> None:
    sources = (corpus / "content/posts").glob("*.md")
    ran = {file.name for file in sources if RUNS.search(file.read_text(encoding="utf-8"))}
    library = read_library(read_site(imported))
    posts = [each for each in library.posts if Path(each.path).name in ran]
    watched = watch(built)
    watched.take_policy_out()

    names = [*(each.address(library.site) for each in posts), *one_of_each_kind(built)]

    assert len(posts) >= 18
    for name in names:
        assert watched.look_at(name) == [], name
        assert watched.find_active() == [], name


def shape_of(name: str) -> tuple[str, ...]:
    """Return of which kind a page is, by its address: each name in it counts for any."""
    *folders, file = name.split("/")
    shape = (
        "year" if re.fullmatch(r"\d{4}", each) else each if each in KINDS else "name"
        for each in folders
    )
    return *shape, file


def leads_on(page: Path) -> bool:
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def chosen(built: Path) -> list[str]:
    """Return one page of each kind, and posts that chance has picked, the same in each run."""
    pages = (file for file in built.rglob("*.html") if not leads_on(file))
    names = sorted(page.relative_to(built).as_posix() for page in pages)
    first = {shape_of(name): name for name in reversed(names)}
    posts = [name for name in names if PAGE_OF_POST.fullmatch(name)]
    return [*sorted(first.values()), *random.Random(18).sample(posts, 20)]


@pytest.mark.browser
def test_axe_finds_nothing_and_pages_fit_a_phone(
    built: Path, browser: Browser, axe: str, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    address, wrong = serve(built), {}
    for name in chosen(built):
        page.goto(f"{address}/{name.removesuffix('index.html')}")
        page.evaluate(axe)
        found: list[Any] = page.evaluate(AXE)
        if found or page.evaluate(overflow) > 0:
            wrong[name] = found or "is too wide"
    page.close()

    assert wrong == {}
