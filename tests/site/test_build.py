"""A build of a whole site: what is there, what stays, and what comes out the same."""

import json
import os
import re
import signal

import pytest

from tests.site.conftest import COMMANDS, SETTINGS, SmallSite, checksum, copy_sample


def test_the_sample_builds_with_everything(sample):
    names = checksum(sample / "output")

    for name in (
        "index.html",
        "404.html",
        "feeds/all.rss.xml",
        "feeds/all.atom.xml",
        "feeds/index.html",
        "values/index.html",
        "staff/index.html",
        "share/index.html",
        "share/kits.json",
        "share/kits.ics",
        "share/feeds/all.atom.xml",
        "share/feeds/all.json",
        "fr/index.html",
        "theme/style.css",
    ):
        assert name in names
    posts = [name for name in names if name.count("/") == 2 and name.split("/")[0].isdigit()]
    posts += [name for name in names if name.startswith("fr/2") and name.count("/") == 3]
    moved = "2025/piano-room/index.html"  # an old address, which has neither kit nor card
    assert 'http-equiv="refresh"' in (sample / "output" / moved).read_text(encoding="utf-8")
    posts.remove(moved)
    assert len(posts) == 10
    for name in posts:
        slug = name.split("/")[-2]
        assert f"share/{slug}/index.html" in names
        assert {f"cards/{slug}.png", f"cards/{slug}.jpg"} & {*names}


def test_a_second_build_changes_nothing(small_site):
    small_site.run()
    for file in small_site.output.rglob("*"):
        os.utime(file, (1, 1))

    done = small_site.run()

    assert "nothing changed" in done.said
    assert {file.stat().st_mtime for file in small_site.output.rglob("*") if file.is_file()} == {1}


def test_two_builds_of_one_input_are_the_same_bytes(sample, tmp_path):
    again = tmp_path / "again"
    again.mkdir()
    copy_sample(again)
    environ = {"TZ": "Asia/Tokyo", "LANG": "C", "PYTHONHASHSEED": "7"}

    assert SmallSite(again).run("pelican content", **environ).status == 0

    assert checksum(again / "output") == checksum(sample / "output")


def test_a_post_that_goes_takes_its_pages_with_it(small_site):
    post = small_site.post("visit", body="A visit.")
    small_site.run()
    small_site.write("output/mine.txt", "kept")
    post.unlink()

    done = small_site.run()

    assert done.status == 0
    assert not (small_site.output / "2026/the-visit").exists()
    assert not (small_site.output / "share/the-visit").exists()
    assert (small_site.output / "mine.txt").read_text() == "kept"


def test_the_date_is_a_value(small_site):
    small_site.post("future", fields={"date": "2026-08-01"}, body="Later.")

    small_site.run("advocacy build", "--today", "2026-07-31")
    before = (small_site.output / "2026/the-future/index.html").exists()
    small_site.run("advocacy build", "--today", "2026-08-01")

    assert not before
    assert (small_site.output / "2026/the-future/index.html").exists()


def test_drafts_and_internal_posts_leave_no_trace(small_site):
    small_site.post("draft", fields={"status": "draft"}, body="Unready.")
    small_site.post("memo", fields={"visibility": "internal"}, body="Among us.")
    small_site.post("hidden", fields={"status": "hidden"}, body="Unlisted.")

    small_site.run()

    files = {file: file.read_bytes() for file in small_site.output.rglob("*") if file.is_file()}
    assert not [file for file, content in files.items() if b"Unready" in content]
    assert not [file for file, content in files.items() if b"Among us" in content]
    assert [file.parent.name for file, content in files.items() if b"Unlisted" in content] == [
        "the-hidden"
    ]
    assert not [
        file
        for file, content in files.items()
        if b"The hidden" in content and "the-hidden" not in str(file)
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_no_build_made_is_refused(small_site, command):
    small_site.write("output/mine.txt", "kept")

    done = small_site.run(command)

    assert done.status == 2
    assert "--adopt" in done.said
    assert checksum(small_site.output).keys() == {"mine.txt"}


@pytest.mark.parametrize("output", [".", "content", "content/posts/x", ".."])
def test_an_output_that_is_the_site_is_refused(small_site, output):
    before = checksum(small_site.root)

    done = small_site.run("advocacy build", "--output", output)

    assert done.status == 2
    assert "is or contains" in done.said
    assert checksum(small_site.root) == before


KILLED = """\
import os, signal
from pelican import signals

def die(pelican):
    os.kill(os.getpid(), signal.SIGKILL)

def register():
    signals.finalized.connect(die)
"""


def test_a_build_that_is_killed_is_made_good_by_the_next(small_site):
    small_site.run()
    before = checksum(small_site.output)
    small_site.post("visit", body="A visit.")
    conf = (small_site.root / "pelicanconf.py").read_text(encoding="utf-8")
    small_site.add("pelicanconf.py", "PLUGIN_PATHS = ['own']\nPLUGINS += ['killed']\n")
    small_site.write("own/killed.py", KILLED)

    assert small_site.run().status == -signal.SIGKILL

    assert checksum(small_site.output) == before
    small_site.write("pelicanconf.py", conf)
    assert small_site.run().status == 0
    assert (small_site.output / "2026/the-visit/index.html").exists()


def test_files_of_static_paths_are_copied(small_site):
    small_site.add("pelicanconf.py", "STATIC_PATHS = ['extra']\n")
    small_site.add("pelicanconf.py", "EXTRA_PATH_METADATA = {'extra/CNAME': {'path': 'CNAME'}}\n")
    small_site.write("content/extra/CNAME", "stories.lindenmark.example")

    assert small_site.run().status == 0
    assert (small_site.output / "CNAME").read_text() == "stories.lindenmark.example"


def test_lists_lead_to_no_page_that_is_not_there(small_site):
    """Posts of one topic, purpose, year or language alone, hidden or translated."""
    small_site.write(
        "advocacy.toml",
        SETTINGS.replace("time_zone", 'languages = ["en", "fr", "de"]\ntime_zone')
        .replace("en = ", 'fr = "J’y travaille."\nde = "Ich arbeite hier."\nen = ')
        .replace("reading = ", 'quiet = "Quiet"\nreading = '),
    )
    small_site.post("quiet", fields={"status": "hidden", "topics": "[quiet]", "purpose": "issues"})
    small_site.post(
        "nuit",
        fields={
            "lang": "fr",
            "date": "2025-01-01",
            "translation_of": "tag:stories.lindenmark.example,2026-03-31:night-shift",
        },
    )

    done = small_site.run()

    assert done.status == 0, done.said
    for page in small_site.output.rglob("*.html"):
        for target in re.findall(r'(?:href|src)="(/[^"#?]*)', page.read_text(encoding="utf-8")):
            file = small_site.output / target.lstrip("/")
            assert (file / "index.html" if target.endswith("/") else file).is_file(), (page, target)


@pytest.mark.parametrize(
    ("today", "public"), [("2026-11-23", False), ("2026-11-24", True)], ids=["before", "on"]
)
def test_a_moment_belongs_to_the_day_of_the_sites_time_zone(small_site, today, public):
    small_site.post("late", fields={"date": "2026-11-23T23:30:00+00:00"}, body="Past midnight.")

    small_site.run("advocacy build", "--today", today)

    assert (small_site.output / "2026/the-late/index.html").exists() == public


def test_a_site_may_live_below_a_path(small_site):
    settings = small_site.root / "advocacy.toml"
    settings.write_text(settings.read_text().replace("lindenmark.example", "x.example/blog"))

    assert small_site.run().status == 0

    home = (small_site.output / "index.html").read_text()
    assert 'href="/blog/2026/the-night-shift/"' in home
    assert 'href="/staff/' not in home
    assert (
        "https://stories.x.example/blog/" in (small_site.output / "feeds/all.rss.xml").read_text()
    )


def test_a_build_records_what_was_held_against_which_guide(small_site):
    small_site.post("folks", body="She asked ![](here.png) in.", fields={"date": "2026-02-01"})
    small_site.add("advocacy.toml", "\n[editorial]\nenforce_from = 2026-03-01\n")

    done = small_site.run("advocacy build", "--today", "2026-11-20")

    assert done.status == 0, done.said
    record = json.loads((small_site.root / ".output.advocacy" / "record.json").read_text())
    page = (small_site.output / "values" / "index.html").read_text(encoding="utf-8")
    assert f"Version {record['guide']['version']}" in page
    assert record["date"] == "2026-11-20"
    nothing = {"suggestion": 0, "warning": 0, "error": 0}
    assert record["posts"] == {
        "content/posts/folks.md": {**nothing, "error": 2},
        "content/posts/night-shift.md": nothing,
    }
    assert record["findings"]["error"] == 2
