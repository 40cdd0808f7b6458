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
from advocacy.publishing.notices import make_notice
from advocacy.publishing.people import make_authors, make_lead
from advocacy.publishing.prose import make_prose
from advocacy.publishing.series_links import series_href
from advocacy.translations import direction, format_day, language_name, translations_for
from advocacy.views import DateView, Link, PostLink, PostView, RelatedLink

# A post of so many words takes four minutes to read, and is seldom seen as a whole.
LONG_WORDS = 800
LEAST_HEADINGS = 3


def make_post_link(edition: Edition, post: Post) -> PostLink:
    """Return a post as lists show it."""
    return PostLink(
        href=edition.site.href(post.address(edition.site)),
        title=post.title,
        summary=post.summary,
        date=make_date(post, post.lang),
        authors=make_authors(edition, post.authors),
        lang=post.lang,
        direction=direction(post.lang),
        purpose=purpose_link(edition, post),
        minutes=edition.minutes(post),
        image=make_lead(edition, post),
    )


def make_post_links(edition: Edition, posts: Sequence[Post]) -> tuple[PostLink, ...]:
    """Return posts as lists show them."""
    return tuple(make_post_link(edition, post) for post in posts)


def make_post_view(edition: Edition, post: Post) -> PostView:
    """Return all that a post's page shows."""
    site = edition.site
    series = _series(edition, post)
    newer, older = edition.neighbours.get(post.id, (None, None))
    body = edition.bodies[post.path]
    prose = make_prose(edition, post.path)
    html = link_headings(prose.html, body.headings, post.lang)
    return PostView(
        head=make_post_head(edition, post),
        title=post.title,
        summary=post.summary,
        date=make_date(post, post.lang),
        authors=make_authors(edition, post.authors),
        lang=post.lang,
        direction=direction(post.lang),
        minutes=edition.minutes(post),
        modified=make_date(post, post.lang, modified=True) if post.modified else None,
        change_note=post.change_note,
        aim=_aim(post),
        contents=make_contents(body),
        topics=_topics(edition, post),
        purpose=purpose_link(edition, post),
        audience=site.audiences.get(post.audience, ""),
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
        conversation=_conversation(edition),
        notice=make_notice(edition, post),
        series_href=series_href(edition, post),
        **prose._replace(html=html)._asdict(),
    )


def _topics(edition: Edition, post: Post) -> tuple[Link, ...]:
    """Return the links to the lists of a post's topics."""
    site = edition.site
    return tuple(
        Link(site.href(addresses.topic(topic)), site.topics[topic], site.language)
        for topic in post.topics
        if edition.by_topic[topic]
    )


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


def purpose_link(edition: Edition, post: Post) -> Link | None:
    """Return the link to the other posts of the same purpose, where a list names them."""
    if not edition.by_purpose.get(post.purpose):
        return None
    label = purpose_label(post.purpose, post.lang)
    return Link(edition.site.href(addresses.purpose(post.purpose)), label)


def purpose_label(purpose: str, lang: str) -> str:
    """Return a purpose as a language's readers are told it."""
    _ = translations_for(lang).gettext
    return {
        "reputation": _("Who we are"),
        "engagement": _("Talking with you"),
        "responsibility": _("What we answer for"),
        "issues": _("Putting things right"),
        "service": _("How we can help"),
    }[purpose]


def _aim(post: Post) -> str:
    """Say why a post exists in a sentence to its readers; nothing where its author did not."""
    _ = translations_for(post.lang).gettext
    return {
        "": "",
        "reputation": _("This post shows who we are."),
        "engagement": _("This post wants to talk with you."),
        "responsibility": _("With this post we answer for what we do."),
        "issues": _("This post tells what went wrong, and what we do about it."),
        "service": _("This post wants to be of use to you."),
    }[post.purpose]


def _series(edition: Edition, post: Post) -> list[Post]:
    if not post.series:
        return []
    same = [each for each in edition.listed if (each.series, each.lang) == (post.series, post.lang)]
    return same[::-1]


def _link(edition: Edition, post: Post, *, current: bool = False) -> Link:
    return Link(edition.site.href(post.address(edition.site)), post.title, post.lang, current)


def _email_href(edition: Edition, post: Post) -> str:
    if not edition.site.email:
        return ""
    return f"mailto:{edition.site.email}?subject={quote(post.title, safe='')}"


def _conversation(edition: Edition) -> Link | None:
    """Return the link to what readers can expect when they answer, where a page tells it."""
    page = edition.library.pages.get(CONVERSATION_PATH)
    if not page:
        return None
    return Link(edition.site.href(page_address(edition.site, page)), page.title, page.lang)


def _related(edition: Edition, post: Post) -> tuple[RelatedLink, ...]:
    topics = edition.site.topics
    return tuple(
        RelatedLink(
            _link(edition, each),
            tuple(topics[topic] for topic in each.topics if topic in post.topics),
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
