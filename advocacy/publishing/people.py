"""Colleagues as pages show them."""

from dataclasses import replace
from urllib.parse import quote

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.pictures import make_sources
from advocacy.share.circles import match_labels
from advocacy.staff import StaffMember, initials
from advocacy.views import ImageView, PersonView, SharerView, SourceView


def make_person(edition: Edition, member: StaffMember, lang: str = "") -> PersonView:
    """Return a colleague as posts, lists, cards and kits show them.

    Args:
        edition: What is published.
        member: The colleague.
        lang: That of the page, and of their own page that it leads to; the first by default.
    """
    address, _found = edition.find(addresses.staff_member(member.id), lang)
    left = member.has_left(edition.today)
    return PersonView(
        id=member.id,
        name=member.name,
        role=member.role,
        href=edition.site.href(address),
        initials=initials(member.name),
        name_latin=member.name_latin,
        team=member.team,
        pronouns=member.pronouns,
        photo=make_image(edition, member.photo, member.photo_alt or member.name),
        has_left=left,
        ask_me_about=() if left else member.ask_me_about,
        lang=member.name_lang,
    )


def make_authors(
    edition: Edition, staff_ids: tuple[str, ...], lang: str = ""
) -> tuple[PersonView, ...]:
    """Return the authors of a post in the order in which it names them, for a page's language."""
    return tuple(make_person(edition, edition.author(staff_id), lang) for staff_id in staff_ids)


def make_sharers(edition: Edition, post: Post) -> tuple[SharerView, ...]:
    """Return who might share a post, and why."""
    site = edition.site
    return tuple(
        SharerView(
            make_person(edition, match.member),
            site.href(addresses.own_page(match.member.id)),
            match.wrote,
            match_labels(match, site),
        )
        for match in edition.circles[post.slug]
    )


def make_lead(edition: Edition, post: Post) -> ImageView | None:
    """Return the picture that stands above a post; None where there is none to show."""
    image = make_image(edition, post.image, post.image_alt)
    return image and replace(image, caption=post.image_caption, credit=post.image_credit)


def make_image(edition: Edition, path: str, alt: str) -> ImageView | None:
    """Return a picture that front matter names; None where there is none to show."""
    image = edition.pictures.get(path)
    if image is None:
        return None
    href = edition.site.href(quote(addresses.image(image.path)))
    sources = tuple(SourceView(*source) for source in make_sources(edition, path))
    return ImageView(
        href, alt, image.width_px, image.height_px, sources=sources, suits_dark=image.suits_dark
    )
