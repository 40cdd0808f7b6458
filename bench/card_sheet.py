"""Every design of cards on twelve titles, in one picture to be looked at."""

import tomllib
from io import BytesIO
from pathlib import Path

import click
from PIL import Image

from advocacy.share.cards.card import draw_card
from advocacy.share.cards.content import CardAuthor, CardContent, CardPicture, Look
from advocacy.share.cards.design_file import design_files, read_design
from advocacy.share.cards.sizes import PREVIEW, SIZES

PROJECT = Path(__file__).resolve().parent.parent
SAMPLES = PROJECT / "tests/share/cards"
FONTS = (SAMPLES / "fonts/noto-sans-jp-subset.woff",)
PICTURE = CardPicture(PROJECT / "content/images/northfield/plan-after.png", focus=(0.5, 0.4))
WIDTH_PX, GAP_PX = 480, 16
# Every third title has a picture.
PICTURED = 3


@click.command
@click.option("--size", default=PREVIEW, type=click.Choice([*SIZES]), show_default=True)
@click.option("-o", "--output", default="build/card_sheet.png", type=click.Path(path_type=Path))
def bench(size: str, output: Path) -> None:
    """Draw all designs, one below the other's side, on all titles."""
    titles = tomllib.loads((SAMPLES / "titles.toml").read_text(encoding="utf-8"))
    designs = [read_design(file) for file in design_files(PROJECT).values()]
    rows = []
    for number, row in enumerate(titles.values(), start=1):
        content = make_content(row, PICTURE if number % PICTURED == 0 else None)
        looks = [Look(design, fonts=FONTS) for design in designs]
        rows.append([shrunk(draw_card(content, look, size)) for look in looks])
    sheet = paste_all(rows)
    output.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(output)
    names = ", ".join(design.name for design in designs)
    click.echo(f"{output}: {len(rows)} titles in {names}")


def make_content(row: dict[str, str], picture: CardPicture | None) -> CardContent:
    """Return what a card with one of the titles says."""
    return CardContent(
        title=row["title"],
        organisation=row["organisation"],
        authors=(CardAuthor(row["author"]),),
        lang=row["lang"],
        is_rtl=row["lang"] in {"ar", "he"},
        date="2026-03-31",
        picture=picture,
        quote=row["title"],
    )


def paste_all(rows: list[list[Image.Image]]) -> Image.Image:
    """Return all cards on one sheet."""
    across, down = WIDTH_PX + GAP_PX, rows[0][0].height + GAP_PX
    sheet = Image.new("RGB", (len(rows[0]) * across, len(rows) * down), "#888888")
    for top, row in enumerate(rows):
        for left, card in enumerate(row):
            sheet.paste(card, (left * across, top * down))
    return sheet


def shrunk(card: bytes) -> Image.Image:
    """Return a card as large as a phone shows it."""
    with Image.open(BytesIO(card)) as image:
        whole = image.convert("RGB")
    height = round(whole.height * WIDTH_PX / whole.width)
    return whole.resize((WIDTH_PX, height), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    bench()
