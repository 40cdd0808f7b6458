"""A post: one Markdown file, read once and whole."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from advocacy import addresses, schema
from advocacy.errors import Problem, nearest
from advocacy.front_matter import Document
from advocacy.schema import Field, FieldError, Node, Place, code_of
from advocacy.site import PURPOSES, Site
from advocacy.slugs import ID_PATTERN, LONGEST_SLUG, slugify
from advocacy.source import Source

POST_ID = r"[A-Za-z0-9][A-Za-z0-9._:/@,-]{3,199}"


@dataclass(frozen=True, slots=True)
class Share:
    """How an author wants a post to be shared.

    Attributes:
        start: Offered from this day on; None is from the post's date.
        until: Offered up to and including this day; None leaves it to the site's window.
        captions: What the author wrote, by network id or `default`.
    """

    start: dt.date | None = None
    until: dt.date | None = None
    hashtags: tuple[str, ...] = ()
    captions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Post:
    """One post. A post that exists is valid: its authors, topics and dates are known.

    Attributes:
        id: Identifies the post in feeds, whatever its slug does later.
        source: The whole file, of which the body begins at `body_start`.
        places: Where each field stands, by dotted path such as `share.captions.x.0`.
        authors: Ids of colleagues.
        lang: A BCP 47 tag, one of the site's languages.
        image: Path below content/images, or empty.
        date: In the site's time zone, as are all moments.
        embargo: Not public before this day, whatever `date` says.
        expires: Not public from this day on.
        discussions: Web addresses at which people talk about the post.
        attest: Guide version by attestation.
    """

    path: str
    source: Source
    body_start: int
    places: Mapping[str, Place]
    id: str
    title: str
    date: dt.datetime
    authors: tuple[str, ...]
    summary: str
    slug: str
    lang: str
    modified: dt.datetime | None = None
    translation_of: str = ""
    topics: tuple[str, ...] = ()
    purpose: str = ""
    audience: str = ""
    series: str = ""
    status: str = "published"
    visibility: str = "public"
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    question: str = ""
    relationship: str = "employee"
    disclosure: str = ""
    embargo: dt.date | None = None
    expires: dt.date | None = None
    aliases: tuple[str, ...] = ()
    canonical: str = ""
    source_url: str = ""
    discussions: tuple[str, ...] = ()
    attest: Mapping[str, str] = field(default_factory=dict)
    reviewed_by: tuple[str, ...] = ()
    share: Share = field(default_factory=Share)

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.source.text[self.body_start :]

    def address(self, site: Site) -> str:
        """Return where the post is on the site."""
        return addresses.post(self.slug, self.date, site_prefix(site, self.lang))

    def is_listed(self, today: dt.date) -> bool:
        """Say whether lists, feeds and kits name the post on a day."""
        return self.status == "published" and self.is_public(today)

    def is_public(self, today: dt.date) -> bool:
        """Say whether the post has a page on a day."""
        if self.status == "draft" or self.visibility != "public":
            return False
        starts = max(self.date.date(), self.embargo or self.date.date())
        ended = self.expires is not None and self.expires <= today
        return starts <= today and not ended


def site_prefix(site: Site, lang: str) -> str:
    """Return the start of the addresses of a language: nothing for the default one."""
    return "" if lang == site.language else f"{lang.lower()}/"


def read_post(
    document: Document, site: Site, staff: Mapping[str, object]
) -> tuple[Post | None, list[Problem]]:
    """Read a post from its file.

    Args:
        document: The file, cut into front matter and body.
        site: Whose topics, audiences and languages a post may name.
        staff: By id, the colleagues who may be named as authors.

    Returns:
        The post, or None where a problem keeps it from being read; and the problems.
    """
    path = document.source.path
    record = schema.read_record(document.fields, post_fields(site, staff), path, "Post")
    problems = list(record.problems)
    values: dict[str, Any] = dict(record.values)
    if "id" not in document.fields.keys:
        problems = [problem for problem in problems if problem.code != "Post.Id"]
        problems.append(_missing_id(path, values, site))
    problems += _joint_problems(path, values, record.places)
    if not values.get("slug") and values.get("title"):
        values["slug"] = slugify(values["title"])
        problems += _slug_problems(path, values["slug"], site, record.places["title"])
    if problems:
        return None, problems
    values["source_url"] = values.pop("source")
    return (
        Post(
            path=path,
            source=document.source,
            body_start=document.body_start,
            places={**record.places, **_key_places(document.fields)},
            **values,
        ),
        [],
    )


def make_post_id(site: Site, day: dt.date, slug: str) -> str:
    """Return a tag URI (RFC 4151) that a new post can keep for ever."""
    host = site.url.partition("://")[2].partition("/")[0].partition(":")[0]
    return f"tag:{host},{day.isoformat()}:{slug}"


def post_fields(site: Site, staff: Mapping[str, object]) -> tuple[Field, ...]:
    """Return the table of front matter keys, as a site's allow-lists narrow it."""
    zone: ZoneInfo = site.time_zone
    topic = _one_of(site.topics, "topic", "Add it below [topics] in advocacy.toml.")
    audience = _one_of(site.audiences, "audience", "Add it below [audiences] in advocacy.toml.")
    author = _one_of(staff, "colleague", "Add content/staff/NAME.md.")
    return (
        Field("id", schema.pattern(POST_ID, "Use letters, digits and `.-_:/@,`."), required=True),
        Field("title", schema.text, required=True),
        Field("date", schema.moment(zone), required=True, cure="Add `date: 2026-03-31`."),
        Field("authors", schema.many(author), required=True, cure="Add `authors: [YOUR-ID]`."),
        Field("summary", schema.text, required=True, cure="Say in a sentence what it is about."),
        Field("modified", schema.moment(zone)),
        Field("slug", _slug(site), default=""),
        Field("lang", schema.choice(*site.languages), default=site.language),
        Field("translation_of", schema.text, default=""),
        Field("topics", schema.many(topic), default=()),
        Field("purpose", schema.choice(*PURPOSES), default=""),
        Field("audience", audience, default=""),
        Field("series", schema.text, default=""),
        Field("status", schema.choice("draft", "published", "hidden"), default="published"),
        Field("visibility", schema.choice("public", "internal"), default="public"),
        Field("image", schema.text, default=""),
        Field("image_alt", schema.text, default=""),
        Field("image_credit", schema.text, default=""),
        Field("question", schema.text, default=""),
        Field(
            "relationship",
            schema.choice("employee", "paid", "gift", "none"),
            default="employee",
        ),
        Field("disclosure", schema.text, default=""),
        Field("embargo", schema.day),
        Field("expires", schema.day),
        Field("aliases", schema.many(_alias), default=()),
        Field("canonical", schema.web_address, default=""),
        Field("source", schema.web_address, default=""),
        Field("discussions", schema.many(schema.web_address), default=()),
        Field("attest", schema.table_of(schema.text), default={}),
        Field("reviewed_by", schema.texts, default=()),
        Field("share", _share_in(site), default=Share()),
    )


def _share_in(site: Site) -> Callable[[Node], Share]:
    fields = (
        Field("from", schema.day),
        Field("until", schema.day),
        Field("hashtags", schema.many(_hashtag), default=()),
        Field("captions", _captions(site.known_networks), default={}),
    )

    def read_share(node: Node) -> Share:
        record = schema.read_record(node, fields, "", "Share")
        if record.problems:
            raise FieldError(" ".join(problem.message for problem in record.problems))
        values: dict[str, Any] = dict(record.values)
        share = Share(start=values.pop("from"), **values)
        if share.start and share.until and share.until < share.start:
            raise FieldError("`until` is before `from`. Put one of them right.")
        return share

    return read_share


def _captions(networks: tuple[str, ...]) -> schema.Reading:
    read = schema.table_of(schema.many(schema.lines))
    return schema.with_keys(read, ("default", *networks), "network") if networks else read


_hashtag = schema.pattern(r"#?\w{1,60}", "A hashtag is one word, such as `OpenLibrary`.")
_alias = schema.pattern(
    r"/?[\w~-][\w.~-]*(/[\w~-][\w.~-]*)*/?", "Write an old address as `/2019/old-name/`."
)


def _slug(site: Site) -> Callable[[Node], str]:
    def read_slug(node: Node) -> str:
        word = schema.text(node)
        for problem in _slug_problems("", word, site):
            raise FieldError(problem.message)
        return word

    return read_slug


def _slug_problems(
    path: str, slug: str, site: Site, place: Place = schema.NOWHERE
) -> list[Problem]:
    cure = "Add `slug: short-name` in small letters, digits and hyphens."
    if not ID_PATTERN.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        told = f"`{slug}` cannot be an address. {cure}"
    elif clash := addresses.taken(slug, site.languages):
        told = f"`{slug}` is {clash}. {cure}"
    else:
        return []
    return [Problem(path, place.line, place.column, told, "Post.Slug")]


def _one_of(known: Mapping[str, object], kind: str, cure: str) -> Callable[[Node], str]:
    def read_one(node: Node) -> str:
        word = schema.text(node)
        if word not in known:
            raise FieldError(f"`{word}` is no {kind} here.{nearest(word, known)} {cure}")
        return word

    return read_one


def _missing_id(path: str, values: Mapping[str, Any], site: Site) -> Problem:
    """Tell the line to paste, made from what the post says of itself."""
    name = path.rpartition("/")[2].removesuffix(".md")
    slug = values.get("slug") or slugify(values.get("title") or "") or slugify(name) or "post"
    moment = values.get("date")
    day = moment.date() if isinstance(moment, dt.datetime) else dt.date(2026, 1, 1)
    line = f"id: {make_post_id(site, day, slug)}"
    return Problem(path, 1, 0, f"There is no `id`. Paste this line: {line}", "Post.Id")


def _joint_problems(
    path: str, values: Mapping[str, Any], places: Mapping[str, Place]
) -> list[Problem]:
    """Check what only several fields together can tell."""

    def problem(key: str, message: str) -> Problem:
        place = places[key]
        span = max(1, place.end - place.start)
        return Problem(path, place.line, place.column, message, f"Post.{code_of(key)}", span)

    problems = []
    if values.get("image") and not values.get("image_alt"):
        cure = "Add `image_alt:` with what the picture shows."
        problems.append(problem("image", f"The image has no alt text. {cure}"))
    if values.get("modified") and values.get("date") and values["modified"] < values["date"]:
        problems.append(problem("modified", "`modified` is before `date`. Put one of them right."))
    if values.get("expires") and values.get("date") and values["expires"] <= values["date"].date():
        cure = "It would never be seen; put one of them right."
        problems.append(problem("expires", f"`expires` is not after `date`. {cure}"))
    if values.get("relationship") in {"paid", "gift"} and not values.get("disclosure"):
        cure = "Add `disclosure:` with the sentence that says so to readers."
        problems.append(problem("relationship", f"A paid or given post must say so. {cure}"))
    if values.get("authors") == ():
        problems.append(problem("authors", "A post needs an author. Write `authors: [YOUR-ID]`."))
    return problems


def _key_places(fields: Node) -> dict[str, Place]:
    """Return where each key itself stands, as `key:NAME`."""
    return {f"key:{name}": place for name, place in fields.keys.items()}
