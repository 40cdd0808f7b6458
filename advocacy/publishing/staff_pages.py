"""The directory of colleagues, and each one's page."""

from collections.abc import Iterator

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import staff_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.people import make_person
from advocacy.publishing.pictures import show_body
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.structured import make_profile
from advocacy.share.profile import profile_url
from advocacy.share.site_networks import networks_of
from advocacy.site import Site
from advocacy.staff import StaffMember
from advocacy.translations import language_name, translations_for
from advocacy.views import Link, StaffListView, StaffView


def make_staff_pages(edition: Edition) -> Iterator[PageFile]:
    """Return the directory and the page of each colleague."""
    _ = translations_for(edition.site.language).gettext
    members = edition.library.staff.values()
    people = [(make_person(edition, each), each.has_left(edition.today)) for each in members]
    view = StaffListView(
        head=make_head(
            edition,
            _("People"),
            addresses.STAFF,
            description=_("The people behind the posts, and what you may ask them."),
            section="staff",
        ),
        people=tuple(person for person, left in people if not left),
        former=tuple(person for person, left in people if left),
    )
    yield PageFile(addresses.STAFF, "staff_list.html", view)
    for member in members:
        address = addresses.staff_member(member.id)
        yield PageFile(address, "staff.html", _staff_view(edition, member, address))


def _staff_view(edition: Edition, member: StaffMember, address: str) -> StaffView:
    left = member.has_left(edition.today)
    posts = edition.by_author[member.id]
    feed = staff_feed(edition.site, member.id, member.name) if posts else None
    description = f"{member.name}, {member.role}, {edition.site.name}"
    links = () if left else _links(member, edition.site)
    profile = make_profile(edition, member, [link.href for link in links])
    head = make_head(
        edition,
        member.name,
        address,
        description=description,
        feeds=(feed,) if feed else (),
        section="staff",
        kind="profile",
        things=(profile,),
    )
    return StaffView(
        head=head,
        person=make_person(edition, member),
        html=show_body(edition, member.path),
        languages=() if left else tuple(language_name(lang) for lang in member.languages),
        links=links,
        posts=make_post_links(edition, posts),
        feed=feed,
    )


def _links(member: StaffMember, site: Site) -> tuple[Link, ...]:
    """Return a colleague's own links, then their pages on the networks that have such pages."""
    own = [Link(url, label) for label, url in member.links.items()]
    networks = networks_of(site)
    profiles = [
        Link(url, f"{networks[network].name}: {handle}")
        for network, handle in member.handles.items()
        if network in networks and (url := profile_url(networks[network], handle))
    ]
    return (*own, *profiles)
