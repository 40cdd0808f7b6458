"""Colleagues' own pages: what each of those who opted in might share, and in which words."""

from collections.abc import Iterator, Mapping, Sequence

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.hub import make_kit_link
from advocacy.publishing.kit_days import make_day, make_end
from advocacy.publishing.people import make_person
from advocacy.publishing.posts import make_post_link
from advocacy.share.app_icon import APPLE_ICON
from advocacy.share.circles import match_labels
from advocacy.share.kit import Kit, make_kit, make_snippet_view
from advocacy.share.own_kit import Deal, deal, make_own_kit, own_site
from advocacy.site import Site
from advocacy.staff import StaffMember
from advocacy.translations import translations_for
from advocacy.views import OfflineView, OwnKitView, OwnView

# Nobody reads more texts than these on a phone; older kits are links, and the oldest in the hub.
KITS_WITH_TEXTS = 10
MOST_KITS = 30


def make_own_pages(edition: Edition, kits: tuple[Kit, ...]) -> Iterator[PageFile]:
    """Return the page of each colleague who opted in, and the one without a connection."""
    offered = (kit for kit in kits if kit.state.is_offered)
    newest_first = sorted(offered, key=lambda kit: kit.since, reverse=True)
    own = {
        member.id: [kit for kit in newest_first if member.id in _ids(edition, kit)]
        for member in edition.sharers
    }
    with_texts = {kit.slug: kit for each in own.values() for kit in each[:KITS_WITH_TEXTS]}
    dealt = {
        slug: deal(kit, _ids(edition, kit), edition.with_kit[slug].authors)
        for slug, kit in with_texts.items()
    }
    for member in edition.sharers:
        yield _own_page(edition, member, own[member.id], dealt)
    if edition.sharers:
        yield _offline_page(edition)


def own_language(member: StaffMember, site: Site) -> str:
    """Return the first of a colleague's languages that the site has; else the site's first."""
    by_language = {lang.partition("-")[0]: lang for lang in reversed(site.languages)}
    found = (by_language.get(lang.partition("-")[0]) for lang in member.languages)
    return next(filter(None, found), site.language)


def _ids(edition: Edition, kit: Kit) -> tuple[str, ...]:
    return tuple(match.member.id for match in edition.circles[kit.slug])


def _own_page(
    edition: Edition, member: StaffMember, kits: Sequence[Kit], dealt: Mapping[str, Deal]
) -> PageFile:
    site, address = edition.site, addresses.own_page(member.id)
    lang = own_language(member, site)
    _ = translations_for(lang).gettext
    title = _("For %(name)s") % {"name": member.name}
    head = make_head(edition, title, address, lang=lang, section="share", is_indexed=False)
    newest, older = kits[:KITS_WITH_TEXTS], kits[KITS_WITH_TEXTS:MOST_KITS]
    view = OwnView(
        head=head,
        person=make_person(edition, member),
        kits=tuple(_own_kit(edition, kit, member, dealt[kit.slug], lang) for kit in newest),
        older=tuple(make_kit_link(edition, kit, lang) for kit in older),
        hub_href=site.href(addresses.SHARE),
        manifest_href=site.href(addresses.own_manifest(member.id)),
        icon_href=site.href(addresses.app_icon(APPLE_ICON.name)),
        worker_href=site.href(addresses.WORKER),
    )
    return PageFile(address, "own.html", view)


def _own_kit(edition: Edition, kit: Kit, member: StaffMember, dealt: Deal, lang: str) -> OwnKitView:
    post = edition.with_kit[kit.slug]
    site = own_site(edition.site, member)
    if site is not edition.site:
        kit = make_kit(post, site, edition.networks, edition.today)
    match = next(each for each in edition.circles[kit.slug] if each.member.id == member.id)
    return OwnKitView(
        href=site.href(addresses.kit(kit.slug)),
        post=make_post_link(edition, post),
        snippets=tuple(
            make_snippet_view(kit, found, edition.networks[found.network], lang)
            for found in make_own_kit(kit, member, dealt, wrote=match.wrote).networks
        ),
        until=make_day(kit.until, lang),
        state=kit.state,
        ends=make_end(kit, site),
        wrote=match.wrote,
        reasons=match_labels(match, site),
    )


def _offline_page(edition: Edition) -> PageFile:
    site = edition.site
    _ = translations_for(site.language).gettext
    title = _("No connection")
    head = make_head(edition, title, addresses.OFFLINE, section="share", is_indexed=False)
    return PageFile(
        addresses.OFFLINE, "offline.html", OfflineView(head, site.href(addresses.SHARE))
    )
