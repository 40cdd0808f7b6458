"""A post: one Markdown file, read once and whole."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from advocacy import addresses, schema
from advocacy.errors import Problem
from advocacy.front_matter import Document, read_document
from advocacy.hosts import read_host
from advocacy.post_fields import post_fields, slug_problems
from advocacy.post_share import Share
from advocacy.reviewed_by import KEY, Reviewer, find_outdated
from advocacy.schema import Node, Place, code_of
from advocacy.site import Site
from advocacy.slugs import slugify
from advocacy.source import Source


@dataclass(frozen=True, slots=True)
class Post:
    """One post. A post that exists is valid: its authors, topics and dates are known.

    Attributes:
        id: Identifies the post in feeds, whatever its slug does later.
        source: The whole file, of which the body begins at `body_start`.
        places: Where each field stands, by dotted path such as `share.captions.x.0`.
        authors: Ids of colleagues.
        lang: A BCP 47 tag, one of the site's languages.
        featured: Chosen by editors to be shown on the home page.
        pinned: Stands first on the home page, however old it is.
        image: Path below content/images, or empty.
        image_focus: What stays where it is cut: how far from its left and its top, 0 to 1.
        date: In the site's time zone, as are all moments.
        embargo: Not public before this day, whatever `date` says.
        expires: Not public from this day on, or public with a notice, as the site has it.
        discussions: Web addresses at which people talk about the post.
        at_uri: The record that stands for the post on the AT Protocol, or empty.
        allow: By rule, the reason for which it may find something in the front matter.
        attest: By attestation, the version of the wording that was vouched for.
        reviewers: Whom `reviewed_by` names, with what they read.
        outdated_reviewers: Those of them who read an earlier wording.
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
    change_note: str = ""
    translation_of: str = ""
    topics: tuple[str, ...] = ()
    purpose: str = ""
    audience: str = ""
    series: str = ""
    status: str = "published"
    visibility: str = "public"
    featured: bool = False
    pinned: bool = False
    image: str = ""
    image_alt: str = ""
    image_caption: str = ""
    image_credit: str = ""
    image_focus: tuple[float, float] = (0.5, 0.5)
    question: str = ""
    relationship: str = "employee"
    disclosure: str = ""
    embargo: dt.date | None = None
    expires: dt.date | None = None
    aliases: tuple[str, ...] = ()
    canonical: str = ""
    source_url: str = ""
    discussions: tuple[str, ...] = ()
    at_uri: str = ""
    attest: Mapping[str, str] = field(default_factory=dict)
    reviewers: tuple[Reviewer, ...] = ()
    outdated_reviewers: tuple[Reviewer, ...] = ()
    allow: Mapping[str, str] = field(default_factory=dict)
    share: Share = field(default_factory=Share)

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.source.text[self.body_start :]

    @property
    def reviewed_by(self) -> tuple[str, ...]:
        """Ids of those who have read the post, but for those who read an earlier wording."""
        outdated = {*self.outdated_reviewers}
        return tuple(each.id for each in self.reviewers if each not in outdated)

    def read_document(self) -> Document:
        """Return the file once more as it was cut into front matter and body."""
        document = read_document(self.source)
        assert isinstance(document, Document)
        return document

    def place(self, key: str) -> Place:
        """Return where a text stands: by itself, as `text` in a table, or in place of a list."""
        whole = key.rsplit(".", maxsplit=1)[0]
        ways = (f"{key}.text", key, f"{whole}.text", whole)
        return next(self.places[way] for way in ways if way in self.places)

    def address(self, site: Site) -> str:
        """Return where the post is on the site."""
        return addresses.post(self.slug, self.date, site_prefix(site, self.lang))

    def is_listed(self, today: dt.date) -> bool:
        """Say whether lists, feeds and kits name the post on a day."""
        return self.status == "published" and self.is_public(today)

    def is_public(self, today: dt.date) -> bool:
        """Say whether the post has a page on a day."""
        return self._has_begun(today) and not self.has_expired(today)

    def has_expired(self, today: dt.date) -> bool:
        """Say whether the post was public, and is no more."""
        ended = self.expires is not None and self.expires <= today
        return ended and self._has_begun(today)

    def is_awaited(self, today: dt.date) -> bool:
        """Say whether the post is still to be published: it is a draft, or its day has not come."""
        return self.visibility == "public" and not self._has_begun(today)

    def starts(self) -> dt.date:
        """Return the first day on which it may be public."""
        return max(self.date.date(), self.embargo or self.date.date())

    def _has_begun(self, today: dt.date) -> bool:
        is_meant = self.status != "draft" and self.visibility == "public"
        return is_meant and self.starts() <= today


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
        problems += slug_problems(path, values["slug"], site, record.places["title"])
    if problems:
        return None, problems
    values["source_url"] = values.pop("source")
    values["reviewers"] = values.pop(KEY)
    values["outdated_reviewers"] = find_outdated(values["reviewers"], document)
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
    return f"tag:{read_host(site.url)},{day.isoformat()}:{slug}"


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
        code = f"Post.{code_of(key.partition('.')[0])}"
        return Problem(path, place.line, place.column, message, code, span)

    problems = []
    if values.get("image") and not values.get("image_alt"):
        cure = "Add `image_alt:` with what the picture shows."
        problems.append(problem("image", f"The image has no alt text. {cure}"))
    problems += [problem(key, message) for key, message in _misplaced_days(values)]
    if values.get("relationship") in {"paid", "gift"} and not values.get("disclosure"):
        cure = "Add `disclosure:` with the sentence that says so to readers."
        problems.append(problem("relationship", f"A paid or given post must say so. {cure}"))
    if values.get("change_note") and not values.get("modified"):
        cure = "Add `modified:` with the day of the change."
        problems.append(problem("change_note", f"The change has no day. {cure}"))
    if values.get("authors") == ():
        problems.append(problem("authors", "A post needs an author. Write `authors: [YOUR-ID]`."))
    return problems


def _misplaced_days(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each day that cannot be meant, by its key, and why."""
    date, share = values.get("date"), values.get("share")
    if date is None:
        return
    if values.get("modified") and values["modified"] < date:
        yield "modified", "`modified` is before `date`. Put one of them right."
    public = max(filter(None, (date.date(), values.get("embargo"))))
    expires = values.get("expires")
    if expires and expires <= public:
        after = "date" if expires <= date.date() else "embargo"
        cure = "It would never be seen; put one of them right."
        yield "expires", f"`expires` is not after `{after}`. {cure}"
    elif share and share.until and share.until < public:
        cure = "It would never be offered; put one of them right."
        yield "share.until", f"`until` is before the post is public, on {public}. {cure}"
    elif share and share.start and expires and expires <= share.start:
        cure = "It would never be offered; put one of them right."
        yield "share.from", f"`from` is not before the post `expires`. {cure}"


def _key_places(fields: Node) -> dict[str, Place]:
    """Return where each key itself stands, as `key:NAME`."""
    return {f"key:{name}": place for name, place in fields.keys.items()}
