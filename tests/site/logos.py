"""Made-up logos of every shape, as an organisation might hand them over."""

from io import BytesIO

from PIL import Image, ImageDraw

PLUM, PALE, CLEAR = (122, 32, 72, 255), (255, 240, 246, 255), (0, 0, 0, 0)
# By name: width and height of what is seen, the empty edge around it, its ink and its ground.
SHAPES = {
    "wide":     ((1600, 100), 40, PLUM, CLEAR),
    "wordmark": ((800, 200), 0, PLUM, CLEAR),
    "pale":     ((800, 200), 0, PALE, CLEAR),
    "square":   ((400, 400), 0, PLUM, CLEAR),
    "solid":    ((400, 400), 0, PALE, PLUM),
    "tall":     ((200, 900), 10, PLUM, CLEAR),
    "tiny":     ((20, 10), 0, PLUM, CLEAR),
}  # fmt: skip


def draw(name: str) -> bytes:
    """Return one of SHAPES as a PNG: bars with gaps between them, so that something is seen."""
    (width, height), edge, ink, ground = SHAPES[name]
    if ground[3]:  # a ground goes to the edge, and what is on it does not
        width, height, edge = width - 80, height - 80, 40
    image = Image.new("RGBA", (width + 2 * edge, height + 2 * edge), ground)
    canvas = ImageDraw.Draw(image)
    step = max(2, min(width, height) // 4)
    for left in range(0, width, 2 * step):
        right = min(left + step, width)
        canvas.rectangle((edge + left, edge, edge + right - 1, edge + height - 1), fill=ink)
    canvas.rectangle((edge, edge, edge + width - 1, edge + max(0, height // 8 - 1)), fill=ink)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
