"""The directory of colleagues, and each one's page."""

from collections.abc import Iterator, Sequence

from advocacy import addresses
from advocacy.post import Post, site_prefix
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import staff_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.paging import cut
from advocacy.publishing.people import make_person
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.prose import allow_frames, make_prose
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


def make_staff_pages(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return the directory and the page of each colleague, in a language."""
    _ = translations_for(lang).gettext
    prefix = site_prefix(edition.site, lang)
    members = edition.library.staff.values()
    here = [each for each in members if not each.has_left(edition.today)]
    view = StaffListView(
        head=make_head(
            edition,
            _("People"),
            f"{prefix}{addresses.STAFF}",
            description=_("The people behind the posts, and what you may ask them."),
            lang=lang,
            section="staff",
        ),
        teams=_teams(edition, here, lang),
        former=tuple(make_person(edition, each, lang) for each in members if each not in here),
    )
    yield PageFile(f"{prefix}{addresses.STAFF}", "staff_list.html", view)
    for member in members:
        yield from _pages(edition, member, lang)


def _teams(edition: Edition, members: Sequence[StaffMember], lang: str) -> tuple[TeamView, ...]:
    """Return the teams by name, and last those who are in none."""
    names = sorted({each.team for each in members}, key=lambda name: (not name, name.casefold()))
    teams = {name: [each for each in members if each.team == name] for name in names}
    return tuple(
        TeamView(name, tuple(_colleague(edition, each, lang) for each in team))
        for name, team in teams.items()
    )


def _colleague(edition: Edition, member: StaffMember, lang: str) -> ColleagueView:
    """Return a colleague, whom topics, a plain name and the page's names of languages find too."""
    topics = {topic for post in edition.by_author[member.id] for topic in post.topics}
    labels = (
        edition.site.topic_in(topic, lang)[0] for topic in edition.site.topics if topic in topics
    )
    person = make_person(edition, member, lang)
    plain = member.id.replace("-", " ")
    spoken = (language_name(each, lang) for each in member.languages)
    also = ", ".join(filter(None, (person.name_latin, plain, *labels, *spoken)))
    return ColleagueView(person, _languages(member), also)


def _title(edition: Edition, member: StaffMember) -> str:
    """Return what tells a colleague's page apart: the name, with the role where others have it."""
    others = (each.name for each in edition.library.staff.values() if each.id != member.id)
    is_shared = member.name in {edition.site.name, *others}
    return f"{member.name}, {member.role}" if is_shared else member.name


def _languages(member: StaffMember) -> tuple[tuple[str, str], ...]:
    """Return in which languages a colleague answers: each as it calls itself, and its tag."""
    return tuple((language_name(lang), lang) for lang in member.languages)


def _pages(edition: Edition, member: StaffMember, lang: str) -> Iterator[PageFile]:
    """Return a colleague's page, and the numbered ones of their older posts."""
    site, posts = edition.site, _posts_of(edition, member, lang)
    feed = staff_feed(site, member.id, member.name, member.name_lang) if posts else None
    base = f"{site_prefix(site, lang)}{addresses.staff_member(member.id)}"
    front, *older = cut(site, base, posts, lang)
    address, items, paging = front
    view = _staff_view(edition, member, address, lang, items, paging, feed)
    yield PageFile(address, "staff.html", view)
    for number, (numbered, items, paging) in enumerate(older, 1):
        head = make_head(
            edition,
            page_title(_title(edition, member), number, lang),
            numbered,
            description=span_of(member.name, items, lang),
            lang=lang,
            feeds=(feed,) if feed else (),
            section="staff",
        )
        links = make_post_links(edition, items, lang)
        older_view = ListView(head, member.name, links, paging, member.name_lang)
        yield PageFile(numbered, "list.html", older_view)


def _staff_view(
    edition: Edition,
    member: StaffMember,
    address: str,
    lang: str,
    posts: Sequence[Post],
    paging: Paging,
    feed: FeedLink | None,
) -> StaffView:
    left = member.has_left(edition.today)
    description = f"{member.name}, {member.role}, {edition.site.name}"
    links = () if left else _links(member, edition.site)
    profile = make_profile(edition, member, [link.href for link in links], address)
    head = make_head(
        edition,
        _title(edition, member),
        address,
        description=description,
        lang=lang,
        feeds=(feed,) if feed else (),
        section="staff",
        kind="profile",
        things=(profile,),
    )
    prose = make_prose(edition, member.path)
    return StaffView(
        head=allow_frames(head, prose),
        person=make_person(edition, member, lang),
        languages=() if left else _languages(member),
        links=links,
        posts=make_post_links(edition, posts, lang),
        feed=feed,
        paging=paging,
        **prose._asdict(),
    )


def _posts_of(edition: Edition, member: StaffMember, lang: str) -> tuple[Post, ...]:
    """Return what a colleague wrote: in a language, or all where that is the first, or none is."""
    posts = edition.by_author[member.id]
    own = tuple(post for post in posts if post.lang == lang)
    return own if own and lang != edition.site.language else posts


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
