"""Which files there are of a picture, and how they are told of in the folder that keeps them."""

import json
from dataclasses import dataclass
from typing import NamedTuple

from advocacy.kept_files import KeptFiles

RECORD = ".json"


class DrawnSize(NamedTuple):
    """One of a picture's sizes; `kind` is `avif` or `webp`."""

    kind: str
    width_px: int


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture that has been drawn.

    Attributes:
        key: Of the file for everyone, in the folder that keeps drawn pictures.
        sizes: The better format first, each with its widths in rising order.
    """

    key: str
    sizes: tuple[DrawnSize, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all that is kept of it."""
        return (self.key, self.key + RECORD, *(self.key_of(size) for size in self.sizes))

    def key_of(self, size: DrawnSize) -> str:
        """Return under which name a size is kept."""
        return f"{self.key}.{size.width_px}.{size.kind}"


def read_drawn(kept: KeptFiles, key: str) -> DrawnPicture | None:
    """Return what was drawn before; None where any of it is missing."""
    record = kept.read(key + RECORD)
    if record is None:
        return None
    try:
        sizes = tuple(DrawnSize(str(kind), int(width_px)) for kind, width_px in json.loads(record))
    except (ValueError, TypeError):
        return None
    drawn = DrawnPicture(key, sizes)
    return drawn if all(kept.has(name) for name in drawn.files) else None


def write_record(kept: KeptFiles, drawn: DrawnPicture) -> None:
    """Tell of what was drawn, once all of it is there."""
    kept.write(drawn.key + RECORD, json.dumps(drawn.sizes).encode())
