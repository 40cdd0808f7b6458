"""Which files of the blog pages of kits show: they are copied to kits that are built apart."""

from advocacy import addresses
from advocacy.publishing.cards import make_cards
from advocacy.publishing.edition import Edition
from advocacy.publishing.pictures import picture_names

# Of the theme, by name: what no page of the blog uses, and what no page of a kit does. A test
# follows every page of both to what it loads.
KITS_ALONE = frozenset(
    {"kits.css", "previews.css", "hub.js", "kit.js", "own.js", "app.js", "offline.js", "worker.js"}
    | {"ends.js", "wording.js", "composing.js", "counting.js", "folding.js", "top-level-domains.js"}
)
# Only some blogs have a page that loads these: one with code, notes, films, teams or a search.
OF_SOME_BLOGS = frozenset(
    {"code.css", "notes.css", "embeds.css", "search.css"}
    | {"post.js", "embeds.js", "search.js", "staff.js"}
)
BLOG_ALONE = OF_SOME_BLOGS | {"site.webmanifest", "staff.css"}


def of_kits_alone(name: str) -> bool:
    """Say whether a file of the theme is only for what is made for colleagues."""
    return name in KITS_ALONE or name.startswith(addresses.APP_ICONS.removeprefix("theme/"))


def of_blog_alone(name: str) -> bool:
    """Say whether a file of the theme is only for the blog."""
    return name in BLOG_ALONE or name.startswith("site-")


def beside_kits(edition: Edition) -> tuple[str, ...]:
    """Return the names of the cards and pictures that pages of kits show, sorted."""
    posts = edition.with_kit.values()
    shown = {post.image for post in posts} | {each.photo for each in edition.library.staff.values()}
    named = [path for path in shown if path in edition.pictures]
    pictures = {name for path in named for name in picture_names(edition, path)}
    cards = {card.address for post in posts for card in make_cards(edition, post)}
    return tuple(sorted(pictures | cards))
