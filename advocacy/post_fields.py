"""The front matter of posts: a table of keys, narrowed by what a site allows."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from advocacy import addresses, fields, schema
from advocacy.errors import Problem
from advocacy.post_share import Share, share_in
from advocacy.reviewed_by import KEY, read_reviewer
from advocacy.schema import Field, FieldError, Node, Place
from advocacy.site import PURPOSES, Site
from advocacy.slugs import LONGEST_SLUG, find_flaw
from advocacy.standard_site import document_uri

POST_ID = r"[A-Za-z0-9][A-Za-z0-9._:/@,-]{3,199}"


def post_fields(site: Site, staff: Mapping[str, object]) -> tuple[Field, ...]:
    """Return the table of front matter keys, as a site's allow-lists narrow it."""
    zone: ZoneInfo = site.time_zone
    topic = fields.one_of(site.topics, "topic", "Add it below [topics] in advocacy.toml.")
    cure = "Add it below [audiences] in advocacy.toml."
    audience = fields.one_of(site.audiences, "audience", cure)
    author = fields.one_of(staff, "colleague", "Add content/staff/NAME.md.")
    return (
        Field("id", fields.pattern(POST_ID, "Use letters, digits and `.-_:/@,`."), required=True),
        Field("title", fields.title, required=True),
        Field("date", fields.moment(zone), required=True, cure="Add `date: 2026-03-31`."),
        Field("authors", fields.many(author), required=True, cure="Add `authors: [YOUR-ID]`."),
        Field("summary", fields.text, required=True, cure="Say in a sentence what it is about."),
        Field("modified", fields.moment(zone)),
        Field("change_note", fields.text, default=""),
        Field("slug", _slug(site), default=""),
        Field("lang", fields.choice(*site.languages), default=site.language),
        Field("translation_of", fields.text, default=""),
        Field("topics", fields.many(topic), default=()),
        Field("purpose", fields.choice(*PURPOSES), default=""),
        Field("audience", audience, default=""),
        Field("series", fields.text, default=""),
        *FIELDS_OF_EVERY_SITE,
        Field("share", share_in(site), default=Share()),
    )


def _focus(node: Node) -> tuple[float, float]:
    parts = fields.many(fields.decimal(0, 1))(node)
    assert isinstance(parts, tuple)
    if len(parts) != 2:
        cure = "Write how far it is from the left and from the top: `[0.5, 0.3]`."
        raise FieldError(f"{schema.quoted(node)} is no place in a picture. {cure}")
    return parts[0], parts[1]


# What no site narrows.
FIELDS_OF_EVERY_SITE = (
    Field("status", fields.choice("draft", "published", "hidden"), default="published"),
    Field("visibility", fields.choice("public", "internal"), default="public"),
    Field("featured", fields.flag, default=False),
    Field("pinned", fields.flag, default=False),
    Field("image", fields.text, default=""),
    Field("image_alt", fields.text, default=""),
    Field("image_caption", fields.text, default=""),
    Field("image_credit", fields.text, default=""),
    Field("image_focus", _focus, default=(0.5, 0.5)),
    Field("question", fields.text, default=""),
    Field(
        "relationship",
        fields.choice("employee", "paid", "gift", "none"),
        default="employee",
    ),
    Field("disclosure", fields.words, default=""),
    Field("embargo", fields.day),
    Field("expires", fields.day),
    Field("aliases", fields.many(fields.old_address), default=()),
    Field("canonical", fields.web_address, default=""),
    Field("source", fields.web_address, default=""),
    Field("discussions", fields.many(fields.web_address), default=()),
    Field("at_uri", document_uri, default=""),
    Field("attest", fields.table_of(fields.text), default={}),
    Field(KEY, fields.many(read_reviewer), default=()),
    Field("allow", fields.table_of(fields.note), default={}),
)


def _slug(site: Site) -> Callable[[Node], str]:
    def read_slug(node: Node) -> str:
        word = fields.text(node)
        for problem in slug_problems("", word, site):
            raise FieldError(problem.message)
        return word

    return read_slug


def slug_problems(path: str, slug: str, site: Site, place: Place = schema.NOWHERE) -> list[Problem]:
    """Say what keeps a slug from being an address; nothing where it may be one."""
    cure = "Add `slug: short-name` in small letters, digits and hyphens."
    if flaw := find_flaw(slug, "an address"):
        told = f"{flaw}. {cure}"
    elif len(slug) > LONGEST_SLUG:
        told = f"`{slug}` cannot be an address. {cure}"
    elif clash := addresses.taken(slug, site.languages):
        told = f"`{slug}` is {clash}. {cure}"
    else:
        return []
    return [Problem(path, place.line, place.column, told, "Post.Slug")]
