"""`advocacy new`: the file of a new post or colleague."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from advocacy import addresses
from advocacy.cli.options import Day, open_site, site_option
from advocacy.editorial.attestation import Attestation
from advocacy.editorial.site_guide import read_site_guide
from advocacy.errors import CommandError, SettingsError, nearest
from advocacy.library import Library, read_library
from advocacy.slugs import slugify
from advocacy.starter.new_post import NewPost, make_new_colleague, make_new_post
from advocacy.starter.write import write_files


@click.command()
@click.argument("title", required=False)
@site_option
@click.option("--author", help="The author's id: the name of a file in content/staff.")
@click.option("--lang", help="The post's language; the site's first one by default.")
@click.option("--today", type=Day(), default=date.today, help="The post's date; today by default.")
@click.option("--staff", metavar="NAME", help="Write a colleague's file instead of a post.")
def new(
    title: str | None,
    root: Path,
    author: str | None,
    lang: str | None,
    today: date,
    staff: str | None,
) -> None:
    """Write the file of a new post with this TITLE, as a draft, and print its path.

    The post has an id and the required fields; what else it can have stands in comments.

    Example: advocacy new "The night shift" --author ana

    Example: advocacy new --staff "Ana Müller"
    """
    if bool(title) == bool(staff):
        raise CommandError("`new` needs a title, or --staff with a name. Give one of them.")
    if staff:
        _write(root, f"content/staff/{_slug(staff, 'name')}.md", make_new_colleague(staff))
        return
    library = read_library(open_site(root))
    post = NewPost(
        title=" ".join((title or "").split()),
        slug=_free_slug(title or "", library),
        author=_author(author, library.staff),
        lang=_language(lang, library),
        day=today,
    )
    _write(root, post.path, make_new_post(post, library.site, _attestations(library)))


def _attestations(library: Library) -> Iterable[Attestation]:
    """Return what the guide asks authors to vouch for; nothing of a guide that is broken."""
    try:
        return read_site_guide(library).attestations.values()
    except SettingsError:
        return ()


def _write(root: Path, path: str, text: str) -> None:
    write_files(root, {path: text})
    click.echo(root / path)


def _slug(words: str, kind: str) -> str:
    slug = slugify(words)
    if not slug:
        raise CommandError(f"`{words}` has no letter or digit. Give the {kind} some.")
    return slug


def _free_slug(title: str, library: Library) -> str:
    slug = _slug(title, "title")
    clash = addresses.taken(slug, library.site.languages)
    if clash:
        raise CommandError(f"`{slug}` is {clash}. Choose another title.")
    other = next((post for post in library.posts if post.slug == slug), None)
    if other:
        raise CommandError(f"`{slug}` is the slug of {other.path} too. Choose another title.")
    return slug


def _author(author: str | None, staff: Mapping[str, object]) -> str:
    """Return the author; where there is one colleague alone, nobody needs to name them."""
    if author is None and len(staff) == 1:
        return next(iter(staff))
    known = ", ".join(f"`{each}`" for each in staff) or "nobody yet"
    if author is None:
        raise CommandError(f"There is no author. Name one with --author: {known}.")
    if author not in staff:
        cure = nearest(author, staff) or f" Name one of {known}, or add one with --staff."
        raise CommandError(f"`{author}` is no colleague here.{cure}")
    return author


def _language(lang: str | None, library: Library) -> str:
    languages = library.site.languages
    if lang and lang not in languages:
        known = ", ".join(f"`{each}`" for each in languages)
        raise CommandError(f"`{lang}` is no language of the site. Use one of {known}.")
    return lang or library.site.language
