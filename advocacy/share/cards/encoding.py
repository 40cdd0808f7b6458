"""Cards as files: the encoder that suits what is on them."""

from io import BytesIO

from PIL import Image

# Text keeps its edges where colours are as fine as brightness: no subsampling.
# The last are for pictures that are all grain.
QUALITIES = (86, 80, 72, 62, 50, 38, 26, 16, 8)


def encode_flat(image: Image.Image) -> bytes:
    """Return a card of text and flat colours as PNG."""
    file = BytesIO()
    # Few colours and their blends: a palette loses nothing that can be seen.
    image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


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
