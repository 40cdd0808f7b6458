"""What readers get on one day: which posts are public, in which order, rendered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from advocacy import addresses
from advocacy.about import SERIES, TOPICS, About
from advocacy.errors import Problem
from advocacy.library import Library
from advocacy.markup.images import ImageFile
from advocacy.markup.render import Rendered
from advocacy.page import Page
from advocacy.page_families import Family
from advocacy.post import Post, site_prefix
from advocacy.publishing.drawn_picture import DrawnPicture
from advocacy.publishing.font_sheet import make_font_sheet
from advocacy.publishing.logo import LOGO_SHEET, Logos, read_logos
from advocacy.publishing.look import make_look_sheet
from advocacy.publishing.own_fonts import Fonts, read_fonts
from advocacy.publishing.related import find_related
from advocacy.publishing.sections import find_addresses
from advocacy.publishing.sign import make_sign_version
from advocacy.share.cards.content import Look
from advocacy.share.cards.look import read_look
from advocacy.share.circles import Match, find_circle, sharers
from advocacy.share.life import state_of
from advocacy.share.networks import Network
from advocacy.site import PURPOSES, Site
from advocacy.slugs import slugify
from advocacy.staff import StaffMember

WORDS_A_MINUTE = 230


@dataclass(frozen=True)
class Edition:
    """A library as it is published on one day.

    Attributes:
        today: The day; a build has no other clock.
        public: Every post that has a page, newest first; hidden ones too. On the author's own
            computer also those that are still to be published, which no build shows.
        bodies: What Markdown became, by the path of the file it is from.
        pictures: What front matter names and can be shown, by path below content/images.
        networks: Those the site uses, by id, in its order.
        drawn: In which sizes there are pictures, by path below content/images; empty until they
            are drawn, and then a page shows each in one size.
        refused: What the renderer would not show; such a body is empty, and may not be published.
    """

    library: Library
    today: date
    public: tuple[Post, ...]
    bodies: Mapping[str, Rendered]
    pictures: Mapping[str, ImageFile]
    networks: Mapping[str, Network]
    refused: tuple[Problem, ...] = ()
    drawn: Mapping[str, DrawnPicture] = field(default_factory=dict)

    @property
    def site(self) -> Site:
        """The organisation."""
        return self.library.site

    @cached_property
    def look(self) -> Look:
        """How the site's cards look.

        Raises:
            SettingsError: A design, a logo or a font cannot be used.
        """
        return read_look(self.site)

    @cached_property
    def logos(self) -> Logos | None:
        """The organisation's logo at the head of pages; None where its name stands there."""
        return read_logos(self.site)

    @cached_property
    def fonts(self) -> Fonts:
        """The organisation's fonts, by what is set in them; the theme's where there are none."""
        return read_fonts(self.site)

    @cached_property
    def look_sheet(self) -> str:
        """The style sheet of the organisation's fonts, colours and logo; empty without any."""
        sheets = (make_font_sheet(self.fonts), make_look_sheet(self.site))
        return "".join((*sheets, LOGO_SHEET if self.logos else ""))

    @cached_property
    def sign_version(self) -> str:
        """What changes when the organisation's sign does."""
        return make_sign_version(self.site)

    @cached_property
    def for_kits(self) -> "Edition":
        """The same, as pages of kits link to it."""
        site = self.site.for_kits()
        if site == self.site:
            return self
        return replace(self, library=replace(self.library, site=site))

    @cached_property
    def by_path(self) -> Mapping[str, Post]:
        """Every post that has a page, by the path of its file."""
        return {post.path: post for post in self.public}

    @cached_property
    def listed(self) -> tuple[Post, ...]:
        """The posts that feeds and kits may name, newest first."""
        return tuple(post for post in self.public if post.is_listed(self.today))

    @cached_property
    def awaited(self) -> tuple[Post, ...]:
        """The posts that are still to be published, and are shown to their author alone."""
        return tuple(post for post in self.public if post.is_awaited(self.today))

    @cached_property
    def with_kit(self) -> Mapping[str, Post]:
        """The posts that have a share kit, be it offered now or not, by slug, newest first.

        A post whose authors have all left has none: nobody is there to answer.
        """
        return {post.slug: post for post in self.listed if self.has_author(post)}

    @cached_property
    def shared(self) -> Mapping[str, Post]:
        """The posts that are offered for sharing now, by slug, newest first."""
        return {
            slug: post
            for slug, post in self.with_kit.items()
            if state_of(post, self.site, self.today).is_offered
        }

    @cached_property
    def sharers(self) -> tuple[StaffMember, ...]:
        """The colleagues who opted in to a page of their own, by id."""
        return sharers(self.library.staff.values(), self.today)

    @cached_property
    def circles(self) -> Mapping[str, tuple[Match, ...]]:
        """Who might share each post that has a kit, by its slug; the closest to it first."""
        return {
            slug: find_circle(post, self.sharers, self.site) for slug, post in self.with_kit.items()
        }

    @cached_property
    def families(self) -> Mapping[str, tuple[Post, ...]]:
        """Posts that are translations of one another, by the id of the original."""
        families: dict[str, list[Post]] = {}
        for post in self.listed:
            families.setdefault(post.translation_of or post.id, []).append(post)
        return {key: tuple(posts) for key, posts in families.items()}

    @cached_property
    def page_families(self) -> Mapping[str, Family]:
        """By each page's path the page and its translations, the original first."""
        return self.library.page_families

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Post | None, Post | None]]:
        """The next newer and the next older post in the same language, by a post's id."""
        found: dict[str, tuple[Post | None, Post | None]] = {}
        for lang in self.site.languages:
            posts = [None, *(post for post in self.listed if post.lang == lang), None]
            for newer, post, older in zip(posts, posts[1:], posts[2:], strict=False):
                found[post.id if post else ""] = (newer, older)
        return found

    @cached_property
    def related(self) -> Mapping[str, tuple[Post, ...]]:
        """The posts that a reader of one may like next, by its id."""
        return find_related(self.listed)

    @cached_property
    def by_language(self) -> Mapping[str, tuple[Post, ...]]:
        """The posts that each language's lists name, newest first.

        The default language's lists hold posts in every language, but no translation beside its
        original: a post in another language alone would be found nowhere else.
        """
        lists = {
            lang: tuple(post for post in self.listed if post.lang == lang)
            for lang in self.site.languages
        }
        ids = {post.id for post in self.listed}
        own = tuple(post for post in self.listed if post.translation_of not in ids)
        return {**lists, self.site.language: own}

    @cached_property
    def by_author(self) -> Mapping[str, tuple[Post, ...]]:
        """What each colleague wrote, newest first, by the colleague's id."""
        return _grouped(self.listed, self.library.staff, lambda post: post.authors)

    @cached_property
    def topics_in(self) -> Mapping[str, Mapping[str, tuple[Post, ...]]]:
        """By language, what its lists name on each topic, newest first, by the topic's id."""
        return {
            lang: _grouped(posts, self.site.topics, lambda post: post.topics)
            for lang, posts in self.by_language.items()
        }

    @cached_property
    def purposes_in(self) -> Mapping[str, Mapping[str, tuple[Post, ...]]]:
        """By language, what its lists name for each purpose, newest first."""
        return {
            lang: _grouped(posts, PURPOSES, lambda post: filter(None, [post.purpose]))
            for lang, posts in self.by_language.items()
        }

    @property
    def by_topic(self) -> Mapping[str, tuple[Post, ...]]:
        """The posts on each topic that the default language's lists name, newest first."""
        return self.topics_in[self.site.language]

    @property
    def by_purpose(self) -> Mapping[str, tuple[Post, ...]]:
        """The posts of each purpose that the default language's lists name, newest first."""
        return self.purposes_in[self.site.language]

    @cached_property
    def series(self) -> Mapping[tuple[str, str], tuple[Post, ...]]:
        """The listed posts of each series, newest first, by its slug and its language.

        Names of which the slug is the same are one series, however they are written.
        """
        groups: dict[tuple[str, str], list[Post]] = {}
        for post in self.listed:
            if slug := slugify(post.series):
                groups.setdefault((slug, post.lang), []).append(post)
        return {key: tuple(posts) for key, posts in groups.items()}

    @cached_property
    def sections(self) -> Mapping[str, frozenset[str]]:
        """By language, the addresses of all that is no post and has a page in it."""
        return {lang: find_addresses(self, lang) for lang in self.languages}

    @cached_property
    def years_by_language(self) -> Mapping[str, tuple[int, ...]]:
        """The years that have an archive in each language, newest first."""
        return {
            lang: tuple(sorted({post.date.year for post in posts}, reverse=True))
            for lang, posts in self.by_language.items()
        }

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have an archive in the default language, newest first."""
        return self.years_by_language[self.site.language]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a home page."""
        first, *others = self.site.languages
        return (first, *(lang for lang in others if self.by_language[lang]))

    @property
    def search_languages(self) -> tuple[str, ...]:
        """The languages that have a search page: none where search is off, or nothing to find."""
        return self.languages if self.site.search.enabled and self.listed else ()

    def find(self, address: str, lang: str) -> tuple[str, str]:
        """Return where a page of a section is, and in which language.

        Args:
            address: Below the prefix of a language.
            lang: The language of who asks; what is not there is looked for in the first one.
        """
        found = lang if address in self.sections.get(lang, ()) else self.site.language
        return f"{site_prefix(self.site, found)}{address}", found

    def minutes(self, post: Post) -> int:
        """Return how long a post takes to read, in whole minutes, at least one."""
        return max(1, round(self.bodies[post.path].words / WORDS_A_MINUTE))

    def has_author(self, post: Post) -> bool:
        """Say whether one of a post's authors still works here."""
        return not all(self.author(each).has_left(self.today) for each in post.authors)

    def author(self, staff_id: str) -> StaffMember:
        """Return a colleague by id."""
        return self.library.staff[staff_id]


def _grouped(
    posts: Iterable[Post], keys: Iterable[str], keys_of: Callable[[Post], Iterable[str]]
) -> dict[str, tuple[Post, ...]]:
    groups: dict[str, list[Post]] = {key: [] for key in keys}
    for post in posts:
        for key in keys_of(post):
            groups[key].append(post)
    return {key: tuple(group) for key, group in groups.items()}


def page_address(site: Site, page: Page) -> str:
    """Return where one of content/pages is on the site."""
    return addresses.page(page.slug, site_prefix(site, page.lang))


def about_address(site: Site, about: About) -> str:
    """Return where the page is that begins with what content says of a list of posts."""
    prefix = site_prefix(site, about.lang)
    if about.folder == SERIES:
        return addresses.series(about.id, prefix)
    make = addresses.topic if about.folder == TOPICS else addresses.purpose
    return f"{prefix}{make(about.id)}"
