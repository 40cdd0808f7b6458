"""`advocacy translations`: what is missing in which language, and what is out of date."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from advocacy.cli.options import open_site, site_option
from advocacy.errors import CommandError, ContentError, nearest
from advocacy.history import read_history
from advocacy.library import read_library
from advocacy.page import Page
from advocacy.publishing.parity import Parity, Standing, count_states, make_parity
from advocacy.site import Site
from advocacy.translations import language_name


@click.command
@site_option
@click.option("--lang", help="For this language alone; for all of the site by default.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for a program.",
)
def translations(root: Path, lang: str | None, form: str) -> None:
    """Tell which posts and pages lack a translation, and which are older than their original.

    A translation is older where the original's `modified` is later than the day on which the
    translation was last changed, or where git says that the original changed after it.

    Exit status: 0, whatever is missing; 1 where posts cannot be read; 2 a mistake in the command
    or the settings.

    Example: advocacy translations --lang fr
    """
    site = open_site(root)
    langs = _choose(site, lang)
    library = read_library(site)
    if library.problems:
        raise ContentError(problems=library.problems)
    parities = make_parity(library, read_history(site.root, "content"))
    if form == "json":
        click.echo(json.dumps(_make_json(parities, langs), ensure_ascii=False, indent=2))
        return
    for line in _lines(parities, langs):
        click.echo(line)


def _choose(site: Site, lang: str | None) -> tuple[str, ...]:
    if lang and lang not in site.languages:
        known = ", ".join(f"`{each}`" for each in site.languages)
        cure = nearest(lang, site.languages) or f" `languages` has {known}."
        raise CommandError(f"--lang: `{lang}` is no language of the site.{cure}")
    return (lang,) if lang else site.languages


def _lines(parities: Sequence[Parity], langs: Sequence[str]) -> Iterator[str]:
    """Tell of each language: how much there is, then what is to do, what is old first."""
    for lang in langs:
        counts = count_states(parities, lang)
        told = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
        yield f"{language_name(lang)} ({lang}): {told or 'nothing to translate'}"
        for state in ("older", "draft", "missing"):
            for parity in parities:
                standing = parity.standings.get(lang)
                if standing and standing.state == state:
                    yield f"  {_told(parity, standing)}"


def _told(parity: Parity, standing: Standing) -> str:
    original = parity.original.path
    if standing.state == "missing":
        return f"missing  {original}: {parity.original.title}"
    if standing.state == "draft":
        return f"draft    {standing.path}: not published yet; of {original}"
    day = f"{standing.changed:%Y-%m-%d}"
    return f"older    {standing.path}: {original} changed on {day} (by {standing.by})"


def _make_json(parities: Sequence[Parity], langs: Sequence[str]) -> object:
    return {
        "languages": {lang: dict(count_states(parities, lang)) for lang in langs},
        "posts": [_row(each, langs) for each in parities if not isinstance(each.original, Page)],
        "pages": [_row(each, langs) for each in parities if isinstance(each.original, Page)],
    }


def _row(parity: Parity, langs: Sequence[str]) -> object:
    original = parity.original
    rows = parity.standings.items()
    return {
        "id": original.slug if isinstance(original, Page) else original.id,
        "path": original.path,
        "title": original.title,
        "lang": original.lang,
        "translations": {lang: _standing_json(row) for lang, row in rows if lang in langs},
    }


def _standing_json(standing: Standing) -> object:
    changed = standing.changed.isoformat() if standing.changed else None
    row = {"state": standing.state, "path": standing.path, "changed": changed, "by": standing.by}
    return {key: value for key, value in row.items() if value}
