"""Pictures as cameras and programs leave them, with a place in them that nobody should learn."""

from io import BytesIO

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F
# Stands in each field of text, so that a test can look for it in any format.
TELLTALE = "Telltale Lane 7"
COLOURS = ("#c03020", "#2060c0", "#20a040", "#f0e0d0")


def quarters(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """Return a picture with a colour in each corner: red, blue, green and pale."""
    image = Image.new("RGB", size)
    half = (size[0] // 2, size[1] // 2)
    for number, colour in enumerate(COLOURS):
        left, top = half[0] * (number % 2), half[1] * (number // 2)
        image.paste(colour, (left, top, left + half[0], top + half[1]))
    return image.convert(mode)


def exif(orientation: int = 1) -> bytes:
    """Return what a phone writes: where it was, what it is, how it was held."""
    written = Image.Exif()
    written[ORIENTATION] = orientation
    written[MAKER] = TELLTALE
    written[GPS] = {
        1: "N",
        2: tuple(IFDRational(part) for part in (52, 31, 12)),
        3: "E",
        4: tuple(IFDRational(part) for part in (13, 24, 18)),
    }
    return written.tobytes()


def saved(image: Image.Image, file_format: str, **options: object) -> bytes:
    """Return a picture's file."""
    file = BytesIO()
    image.save(file, file_format, **options)
    return file.getvalue()


def moving(file_format: str, **options: object) -> bytes:
    """Return a picture of three frames that goes on for ever."""
    frames = [Image.new("RGB", (20, 10), colour) for colour in COLOURS[:3]]
    return saved(
        frames[0],
        file_format,
        save_all=True,
        append_images=frames[1:],
        duration=[100, 200, 300],
        loop=0,
        **options,
    )


def opened(content: bytes) -> Image.Image:
    """Return a picture's pixels, and its format."""
    return Image.open(BytesIO(content))
