"""A build says which kits end within the week, and on which day to build next."""

from datetime import date

import pytest

from advocacy.library import read_library
from advocacy.publishing.due import make_due_notes
from advocacy.publishing.rendering import make_edition
from advocacy.share.networks import read_networks
from advocacy.site import read_site
from tests.site.conftest import COMMANDS

TODAY = date(2026, 4, 10)

FALLS_DUE = {
    "nothing": ({}, ""),
    "a kit ends": (
        {"share": "{until: 2026-04-12}"},
        "Kits that end within the week: `the-visit` on 2026-04-12.\n"
        "Build again on 2026-04-13: the kit of `the-visit` is over.",
    ),
    "a kit ends today": (
        {"share": "{until: 2026-04-10}"},
        "Kits that end within the week: `the-visit` on 2026-04-10.\n"
        "Build again on 2026-04-11: the kit of `the-visit` is over.",
    ),
    "a kit will end soon": (
        {"share": "{until: 2026-04-20}"},
        "Build again on 2026-04-14: the kit of `the-visit` ends soon.",
    ),
    "a kit begins": (
        {"share": "{from: 2026-04-15}"},
        "Build again on 2026-04-15: the kit of `the-visit` is offered.",
    ),
    "a kit is over": ({"share": "{until: 2026-04-09}"}, ""),
    "a post is dated later": (
        {"date": "2026-04-20"},
        "Build again on 2026-04-20: `the-visit` is published.",
    ),
    "an embargo ends": (
        {"embargo": "2026-04-20", "share": "{from: 2026-04-15}"},
        "Build again on 2026-04-20: `the-visit` is published.",
    ),
    "a post expires": (
        {"expires": "2026-04-12"},
        "Kits that end within the week: `the-visit` on 2026-04-11.\n"
        "Build again on 2026-04-12: `the-visit` is taken down.",
    ),
    "a draft": ({"status": "draft", "date": "2026-04-20"}, ""),
    "a hidden post": (
        {"status": "hidden", "share": "{until: 2026-04-12}", "expires": "2026-04-30"},
        "Build again on 2026-04-30: `the-visit` is taken down.",
    ),
    "an internal post": ({"visibility": "internal", "share": "{until: 2026-04-12}"}, ""),
    "an author leaves": (
        {"authors": "[leaving]"},
        "Build again on 2026-05-01: Leaving Soon has left.",
    ),
    "all authors have left": ({"authors": "[gone]", "share": "{until: 2026-04-12}"}, ""),
}


def notes(site):
    library = read_library(read_site(site.root))
    assert not library.problems
    return "\n".join(make_due_notes(make_edition(library, TODAY, read_networks())))


@pytest.mark.parametrize("case", FALLS_DUE)
def test_what_falls_due_is_told(small_site, case):
    fields, told = FALLS_DUE[case]
    for name, left in (("leaving", "2026-05-01"), ("gone", "2026-01-01")):
        if f"[{name}]" in fields.values():
            front = f"name: {name.capitalize()} Soon\nrole: Librarian\nleft: {left}"
            small_site.write(f"content/staff/{name}.md", f"---\n{front}\n---\n")
    small_site.post("visit", fields=fields)

    assert notes(small_site) == told


def test_many_that_fall_due_on_a_day_are_counted(small_site):
    for number in range(7):
        small_site.post(f"visit-{number}", fields={"date": "2026-04-20"})

    assert notes(small_site).endswith("`the-visit-4` is published, and 2 more.")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_build_says_what_falls_due(small_site, command):
    small_site.post("visit", fields={"date": "2096-04-20"})

    done = small_site.run(command)

    assert done.said.rstrip().endswith("Build again on 2096-04-20: `the-visit` is published.")
