"""Every template in every state that it was designed for."""

from dataclasses import replace

from advocacy import views
from advocacy.views import (
    Card,
    DateView,
    FeedLink,
    Head,
    ImageView,
    KitLink,
    Link,
    Paging,
    PersonView,
    PostLink,
    SnippetView,
)

ROOT = "https://stories.lindenmark.example"
DAY = DateView("2026-03-31", "March 31, 2026")
PHOTO = ImageView("/images/shelf.svg", "A shelf of picture books at a child's height", 1200, 800)
CARD = Card(f"{ROOT}/cards/night-shift.png", 1200, 630, "Card: The night shift, by Ana Müller")
FEED = FeedLink("All posts", "/feeds/all.rss.xml", "/feeds/all.atom.xml")
HEAD = Head(
    title="The night shift",
    description="What happens in a library after the doors close.",
    canonical=f"{ROOT}/2026/night-shift/",
    lang="en",
    kind="article",
    published="2026-03-31T09:00:00+02:00",
    modified="2026-04-02T09:00:00+02:00",
    author_names=("Ana Müller", "山田 花子"),
    author_urls=(f"{ROOT}/staff/ana/",),
    tags=("Reading",),
    card=CARD,
    alternates={"en": f"{ROOT}/2026/night-shift/", "fr": f"{ROOT}/fr/2026/ronde-de-nuit/"},
    feeds=(FEED,),
    fediverse_creator="@ana@example.social",
)
PLAIN = Head("Page", "", f"{ROOT}/page/", "en")

SITE = views.SiteView(
    name="Lindenmark Stories",
    url=ROOT,
    description="Stories from the people behind the counter.",
    root="",
    home="/",
    menu=(
        Link("/staff/", "People"),
        Link("/topics/", "Topics"),
        Link("/values/", "Our values", current=True),
        Link("/share/", "Share"),
    ),
    asset_version="0123456789",
    languages=(Link("/", "English", "en", current=True), Link("/fr/", "français", "fr")),
    licence=Link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
    licence_name="CC BY 4.0",
    feeds_href="/feeds/",
    values_href="/values/",
    email="stories@lindenmark.example",
)

ANA = PersonView(
    "ana",
    "Ana Müller",
    "Children's librarian",
    "/staff/ana/",
    "AM",
    team="Riverside branch",
    pronouns="she/her",
    ask_me_about=("Picture books", "The summer reading challenge", "Learning to read late"),
)
HANAKO = PersonView("hanako", "山田 花子", "Map archivist", "/staff/hanako/", "山", lang="ja")
LAYLA = PersonView(
    "layla", "ليلى حداد", "Head of the mobile library", "/staff/layla/", "لح", lang="ar"
)
PETRO = PersonView("petro", "Петро Коваль", "Systems engineer", "/staff/petro/", "ПК", lang="uk")
GONE = replace(ANA, id="bo", name="Bo Ng", initials="BN", has_left=True, ask_me_about=())
SEEN = replace(
    ANA, photo=ImageView("/images/ana.svg", "Ana Müller laughing beside a book trolley", 400, 400)
)


def purpose(name: str, text: str) -> Link:
    return Link(f"/purposes/{name}/", text)


PURPOSES = (
    purpose("engagement", "Engagement"),
    purpose("issues", "Issues"),
    purpose("reputation", "Reputation"),
    purpose("responsibility", "Responsibility"),
    purpose("service", "Service"),
)
POST = PostLink(
    href="/2026/night-shift/",
    title="The night shift: what a library does after the doors close",
    summary="Somebody has to wind the clock, find the lost gloves and put 1,400 books back. "
    "A walk through the dark with the three people who do.",
    date=DAY,
    authors=(ANA, HANAKO),
    lang="en",
    purpose=PURPOSES[0],
    minutes=4,
)
LONG_TITLE = (
    "Why we stopped charging for late books, what it cost us in the first year, what came back "
    "that we had not counted on, and who asked for it"
)
POSTS = (
    POST,
    replace(
        POST,
        title="We cancelled late fees. Here is the bill",
        summary="A year later we know what it cost, and what came back instead.",
        date=DateView("2026-03-12", "March 12, 2026"),
        authors=(PETRO,),
        purpose=PURPOSES[3],
    ),
    replace(
        POST,
        title="رفوف على عجلات: يوم مع المكتبة المتنقلة",
        summary="من القرية الأولى إلى الأخيرة، ثلاثمائة كتاب وقهوة واحدة.",
        date=DateView("2026-02-27", "February 27, 2026"),
        authors=(LAYLA,),
        lang="ar",
        direction="rtl",
        purpose=PURPOSES[4],
    ),
    replace(POST, title=LONG_TITLE, summary="", authors=(ANA, LAYLA, PETRO), purpose=PURPOSES[1]),
    replace(
        POST,
        title="La carte oubliée du quartier des tanneurs",
        summary="Une carte de 1871 dormait dans le mauvais tiroir. Elle change une rue.",
        date=DateView("2025-12-05", "December 5, 2025"),
        lang="fr",
        authors=(HANAKO,),
        purpose=None,
    ),
)

PROSE = """
<p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</p>
<p>At eight the last reader leaves, and the building begins to talk. The lift sighs, the
radiators tick, and in the children's corner a toy that nobody can find goes on singing to
itself. <a href="/staff/ana/">I have the keys</a> on Tuesdays.</p>
<h2 id="the-clock">The clock</h2>
<p>It was given to us in 1911 on the condition that a person, and not a machine, would wind it.
We have kept the condition for <em>one hundred and fifteen years</em>, with two gaps.<sup
id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<blockquote><p>You don't wind it for the time. You wind it so that somebody has been here.</p>
</blockquote>
<ul><li>Gloves found: 14</li><li>Books put back: 1,400</li></ul>
<h3 id="what-it-counts">What it counts</h3>
<div class="table" tabindex="0"><table><thead><tr><th>Branch</th><th>Visits at night</th>
<th>Books returned</th><th>Lostpropertyreclaimedwithinafortnight</th></tr></thead>
<tbody><tr><td>Riverside</td><td>212</td><td>1,400</td><td>3</td></tr>
<tr><td>Old Mill</td><td>87</td><td>655</td><td>1</td></tr></tbody></table></div>
<div class="codehilite"><pre tabindex="0"><code><span class="kn">from</span> <span
class="nn">datetime</span> <span class="kn">import</span> <span class="n">date</span>

<span class="k">def</span> <span class="nf">wound</span><span class="p">(</span>day<span
class="p">)</span>:  <span class="c1"># every Tuesday</span>
    <span class="k">return</span> day.weekday() == <span class="mi">1</span> <span
class="ow">and</span> <span class="s2">"tick"</span>
</code></pre></div>
<div class="admonition note"><p class="admonition-title">If you are locked in</p>
<p>Ring the bell beside the lift. Somebody comes.</p></div>
<div class="footnote"><ol><li id="fn:1"><p>Both were floods.</p></li></ol></div>
"""

POST_VIEW = views.PostView(
    head=HEAD,
    title=POST.title,
    summary=POST.summary,
    html=PROSE,
    date=DAY,
    authors=(ANA, HANAKO),
    lang="en",
    direction="ltr",
    minutes=4,
    modified=DateView("2026-04-02", "April 2, 2026"),
    topics=(Link("/topics/reading/", "Reading"), Link("/topics/buildings/", "Buildings")),
    purpose=PURPOSES[0],
    audience="Neighbours",
    image=replace(PHOTO, credit="Photograph: Hanako Yamada"),
    question="What would you do in an empty library?",
    disclosure="We work at Lindenmark Libraries.",
    discussions=(Link("https://example.social/@ana/1", "example.social"),),
    translations=(Link("/fr/2026/ronde-de-nuit/", "La ronde de nuit", "fr"),),
    series="After hours",
    series_posts=(
        Link("/2026/keys/", "The keys"),
        Link("/2026/night-shift/", "The night shift", current=True),
    ),
    newer=Link("/2026/late-fees/", "We cancelled late fees. Here is the bill"),
    older=Link("/fr/2025/carte/", "La carte oubliée du quartier des tanneurs", "fr"),
    kit_href="/share/night-shift/",
    email_href="mailto:stories@lindenmark.example?subject=The%20night%20shift",
    source=Link("https://journal.example/night", "journal.example"),
)
BARE_POST = views.PostView(
    head=replace(PLAIN, is_indexed=False),
    title=LONG_TITLE,
    summary="",
    html="<p>Short.</p>",
    date=DAY,
    authors=(GONE,),
    lang="en",
    direction="ltr",
    minutes=0,
)
RTL_POST = replace(
    POST_VIEW,
    head=replace(HEAD, title=POSTS[2].title, lang="ar", direction="rtl"),
    title=POSTS[2].title,
    summary=POSTS[2].summary,
    html="<p>من القرية الأولى إلى الأخيرة، ثلاثمائة كتاب وقهوة واحدة.</p><ul><li>كتاب</li></ul>",
    authors=(LAYLA,),
    lang="ar",
    direction="rtl",
    question="ما الكتاب الذي تنتظره؟",
)

TEXT = (
    "Somebody has to wind the clock. I walked through the library after closing with the three "
    "people who do.\n\nWhat would you do in an empty library?\n\nI work at Lindenmark Libraries.\n"
    "https://stories.lindenmark.example/2026/night-shift/"
)
LINK = "https://stories.lindenmark.example/2026/night-shift/"
PROMPTED = f"I counted the lost gloves. [[What would you have counted?]]\n\n{LINK}"
OTHER = f"The lift sighs when nobody is in it. I work at Lindenmark Libraries.\n\n{LINK}"
PLAINLY = '{"count": "graphemes"}'
FOLDED = '{"count": "graphemes", "limit": 3000, "fold": 60}'
SHOWN = '{"count": "graphemes", "limit": 300, "shown_path": 15, "bare_domains": false}'
WEIGHTED = '{"count": "weighted", "limit": 280, "link": 23, "bare_domains": true}'
AS_LINK = '{"count": "graphemes", "longest_share_url": 500}'


def variant(text: str, composer: str, shown: str = "", length: int = 0) -> views.VariantView:
    """One of a network's texts; what has a prompt has no link."""
    has_prompt = "[[" in text
    share_url = "" if has_prompt else composer.replace("{text}", "night")
    return views.VariantView(
        f"n#x-caption-{len(text)}",
        "caption",
        text,
        length or len(text),
        share_url,
        has_prompt,
        composer,
        LINK,
        shown=shown or text,
    )


def snippet(
    network: str, name: str, counting: str, limit: int, variants: tuple, **more: object
) -> SnippetView:
    """What there is to share on one network."""
    first = variants[0]
    return SnippetView(
        network,
        name,
        first.text,
        first.length,
        limit,
        "characters",
        first.share_url,
        counting,
        variants=variants,
        **more,
    )


MASTODON = "https://share.example/#text={text}"
OFFSITE = "https://www.linkedin.com/sharing/share-offsite/?url=night"
SHARER = "https://www.facebook.com/sharer/sharer.php?u=n"
SNIPPETS = (
    snippet(
        "linkedin",
        "LinkedIn",
        FOLDED,
        3000,
        (
            variant(TEXT, OFFSITE, "Somebody has to wind the clock. I walked through the", 214),
            variant(PROMPTED, OFFSITE, "I counted the lost gloves. [[What would you have"),
            variant(OTHER, OFFSITE, "The lift sighs when nobody is in it. I work at"),
        ),
        note="LinkedIn shows the first lines; the rest opens on a click.",
        fold=60,
        preview=("text", "image", "title", "host"),
    ),
    snippet(
        "mastodon",
        "Mastodon",
        PLAINLY,
        500,
        (replace(variant(TEXT, MASTODON, length=204), warning="Dusk."),),
        preview=("text", "image", "host", "title", "summary"),
    ),
    snippet(
        "bluesky",
        "Bluesky",
        SHOWN,
        300,
        (variant(TEXT, "https://bsky.app/intent/compose?text={text}", length=214),),
        preview=("text", "image", "title", "summary", "host"),
    ),
    snippet(
        "x",
        "X",
        WEIGHTED,
        280,
        (variant(TEXT, "https://x.com/intent/tweet?text={text}", length=230),),
        preview=("text", "image", "title", "host"),
    ),
    snippet(
        "facebook",
        "Facebook",
        PLAINLY,
        0,
        (variant(TEXT, SHARER, length=214),),
        note="Facebook takes the link alone: copy the text first and paste it there.",
        preview=("text", "image", "host", "title", "summary"),
    ),
    snippet(
        "email", "E-mail", AS_LINK, 0, (variant(TEXT, "mailto:?subject=n&body={text}", length=214),)
    ),
)
SLACK = snippet(
    "slack", "Slack", PLAINLY, 0, (variant(TEXT, ""),), preview=("text", "site", "title", "image")
)
REDDIT = snippet("reddit", "Reddit", PLAINLY, 0, (variant(TEXT, ""),), preview=("title", "host"))
SHOWN_CARD = replace(CARD, name="Link preview", href="/cards/night-shift.svg")
STORY = replace(SHOWN_CARD, width_px=1080, height_px=1920, name="Story", alt="Story: a clock")
KIT = views.KitView(
    head=replace(HEAD, title="Share: The night shift", kind="website", is_indexed=False),
    post=POST,
    question="What would you do in an empty library?",
    snippets=SNIPPETS,
    card=SHOWN_CARD,
    card_href="/cards/night-shift.svg",
    until=DateView("2026-06-30", "June 30, 2026"),
    cards=(SHOWN_CARD, STORY),
    host="stories.lindenmark.example",
    reviewers=(HANAKO, LAYLA),
    changed=DateView("2026-04-02", "April 2, 2026"),
    discussions=(Link("https://example.social/@ana/1", "example.social"),),
    sharers=(
        views.SharerView(ANA, "/share/for/ana/", wrote=True),
        views.SharerView(LAYLA, "/share/for/layla/", reasons=("Reading", "Neighbours")),
        views.SharerView(PETRO, "/share/for/petro/"),
    ),
)
STAFF = views.StaffView(
    head=replace(PLAIN, title="Ana Müller", kind="profile"),
    person=SEEN,
    html="<p>I came for the picture books and stayed for the questions children ask about them. "
    "Before that I drove a tram.</p>",
    languages=("English", "Deutsch", "français"),
    links=(Link("https://ana.example", "ana.example"), Link("https://m.example/@ana", "Mastodon")),
    posts=POSTS,
    feed=FEED,
)
HOME = views.HomeView(
    head=replace(HEAD, title=SITE.name, kind="website", card=None),
    posts=POSTS,
    people=(SEEN, HANAKO, LAYLA, PETRO),
    purposes=PURPOSES,
    paging=Paging(older=Link("/page/7/", "Older posts"), number=8, total=8),
    years=(Link("/2026/", "2026", current=True), Link("/2025/", "2025")),
)
VALUES_HTML = """
<p>What we write is read by neighbours, and by people who have never set foot in a library.</p>
<h2 id="respect">Respect</h2><p>We write about people as they would introduce themselves.</p>
<table><thead><tr><th>Not</th><th>But</th></tr></thead>
<tbody><tr><td>the elderly</td><td>people over seventy</td></tr></tbody></table>
<h2 id="plain-words">Plain words</h2><p>If a nine-year-old asks what a word means, we take
another word.</p>
"""
FEEDS = views.FeedsView(
    head=PLAIN,
    site_feed=FEED,
    staff=(replace(FEED, title="Ana Müller"), replace(FEED, title="山田 花子")),
    topics=(replace(FEED, title="Reading"),),
)
NUMBERED = Paging(Link("/page/3/", "Newer posts"), Link("/page/1/", "Older posts"), 2, 3)
MANY = tuple((Link(f"/topics/topic-{n}/", f"Topic number {n}"), n) for n in range(1, 101))

TO_SHARE = (Link("/share/topics/reading/", "Reading"), Link("/share/topics/maps/", "Maps"))
HUB = views.HubView(
    head=PLAIN,
    kits=(
        KitLink(
            "/share/n/",
            POST,
            DateView("2026-04-05", "April 5, 2026"),
            state="ending",
            ends="2099-04-06T00:00:00+02:00",
            topics=TO_SHARE,
            audience="Neighbours",
            facets={"topic": ("reading", "maps"), "purpose": (), "audience": ("neighbours",)},
            also="Yamada Hanako",
        ),
        *(KitLink("/share/n/", post, DAY) for post in POSTS),
    ),
    choices=(
        views.ChoiceView("topic", "Topic", (("reading", "Reading"), ("maps", "Maps"))),
        views.ChoiceView("audience", "For whom", (("neighbours", "Neighbours"), ("all", "All"))),
    ),
    topics=TO_SHARE,
    whole_href="/share/",
    people=(Link("/share/for/ana/", "Ana Müller"), Link("/share/for/hanako/", "山田 花子")),
)


def own_snippet(of: SnippetView, text: str, composer: str) -> SnippetView:
    """One network's text as a colleague sees it."""
    return replace(of, variants=(variant(text, composer),))


OWN_KIT = views.OwnKitView(
    href="/share/night-shift/",
    post=POST,
    snippets=(
        own_snippet(SNIPPETS[1], TEXT, MASTODON),
        own_snippet(SNIPPETS[0], TEXT, ""),
        own_snippet(SNIPPETS[3], PROMPTED, "https://x.com/intent/tweet?text={text}"),
    ),
    until=DAY,
    state="ending",
    ends="2099-04-06T00:00:00+02:00",
    wrote=True,
)
OWN = views.OwnView(
    head=replace(PLAIN, title="For Ana Müller", is_indexed=False),
    person=SEEN,
    kits=(
        OWN_KIT,
        replace(
            OWN_KIT,
            post=POSTS[2],
            snippets=(own_snippet(SNIPPETS[1], PROMPTED, MASTODON),),
            until=None,
            state="now",
            ends="",
            wrote=False,
            reasons=("Reading", "Neighbours"),
        ),
    ),
    older=HUB.kits[:2],
    hub_href="/share/",
    manifest_href="/share/for/ana/manifest.json",
    icon_href="/theme/icon.svg",
    worker_href="/share/worker.js",
)

# (name, template, view)
SAMPLES = (
    ("home", "home.html", HOME),
    (
        "home-one-post",
        "home.html",
        replace(HOME, posts=(replace(POST, image=PHOTO),), years=(), paging=Paging()),
    ),
    ("home-empty", "home.html", replace(HOME, posts=(), people=(), purposes=(), years=())),
    ("home-fr", "home.html", replace(HOME, head=replace(HOME.head, lang="fr"))),
    ("list", "list.html", views.ListView(PLAIN, "All posts", POSTS, NUMBERED)),
    ("post", "post.html", POST_VIEW),
    ("post-bare", "post.html", BARE_POST),
    ("post-rtl", "post.html", RTL_POST),
    ("post-foreign", "post.html", replace(RTL_POST, head=HEAD)),
    ("page", "page.html", views.PageView(PLAIN, "About us", "", PROSE)),
    (
        "values",
        "values.html",
        views.PageView(
            PLAIN,
            "What we stand by",
            "Ten.",
            VALUES_HTML,
            "5f0c1d2e3a4b",
            (views.Link("#respect", "Respect"), views.Link("#plain-words", "Plain words")),
        ),
    ),
    ("staff-list", "staff_list.html", views.StaffListView(PLAIN, HOME.people, (GONE,))),
    ("staff-list-empty", "staff_list.html", views.StaffListView(PLAIN, (), ())),
    ("staff", "staff.html", STAFF),
    (
        "staff-left",
        "staff.html",
        replace(STAFF, person=GONE, links=(), html="", languages=(), posts=()),
    ),
    ("staff-foreign", "staff.html", replace(STAFF, person=LAYLA)),
    ("topic", "topic.html", views.TopicView(PLAIN, "Reading", "", POSTS, NUMBERED, FEED)),
    ("topic-empty", "topic.html", views.TopicView(PLAIN, "Reading", "", (), Paging())),
    (
        "purpose",
        "purpose.html",
        views.TopicView(PLAIN, "Engagement", "To start a conversation.", POSTS, Paging()),
    ),
    ("index", "index.html", views.IndexView(PLAIN, "Topics", "What we write about.", MANY)),
    (
        "index-purposes",
        "index.html",
        views.IndexView(PLAIN, "Purposes", "", tuple((link, 2) for link in PURPOSES)),
    ),
    ("index-empty", "index.html", views.IndexView(PLAIN, "Topics", "", ())),
    ("year", "year.html", views.YearView(PLAIN, "2026", POSTS, HOME.years)),
    ("feeds", "feeds.html", FEEDS),
    (
        "404",
        "404.html",
        views.NotFoundView(replace(PLAIN, canonical="", is_indexed=False), POSTS[:3]),
    ),
    ("hub", "hub.html", HUB),
    ("hub-of-topic", "hub.html", replace(HUB, choices=(), topic="Reading")),
    ("hub-empty", "hub.html", views.HubView(PLAIN, ())),
    ("own", "own.html", OWN),
    ("own-rtl", "own.html", replace(OWN, head=replace(RTL_POST.head, title="لآنا"))),
    ("own-empty", "own.html", replace(OWN, kits=(), older=())),
    ("offline", "offline.html", views.OfflineView(PLAIN, "/share/")),
    ("kit", "kit.html", KIT),
    ("kit-rtl", "kit.html", replace(KIT, head=RTL_POST.head, post=POSTS[2])),
    ("kit-not-yet", "kit.html", replace(KIT, state="not yet", is_offered=False, since=POST.date)),
    ("kit-ending", "kit.html", replace(KIT, state="ending", ends="2026-07-01T00:00:00+02:00")),
    ("kit-over", "kit.html", replace(KIT, state="over", is_offered=False)),
    (
        "kit-bare",
        "kit.html",
        replace(
            KIT,
            question="",
            until=None,
            snippets=(SLACK, REDDIT),
            cards=(SHOWN_CARD,),
            reviewers=(),
            changed=None,
            discussions=(),
            sharers=(),
        ),
    ),
)
