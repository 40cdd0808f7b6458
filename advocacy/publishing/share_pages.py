"""The hub of what can be shared now, and each post's kit."""

from collections.abc import Iterator

from advocacy import addresses
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_card, make_head
from advocacy.publishing.posts import make_post_link
from advocacy.share.kit import Kit, make_kit, make_snippet_view
from advocacy.translations import format_day, translations_for
from advocacy.views import DateView, HubView, KitLink, KitView


def make_kits(edition: Edition) -> tuple[Kit, ...]:
    """Return the kit of every post that is shared now, newest first."""
    return tuple(
        make_kit(post, edition.site, edition.networks, edition.today)
        for post in edition.shared.values()
    )


def make_share_pages(edition: Edition, kits: tuple[Kit, ...]) -> Iterator[PageFile]:
    """Return the hub and the page of each kit."""
    posts = edition.shared
    _ = translations_for(edition.site.language).gettext
    head = make_head(edition, _("Share"), addresses.SHARE, section="share", is_indexed=False)
    links = tuple(_kit_link(edition, kit, posts[kit.slug]) for kit in kits)
    yield PageFile(addresses.SHARE, "hub.html", HubView(head, links))
    for kit in kits:
        view = _kit_view(edition, kit, posts[kit.slug])
        yield PageFile(addresses.kit(kit.slug), "kit.html", view)


def _kit_link(edition: Edition, kit: Kit, post: Post) -> KitLink:
    href = edition.site.href(addresses.kit(kit.slug))
    return KitLink(href, make_post_link(edition, post), _until(kit, edition.site.language))


def _kit_view(edition: Edition, kit: Kit, post: Post) -> KitView:
    head = make_head(
        edition,
        post.title,
        addresses.kit(kit.slug),
        lang=post.lang,
        section="share",
        is_indexed=False,
    )
    return KitView(
        head=head,
        post=make_post_link(edition, post),
        question=post.question,
        snippets=tuple(
            make_snippet_view(each, edition.networks[each.network], post.lang)
            for each in kit.snippets
        ),
        card=make_card(edition, post),
        card_href=edition.site.href(addresses.card(post.slug)),
        until=_until(kit, post.lang),
    )


def _until(kit: Kit, lang: str) -> DateView | None:
    return DateView(kit.until.isoformat(), format_day(kit.until, lang)) if kit.until else None
