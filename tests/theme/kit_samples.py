"""The pages of share kits in every state that they were designed for."""

from dataclasses import replace

from advocacy import views
from advocacy.views import DateView, KitLink, Link, SnippetView
from tests.theme.sample_parts import (
    ANA,
    CARD,
    DAY,
    HANAKO,
    HEAD,
    LAYLA,
    PETRO,
    PLAIN,
    POST,
    POSTS,
    RTL_HEAD,
    SEEN,
)

TEXT = (
    "Somebody has to wind the clock. I walked through the library after closing with the three "
    "people who do.\n\nWhat would you do in an empty library?\n\nI work at Lindenmark Libraries.\n"
    "https://stories.lindenmark.example/2026/night-shift/"
)
LINK = "https://stories.lindenmark.example/2026/night-shift/"
PROMPTED = f"I counted the lost gloves. [[What would you have counted?]]\n\n{LINK}"
OTHER = f"The lift sighs when nobody is in it. I work at Lindenmark Libraries.\n\n{LINK}"
SHOWN_CARD = replace(CARD, name="Link preview", href="/cards/night-shift.svg")
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
    return SnippetView(
        network, name, limit, "characters", counting, variants=variants, card=SHOWN_CARD, **more
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
STORY = replace(SHOWN_CARD, width_px=1080, height_px=1920, name="Story", alt="Story: a clock")
KIT = views.KitView(
    head=replace(HEAD, title="Share: The night shift", kind="website", is_indexed=False),
    post=POST,
    question="What would you do in an empty library?",
    snippets=SNIPPETS,
    until=DateView("2026-06-30", "June 30, 2026"),
    cards=(SHOWN_CARD, STORY),
    host="stories.lindenmark.example",
    hub_href="/hub.html",
    reviewers=(HANAKO, LAYLA),
    changed=DateView("2026-04-02", "April 2, 2026"),
    discussions=(Link("https://example.social/@ana/1", "example.social"),),
    sharers=(
        views.SharerView(ANA, "/share/for/ana/", wrote=True),
        views.SharerView(LAYLA, "/share/for/layla/", reasons=("Reading", "Neighbours")),
        views.SharerView(PETRO, "/share/for/petro/"),
    ),
)
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
    at_length=3,
    older=(Link("/hub-older.html", "2025"),),
    older_kits=2,
    choices=(
        views.ChoiceView("topic", "Topic", (("reading", "Reading"), ("maps", "Maps"))),
        views.ChoiceView("audience", "For whom", (("neighbours", "Neighbours"), ("all", "All"))),
    ),
    topics=TO_SHARE,
    whole_href="/share/",
    people=(Link("/share/for/ana/", "Ana Müller"), Link("/share/for/hanako/", "山田 花子")),
)
OLDER = views.HubView(
    head=PLAIN,
    kits=(
        replace(HUB.kits[0], href="/share/keys/", post=replace(POST, title="The keys"), ends=""),
        replace(HUB.kits[0], post=replace(POST, title="Gone"), ends="2026-01-01T00:00:00Z"),
    ),
    at_length=0,
    topic="Older, and still to share: 2025",
    whole_href="/hub.html",
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
KIT_SAMPLES = (
    ("hub", "hub.html", HUB),
    ("hub-of-topic", "hub.html", replace(HUB, choices=(), topic="Reading")),
    (
        "hub-ending",
        "hub.html",
        replace(HUB, kits=HUB.kits[:1], older=(), older_kits=0),
    ),
    ("hub-older", "hub.html", OLDER),
    ("hub-empty", "hub.html", views.HubView(PLAIN, (), 0)),
    ("own", "own.html", OWN),
    ("own-rtl", "own.html", replace(OWN, head=replace(RTL_HEAD, title="لآنا"))),
    ("own-ending", "own.html", replace(OWN, kits=OWN.kits[:1], older=HUB.kits[:1])),
    ("own-empty", "own.html", replace(OWN, kits=(), older=())),
    ("offline", "offline.html", views.OfflineView(PLAIN, "/share/")),
    ("kit", "kit.html", KIT),
    ("kit-rtl", "kit.html", replace(KIT, head=RTL_HEAD, post=POSTS[2])),
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
