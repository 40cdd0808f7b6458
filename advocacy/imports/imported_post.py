"""A post of the source made into one of ours."""

from collections.abc import Mapping
from dataclasses import dataclass

from advocacy.imports.aliases import make_aliases
from advocacy.imports.commonmark import rewrite_blocks
from advocacy.imports.cover import make_cover
from advocacy.imports.html import drop_embeds, drop_looks, mend_quotes
from advocacy.imports.liquid import replace_liquid
from advocacy.imports.notes import Note
from advocacy.imports.old_front_matter import text_of
from advocacy.imports.old_post import OldPost
from advocacy.imports.plain import first_sentence
from advocacy.imports.plan import Plan, authors_or_nobody, file_name, new_address, topic_ids
from advocacy.imports.references import References, replace_references
from advocacy.imports.scope import Scope
from advocacy.imports.source_site import SourceSite, source_scope
from advocacy.imports.wrappers import unwrap_markdown
from advocacy.slugs import slugify
from advocacy.starter.yaml import Value, make_front_matter

# The order in which people read front matter.
ORDER = (
    "id title date modified authors summary slug lang topics series status image image_alt "
    "image_caption image_credit aliases canonical source"
).split()


@dataclass(frozen=True, slots=True)
class ImportedPost:
    """A post as it will be written.

    Attributes:
        old_path: The file it comes from, below the source.
        path: Where it goes, below the new site.
        address: Where it will be on the new site.
        old_addresses: Where it was, the likeliest first.
        text: The whole new file.
        commonmark: Its body as CommonMark, which says what its blocks are meant to be.
        pictures: Source paths of the pictures it shows.
        notes: Everything that was done to it.
    """

    old_path: str
    path: str
    address: str
    old_addresses: tuple[str, ...]
    text: str
    commonmark: str
    pictures: frozenset[str]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Body:
    """A body, what it was before its blocks were rewritten, and all that was done to it."""

    commonmark: str
    text: str
    pictures: frozenset[str]
    notes: tuple[Note, ...]


def make_imported_post(old: OldPost, plan: Plan, source: SourceSite) -> ImportedPost:
    """Make a post: its body step by step, then its front matter."""
    known = References(
        plan.links,
        source.pictures,
        folder=old.file.path.rpartition("/")[0],
        old_address=next(iter(plan.old_addresses[old.file.path]), ""),
    )
    body = _make_body(old.file.body, _scope(old, plan, source), known)
    cover = make_cover(old.file.fields, body.text, source.pictures, known.folder)
    fields, notes = _fields(old, plan, source, body.text)
    slug = plan.slugs[old.file.path]
    return ImportedPost(
        old_path=old.file.path,
        path=f"content/posts/{file_name(old, slug)}",
        address=new_address(old, slug, plan.site),
        old_addresses=plan.old_addresses[old.file.path],
        text=_document({**fields, **cover.fields}, body.text),
        commonmark=body.commonmark,
        pictures=body.pictures | cover.pictures,
        notes=(*old.notes, *notes, *cover.notes, *body.notes),
    )


def _make_body(body: str, scope: Scope, known: References) -> _Body:
    notes: list[Note] = []
    cleaning = (unwrap_markdown, drop_embeds, drop_looks, mend_quotes)
    for step in (*cleaning, lambda text: replace_liquid(text, scope)):
        made = step(body)
        body = made.text
        notes += made.notes
    made, pictures = replace_references(body, known)
    blocks = rewrite_blocks(made.text)
    return _Body(made.text, blocks.text, pictures, (*notes, *made.notes, *blocks.notes))


def _scope(old: OldPost, plan: Plan, source: SourceSite) -> Scope:
    own = {key: text_of(value) for key, value in old.file.fields.items() if text_of(value)}
    scope = source_scope(source)
    return Scope(
        variables={**own, **{f"page.{key}": each for key, each in own.items()}, **scope.variables},
        names=scope.names,
        pages=plan.links.staff,
        posts=plan.files_by_stem,
    )


def _fields(
    old: OldPost, plan: Plan, source: SourceSite, body: str
) -> tuple[dict[str, Value], list[Note]]:
    """Return the front matter but for the picture, and what was done to make it."""
    slug = plan.slugs[old.file.path]
    aliases, notes = make_aliases(old, plan, new_address(old, slug, plan.site))
    authors = authors_or_nobody(old, source)
    fields: dict[str, Value] = {
        **old.fields,
        "id": plan.ids[old.file.path],
        "authors": list(dict.fromkeys(plan.staff_ids[name] for name in authors)),
        "slug": slug if slug != slugify(old.fields["title"]) else "",
        "topics": topic_ids(old),
        "aliases": aliases,
    }
    if not old.authors:
        notes.append(Note("changed", "no author", f"authors: [{plan.staff_ids[authors[0]]}]"))
    if not old.fields.get("summary"):
        fields["summary"] = first_sentence(body) or old.fields["title"]
        notes.append(Note("mapped", "the body's first sentence", "summary"))
    if fields.get("lang") == plan.site.language:
        del fields["lang"]
    if slug != old.placed.title:
        notes.append(Note("changed", f"the file's name: {old.placed.title}", f"slug: {slug}"))
    return fields, notes


def _document(fields: Mapping[str, Value], body: str) -> str:
    ordered = {key: fields[key] for key in ORDER if fields.get(key)}
    return f"{make_front_matter(ordered)}\n{body.strip()}\n"
