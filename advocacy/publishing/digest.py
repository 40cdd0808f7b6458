"""What a digest of share kits tells: what is new, three of them first, and what ends soon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.publishing.look import find_colours
from advocacy.publishing.share_pages import make_kits
from advocacy.share.cutting import cut
from advocacy.share.kit import Kit
from advocacy.share.life import State, state_of, window_of
from advocacy.share.snippet import Snippet
from advocacy.share.snippet_frame import BLANK_LINE
from advocacy.translations import direction, format_day, translations_for
from advocacy.views import Link
from advocacy.views.digest import Beginning, DigestItem, DigestSection, DigestView

# So many can be read over a cup of coffee; the others are named below them.
MOST_FIRST = 3
MOST_BRIEF = 5
MOST_BEGINNINGS = 2
# In characters: so that nothing hides the links, and that chats take the whole, whose messages
# may not be long (Teams 28 kB, Slack some 13,000 characters).
LONGEST_TITLE = 140
LONGEST_NAMES = 120
LONGEST_SUMMARY = 300
LONGEST_BEGINNING = 400


@dataclass(frozen=True, slots=True)
class Period:
    """The days of which a digest tells, both of them included."""

    first: date
    last: date

    @classmethod
    def until(cls, last: date, days: int) -> "Period":
        """Return so many days, of which the last is given."""
        return cls(last - timedelta(days=days - 1), last)


@dataclass(frozen=True, slots=True)
class Digest:
    """The kits of which a digest tells.

    Attributes:
        new: Those that are offered since the period began, newest first.
        ending: Of the others, those that end soon, the nearest end first.
    """

    new: tuple[Kit, ...]
    ending: tuple[Kit, ...]

    @property
    def kits(self) -> tuple[Kit, ...]:
        """All of them."""
        return self.new + self.ending


def make_digest(edition: Edition, period: Period, lang: str, topic: str = "") -> Digest:
    """Return the kits of which a digest tells on the edition's day, which ends its period.

    Args:
        edition: Whose kits.
        period: The days since the last digest.
        lang: One of the site's languages; the default one has posts in every language, as its
            lists do.
        topic: Only posts on this topic; empty is all.
    """
    posts = [
        post
        for post in edition.by_language[lang]
        if post.slug in edition.shared and (not topic or topic in post.topics)
    ]
    new = [post for post in posts if window_of(post, edition.site).first >= period.first]
    ending = [
        post
        for post in posts
        if post not in new and state_of(post, edition.site, edition.today) is State.ENDING
    ]
    return Digest(
        new=tuple(sorted(make_kits(edition, new), key=lambda kit: kit.since, reverse=True)),
        ending=tuple(sorted(make_kits(edition, ending), key=lambda kit: kit.until or date.max)),
    )


def make_digest_view(
    edition: Edition, digest: Digest, period: Period, lang: str, topic: str = ""
) -> DigestView:
    """Return a digest in the words of its readers."""
    site = edition.site
    _ = translations_for(lang).gettext
    days = {"first": format_day(period.first, lang), "last": format_day(period.last, lang)}
    tells = _("From %(first)s to %(last)s.") % days
    freely = _("Take what you like, and put it in words of your own. Nobody has to share.")
    accent, accent_dark = find_colours(site)
    return DigestView(
        id=".".join(filter(None, (str(period.first), str(period.last), lang.lower(), topic))),
        lang=lang,
        direction=direction(lang),
        site=site.name,
        heading=_heading(digest, lang),
        opening=f"{tells} {freely}",
        begins=_("It could begin like this:"),
        opens=_("Open the share kit"),
        sections=tuple(_sections(edition, digest, lang)),
        hub=Link(site.absolute(addresses.SHARE), _("Everything that can be shared now")),
        closing=_("This message loads no pictures. Nobody sees who opens it, or who shares what."),
        accent=accent,
        accent_dark=accent_dark,
    )


def _heading(digest: Digest, lang: str) -> str:
    ngettext = translations_for(lang).ngettext
    if digest.new:
        count = len(digest.new)
        told = ngettext("%(count)s new thing to share", "%(count)s new things to share", count)
    else:
        count = len(digest.ending)
        told = ngettext(
            "%(count)s thing to share ends soon", "%(count)s things to share end soon", count
        )
    return told % {"count": count}


def _sections(edition: Edition, digest: Digest, lang: str) -> Iterator[DigestSection]:
    _ = translations_for(lang).gettext
    first, others = digest.new[:MOST_FIRST], digest.new[MOST_FIRST:]
    if first:
        items = tuple(_item(edition, kit, lang) for kit in first)
        yield DigestSection(_("New"), items)
    for title, kits in ((_("Also new"), others), (_("Ends soon"), digest.ending)):
        if kits:
            yield _brief(edition, title, kits, lang)


def _brief(edition: Edition, title: str, kits: Sequence[Kit], lang: str) -> DigestSection:
    ngettext = translations_for(lang).ngettext
    count = len(kits) - MOST_BRIEF
    more = ngettext("and %(count)s more", "and %(count)s more", count) % {"count": count}
    items = tuple(_item(edition, kit, lang) for kit in kits[:MOST_BRIEF])
    return DigestSection(title, items, is_brief=True, more=more if count > 0 else "")


def _item(edition: Edition, kit: Kit, lang: str) -> DigestItem:
    _ = translations_for(lang).gettext
    post = edition.with_kit[kit.slug]
    names = [edition.author(each).name for each in post.authors]
    offered = _("Offered until")
    until = f"{offered} {format_day(kit.until, lang)}" if kit.until else ""
    return DigestItem(
        href=edition.site.absolute(addresses.kit(kit.slug)),
        title=_short(kit.title, LONGEST_TITLE),
        lang=kit.lang,
        direction=direction(kit.lang),
        names=_short(", ".join(names), LONGEST_NAMES),
        until=until,
        summary=_short(post.summary, LONGEST_SUMMARY),
        beginnings=tuple(_beginnings(edition, kit, lang)),
    )


def _beginnings(edition: Edition, kit: Kit, lang: str) -> Iterator[Beginning]:
    """Yield a few texts in different words, on different networks where it can be."""
    _ = translations_for(lang).gettext
    firsts = [network.ready[0] for network in kit.networks if network.ready]
    # The first network has the first of them, and is the last to have another.
    others = [each for network in (*kit.networks[1:], *kit.networks[:1]) for each in network.ready]
    found: dict[str, Snippet] = {}
    for snippet in (*firsts, *others):
        # One network has the title below the same words, another has not.
        found.setdefault(snippet.words_id, snippet)
    for snippet in [*found.values()][:MOST_BEGINNINGS]:
        if text := _short(_without_link(snippet, kit), LONGEST_BEGINNING):
            yield Beginning(_(edition.networks[snippet.network].name), text)


def _without_link(snippet: Snippet, kit: Kit) -> str:
    """Return a text without its link, and without the title where that stands above the link."""
    words = snippet.below_warning.removesuffix(snippet.link).rstrip()
    return words.removesuffix(f"{BLANK_LINE}{kit.title}").rstrip()


def _short(text: str, most: int) -> str:
    return cut(text, lambda start: len(start) <= most)
