"""Every design of cards on twelve titles, in one picture to be looked at.

Run it with `python3 tasks.py bench card_sheet [SIZE] [FILE]`.
"""

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from advocacy.share.cards.card import draw_card
from advocacy.share.cards.content import CardPicture, Look
from advocacy.share.cards.design import design_files, read_design
from advocacy.share.cards.sizes import PREVIEW
from tests.share.cards.titles import JAPANESE, TITLES, make_content

PROJECT = Path(__file__).parent.parent
WIDTH_PX, GAP_PX = 480, 16
# Of every third title, the card has a picture too.
PICTURE = PROJECT / "content/images/northfield/plan-after.png"


def main(size: str = PREVIEW, file: str = "build/card_sheet.png") -> None:
    """Draw the sheet."""
    rows = []
    for number, name in enumerate(TITLES):
        content = make_content(name)
        if number % 3 == 2:
            content = replace(content, picture=CardPicture(PICTURE))
        rows.append(
            [
                _small(draw_card(content, Look(read_design(each), fonts=(JAPANESE,)), size))
                for each in design_files(PROJECT).values()
            ]
        )
    step = rows[0][0].height + GAP_PX
    sheet = Image.new("RGB", (len(rows[0]) * (WIDTH_PX + GAP_PX), len(rows) * step), "#888888")
    for down, row in enumerate(rows):
        for across, card in enumerate(row):
            sheet.paste(card, (across * (WIDTH_PX + GAP_PX), down * step))
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    sheet.save(file)
    print(f"{file}: {len(rows)} titles, {len(rows[0])} designs, {size}")


def _small(card: bytes) -> Image.Image:
    with Image.open(BytesIO(card)) as image:
        whole = image.convert("RGB")
    height = round(whole.height * WIDTH_PX / whole.width)
    return whole.resize((WIDTH_PX, height), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main(*sys.argv[1:])
