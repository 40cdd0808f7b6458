"""One feed with everything that has ever broken a reader in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from advocacy.feeds.feed import Addresses, Author, Category, Entry, Feed, Picture, Sign

HOME = "https://stories.lindenmark.example"
SUMMER = timezone(timedelta(hours=2))
ANA = Author("Ana Müller", f"{HOME}/staff/ana/")
LAYLA = Author("ليلى حداد", f"{HOME}/staff/layla/")
READING = Category("Reading & writing", f"{HOME}/topics/")
CARD = Picture(f"{HOME}/cards/night-shift.png", "image/png", 1200, 630)

NIGHT = Entry(
    id="tag:stories.lindenmark.example,2026-03-31:night-shift",
    url=f"{HOME}/2026/night-shift/",
    title="The night shift",
    html=f'<p>Somebody has to wind <a href="{HOME}/2026/clock/">the clock</a>.</p>',
    summary="What happens in a library after the doors close.",
    published=datetime(2026, 3, 31, 0, 0, tzinfo=SUMMER),
    authors=(ANA,),
    categories=(READING,),
    picture=CARD,
)
SIGNS = Entry(
    id=f"{HOME}/2026/signs/",
    url=f"{HOME}/2026/signs/",
    title="Signs & <symbols> ]]> 👩‍🚀 مرحبا\x07",
    html="<p>a &amp; b &lt; c ]]&gt; 👩‍🚀 مرحبا\x0b\ufffe</p>\n<pre><code>x &lt;- y\n</code></pre>",
    summary="Tom & <Jerry> say ]]> 👩‍🚀 مرحبا.\x00",
    published=datetime(2026, 4, 2, 9, 30, tzinfo=UTC),
    updated=datetime(2026, 4, 3, 10, 0, 0, 999, tzinfo=UTC),
    authors=(LAYLA, ANA),
    categories=(Category("Open source", f"{HOME}/topics/"), READING),
)
HORLOGE = Entry(
    id="tag:stories.lindenmark.example,2026-04-01:horloge",
    url=f"{HOME}/fr/2026/horloge/",
    title="L’horloge",
    html="<p>Quelqu’un doit la remonter.</p>",
    summary="La nuit, à la bibliothèque.",
    published=datetime(2026, 4, 1, 8, 0, tzinfo=SUMMER),
    authors=(ANA,),
    lang="fr",
)
FEED = Feed(
    title="Lindenmark Libraries",
    description="Stories from the people behind the counter.",
    home_url=f"{HOME}/",
    at=Addresses(
        f"{HOME}/feeds/all.atom.xml", f"{HOME}/feeds/all.rss.xml", f"{HOME}/feeds/all.json"
    ),
    lang="en",
    entries=(NIGHT, SIGNS, HORLOGE),
    publisher="Lindenmark Libraries e.V.",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    stylesheet_href="/theme/feed.css",
    sign=Sign(f"{HOME}/theme/icon.png", 96, f"{HOME}/theme/site-512.png", f"{HOME}/theme/logo.png"),
)


def make_feed_of(line: str, text: str) -> Feed:
    """Return a feed in which all that may have lines has some."""
    entry = Entry(
        id=f"tag:example.org,2026:{line}",
        url=f"{HOME}/x/",
        title=line,
        html=text,
        summary=text,
        published=NIGHT.published,
        authors=(Author(line),),
        categories=(Category(line, HOME),),
    )
    names = {"title": line, "description": line, "publisher": line, "licence": line}
    return replace(FEED, **names, entries=(entry,))
