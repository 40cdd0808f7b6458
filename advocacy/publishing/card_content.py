"""What a post's cards say."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from advocacy.library import Library
from advocacy.markup.images import ImageFile
from advocacy.post import Post
from advocacy.share.cards.content import PORTRAIT_FOCUS, CardAuthor, CardContent, CardPicture
from advocacy.share.cards.look import make_picture
from advocacy.site import Site
from advocacy.staff import StaffMember
from advocacy.translations import direction, format_day

# A smaller picture would be blown up.
LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 480, 320


def make_card_content(
    library: Library, pictures: Mapping[str, ImageFile], post: Post
) -> CardContent:
    """Return what is drawn on a post's cards.

    Args:
        library: Whose post it is.
        pictures: What can be shown, by path below content/images.
        post: The post.
    """
    site = library.site
    topics = [site.topic_in(topic, post.lang)[0] for topic in post.topics]
    return CardContent(
        title=post.title,
        organisation=site.name,
        authors=tuple(_author(site, pictures, library.staff[each]) for each in post.authors),
        summary=post.summary,
        lang=post.lang,
        is_rtl=direction(post.lang) == "rtl",
        topic=topics[0] if topics else "",
        date=format_day(post.date.date(), post.lang),
        picture=_picture(site, pictures, post),
    )


def quote_contents(content: CardContent, post: Post) -> Iterator[CardContent]:
    """Yield what is drawn on the card of each passage that an author marked to be quoted."""
    for quote in post.share.quotes:
        authors = (CardAuthor(quote.by),) if quote.by else content.authors
        yield replace(content, quote=quote.text, authors=authors, picture=None)


def _author(site: Site, pictures: Mapping[str, ImageFile], member: StaffMember) -> CardAuthor:
    photo = pictures.get(member.photo)
    if not photo or photo.is_svg:
        return CardAuthor(member.name, member.name_latin, member.role)
    shown = make_picture(site, photo.path, PORTRAIT_FOCUS)
    return CardAuthor(member.name, member.name_latin, member.role, shown)


def _picture(site: Site, pictures: Mapping[str, ImageFile], post: Post) -> CardPicture | None:
    image = pictures.get(post.image)
    if not image or image.is_svg:
        return None
    if image.width_px < LEAST_WIDTH_PX or image.height_px < LEAST_HEIGHT_PX:
        return None
    picture = make_picture(site, image.path, post.image_focus)
    return replace(picture, width_px=image.width_px, height_px=image.height_px)
