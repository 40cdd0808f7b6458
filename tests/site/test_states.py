"""What of a post that is not public may stand where: every file that goes out is read.

KINDS says of each kind of output which markers it may hold of a post in each state; `states.py`
says what a marker is. A file that belongs to no kind, or to two, fails: a new kind of output gets
a row here. So does a new field of front matter without a marker, and a new command.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from advocacy.cli.main import COMMANDS, main
from advocacy.post_fields import post_fields
from advocacy.post_share import Share
from tests.site.states import (
    BODY,
    COMMIT_EMAIL,
    FIELDS,
    FORGE,
    STATES,
    TODAY,
    Markers,
    find_markers,
    make_site,
)

NOTHING: frozenset[str] = frozenset()
# A post as lists name it; on its page; as feeds bring it; its pictures.
LISTED = frozenset("title summary slug topic audience image alt".split())
GROUPED = LISTED | {"series"}
BODILY = frozenset("body claim quote heading picture pictured figcaption link".split())
READ = (
    LISTED
    | BODILY
    | frozenset(
        "legend credit note question disclosure canonical source talk series record".split()
    )
)
INDEXED = BODILY - {"link"} | frozenset("title summary slug image alt".split())
MOVED = frozenset("title summary slug alias canonical".split())
FED = BODILY | frozenset("id title summary slug topic series image alt legend credit".split())
# What is ready to be shared; what its kit's page has besides; what is left of it in a file.
READY = frozenset(
    "id title summary slug topic caption linkedin mastodon warning hashtag disclosure"
    " quote by claim question".split()
)
KIT = READY | LISTED | {"prompt", "talk"}
STUB = frozenset("id title slug".split())
DAYS = STUB | {"summary", "topic"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of output: its files, and what they may hold of a post that is shared now, of one
    whose kit is over or not yet offered, and of a hidden one. Of all others they hold nothing.
    """

    files: str
    now: frozenset[str] = NOTHING
    over: frozenset[str] = NOTHING
    notyet: frozenset[str] = NOTHING
    hidden: frozenset[str] = NOTHING
    others: frozenset[str] = field(default=NOTHING, init=False)

    def may_hold(self, state: str) -> frozenset[str]:
        return getattr(self, state, self.others)


def public(files: str, markers: frozenset[str], hidden: frozenset[str] = NOTHING) -> Kind:
    """Return a kind for which it makes no difference whether a public post is shared."""
    return Kind(files, markers, markers, markers, hidden)


# `out/` is the blog's folder and `kits/` that of the kits, where they are built apart.
KINDS = {
    "post":             public(r"out/(fr/)?\d{4}/[^/]+/index\.html", READ, READ),
    "home":             public(r"out/(fr/)?(page/\d+/)?index\.html", GROUPED | {"credit"}),
    "year":             public(r"out/(fr/)?\d{4}/index\.html", LISTED),
    "topics":           public(r"out/(fr/)?topics/index\.html", LISTED),
    "topic":            public(r"out/(fr/)?topics/[^/]+/(page/\d+/)?index\.html", LISTED),
    "series":           public(r"out/(fr/)?series/[^/]+/index\.html", GROUPED),
    "list of series":   public(r"out/(fr/)?series/index\.html", frozenset({"series"})),
    "archive":          public(r"out/(fr/)?archive/index\.html", NOTHING),
    "colophon":         public(r"out/(fr/)?colophon/index\.html", NOTHING),
    "purposes":         public(r"out/(fr/)?purposes/index\.html", NOTHING),
    "purpose":          public(r"out/(fr/)?purposes/[^/]+/(page/\d+/)?index\.html", LISTED),
    "people":           public(r"out/(fr/)?staff/index\.html", frozenset({"topic"})),
    "person":           public(r"out/(fr/)?staff/[^/]+/(page/\d+/)?index\.html", LISTED),
    "guide":            public(r"out/values/index\.html", NOTHING),
    "not found":        public(r"out/(fr/)?404\.html", LISTED),
    "list of feeds":    public(r"out/(fr/)?feeds/index\.html", LISTED | {"series"}),
    "feed":             public(r"out/feeds/.+\.((rss|atom)\.xml|json)", FED),
    "moved feed":       public(r"out/old\.xml", FED),
    "every feed":       public(r"out/feeds/feeds\.opml", LISTED | {"series"}),
    "old address":      public(r"out/old/[^/]+/index\.html", MOVED, MOVED),
    "headers":          public(r"out/_headers", NOTHING),
    "redirects":        public(r"out/_redirects", frozenset({"alias", "slug"})),
    "sitemap":          public(r"out/sitemap\.xml", GROUPED),
    "search":           public(r"out/(fr/)?search/index\.html", frozenset({"topic"})),
    "search index":     public(r"out/search/pagefind/.+", INDEXED),
    "for machines":     public(r"out/(robots|humans|\.well-known/security)\.txt", NOTHING),
    "for one network":  public(r"out/\.well-known/site\.standard\.publication", NOTHING),
    "for models":       public(r"out/llms\.txt", LISTED),
    "icon of a tab":    public(r"(out|kits)/favicon\.ico", NOTHING),
    "theme":            public(r"(out|kits)/theme/.+", NOTHING),
    "preview card":     public(r"out/cards/[^/]+", LISTED, LISTED),
    "card beside kits": public(r"kits/cards/[^/]+", LISTED),
    "other card":       Kind(r"(out|kits)/cards/[^/]+/.+", LISTED | {"quote", "by"}),
    "picture":          public(r"out/images/.+", READ, READ),
    "picture beside":   public(r"kits/images/.+", LISTED),
    "kit":              public(r"(out|kits)/share/(?!for/|topics/)[^/]+/index\.html", KIT),
    "hub":              Kind(r"((out|kits)/share|kits)/index\.html", LISTED),
    "hub of a topic":   Kind(r"(out|kits)/share/topics/[^/]+/index\.html", LISTED),
    "older hub":        Kind(r"(out|kits)/share/older/\d{4}/index\.html", LISTED),
    "own page":         Kind(r"(out|kits)/share/for/[^/]+/index\.html", KIT),
    "app":              Kind(r"(out|kits)/share/(for/.+/manifest\.json|worker\.js|offline\.html)"),
    "kit feed":         Kind(r"(out|kits)/share/feeds/.+\.(atom\.xml|json)", READY),
    "calendar":         Kind(r"(out|kits)/share/kits\.ics", READY, notyet=DAYS),
    "kits.json":        Kind(r"(out|kits)/share/kits\.json", READY, STUB, STUB),
    "schema":           Kind(r"(out|kits)/share/kits\.schema\.json"),
    # Schedulers are told of the day on which they are to post.
    "export":           Kind(r"export/.+", READY, notyet=READY),
    "digest":           Kind(r"digest/.+", READY),
    "one kit":          Kind(r"kit/.+", READY, STUB, STUB),
}  # fmt: skip

# Commands whose output leaves the house, each with arguments by the file, or the folder of files,
# that they make; the others write into the site's folder, or tell an editor what the editor's own
# files hold.
GOING_OUT = {
    "digest": {"digest": ["--month"]},
    "export": {
        "export/buffer": ["--format", "buffer", "--network", "linkedin"],
        "export/csv": ["--format", "csv"],
        "export/json": ["--format", "json"],
    },
}
# Commands that print what a program takes on, of one post.
OF_ONE = {"kit": ["--format", "json"]}
STAYING = {
    "approve",
    "build",
    "card",
    "check",
    "codeowners",
    "doctor",
    "forge",
    "guide",
    "import",
    "init",
    "lsp",
    "new",
    "publish",
    "review",
    "rollback",
    "serve",
    "translations",
    "who",
}

LAYOUTS = {"together": False, "apart": True}
UNMARKED = {
    *("date", "authors", "modified", "lang", "translation_of", "purpose", "status"),
    *("visibility", "relationship", "embargo", "expires", "attest", "reviewed_by"),
    *("featured", "pinned", "image_focus", "share.from", "share.until"),
}


@pytest.fixture(scope="module", params=LAYOUTS)
def files(request, tmp_path_factory) -> dict[str, bytes]:
    """All that a build and the commands make, by name; a name counts as content."""
    site = make_site(tmp_path_factory.mktemp("site"), apart=LAYOUTS[request.param])
    done = site.run("advocacy build", "--today", TODAY)
    assert done.status == 0, done.said
    made = {}
    for folder, name in (("output", "out"), ("output-share", "kits")):
        for file in (site.root / folder).rglob("*"):
            if file.is_file():
                path = f"{name}/{file.relative_to(site.root / folder).as_posix()}"
                made[path] = path.encode() + b"\n" + _opened(file.read_bytes())
    for command, outputs in GOING_OUT.items():
        for name, arguments in outputs.items():
            target = site.root / "made"
            whole = [command, "--site", str(site.root), "--today", TODAY, *arguments]
            result = CliRunner().invoke(main, [*whole, "-o", str(target)])
            assert result.exit_code == 0, result.output
            made |= dict(_take(name, target))
    for command, arguments in OF_ONE.items():
        for state in STATES:
            slug = Markers(state)["slug"]
            whole = [command, slug, "--site", str(site.root), "--today", TODAY, *arguments]
            # Of most there is nothing, and the reason is told on the standard error.
            made[f"{command}/{state}"] = CliRunner().invoke(main, whole).stdout_bytes
    return made


def _opened(content: bytes) -> bytes:
    """Return what a file holds: the parts of an index are compressed."""
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def _take(name: str, target: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what a command made, by name, and take it away."""
    for file in sorted(target.iterdir()) if target.is_dir() else [target]:
        yield f"{name}/{file.name}" if target.is_dir() else name, file.read_bytes()
        file.unlink()
    if target.is_dir():
        target.rmdir()


def kinds_of(name: str) -> list[str]:
    return [kind for kind, row in KINDS.items() if re.fullmatch(row.files, name)]


def test_each_file_is_of_one_kind(files):
    assert {name: kinds for name in files if len(kinds := kinds_of(name)) != 1} == {}


@pytest.mark.parametrize("state", STATES)
def test_nothing_stands_where_its_state_forbids(files, state):
    found = find_markers((kinds_of(name)[0], content) for name, content in files.items())

    told = {kind: names - KINDS[kind].may_hold(state) for kind, names in found[state].items()}

    assert {kind: sorted(names) for kind, names in told.items() if names} == {}


@pytest.mark.parametrize("state", ["now", "over", "notyet", "hidden"])
def test_what_may_be_held_is_found(files, state):
    """Else the search, or a row, would have gone blind."""
    kinds = {kinds_of(name)[0] for name in files}
    found = find_markers((kinds_of(name)[0], content) for name, content in files.items())

    assert {kind for kind in kinds if KINDS[kind].may_hold(state)} == {*found[state]}


@pytest.mark.parametrize("marker", [*COMMIT_EMAIL.values(), *FORGE.values()])
def test_by_which_commits_a_colleague_is_known_goes_nowhere(files, marker):
    assert [name for name, content in files.items() if marker.encode() in content.lower()] == []


def test_each_field_has_a_marker(site):
    """A new field is to be looked for too."""
    keys = {each.key for each in post_fields(site, {})} - {"share"}
    below = {f"share.{each.name}".replace("start", "from") for each in fields(Share)}
    marked = {key for key, value in FIELDS.items() if "%(" in value}

    assert marked | UNMARKED == keys | below
    assert not marked & UNMARKED
    assert BODY.count("%(") == len(BODILY)


def test_each_command_is_known_to_stay_or_to_go_out():
    going = {*GOING_OUT, *OF_ONE}
    assert going | STAYING == {*COMMANDS}
    assert not going & STAYING
