"""Real feed readers, on a real server, agree on what the site says."""

from dataclasses import replace

import feedparser
import pytest

from tests.conftest import STAFF
from tests.site.conftest import start_small_site
from tests.site.readers import FORMS, READERS, Seen, make_table

TITLE = "Ampersand & <code> ]]> 👩‍🚀 مرحبا"
BODY = f"""\
{TITLE} and a bell: \x07.[^1]

[values](../pages/values.md)

```python
print("It rained.")
```

[^1]: It rang twice.
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A built site with an entry that is hard to write down, by three people."""
    site = start_small_site(tmp_path_factory.mktemp("readers") / "site")
    site.write("content/staff/yuki.md", STAFF.replace("Ana Müller", "佐藤 ゆき"))
    site.write("content/staff/salma.md", STAFF.replace("Ana Müller", "سلمى بن يوسف"))
    fields = {
        "title": f"'{TITLE}'",
        "slug": "hard",
        "authors": "[ana, yuki, salma]",
        "topics": "[reading]",
        "purpose": "service",
        "modified": "2026-03-05T08:15:00+01:00",
    }
    site.post("hard", fields=fields, body=BODY)
    site.post("plain")
    done = site.run()
    assert done.status == 0, done.said
    return site


@pytest.fixture(scope="module")
def feeds(small, serve) -> str:
    """The address below which its feeds are served."""
    return f"{serve(small.output)}/feeds"


def read(feeds, name, form, folder) -> list[Seen]:
    reading, _forms = READERS[name]
    folder.mkdir()
    return sorted(reading(f"{feeds}/{FORMS[form]}", folder), key=lambda seen: seen.id)


@pytest.mark.parametrize(
    ("name", "form"), [(name, form) for name, (_, forms) in READERS.items() for form in forms]
)
def test_a_reader_understands_what_was_meant(feeds, name, form, tmp_path):
    expected = read(feeds, "feedsmith", "json", tmp_path / "expected")

    seen = read(feeds, name, form, tmp_path / "seen")

    kept = [
        replace(
            meant,
            updated=meant.updated if each.updated else None,
            categories=meant.categories if each.categories is not None else None,
        )
        for meant, each in zip(expected, seen, strict=True)
    ]
    assert seen == kept


def test_the_entry_that_is_hard_is_read_as_it_was_written(feeds, tmp_path):
    hard = read(feeds, "feedsmith", "json", tmp_path / "json")[1]

    assert hard.id == "tag:stories.lindenmark.example,2026:hard"
    assert hard.title == TITLE
    assert hard.link == "https://stories.lindenmark.example/2026/hard/"
    assert hard.authors == "Ana Müller, 佐藤 ゆき, سلمى بن يوسف"
    assert hard.published.isoformat() == "2026-03-01T00:00:00+01:00"
    assert hard.updated
    assert hard.updated.isoformat() == "2026-03-05T08:15:00+01:00"
    assert hard.categories == ("Reading", "How we can help")


def test_all_readers_are_shown_beside_one_another(feeds, tmp_path, capsys):
    """The table that a change of the feeds is judged by; `pytest -k beside` prints it."""
    pairs = [(name, form) for name, (_, forms) in READERS.items() for form in forms]
    seen = {pair: read(feeds, *pair, tmp_path / "-".join(pair)) for pair in pairs}

    with capsys.disabled():
        print(f"\n{make_table(seen)}")

    assert len({len(entries) for entries in seen.values()}) == 1


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_footnotes_code_and_links_reach_the_subscriber(small, form):
    xml = (small.output / "feeds" / FORMS[form]).read_bytes()
    hard = next(each for each in feedparser.parse(xml).entries if each.title == TITLE)
    html = hard.content[0].value

    page = "https://stories.lindenmark.example/2026/hard/"
    assert f'<a href="{page}#fn:1">' in html
    assert '<li id="fn:1">' in html
    assert 'href="https://stories.lindenmark.example/values/"' in html
    assert '<pre><code>print("It rained.")' in html
    assert 'src="https://stories.lindenmark.example/cards/hard.png"' in html


def test_each_colleague_and_topic_has_feeds(sample):
    folder = sample / "output" / "feeds"
    staff = [file.stem for file in (sample / "content/staff").glob("*.md")]

    for staff_id in staff:
        parsed = feedparser.parse((folder / "staff" / f"{staff_id}.rss.xml").read_bytes())
        assert not parsed.bozo
        assert parsed.entries
    assert len(list((folder / "topics").glob("*.atom.xml"))) > 3
