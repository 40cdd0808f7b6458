"""`advocacy check --built` as it is typed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.check_built import Asked, check_built
from advocacy.cli.main import main
from tests.built.test_external import (
    DAY,
    THIS_MACHINE,
    Elsewhere,
    elsewhere,  # noqa: F401 - a fixture
)
from tests.site.conftest import GUIDE
from tests.site.conftest import SETTINGS as TOML

DEAD = '<a href="/nowhere/">x</a>'


@pytest.fixture
def site(build, write) -> Path:
    """A built site with one dead link."""
    write("advocacy.toml", TOML)
    write("content/pages/values.md", GUIDE)
    root: Path = build(DEAD)
    return root


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--site", str(root), *arguments])


def test_what_is_found_is_told_with_its_line_and_ends_with_1(site):
    done = run(site, "--built")

    assert done.exit_code == 1
    first = done.output.splitlines()[0]
    assert first.startswith("output/2026/the-night-shift/index.html:6:10: Built.Link `/nowhere/`")
    assert '  6 | <a href="/nowhere/">x</a>' in done.output


def test_a_clean_site_ends_with_0(site, build):
    build()
    done = run(site, "--built")

    assert (done.exit_code, done.output) == (0, "No findings\n")


@pytest.mark.parametrize("form", ["line", "json", "sarif", "github", "gitlab", "junit", "rdjsonl"])
def test_every_format_tells_it(site, form):
    done = run(site, "--built", "--format", form)

    assert done.exit_code == 1
    assert "Built.Link" in done.output
    assert "nowhere" in done.output


def test_another_program_learns_what_the_check_is_about(site):
    told = json.loads(run(site, "--built", "--format", "sarif").output)

    (rule,) = told["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "A link within the site leads nowhere."


def test_another_folder_is_checked_when_it_is_named(site, tmp_path):
    (site / "output").rename(tmp_path / "public")

    assert run(site, "--built", str(tmp_path / "public")).exit_code == 1
    done = run(site, "--built")
    assert done.exit_code == 2
    assert "No page was built here. Build it first" in done.output


def test_what_blocks_is_the_sites_to_say(site, build, write):
    build(files={"alone/index.html": "<!doctype html><html lang=en><title>A</title><h1>A</h1>"})
    assert run(site, "--built").exit_code == 1

    write("advocacy.toml", f'{TOML}\n[built]\nblocks = "error"\n')
    done = run(site, "--built")
    assert (done.exit_code, "Built.Orphan" in done.output) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--external"], "--external goes with --built."),
        (["--built", "output", "content/posts"], "PATH: --built checks no content."),
        (["--built", "--fix"], "--fix: --built checks no content."),
        (["--built", "--config", ".vale.ini"], "--config: --built checks no content."),
    ],
)
def test_what_does_not_go_together_is_refused(site, arguments, told):
    done = run(site, *arguments)

    assert done.exit_code == 2
    assert told in done.output


def test_kits_that_are_built_apart_are_checked_with_the_blog(site, write):
    apart = '[share]\nfolder = "kits"\nurl = "https://intranet.lindenmark.example/kits"\n'
    write("advocacy.toml", TOML.replace("[disclosure]", f"{apart}\n[disclosure]"))
    page = "<!doctype html>\n<html lang=en>\n<meta name=robots content=noindex><title>K</title>"
    write("kits/share/index.html", f'{page}\n<h1>K</h1><a href="/kits/share/">x</a>')
    write("kits/share/a/index.html", f'{page}\n<h1>K</h1><a href="/kits/no/">x</a>')

    lines = run(site, "--built", "-q").output.splitlines()
    assert [line.partition(" ")[0] for line in lines[:2]] == [
        "kits/share/a/index.html:4:20:",
        "output/2026/the-night-shift/index.html:6:10:",
    ]


def test_other_sites_are_asked_when_that_is_asked_for(
    site,
    build,
    write,
    capsys,
    elsewhere: Elsewhere,  # noqa: F811
):
    write("advocacy.toml", f"{TOML}\n[built]\npause_seconds = 0\n")
    build(f'<a href="{elsewhere.url}/404">x</a><a href="{elsewhere.url}/403">y</a>')

    assert run(site, "--built").exit_code == 0
    assert elsewhere.requests == []
    asked = Asked("", True, site, "text", "suggestion", False, DAY, False, THIS_MACHINE)
    assert check_built(asked) == 1
    told = capsys.readouterr().out
    assert f"Built.External `{elsewhere.url}/404` is dead (404)." in told
    assert "2 addresses of other sites" in told
    assert f"1 would not answer a program; look yourself: {elsewhere.url}/403" in told


def test_a_machine_inside_is_not_asked_and_told_of(site, build, elsewhere: Elsewhere):  # noqa: F811
    build(f'<a href="{elsewhere.url}/404">x</a>')

    done = run(site, "--built", "--external", "--today", "2026-03-31")

    assert done.exit_code == 0
    assert elsewhere.requests == []
    told = f"1 not asked for, for they lead to machines inside: {elsewhere.url}/404"
    assert told in done.output
