"""A post's page, and how lists show a post."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from advocacy import addresses
from advocacy.markup.render import Rendered
from advocacy.page import CONVERSATION_PATH
from advocacy.post import Post
from advocacy.publishing.alternates import translations
from advocacy.publishing.discussions import make_discussions
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.heading_links import link_headings
from advocacy.publishing.heads import make_post_head
from advocacy.publishing.menu import translated_page
from advocacy.publishing.notices import make_notice
from advocacy.publishing.people import make_authors, make_lead
from advocacy.publishing.prose import allow_frames, make_prose
from advocacy.publishing.purpose_words import purpose_aim, purpose_label
from advocacy.publishing.series_links import series_href
from advocacy.slugs import slugify
from advocacy.translations import direction, format_day, language_name
from advocacy.views import DateView, Link, PostLink, PostView, RelatedLink

# A post of so many words takes four minutes to read, and is seldom seen as a whole.
LONG_WORDS = 800
LEAST_HEADINGS = 3


def make_post_link(edition: Edition, post: Post, lang: str = "") -> PostLink:
    """Return a post as lists show it, for a page in a language; in the first one by default."""
    lang = lang or edition.site.language
    return PostLink(
        href=edition.site.href(post.address(edition.site)),
        title=post.title,
        summary=post.summary,
        date=make_date(post, post.lang),
        authors=make_authors(edition, post.authors, lang),
        lang=post.lang,
        direction=direction(post.lang),
        purpose=purpose_link(edition, post, lang),
        minutes=edition.minutes(post),
        image=make_lead(edition, post),
    )


def make_post_links(
    edition: Edition, posts: Sequence[Post], lang: str = ""
) -> tuple[PostLink, ...]:
    """Return posts as lists show them, for a page in a language; in the first one by default."""
    return tuple(make_post_link(edition, post, lang) for post in posts)


def make_post_view(edition: Edition, post: Post) -> PostView:
    """Return all that a post's page shows."""
    site = edition.site
    audience, audience_lang = site.audience_in(post.audience, post.lang)
    series = _series(edition, post)
    newer, older = edition.neighbours.get(post.id, (None, None))
    body = edition.bodies[post.path]
    prose = make_prose(edition, post.path)
    html = link_headings(prose.html, body.headings, post.lang)
    return PostView(
        head=allow_frames(make_post_head(edition, post), prose),
        title=post.title,
        summary=post.summary,
        date=make_date(post, post.lang),
        authors=make_authors(edition, post.authors, post.lang),
        lang=post.lang,
        direction=direction(post.lang),
        minutes=edition.minutes(post),
        modified=make_date(post, post.lang, modified=True) if post.modified else None,
        change_note=post.change_note,
        aim=purpose_aim(post),
        contents=make_contents(body),
        topics=_topics(edition, post),
        purpose=purpose_link(edition, post, post.lang),
        audience=audience,
        audience_lang=audience_lang,
        image=make_lead(edition, post),
        question=post.question,
        disclosure=post.disclosure,
        discussions=make_discussions(post, edition.networks),
        translations=_translations(edition, post),
        series=post.series,
        series_posts=tuple(_link(edition, each, current=each == post) for each in series),
        related=_related(edition, post),
        newer=_link(edition, newer) if newer else None,
        older=_link(edition, older) if older else None,
        kit_href=_kit_href(edition, post),
        address=site.absolute(post.address(site)),
        email_href=_email_href(edition, post),
        source=_source(edition, post),
        conversation=_conversation(edition, post.lang),
        notice=make_notice(edition, post),
        series_href=series_href(edition, post),
        **prose._replace(html=html)._asdict(),
    )


def _topics(edition: Edition, post: Post) -> tuple[Link, ...]:
    """Return the links to the lists of a post's topics, in its language where it has them."""
    links = (topic_link(edition, topic, post.lang) for topic in post.topics)
    return tuple(link for link in links if link)


def topic_link(edition: Edition, topic: str, lang: str) -> Link | None:
    """Return the link to the posts on a topic, for a page in a language; None where are none."""
    site = edition.site
    address, found = edition.find(addresses.topic(topic), lang)
    if not edition.topics_in[found][topic]:
        return None
    return Link(site.href(address), *site.topic_in(topic, lang), leads_to=found)


def _translations(edition: Edition, post: Post) -> tuple[Link, ...]:
    """Return the links to the same post in other languages, each by its language's name."""
    site = edition.site
    return tuple(
        Link(site.href(each.address(site)), language_name(each.lang), each.lang)
        for each in translations(edition, post)
        if each != post
    )


def _kit_href(edition: Edition, post: Post) -> str:
    """Return the link to a post's kit; nothing where it is not offered, or built apart."""
    if edition.site.sharing.folder or post.slug not in edition.shared:
        return ""
    return edition.site.href(addresses.kit(post.slug))


def make_date(post: Post, lang: str, *, modified: bool = False) -> DateView:
    """Return the day on which a post was published, or changed, in a page's language."""
    moment = post.modified if modified and post.modified else post.date
    return DateView(moment.isoformat(), format_day(moment.date(), lang))


def purpose_link(edition: Edition, post: Post, lang: str) -> Link | None:
    """Return the link to the other posts of the same purpose, where a list names them.

    Args:
        edition: What is published.
        post: The post, in whose language the purpose is told.
        lang: That of the page.
    """
    address, found = edition.find(addresses.purpose(post.purpose), lang)
    if not edition.purposes_in[found].get(post.purpose):
        return None
    label = purpose_label(post.purpose, post.lang)
    return Link(edition.site.href(address), label, leads_to=found)


def _series(edition: Edition, post: Post) -> list[Post]:
    """Return the posts of a post's series, from the first to the last."""
    return [*edition.series.get((slugify(post.series), post.lang), ())][::-1]


def _link(edition: Edition, post: Post, *, current: bool = False) -> Link:
    return Link(edition.site.href(post.address(edition.site)), post.title, post.lang, current)


def _email_href(edition: Edition, post: Post) -> str:
    if not edition.site.email:
        return ""
    return f"mailto:{edition.site.email}?subject={quote(post.title, safe='')}"


def _conversation(edition: Edition, lang: str) -> Link | None:
    """Return the link to what readers can expect when they answer, where a page tells it."""
    page = translated_page(edition, CONVERSATION_PATH, lang)
    if not page:
        return None
    return Link(edition.site.href(page_address(edition.site, page)), page.title, page.lang)


def _related(edition: Edition, post: Post) -> tuple[RelatedLink, ...]:
    site = edition.site
    return tuple(
        RelatedLink(
            _link(edition, each),
            tuple(site.topic_in(topic, post.lang) for topic in each.topics if topic in post.topics),
        )
        for each in edition.related.get(post.id, ())
    )


def make_contents(body: Rendered) -> tuple[Link, ...]:
    """Return links to a text's main headings; none where it is short, or has few of them."""
    top = min((each.level for each in body.headings), default=0)
    main = [each for each in body.headings if each.level == top and each.text]
    if body.words < LONG_WORDS or len(main) < LEAST_HEADINGS:
        return ()
    return tuple(Link(f"#{each.id}", each.text) for each in main)


def _source(edition: Edition, post: Post) -> Link | None:
    """Return the link to where a post was first published, if that is on another site."""
    url = post.source_url or post.canonical
    host = urlsplit(url).hostname
    if not host or host == urlsplit(edition.site.url).hostname:
        return None
    return Link(url, host.removeprefix("www."))
