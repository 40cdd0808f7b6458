"""Digests with everything that has ever broken a mailbox or a chat in them."""

from dataclasses import replace

from advocacy.views import Link
from advocacy.views.digest import Beginning, DigestItem, DigestSection, DigestView

ROOT = "https://stories.lindenmark.example"
# What each form must show as it is written.
HOSTILE = (
    "<!channel> *Tom* & _Jerry_ [x](https://evil.example) <https://evil.example|y> `z` {{DATE(1)}}"
)
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

NIGHT = DigestItem(
    href=f"{ROOT}/share/night-shift/",
    title="The night shift",
    lang="en",
    direction="ltr",
    names="Ana Müller, 水島 遥",
    until="Offered until 3 December 2026",
    summary="What happens in a library after the doors close.",
    beginnings=(
        Beginning(
            "LinkedIn",
            "Somebody has to wind the clock. I work at Lindenmark Libraries, and it is me: every"
            " Tuesday, after the doors close, with a key that is older than the town hall.\n\n"
            "#Clocks #LibraryLife",
        ),
        Beginning("Mastodon", "What would you do in an empty library? 👩‍🚀"),
    ),
)
SIGNS = DigestItem(
    href=f"{ROOT}/share/signs/?a=1&b=2",
    title=HOSTILE,
    lang="en",
    direction="ltr",
    names=HOSTILE,
    summary=f"{HOSTILE} {LONG_WORD}",
    beginnings=(Beginning("Bluesky", HOSTILE),),
)
ARABIC = DigestItem(
    href=f"{ROOT}/share/layl/",
    title="نوبة الليل في المكتبة",
    lang="ar",
    direction="rtl",
    names="ليلى حداد",
    summary="ماذا يحدث في المكتبة بعد إغلاق الأبواب؟",
    beginnings=(Beginning("X", "على أحدهم أن يملأ الساعة."),),
)
BRIEF = replace(NIGHT, title="Four metres to the left", beginnings=(), summary="")
FULL = DigestView(
    id="2026-11-23.en",
    lang="en",
    direction="ltr",
    site="Lindenmark Libraries",
    heading="5 new things to share",
    opening="From 17 November 2026 to 23 November 2026. Nobody has to share.",
    begins="It could begin like this:",
    opens="Open the share kit",
    sections=(
        DigestSection("New", (NIGHT, SIGNS, ARABIC)),
        DigestSection("Also new", (BRIEF, SIGNS), is_brief=True, more="and 7 more"),
        DigestSection("Ends soon", (replace(BRIEF, title=LONG_WORD),), is_brief=True),
    ),
    hub=Link(f"{ROOT}/share/", "Everything that can be shared now"),
    closing="This message loads no pictures. Nobody sees who opens it, or who shares what.",
)
RIGHT_TO_LEFT = replace(
    FULL,
    id="2026-11-23.ar",
    lang="ar",
    direction="rtl",
    site="مكتبات لندنمارك",
    heading="5 جديدة",
    sections=(DigestSection("جديد", (ARABIC, NIGHT)),),
)
# As long as a digest lets each of its parts be, in the script whose letters take the most bytes.
LONG = replace(
    NIGHT,
    title="題" * 140,
    names="名" * 120,
    summary="要" * 300,
    beginnings=(Beginning("X", "字" * 400), Beginning("LinkedIn", "\n".join("語" * 200))),
)
LARGEST = replace(
    FULL,
    sections=(
        DigestSection("New", (LONG,) * 3),
        DigestSection("Also new", (LONG,) * 5, is_brief=True, more="and 95 more"),
        DigestSection("Ends soon", (LONG,) * 5, is_brief=True, more="and 95 more"),
    ),
)
VIEWS = {"full": FULL, "right to left": RIGHT_TO_LEFT, "largest": LARGEST}
