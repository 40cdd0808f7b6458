"""Every template in every state that it was designed for."""

from dataclasses import replace

from advocacy import views
from advocacy.views import DateView, Link, Paging
from tests.theme.kit_samples import KIT_SAMPLES
from tests.theme.sample_parts import (
    ANA,
    DAY,
    FEED,
    GONE,
    HANAKO,
    HEAD,
    LAYLA,
    LONG_TITLE,
    PETRO,
    PHOTO,
    PLAIN,
    POST,
    POSTS,
    PURPOSES,
    RTL_HEAD,
    SEEN,
    SITE,
)

FILM = """<figure class="embed"><div data-frame="https://films.example/embed/1"></div>
<figcaption><a href="https://films.example/1">The night shift, a film of three minutes</a>
</figcaption></figure>
"""
PROSE = f"""
<p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</p>
<p>At eight the last reader leaves, and the building begins to talk. The lift sighs, the
radiators tick, and in the children's corner a toy that nobody can find goes on singing to
itself. <a href="/staff/ana/">I have the keys</a> on Tuesdays.</p>
<h2 id="the-clock">The clock</h2>
<p>It was given to us in 1911 on the condition that a person, and not a machine, would wind it.
We have kept the condition for <em>one hundred and fifteen years</em>, with two gaps.<sup
id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
{FILM}<blockquote><p>You don't wind it for the time. You wind it so that somebody has been here.</p>
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
    change_note="We had counted the gloves twice.",
    aim="This post wants to talk with you.",
    contents=(Link("#the-clock", "The clock"), Link("#what-it-counts", "What it counts")),
    topics=(Link("/topics/reading/", "Reading"), Link("/topics/buildings/", "Buildings")),
    purpose=PURPOSES[0],
    audience="Neighbours",
    image=replace(PHOTO, caption="Before anyone came.", credit="Photograph: Hanako Yamada"),
    question="What would you do in an empty library?",
    disclosure="We work at Lindenmark Libraries.",
    discussions=(Link("https://example.social/@ana/115224800331907", "Mastodon"),),
    conversation=Link("/conversation/", "How we talk"),
    translations=(Link("/fr/2026/ronde-de-nuit/", "La ronde de nuit", "fr"),),
    series="After hours",
    series_posts=(
        Link("/2026/keys/", "The keys"),
        Link("/2026/night-shift/", "The night shift", current=True),
    ),
    related=(
        views.RelatedLink(
            Link("/2026/keys/", "Who has the keys"), (("Buildings", "en"), ("Reading", "en"))
        ),
        views.RelatedLink(Link("/2026/clock/", "The clock that stopped")),
    ),
    has_code=True,
    frame_hosts=("films.example",),
    address="https://stories.lindenmark.example/2026/night-shift/",
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
    head=RTL_HEAD,
    title=POSTS[2].title,
    summary=POSTS[2].summary,
    html="<p>من القرية الأولى إلى الأخيرة، ثلاثمائة كتاب وقهوة واحدة.</p><ul><li>كتاب</li></ul>"
    + FILM.replace("The night shift, a film of three minutes", "فيلم من ثلاث دقائق"),
    contents=(),
    authors=(LAYLA,),
    lang="ar",
    direction="rtl",
    question="ما الكتاب الذي تنتظره؟",
)

STAFF = views.StaffView(
    head=replace(PLAIN, title="Ana Müller", kind="profile"),
    person=SEEN,
    html="<p>I came for the picture books and stayed for the questions children ask about them. "
    "Before that I drove a tram.</p>",
    languages=(("English", "en"), ("Deutsch", "de"), ("français", "fr")),
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
    groups=(
        views.FeedGroup(
            "One colleague", (replace(FEED, title="Ana Müller"), replace(FEED, title="山田 花子"))
        ),
        views.FeedGroup("One topic", (replace(FEED, title="Reading"),)),
    ),
    opml_href="/feeds/feeds.opml",
)
REDIRECT = views.RedirectView(PLAIN, "This post has moved", "/2026/night-shift/", POST.title)
SEARCH = views.SearchView(
    head=replace(PLAIN, title="Search", description="Find a post."),
    script_href="/search/pagefind/pagefind.js",
    base_href="/",
    topics=(Link("/topics/reading/", "Reading", "en"), Link("/topics/buildings/", "Buildings")),
    years=(Link("/2026/", "2026"), Link("/2025/", "2025")),
    languages=(Link("/fr/search/", "français", "fr"),),
)
NUMBERED = Paging(Link("/page/3/", "Newer posts"), Link("/page/1/", "Older posts"), 2, 3)
MANY = tuple((Link(f"/topics/topic-{n}/", f"Topic number {n}"), n) for n in range(1, 101))

# (name, template, view)
ROLL = tuple(views.ColleagueView(each, (("Deutsch", "de"),), "Reading") for each in HOME.people)
TEAMS = (views.TeamView("Riverside branch", ROLL[:2]), views.TeamView("", ROLL[2:]))
NO_TEAMS = (views.TeamView("", ROLL),)

SAMPLES = (
    ("home", "home.html", HOME),
    (
        "home-one-post",
        "home.html",
        replace(HOME, posts=(replace(POST, image=PHOTO),), years=(), paging=Paging()),
    ),
    ("home-empty", "home.html", replace(HOME, posts=(), people=(), purposes=(), years=())),
    ("home-fr", "home.html", replace(HOME, head=replace(HOME.head, lang="fr"))),
    ("home-awaited", "home.html", replace(HOME, awaited=(POST,))),
    ("post-notice", "post.html", replace(BARE_POST, notice="This is a draft.")),
    (
        "home-full",
        "home.html",
        replace(HOME, featured=POSTS[1:4], series=((Link("/series/cellar/", "The cellar"), 3),)),
    ),
    (
        "series",
        "series.html",
        views.SeriesView(
            PLAIN,
            "The cellar",
            "What lies below us.",
            POSTS[:3],
            FEED,
            "<p>More.</p>",
            is_complete=True,
            list_href="/series/",
        ),
    ),
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
    ("staff-list", "staff_list.html", views.StaffListView(PLAIN, TEAMS, (GONE,))),
    ("staff-list-no-teams", "staff_list.html", views.StaffListView(PLAIN, NO_TEAMS, ())),
    ("colophon", "colophon.html", views.ColophonView(PLAIN, "/staff/", ("Lindenmark Text",))),
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
    ("search", "search.html", SEARCH),
    ("redirect", "redirect.html", REDIRECT),
    (
        "404",
        "404.html",
        views.NotFoundView(replace(PLAIN, canonical="", is_indexed=False), POSTS[:3]),
    ),
    *KIT_SAMPLES,
)
