"""What search engines read of a page: its things as schema.org has them, as JSON-LD."""

from collections.abc import Iterable, Mapping, Sequence

from advocacy import addresses
from advocacy.post import Post, site_prefix
from advocacy.publishing.edition import Edition
from advocacy.publishing.sections import section_of
from advocacy.publishing.sign import has_own_sign
from advocacy.share.app_icon import APP_ICONS
from advocacy.site import Site
from advocacy.slugs import slugify
from advocacy.staff import StaffMember
from advocacy.translations import translations_for
from advocacy.views import Card

Thing = Mapping[str, object]
# A name and an address below the site's root.
Crumb = tuple[str, str]


def make_page_graph(
    edition: Edition, title: str, address: str, lang: str, things: Sequence[Thing]
) -> Thing:
    """Return all things of a page that is no post; a home page is about the blog."""
    site = edition.site
    if address == site_prefix(site, lang):
        things = (make_blog(site, lang),)
    return _make_graph(site, things, _page_trail(site, title, address, lang))


def make_post_graph(edition: Edition, post: Post, card: Card) -> Thing:
    """Return all things of a post's page; none where no list may name the post."""
    if not post.is_listed(edition.today):
        return {}
    posting = make_posting(edition, post, card)
    return _make_graph(edition.site, [posting], _post_trail(edition, post))


def _make_graph(site: Site, things: Iterable[Thing], trail: Sequence[Crumb]) -> Thing:
    """Return all things of a page, the organisation first.

    Args:
        site: The organisation.
        things: What the page is about.
        trail: The way to the page from the home page, with both; one step alone is no trail.
    """
    way = [_make_trail(site, trail)] if len(trail) > 1 else []
    return {
        "@context": "https://schema.org",
        "@graph": [make_organisation(site), *things, *way],
    }


def _page_trail(site: Site, title: str, address: str, lang: str) -> tuple[Crumb, ...]:
    """Return the way to a page that is no post, by the section that it lies in."""
    _ = translations_for(lang).gettext
    home = site_prefix(site, lang)
    steps = [(site.name, home), (title, address)]
    if section := section_of(address.removeprefix(home)):
        steps.insert(1, (section.name(_), f"{home}{section.address}"))
    return tuple({base: (name, base) for name, base in steps}.values())


def _post_trail(edition: Edition, post: Post) -> tuple[Crumb, ...]:
    """Return the way to a post: by its series, else by the first of its topics that has a page."""
    site, prefix = edition.site, site_prefix(edition.site, post.lang)
    slug = slugify(post.series)
    ways = [(post.series, addresses.series(slug))] if slug else []
    ways += [(site.topic_in(topic, post.lang)[0], addresses.topic(topic)) for topic in post.topics]
    pages = edition.sections.get(post.lang, frozenset())
    above = [(name, f"{prefix}{address}") for name, address in ways if address in pages]
    return ((site.name, prefix), *above[:1], (post.title, post.address(site)))


def make_organisation(site: Site) -> Thing:
    """Return who publishes the site."""
    named = _named(site, site.name)
    return _filled(
        {"@type": "Organization", "@id": _id(site, "organisation"), **named, "logo": _sign(site)}
    )


def _sign(site: Site) -> Thing:
    """Return the organisation's sign in the largest of its sizes; nothing where it has none."""
    if not has_own_sign(site):
        return {}
    icon = max(APP_ICONS, key=lambda each: (each.size_px, each.purpose == "any"))
    return {
        "@type": "ImageObject",
        "url": site.absolute(addresses.site_icon(icon.name)),
        "width": f"{icon.size_px}",
        "height": f"{icon.size_px}",
    }


def make_blog(site: Site, lang: str) -> Thing:
    """Return the blog itself, for its home page in a language."""
    return {
        "@type": "Blog",
        "@id": _id(site, "blog"),
        **_named(site, site.name, site_prefix(site, lang)),
        "description": site.description,
        "inLanguage": lang,
        "publisher": {"@id": _id(site, "organisation")},
    }


def make_posting(edition: Edition, post: Post, card: Card) -> Thing:
    """Return a post; it has a day of change only where it was changed."""
    site = edition.site
    url = post.canonical or site.absolute(post.address(site))
    posting: dict[str, object] = {
        "@type": "BlogPosting",
        "@id": f"{site.absolute(post.address(site))}#post",
        "url": url,
        "mainEntityOfPage": url,
        "headline": post.title,
        "description": post.summary,
        "inLanguage": post.lang,
        "datePublished": post.date.isoformat(),
        "author": [_author(site, edition.author(each)) for each in post.authors],
        "publisher": {"@id": _id(site, "organisation")},
        "isPartOf": {"@id": _id(site, "blog")},
        "image": _picture(card),
        "wordCount": edition.bodies[post.path].words,
        "keywords": [site.topic_in(topic, post.lang)[0] for topic in post.topics],
    }
    if post.modified:
        posting["dateModified"] = post.modified.isoformat()
    if post.audience:
        label, _lang = site.audience_in(post.audience, post.lang)
        posting["audience"] = {"@type": "Audience", "audienceType": label}
    if site.licence and site.licence.url:
        posting["license"] = site.licence.url
    return _filled(posting)


def make_profile(
    edition: Edition, member: StaffMember, links: Sequence[str], address: str
) -> Thing:
    """Return a colleague's page; one who has left works here no more, and is asked nothing.

    Args:
        edition: What is published.
        member: The colleague.
        links: Their pages elsewhere, as their own page shows them.
        address: Of the page: in each language there is one of the same person.
    """
    site = edition.site
    person = {**_author(site, member), "jobTitle": member.role}
    if not member.has_left(edition.today):
        person["worksFor"] = {"@id": _id(site, "organisation")}
        person["knowsAbout"] = list(member.ask_me_about)
        person["knowsLanguage"] = list(member.languages)
    person["alternateName"] = member.name_latin
    person["sameAs"] = list(links)
    if member.photo in edition.pictures:
        person["image"] = site.absolute(addresses.image(member.photo))
    url = site.absolute(address)
    return {"@type": "ProfilePage", "@id": url, "url": url, "mainEntity": _filled(person)}


def _make_trail(site: Site, trail: Sequence[Crumb]) -> Thing:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": site.absolute(address),
            }
            for position, (name, address) in enumerate(trail, 1)
        ],
    }


def _filled(thing: Thing) -> Thing:
    """Return a thing without the properties that have no value."""
    return {key: value for key, value in thing.items() if value not in ("", [], {})}


def _author(site: Site, member: StaffMember) -> dict[str, object]:
    address = addresses.staff_member(member.id)
    identity = f"{site.absolute(address)}#person"
    return {"@type": "Person", "@id": identity, **_named(site, member.name, address)}


def _named(site: Site, name: str, address: str = addresses.HOME) -> dict[str, object]:
    return {"name": name, "url": site.absolute(address)}


def _id(site: Site, name: str) -> str:
    return f"{site.absolute(addresses.HOME)}#{name}"


def _picture(card: Card) -> Thing:
    return {
        "@type": "ImageObject",
        "url": card.url,
        "width": f"{card.width_px}",
        "height": f"{card.height_px}",
        "caption": card.alt,
    }
