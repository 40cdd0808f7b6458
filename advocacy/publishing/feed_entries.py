"""A post as feeds bring it."""

from html import escape

from advocacy import addresses
from advocacy.feeds.feed import Author, Category, Entry, Picture
from advocacy.markup.portable import make_portable, staying_links
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.heads import make_card
from advocacy.publishing.people import make_lead
from advocacy.publishing.purpose_words import purpose_label
from advocacy.site import Site
from advocacy.views import Card


def make_entry(edition: Edition, post: Post) -> Entry:
    """Return a post whole, with its picture."""
    site = edition.site
    url = site.absolute(post.address(site))
    body = edition.bodies[post.path].html
    card = make_card(edition, post)
    lead = _lead_html(edition, post) or ("" if "<img " in body else _card_html(card))
    return Entry(
        id=post.id,
        url=url,
        title=post.title,
        html=make_portable(lead + body, url),
        summary=post.summary,
        published=post.date,
        updated=post.modified or post.date,
        authors=make_entry_authors(edition, post),
        categories=make_categories(site, post),
        lang=post.lang,
        picture=make_picture(card),
        has_inner_links=bool(staying_links(body)),
    )


def make_entry_authors(edition: Edition, post: Post) -> tuple[Author, ...]:
    """Return who wrote a post, each with the address of their page."""
    members = [edition.author(staff_id) for staff_id in post.authors]
    absolute = edition.site.absolute
    return tuple(Author(each.name, absolute(addresses.staff_member(each.id))) for each in members)


def make_categories(site: Site, post: Post) -> tuple[Category, ...]:
    """Return a post's topics and its purpose, in the site's words, so that readers can filter."""
    topics = [Category(site.topics[each], site.absolute(addresses.TOPICS)) for each in post.topics]
    if not post.purpose:
        return tuple(topics)
    label = purpose_label(post.purpose, site.language)
    return (*topics, Category(label, site.absolute(addresses.PURPOSES)))


def make_picture(card: Card) -> Picture:
    """Return a card as feeds name it beside an entry."""
    return Picture(card.url, card.media_type, card.width_px, card.height_px)


def _lead_html(edition: Edition, post: Post) -> str:
    """Return the picture that stands above a post on its page; empty where there is none."""
    image = make_lead(edition, post)
    if image is None:
        return ""
    credit = f"<small>{escape(image.credit)}</small>" if image.credit else ""
    told = "<br>".join(filter(None, (escape(image.caption), credit)))
    caption = f"<figcaption>{told}</figcaption>" if told else ""
    size = f'width="{image.width_px}" height="{image.height_px}"'
    tag = f'<img src="{escape(image.href)}" alt="{escape(image.alt)}" {size}>'
    return f"<figure>{tag}{caption}</figure>\n"


def _card_html(card: Card) -> str:
    """Return a post's card for its body: not all readers show what stands beside an entry."""
    size = f'width="{card.width_px}" height="{card.height_px}"'
    return f'<p><img src="{escape(card.url)}" alt="{escape(card.alt)}" {size}></p>\n'
