"""Imports run one way, and each outside library has one home."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent

# Each part of the house, from the ground up: a part imports itself and what stands above it here.
FLOORS = (
    (
        *("counting", "errors", "hosts", "part", "phrases", "placeholders", "severity"),
        *("shared_signs", "shared_text", "shielding", "slugs", "unshown_text"),
    ),
    ("limits",),
    (
        "source",
        "addresses",
        "cache",
        "checksums",
        "clock",
        "git",
        "json_text",
        "kept_files",
        "policy",
        "replacing",
        "similarity",
    ),
    ("answers", "commits", "revision"),
    ("schema", "known_commits", "national_ids", "repository", "toml_file"),
    ("fields",),
    ("embeds",),
    (
        "built_settings",
        "card_settings",
        "editorial_settings",
        "embed_settings",
        "feed_settings",
        "names_settings",
        "picture_settings",
        "post_settings",
        "review_settings",
        "search_settings",
        "standard_site",
    ),
    ("look_fonts", "own_networks", "privacy", "sharing", "topic_hashtags"),
    ("front_matter", "labels", "site_languages", "site_look", "site_machines"),
    ("blobs", "site"),
    (
        "about",
        "blobs",
        "changes",
        "history",
        "page",
        "post_share",
        "reviewed_by",
        "staff_share",
        "touched",
    ),
    ("post_fields", "staff"),
    ("post",),
    ("translation_clashes",),
    ("aliases", "identities", "page_families"),
    ("clashes",),
    ("library", "translations", "views"),
    ("before", "reviewers", "theme", "markup", "search_key", "web_font"),
    ("committers",),
    ("digest", "editorial", "share", "feeds", "output", "search"),
    ("forges", "publications", "publishing", "starter"),
    ("built", "imports", "language_server"),
    ("plugins",),
    ("review",),
    ("cli",),
    ("__main__",),
)

# Where an outside library may be imported; nowhere else.
HOMES = {
    "PIL": (
        *("advocacy/share/cards/", "advocacy/share/app_icon.py"),
        *("advocacy/markup/images.py", "advocacy/markup/pictures/"),
        "advocacy/review/screenshots.py",
    ),
    "ahocorasick_rs": ("advocacy/editorial/",),
    "anyascii": ("advocacy/slugs.py",),
    "babel": ("advocacy/translations.py",),
    "budoux": ("advocacy/share/cards/",),
    "click": ("advocacy/cli/", "tasks.py"),
    "feedgen": ("advocacy/feeds/",),
    "filelock": ("advocacy/output/", "advocacy/share/ledger.py"),
    "fontTools": ("advocacy/share/cards/", "advocacy/web_font.py"),
    "hunspell": ("advocacy/editorial/kinds/speller.py",),
    "icalendar": ("advocacy/feeds/calendar.py",),
    "jinja2": ("advocacy/theme.py",),
    "livereload": ("advocacy/cli/serve.py",),
    "lsprotocol": ("advocacy/language_server/",),
    "lxml": ("advocacy/feeds/", "advocacy/markup/", "advocacy/search_key.py"),
    "markdown": ("advocacy/markup/",),
    "markdown_it": ("advocacy/markup/", "advocacy/imports/"),
    "mdit_py_plugins": ("advocacy/markup/",),
    "nh3": ("advocacy/markup/",),
    "pelican": ("plugins/", "pelicanconf.py", "publishconf.py", "advocacy/cli/"),
    "pygls": ("advocacy/language_server/",),
    "pygments": ("advocacy/markup/",),
    "regex": ("advocacy/editorial/", "advocacy/share/", "advocacy/markup/"),
    "rich": ("advocacy/cli/",),
    "tinycss2": ("advocacy/markup/pictures/", "advocacy/built/style_sheet.py"),
    "uharfbuzz": ("advocacy/share/cards/",),
    "yaml": ("advocacy/front_matter.py", "advocacy/imports/", "advocacy/editorial/"),
}


def python_files() -> list[Path]:
    folders = [*(PROJECT / "advocacy").rglob("*.py"), *(PROJECT / "plugins").rglob("*.py")]
    return sorted([*folders, *PROJECT.glob("*.py")])


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str | None:
    """Return the part of the house that a module belongs to; None for an outside library."""
    if module.startswith("pelican.plugins.advocacy"):
        return "plugins"
    names = module.split(".")
    return names[1] if names[0] == "advocacy" and len(names) > 1 else None


def floor_of(part: str) -> int:
    return next(level for level, parts in enumerate(FLOORS) if part in parts)


@pytest.mark.parametrize("file", python_files(), ids=lambda file: str(file.relative_to(PROJECT)))
def test_imports_run_one_way(file):
    path = file.relative_to(PROJECT)
    if path.parts[0] not in {"advocacy", "plugins"} or path.name == "__init__.py":
        return
    own = "plugins" if path.parts[0] == "plugins" else path.parts[1].removesuffix(".py")

    for module in imports(file):
        part = part_of(module)
        if part and part not in {own, "__version__"}:
            assert floor_of(part) < floor_of(own), f"{path}: {own} may not import {module}"


@pytest.mark.parametrize("file", python_files(), ids=lambda file: str(file.relative_to(PROJECT)))
def test_each_library_has_one_home(file):
    path = file.relative_to(PROJECT).as_posix()

    for module in imports(file):
        library = module.split(".")[0]
        if library not in sys.stdlib_module_names and library != "advocacy":
            assert library in HOMES, f"{path}: {library} has no home in this test's table"
            assert path.startswith(HOMES[library]), f"{path}: {library} has a home elsewhere"


def test_the_library_knows_nothing_of_pelican():
    for file in (PROJECT / "advocacy").rglob("*.py"):
        for module in imports(file):
            known = module.startswith("pelican.plugins.advocacy") and file.parent.name == "cli"
            assert known or module.split(".")[0] != "pelican", f"{file}: {module}"


def test_no_build_asks_for_the_time_or_for_chance():
    """A build's date is a value; clock.py alone asks for the day, and only at the edges.

    Other hosts are asked by `check --built --external`, when everything is built.
    """
    asking = re.compile(
        r"\b(?:date|datetime|dt)\.(?:now|today|utcnow)\b|\btime\.(?:time|gmtime|localtime)\b"
        r"|\b(?:import|from) (?:random|secrets|socket|uuid)\b|\bfrom time\b"
    )

    for file in [*(PROJECT / "advocacy").rglob("*.py"), *(PROJECT / "plugins").rglob("*.py")]:
        if file.parent.name != "cli" and file.name not in {"clock.py", "public_hosts.py"}:
            assert not asking.search(file.read_text(encoding="utf-8")), file
