"""What is said of a file that takes more than a file may."""

from advocacy.errors import ContentError, Problem
from advocacy.limits.amounts import MEGABYTE, most_bytes

CODE = "File.Limit"
PICTURES = "content/images/"


class LimitError(ContentError):
    """A file takes more time or memory than one may."""

    def __init__(self, path: str, told: str) -> None:
        self.path, self.told = path, told
        cure = "Save it anew, and smaller." if path.startswith(PICTURES) else (
            "Write it more simply, or split it."
        )  # fmt: skip
        super().__init__(problems=[Problem(path, 0, 0, f"{told}. {cure}", CODE)])

    def __reduce__(self) -> tuple[type["LimitError"], tuple[str, str]]:
        """Travel from another process as what it is."""
        return LimitError, (self.path, self.told)


def tell_overtime(seconds: float) -> str:
    """Return what is said where a file takes too long."""
    return f"takes more than {seconds:.0f} s of computing"


def tell_excess() -> str:
    """Return what is said where a file takes too much memory."""
    return f"takes more than {most_bytes() / MEGABYTE:.0f} MB of memory"


def tell_crash() -> str:
    """Return what is said where a file ended the process that worked on it."""
    return f"breaks what reads it, or {tell_excess()}"
