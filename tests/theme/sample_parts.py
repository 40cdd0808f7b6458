"""What samples are made of: a site, people, posts."""

from dataclasses import replace

from advocacy import views
from advocacy.views import Card, DateView, FeedLink, Head, ImageView, Link, PersonView, PostLink

ROOT = "https://stories.lindenmark.example"
DAY = DateView("2026-03-31", "March 31, 2026")
PHOTO = ImageView("/images/shelf.svg", "A shelf of picture books at a child's height", 1200, 800)
CARD = Card(f"{ROOT}/cards/night-shift.png", 1200, 630, "Card: The night shift, by Ana Müller")
FEED = FeedLink("All posts", "/feeds/all.rss.xml", "/feeds/all.atom.xml", "/feeds/all.json")
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
    look=views.LookView(
        "/favicon.ico",
        "/theme/icon.png",
        "/theme/icon.svg",
        font_hrefs=(
            "/theme/fonts/source-serif-4-latin.woff2",
            "/theme/fonts/source-sans-3-latin.woff2",
        ),
    ),
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
RTL_HEAD = replace(HEAD, title=POSTS[2].title, lang="ar", direction="rtl")
