"""`advocacy card`: one picture of one post, to try a design."""

from pathlib import Path

import click

from advocacy.cli.finding import find_post
from advocacy.cli.options import open_site, site_option
from advocacy.errors import CommandError, nearest
from advocacy.library import read_library
from advocacy.post import Post
from advocacy.publishing.card_content import make_card_content, quote_contents
from advocacy.publishing.cards import draw_bounded
from advocacy.publishing.rendering import read_pictures
from advocacy.share.cards.card import card_alt, is_photo
from advocacy.share.cards.content import CardContent
from advocacy.share.cards.design_file import in_a_line
from advocacy.share.cards.look import read_look
from advocacy.share.cards.sizes import PREVIEW, QUOTE, SIZES


@click.command()
@click.argument("slug")
@site_option
@click.option("--design", metavar="NAME", help="Another design than the site's own.")
@click.option("--size", help=f"One of {', '.join(SIZES)}; {PREVIEW} by default.")
@click.option(
    "--quote",
    "number",
    type=click.IntRange(min=1),
    help="Draw the post's first, second … marked quote.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; `.png`, or `.jpg` for one with a photo, is added to a bare name.",
)
def card(
    slug: str,
    root: Path,
    design: str | None,
    size: str | None,
    number: int | None,
    output: Path | None,
) -> None:
    """Draw one picture of the post SLUG, and print its alt text.

    Example: advocacy card the-night-shift --design cover --size story -o night
    """
    size = _size(size, has_quote=number is not None)
    library = read_library(open_site(root))
    post = find_post(library, slug)
    look = read_look(library.site, design)
    content = make_card_content(library, read_pictures(library, [post]), post)
    if size == QUOTE:
        content = _quoted(content, post, number or 1)
    kind = "jpg" if is_photo(content, look, size) else "png"
    file = output or Path(f"{post.slug}-{size}")
    if file.name and not file.suffix:
        file = file.with_name(f"{file.name}.{kind}")
    _write(file, draw_bounded(post.path, content, look, size), kind)
    click.echo(f"{file}: {SIZES[size].width_px}x{SIZES[size].height_px} pixels")
    click.echo(f"Alt text: {card_alt(content)}")


def _size(named: str | None, *, has_quote: bool) -> str:
    size = named if named is not None else QUOTE if has_quote else PREVIEW
    if size not in SIZES:
        cure = nearest(size.lower(), SIZES) or f" Name one of {', '.join(SIZES)}."
        raise CommandError(f"--size: {in_a_line(size)} is no size of cards.{cure}")
    if has_quote and size != QUOTE:
        raise CommandError(f"--quote: A quote has a size of its own. Leave out `--size {size}`.")
    return size


def _quoted(content: CardContent, post: Post, number: int) -> CardContent:
    quotes = [*quote_contents(content, post)]
    if number > len(quotes):
        cure = 'Mark one below `share:`, as `quotes: ["What the post says."]`.'
        told = f"{number} is none of its {len(quotes)} marked quotes"
        raise CommandError(f"{post.path}: {told}. {cure}")
    return quotes[number - 1]


def _write(file: Path, card: bytes, kind: str) -> None:
    if not file.name:
        raise CommandError(f"--output: `{file}` is no file. Name one, such as `card.{kind}`.")
    if file.suffix.lower() not in {f".{kind}", ".jpeg" if kind == "jpg" else ".png"}:
        raise CommandError(
            f"--output: this card is a .{kind}. Write `{file.with_suffix('.' + kind)}`."
        )
    try:
        file.write_bytes(card)
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}. Name another file with --output.") from None
