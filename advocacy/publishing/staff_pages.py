"""The directory of colleagues, and each one's page."""

from collections.abc import Iterator, Sequence

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import staff_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.paging import cut
from advocacy.publishing.people import make_person
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.prose import make_prose
from advocacy.publishing.spans import page_title, span_of
from advocacy.publishing.structured import make_profile
from advocacy.share.profile import profile_url
from advocacy.share.site_networks import networks_of
from advocacy.site import Site
from advocacy.staff import StaffMember
from advocacy.translations import language_name, translations_for
from advocacy.views import (
    ColleagueView,
    FeedLink,
    Link,
    ListView,
    Paging,
    StaffListView,
    StaffView,
    TeamView,
)


def make_staff_pages(edition: Edition) -> Iterator[PageFile]:
    """Return the directory and the page of each colleague."""
    _ = translations_for(edition.site.language).gettext
    members = edition.library.staff.values()
    here = [each for each in members if not each.has_left(edition.today)]
    view = StaffListView(
        head=make_head(
            edition,
            _("People"),
            addresses.STAFF,
            description=_("The people behind the posts, and what you may ask them."),
            section="staff",
        ),
        teams=_teams(edition, here),
        former=tuple(make_person(edition, each) for each in members if each not in here),
    )
    yield PageFile(addresses.STAFF, "staff_list.html", view)
    for member in members:
        yield from _pages(edition, member)


def _teams(edition: Edition, members: Sequence[StaffMember]) -> tuple[TeamView, ...]:
    """Return the teams by name, and last those who are in none."""
    names = sorted({each.team for each in members}, key=lambda name: (not name, name.casefold()))
    return tuple(
        TeamView(name, tuple(_colleague(edition, each) for each in members if each.team == name))
        for name in names
    )


def _colleague(edition: Edition, member: StaffMember) -> ColleagueView:
    """Return a colleague who is also found by what they wrote about, and by a plain name."""
    topics = {topic for post in edition.by_author[member.id] for topic in post.topics}
    labels = (label for topic, label in edition.site.topics.items() if topic in topics)
    languages = tuple((language_name(lang), lang) for lang in member.languages)
    person = make_person(edition, member)
    plain = member.id.replace("-", " ")
    also = ", ".join(filter(None, (person.name_latin, plain, *labels)))
    return ColleagueView(person, languages, also)


def _pages(edition: Edition, member: StaffMember) -> Iterator[PageFile]:
    """Return a colleague's page, and the numbered ones of their older posts."""
    site, posts = edition.site, edition.by_author[member.id]
    feed = staff_feed(site, member.id, member.name) if posts else None
    front, *older = cut(site, addresses.staff_member(member.id), posts)
    address, items, paging = front
    yield PageFile(address, "staff.html", _staff_view(edition, member, items, paging, feed))
    for number, (numbered, items, paging) in enumerate(older, 1):
        head = make_head(
            edition,
            page_title(member.name, number, site.language),
            numbered,
            description=span_of(member.name, items, site.language),
            feeds=(feed,) if feed else (),
            section="staff",
        )
        links = make_post_links(edition, items)
        view = ListView(head, member.name, links, paging, member.name_lang)
        yield PageFile(numbered, "list.html", view)


def _staff_view(
    edition: Edition,
    member: StaffMember,
    posts: Sequence[Post],
    paging: Paging,
    feed: FeedLink | None,
) -> StaffView:
    left = member.has_left(edition.today)
    address = addresses.staff_member(member.id)
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
        languages=() if left else tuple(language_name(lang) for lang in member.languages),
        links=links,
        posts=make_post_links(edition, posts),
        feed=feed,
        paging=paging,
        **make_prose(edition, member.path)._asdict(),
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
