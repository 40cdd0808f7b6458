"""What a subscriber is told when a post is edited, moved, or brought over from elsewhere."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from tests.conftest import STAFF
from tests.site.conftest import SmallSite, checksum, start_small_site

ID = "tag:stories.lindenmark.example,2026:rain"
FIELDS = {"title": "Rain", "slug": "rain", "topics": "[reading]", "purpose": "service"}


@dataclass(frozen=True, slots=True)
class Edition:
    """What one build made: the hash of each file, and the entries of the feed of everything."""

    files: Mapping[str, str]
    entries: Mapping[str, Mapping[str, object]]

    @property
    def rain(self) -> Mapping[str, object]:
        return self.entries[ID]


# Each follows upon the one before it: what is written, by the name of the edition.
STEPS: Mapping[str, Callable[[SmallSite], object]] = {
    "first": lambda site: site.post("rain", fields=FIELDS),
    "again": lambda site: None,
    "body": lambda site: site.post("rain", fields=FIELDS, body="It poured."),
    "modified": lambda site: site.post(
        "rain", fields={**FIELDS, "modified": "2026-03-09"}, body="It poured."
    ),
    "moved": lambda site: site.post(
        "rain",
        fields={**FIELDS, "title": "Snow", "slug": "snow", "date": "2026-03-02"},
        body="It poured.",
    ),
}


@pytest.fixture(scope="module")
def editions(tmp_path_factory) -> Mapping[str, Edition]:
    """What was built after each of STEPS."""
    site = start_small_site(tmp_path_factory.mktemp("changes") / "site")
    site.write("content/staff/yuki.md", STAFF.replace("Ana Müller", "佐藤 ゆき"))
    site.post("other", fields={"authors": "[yuki]"})
    made = {}
    for name, write in STEPS.items():
        write(site)
        done = site.run()
        assert done.status == 0, done.said
        made[name] = Edition(checksum(site.output), entries(site))
    return made


def entries(site: SmallSite) -> Mapping[str, Mapping[str, object]]:
    feed = json.loads((site.output / "feeds/all.json").read_bytes())
    return {item["id"]: item for item in feed["items"]}


def changed(before: Edition, after: Edition) -> set[str]:
    """Return the files that are new, gone, or not what they were."""
    names = before.files.keys() | after.files.keys()
    return {name for name in names if before.files.get(name) != after.files.get(name)}


def test_two_builds_are_the_same(editions):
    assert changed(editions["first"], editions["again"]) == set()


def test_an_edit_changes_the_post_and_the_feeds_that_bring_it(editions):
    names = ("all", "staff/ana", "topics/reading", "purposes/service")
    feeds = {f"feeds/{name}.{end}" for name in names for end in ("rss.xml", "atom.xml", "json")}

    told = changed(editions["again"], editions["body"])

    assert feeds <= told
    assert "2026/rain/index.html" in told
    assert told - feeds <= {"2026/rain/index.html", "share/rain/index.html"}


def test_an_edit_announces_nothing(editions):
    before, after = editions["again"].rain, editions["body"].rain

    assert after["content_html"] != before["content_html"]
    assert {**after, "content_html": ""} == {**before, "content_html": ""}


def test_only_the_author_says_that_a_post_was_updated(editions):
    before, after = editions["body"].rain, editions["modified"].rain

    assert after["date_modified"] == "2026-03-09T00:00:00+01:00"
    assert {**after, "date_modified": ""} == {**before, "date_modified": ""}


def test_a_post_is_the_same_whatever_its_title_slug_and_date_become(editions):
    before, after = editions["modified"].rain, editions["moved"].rain

    for key in ("title", "url", "date_published"):
        assert after[key] != before[key]
    assert editions["moved"].entries.keys() == editions["first"].entries.keys()


def write_archive(site: SmallSite, number: int) -> None:
    """Write posts as an import does: old ones, all at once."""
    for day in range(1, number + 1):
        site.post(f"old{day}", fields={"date": f"2014-01-{day:02}"})


def test_an_import_floods_nobody(small_site):
    small_site.add("advocacy.toml", '\n[feeds]\nsince = "2026-03-01"\n')
    small_site.post("new")
    assert small_site.run().status == 0
    before = entries(small_site)
    feed = checksum(small_site.output / "feeds")["all.atom.xml"]

    write_archive(small_site, 12)
    assert small_site.run().status == 0

    assert len(before) == 2
    assert entries(small_site) == before
    assert checksum(small_site.output / "feeds")["all.atom.xml"] == feed
    assert (small_site.output / "2014/the-old1/index.html").is_file()


def test_older_entries_are_in_archives_that_stay(small_site):
    small_site.add("advocacy.toml", '\n[feeds]\nwindow = 5\nhub = "https://hub.example/"\n')
    write_archive(small_site, 12)
    assert small_site.run().status == 0
    before = checksum(small_site.output / "feeds")

    small_site.post("new")
    assert small_site.run().status == 0
    after = checksum(small_site.output / "feeds")

    kept = {name for name in before if "/1." in name or "/2." in name}
    assert kept == {"all/1.atom.xml", "all/2.atom.xml"}
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert len(entries(small_site)) == 5
    atom = (small_site.output / "feeds/all.atom.xml").read_text(encoding="utf-8")
    archive = "https://stories.lindenmark.example/feeds/all/2.atom.xml"
    assert f'rel="prev-archive" href="{archive}"' in atom
    assert 'rel="hub" href="https://hub.example/"' in atom


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("window = 2", "`2`"),
        ('since = "soon"', "`soon` is not a date."),
        ('hub = "hub.example"', "`hub.example` is no web address."),
        ("sinec = 2026-01-01", "`since`"),
    ],
)
def test_a_mistake_in_the_settings_is_told(small_site, line, message):
    small_site.add("advocacy.toml", f"\n[feeds]\n{line}\n")

    done = small_site.run("advocacy check")

    assert done.status == 2
    assert "advocacy.toml:" in done.said
    assert message in done.said
