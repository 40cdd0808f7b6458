"""How large a picture may be that somebody puts in: `[pictures]` in advocacy.toml."""

from dataclasses import dataclass

from advocacy import fields
from advocacy.schema import Field


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """What a picture in content/images may have at most, whatever is published of it.

    Attributes:
        most_megapixels: In millions of pixels; each takes four bytes of memory while it is drawn.
        most_megabytes: As it lies there, in millions of bytes; git keeps each version for ever.
    """

    most_megapixels: int = 40
    most_megabytes: int = 10


PICTURE_FIELDS = (
    # Pillow itself takes what has more for an attack.
    Field("most_megapixels", fields.number(1, 170), default=PictureSettings().most_megapixels),
    Field("most_megabytes", fields.number(1, 100), default=PictureSettings().most_megabytes),
)
