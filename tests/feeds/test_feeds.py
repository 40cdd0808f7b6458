"""Each trap of feedgen has a test here, and both forms of a feed are read as a reader would."""

import locale
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from advocacy.feeds.atom import make_atom
from advocacy.feeds.feed import BEGINNING, ILLEGAL, Author, Feed
from advocacy.feeds.rss import make_rss
from tests.feeds.samples import ANA, CARD, FEED, HOME, HORLOGE, LAYLA, NIGHT, SIGNS, make_feed_of

Make = Callable[[Feed], bytes]
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
both = pytest.mark.parametrize("make", [make_rss, make_atom])

RSS = etree.fromstring(make_rss(FEED))
ATOM = etree.fromstring(make_atom(FEED))


def found(tree: etree._Element, path: str) -> Any:
    return tree.xpath(path, namespaces=NAMES)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # The hub, the licence or the feed itself as the channel's link: feedgen takes the last.
        ("channel/link/text()", [f"{HOME}/"]),
        ("channel/atom:link/@href", [f"{HOME}/feeds/all.rss.xml"]),
        ("channel/atom:link/@rel", ["self"]),
        ("channel/atom:link/@type", ["application/rss+xml"]),
        ("channel/language/text()", ["en"]),
        ("channel/copyright/text()", ["CC BY 4.0"]),
        ("channel/generator/text()", ["Advocacy"]),
        ("channel/lastBuildDate/text()", ["Fri, 03 Apr 2026 10:00:00 +0000"]),
        # feedgen prepends, and takes no order from dates.
        ("channel/item/link/text()", [SIGNS.url, HORLOGE.url, NIGHT.url]),
        ("channel/item/guid/text()", [SIGNS.id, HORLOGE.id, NIGHT.id]),
        ("channel/item/guid/@isPermaLink", ["true", "false", "false"]),
        ("channel/item[1]/pubDate/text()", ["Thu, 02 Apr 2026 09:30:00 +0000"]),
        ("channel/item[3]/pubDate/text()", ["Tue, 31 Mar 2026 00:00:00 +0200"]),
        # feedgen drops an author without a mail address; `author` beside `dc:creator` is an error.
        # Of several `dc:creator` newsboat shows the last alone, and others the first.
        ("channel/item[1]/dc:creator/text()", ["ليلى حداد, Ana Müller"]),
        ("channel/item/author", []),
        ("channel/item[1]/category/text()", ["Open source", "Reading & writing"]),
        ("channel/item[1]/category/@domain", [f"{HOME}/topics/"] * 2),
        ("channel/item[3]/content:encoded/text()", [NIGHT.html]),
        ("channel/item[3]/description/text()", [NIGHT.summary]),
        ("channel/item[1]/description/text()", ["Tom &amp; &lt;Jerry&gt; say ]]&gt; 👩‍🚀 مرحبا."]),
        ("channel/item/dc:language/text()", ["fr"]),
        ("channel/item[1]/atom:updated/text()", ["2026-04-03T10:00:00+00:00"]),
        ("channel/item/media:content/@width", ["1200"]),
        ("channel/item/media:content/@type", ["image/png"]),
        ("channel/item/media:content/@url", [CARD.url]),
        ("channel/item/media:content/@medium", ["image"]),
        ("channel/item/media:thumbnail/@url", [CARD.url]),
        # A group of one is an error, and a card as an enclosure is an episode to a podcast client.
        ("//media:group | //enclosure", []),
    ],
)
def test_rss_says(path: str, expected: list[str]) -> None:
    assert found(RSS, path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("@xml:lang", ["en"]),
        ("atom:id/text()", [f"{HOME}/feeds/all.atom.xml"]),
        ("atom:updated/text()", ["2026-04-03T10:00:00+00:00"]),
        ("atom:author/atom:name/text()", ["Lindenmark Libraries e.V."]),
        ("atom:generator/text()", ["Advocacy"]),
        ("atom:rights/text()", ["CC BY 4.0"]),
        ("atom:link[@rel='self']/@href", [f"{HOME}/feeds/all.atom.xml"]),
        ("atom:link[@rel='self']/@type", ["application/atom+xml"]),
        ("atom:link[@rel='alternate']/@href", [f"{HOME}/"]),
        ("atom:link[@rel='license']/@href", [FEED.licence_url]),
        ("atom:entry/atom:id/text()", [SIGNS.id, HORLOGE.id, NIGHT.id]),
        ("atom:entry/atom:link/@href", [SIGNS.url, HORLOGE.url, NIGHT.url]),
        ("atom:entry/@xml:lang", ["fr"]),
        # `CDATA` is no type; readers then show the markup.
        ("atom:entry/atom:content/@type", ["html"] * 3),
        ("atom:entry/atom:summary/@type", ["text"] * 3),
        ("atom:entry[3]/atom:content/text()", [NIGHT.html]),
        # Of several authors some readers show the last alone, and others the first.
        ("atom:entry[1]/atom:author/atom:name/text()", ["ليلى حداد, Ana Müller"]),
        ("atom:entry[1]/atom:contributor/atom:name/text()", ["ليلى حداد", "Ana Müller"]),
        ("atom:entry[1]/atom:contributor/atom:uri/text()", [LAYLA.url, ANA.url]),
        ("atom:entry[3]/atom:author/atom:uri/text()", [f"{HOME}/staff/ana/"]),
        ("atom:entry[3]/atom:category/@term", ["Reading & writing"]),
        ("atom:entry[3]/atom:category/@label", ["Reading & writing"]),
        ("atom:entry[3]/atom:category/@scheme", [f"{HOME}/topics/"]),
        ("atom:entry[1]/atom:published/text()", ["2026-04-02T09:30:00+00:00"]),
        ("atom:entry[1]/atom:updated/text()", ["2026-04-03T10:00:00+00:00"]),
        ("atom:entry[3]/atom:updated/text()", ["2026-03-31T00:00:00+02:00"]),
        ("atom:entry/media:content/@url", [CARD.url]),
        ("//media:group | //atom:link[@rel='enclosure']", []),
    ],
)
def test_atom_says(path: str, expected: list[str]) -> None:
    assert found(ATOM, path) == expected


@both
def test_a_link_inside_an_entry_has_what_it_is_relative_to(make: Make) -> None:
    entry = replace(NIGHT, html='<sup id="a"><a href="#a">1</a></sup>', has_inner_links=True)

    tree = etree.fromstring(make(replace(FEED, entries=(entry, SIGNS))))
    bases = tree.xpath("//*[@xml:base]/@xml:base")

    assert bases == [NIGHT.url]
    parsed = feedparser.parse(make(replace(FEED, entries=(entry,))))
    assert f'href="{NIGHT.url}#a"' in parsed.entries[0].content[0].value


@both
def test_the_same_feed_is_the_same_bytes(make: Make) -> None:
    assert make(FEED) == make(replace(FEED, entries=tuple(reversed(FEED.entries))))


@both
def test_feedparser_finds_nothing_wrong(make: Make) -> None:
    parsed = feedparser.parse(make(FEED))

    assert not parsed.bozo
    assert parsed.entries[0].title == "Signs & <symbols> ]]> 👩‍🚀 مرحبا"


def test_rss_and_atom_agree() -> None:
    assert _seen(make_rss(FEED)) == _seen(make_atom(FEED))


def _seen(xml: bytes) -> list[tuple[object, ...]]:
    """Return what a subscriber gets to see of each entry."""
    return [
        (
            entry.title,
            entry.link,
            entry.id,
            ", ".join(author.name for author in entry.authors),
            entry.published_parsed,
            entry.content[0].value,
            [tag.label or tag.term for tag in entry.tags] if "tags" in entry else [],
        )
        for entry in feedparser.parse(xml).entries
    ]


@both
@pytest.mark.parametrize("sign", ["&amp;", "&lt;", "]]&gt;", "👩‍🚀", "مرحبا"])
def test_every_sign_survives_in_the_content(make: Make, sign: str) -> None:
    content = feedparser.parse(make(FEED)).entries[0].content[0].value

    assert sign in content


@both
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a bell", "a\x07b"),
        ("a NUL", "a\x00b"),
        ("a vertical tab", "a\x0bb"),
        ("a byte order mark turned round", "a\ufffeb"),
        ("half a surrogate pair", "a\ud800b"),
    ],
)
def test_what_xml_cannot_hold_is_left_out(make: Make, name: str, text: str) -> None:
    entry = replace(NIGHT, title=text, html=text, summary=text, authors=(Author(text),))
    parsed = feedparser.parse(make(replace(FEED, title=text, entries=(entry,))))

    assert not parsed.bozo
    assert (parsed.feed.title, parsed.entries[0].title) == ("ab", "ab")
    assert parsed.entries[0].author == "ab"


@both
def test_a_feed_without_entries_is_whole_and_has_no_clock(make: Make) -> None:
    parsed = feedparser.parse(make(replace(FEED, entries=())))

    assert not parsed.bozo
    assert parsed.entries == []
    assert parsed.feed.updated_parsed[:3] == BEGINNING.timetuple()[:3]


@both
def test_a_date_without_a_time_zone_is_refused(make: Make) -> None:
    entry = replace(NIGHT, published=datetime(2026, 3, 31), updated=None)

    with pytest.raises(ValueError, match="timezone"):
        make(replace(FEED, entries=(entry,)))


@both
def test_the_locale_of_the_process_is_left_alone(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*values: object) -> None:
        raise AssertionError("setlocale was called")

    monkeypatch.setattr(locale, "setlocale", refuse)

    assert make(FEED)


@both
def test_browsers_are_told_of_the_style(make: Make) -> None:
    styled = make(replace(FEED, stylesheet_href='/a"&b.css')).decode().split("\n")
    plain = make(replace(FEED, stylesheet_href="")).decode()

    assert styled[0] == "<?xml version='1.0' encoding='UTF-8'?>"
    assert styled[1] == '<?xml-stylesheet type="text/css" href=\'/a"&amp;b.css\'?>'
    assert "xml-stylesheet" not in plain


def test_an_rss_title_is_written_as_all_readers_understand_it() -> None:
    assert b"<title>Signs &#x26; &#x3C;symbols&gt; ]]&gt;" in make_rss(FEED)


def test_entries_of_one_moment_stand_in_the_order_of_their_ids() -> None:
    twins = tuple(replace(NIGHT, id=f"tag:example.org,2026:{name}") for name in "bca")

    ids = [entry.id for entry in replace(FEED, entries=twins).newest_first]

    assert [each[-1] for each in ids] == ["a", "b", "c"]


def test_the_newest_change_dates_the_feed() -> None:
    changed = replace(NIGHT, updated=SIGNS.last_change + timedelta(days=9))

    assert replace(FEED, entries=(SIGNS, changed)).last_change == changed.updated


@both
@settings(max_examples=40)
@given(text=st.text(st.characters(), min_size=1, max_size=40))
def test_whatever_is_written_the_feed_can_be_read(make: Make, text: str) -> None:
    text = f"x{text}"
    tree = etree.fromstring(make(make_feed_of(text, text)))

    named = tree.iter("{*}title", "title")
    titles = [each.text for each in named if each.getparent().tag != "image"]
    assert titles == [ILLEGAL.sub("", text)] * 2


@pytest.mark.parametrize(("make", "name"), [(make_rss, "rss"), (make_atom, "atom")])
def test_the_whole_feed_is_as_it_was(
    make: Make, name: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"feeds/all.{name}.xml", make(FEED).decode())
