"""E-mail addresses: those of a person, and not of an office."""

import re
from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.everywhere import Seen, find_everywhere
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.names import plain
from advocacy.editorial.notice import Notice
from advocacy.staff import StaffMember

# Latin, Greek and Cyrillic; in scripts without spaces an address has no end of its own.
_SIGN = "A-Za-z0-9_\u00c0-\u024f\u0370-\u04ff"
_ADDRESS = re.compile(
    rf"(?<![{_SIGN}.+%@/-])(?P<name>[{_SIGN}](?:[{_SIGN}.+%'-]{{0,62}}[{_SIGN}+])?)"
    rf"@(?P<domain>(?:[{_SIGN}-]{{1,63}}\.){{1,8}}(?:[A-Za-z]{{2,24}}|[а-я]{{2,10}}))(?![{_SIGN}@-])"
)
_FILE_ENDS = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "css", "js", "html"})
# RFC 2606 and RFC 6762 keep these for examples and for networks at home.
_RESERVED = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local)")
# Where people, and no offices, have their mail.
PERSONAL_DOMAINS = frozenset(
    {"aol.com", "fastmail.com", "free.fr", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net"}
    | {"googlemail.com", "hey.com", "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net"}
    | {"libero.it", "live.com", "mac.com", "mail.ru", "me.com", "msn.com", "orange.fr"}
    | {"outlook.com", "outlook.de", "posteo.de", "proton.me", "protonmail.com", "qq.com"}
    | {"t-online.de", "tutanota.com", "web.de", "wp.pl", "yahoo.co.uk", "yahoo.com", "yandex.ru"}
)
_FULL_NAME = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)?(?:[._][^\W\d_]\.?)?[._][^\W\d_][^\W\d_'-]+\d{0,4}"
)
LEAST_SURNAME = 4
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
# What stands for a name where the form of addresses is told.
_ANYBODY = frozenset(
    {"first", "firstname", "last", "lastname", "name", "surname", "user", "username", "your"}
    | {"yourname", "vorname", "nachname", "prenom", "prénom", "nom"}
)
# Names of offices and not of people; RFC 2142 lists some.
ROLES = frozenset(
    {"abuse", "accessibility", "admin", "archive", "billing", "blog", "board", "booking"}
    | {"careers", "community", "comms", "communications", "compliance", "contact", "contracts"}
    | {"data", "dev", "digital", "donate", "dpo", "editor", "editors", "editorial", "education"}
    | {"engage", "enquiries", "events", "feedback", "finance", "foia", "friends", "git"}
    | {"group", "hello", "help", "helpdesk", "hi", "hiring", "hr", "info", "inquiries"}
    | {"inquiry", "it", "jobs", "join", "legal", "list", "mail", "marketing", "media", "members"}
    | {"membership", "news", "newsletter", "noreply", "office", "open", "orders", "partners"}
    | {"partnerships", "postmaster", "post", "pr", "press", "privacy", "program", "programs"}
    | {"project", "public", "questions", "reception", "recruiting", "registration", "research"}
    | {"sales", "secretary", "security", "service", "services", "shop", "social", "speakers"}
    | {"staff", "stories", "subscribe", "support", "talent", "team", "tickets", "tips"}
    | {"training", "unsubscribe", "volunteer", "volunteers", "web", "webmaster", "welcome"}
    | {"accounts", "alerts", "api", "bot", "branch", "cafe", "center", "centre", "collections"}
    | {"department", "desk", "engineering", "exhibitions", "gallery", "hall", "library", "museum"}
    | {"notifications", "operations", "ops", "payroll", "product", "records", "reply", "room"}
    | {"school", "studio", "system", "tech", "test", "tour", "tours", "unit", "university", "visit"}
    | {"anfrage", "anmeldung", "bewerbung", "kontakt", "presse", "redaktion", "verwaltung"}
    | {"accueil", "bonjour", "bibliotheque", "contacto", "contatto", "hola", "prensa", "rh"}
)


def find_addresses(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find addresses of people; colleagues decide themselves what stands on their own page."""
    is_own_page = isinstance(manuscript.piece, StaffMember)
    if is_own_page or "@" not in manuscript.folded["raw"] + manuscript.folded["text"]:
        return
    told = set()
    for seen in find_everywhere(_ADDRESS, manuscript, in_addresses=True):
        address = seen.match[0]
        place = (manuscript.source.position(seen.start)[0], address)
        # As a link's text and as its target it is one.
        if place in told or not _is_personal(seen, manuscript, context) or _is_login(seen):
            continue
        told.add(place)
        message = f"`{address}` is somebody's address. Write one of an office, or ask them."
        yield check.notice(seen.start, seen.end, message, address)


def _is_personal(seen: Seen, manuscript: Manuscript, context: Context) -> bool:
    site = context.site
    name, domain = seen.match["name"].casefold(), seen.match["domain"].casefold()
    public = {each.casefold() for each in (site.email, *site.privacy.public)}
    if f"{name}@{domain}" in public or _RESERVED.fullmatch(domain):
        return False
    parts = re.split(r"[._+-]", name)
    if domain.rpartition(".")[2] in _FILE_ENDS or not (ROLES | _ANYBODY).isdisjoint(parts):
        return False
    if domain in PERSONAL_DOMAINS or _FULL_NAME.fullmatch(name):
        return True
    return _is_surname(name, manuscript) or name in _names(context)


def _is_surname(name: str, manuscript: Manuscript) -> bool:
    """Say whether it is an initial or two and a surname of the text, such as `amuller`."""
    return any(
        len(surname) >= LEAST_SURNAME
        and re.search(
            rf"(?<!\w){re.escape(name[0])}[^\W\d_]* {re.escape(surname)}(?!\w)",
            manuscript.folded["text"],
        )
        for surname in (name[1:], name[2:])
    )


def _names(context: Context) -> set[str]:
    """Return what colleagues are called, first and last, as addresses spell it.

    Those who are a team have one word for a name.
    """
    names = (member.name.casefold().split() for member in context.library.staff.values())
    ends = {word for words in names if len(words) > 1 for word in (words[0], words[-1])}
    return (
        ends | {plain(word) for word in ends} | {plain(word.translate(_UMLAUTS)) for word in ends}
    )


def _is_login(seen: Seen) -> bool:
    """Say whether it is the end of a `https://name:password@host`."""
    before = seen.match.string[max(0, seen.match.start() - 80) : seen.match.start()]
    return re.search(r"://[^\s/@]*:$", before) is not None


CHECKS = (Check("Privacy.Email", "warning", "A person's e-mail address.", find_addresses),)
