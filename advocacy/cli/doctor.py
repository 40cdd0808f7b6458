"""`advocacy doctor`: what is installed here, and what is misconfigured."""

from collections.abc import Iterator
from pathlib import Path

import click

from advocacy.cli.installed import installed_extras, installed_packages, installed_tools
from advocacy.cli.options import open_site, site_option
from advocacy.editorial.site_guide import read_site_guide
from advocacy.errors import AdvocacyError
from advocacy.library import Library, read_library
from advocacy.publishing.card_glyphs import make_unshown
from advocacy.share.cards.design_file import design_files, read_design
from advocacy.share.cards.faces import built_in_faces, built_in_fallbacks, read_face
from advocacy.share.cards.look import read_look
from advocacy.share.cards.text_shaping import text_shaping


@click.command
@site_option
def doctor(root: Path) -> None:
    """Tell what is installed, which extras, fonts and text shaping there are, and what is wrong.

    Ends with 2 where something has to be mended before a build.

    Example: advocacy doctor --site .
    """
    for line in (*installed_packages(), *installed_extras(), *installed_tools(), *_fonts()):
        click.echo(line)
    found = _read_site(root)
    problems = list(_site_problems(found))
    if isinstance(found, Library) and not problems:
        for line in _cards(found):
            click.echo(line)
    for problem in problems:
        click.echo(f"wrong      {problem}")
    if problems:
        raise click.exceptions.Exit(2)
    click.echo("site       nothing is misconfigured")


def _fonts() -> Iterator[str]:
    files = dict.fromkeys((*built_in_faces().values(), *built_in_fallbacks()))
    for face in map(read_face, files):
        yield f"font       {face.name}, {len(face.characters)} characters"
    yield f"shaping    {text_shaping()}"


def _read_site(root: Path) -> Library | AdvocacyError:
    try:
        library = read_library(open_site(root))
        read_site_guide(library)
    except AdvocacyError as error:
        return error
    return library


def _site_problems(found: Library | AdvocacyError) -> Iterator[str]:
    if isinstance(found, AdvocacyError):
        yield from str(found).splitlines()
        return
    yield from (str(problem) for problem in found.problems)
    yield from _look_problems(found)


def _look_problems(library: Library) -> Iterator[str]:
    """Tell what keeps cards from being drawn, and which names they cannot show."""
    try:
        read_look(library.site)
        for file in design_files(library.site.root).values():
            read_design(file)
    except AdvocacyError as error:
        yield from str(error).splitlines()
        return
    for path, texts in make_unshown(library).items():
        for text in texts:
            if text.key == "name":
                cure = "Add `name_latin:`, for the pictures that networks show."
                lost = "".join(text.characters)
                yield f"{path}: The cards' fonts have no `{lost}`. {cure}"


def _cards(library: Library) -> Iterator[str]:
    for font in read_look(library.site).fonts:
        face = read_face(font)
        yield f"font       {face.name}, {len(face.characters)} characters, the site's own"
    names = ", ".join(design_files(library.site.root))
    yield f"designs    {names}; this site uses `{library.site.cards.design}`"
    yield from (f"card       {line}" for line in _lost_on_cards(library))


def _lost_on_cards(library: Library) -> Iterator[str]:
    for path, texts in make_unshown(library).items():
        for text in texts:
            if text.key != "name":
                cure = "Name a font that has it below [cards] in advocacy.toml."
                lost = "".join(text.characters)
                yield f"{path}: `{text.key}`: The cards' fonts have no `{lost}`. {cure}"
