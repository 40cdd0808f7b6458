"""Cards as files: the encoder that suits what is on them."""

from io import BytesIO

from PIL import Image

# Text keeps its edges where colours are as fine as brightness: no subsampling.
# The last are for pictures that are all grain.
QUALITIES = (86, 80, 72, 62, 50, 38, 26, 16, 8)


def encode_flat(image: Image.Image) -> bytes:
    """Return a card of text and flat colours as PNG."""
    file = BytesIO()
    _with_palette(image).save(file, "PNG")
    return file.getvalue()


def _with_palette(image: Image.Image) -> Image.Image:
    """Return it in few colours and their blends, which loses nothing that can be seen."""
    try:
        return image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    except ValueError:
        # Pillow's word for too little memory there; every picture can be told in 256 colours.
        raise MemoryError from None


def encode_photo(image: Image.Image, most_bytes: int) -> bytes:
    """Return a card with a picture as JPEG, in the best quality that stays below a size."""
    encoded = b""
    for quality in QUALITIES:
        file = BytesIO()
        image.save(file, "JPEG", quality=quality, subsampling=0)
        encoded = file.getvalue()
        if len(encoded) < most_bytes:
            break
    return encoded
