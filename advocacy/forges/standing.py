"""How a site's folder stands to the files that a forge needs, and writing what is missing there."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from advocacy.errors import CommandError
from advocacy.git import ask_git
from advocacy.replacing import refuse_way_out, replace_file


class Standing(StrEnum):
    """How a file in the site stands to what would be written there."""

    MISSING = "missing"
    CHANGED = "changed"
    SAME = "same"


def read_standings(root: Path, texts: Mapping[str, str]) -> dict[str, Standing]:
    """Return how each file stands, by path below the site's folder.

    Raises:
        CommandError: One cannot be read, or a link leads out of the site.
    """
    for path in texts:
        refuse_way_out(root / path, root)
    return {path: _standing(root / path, text) for path, text in texts.items()}


def write_forge_files(root: Path, texts: Mapping[str, str], paths: Iterable[str]) -> None:
    """Write those of the texts that are at some paths, over what is there.

    Raises:
        CommandError: One cannot be written.
    """
    for path in paths:
        replace_file(root / path, texts[path].encode("utf-8"))


def check_top(root: Path) -> None:
    """Make sure that a forge will find what is written: it looks in a repository's top folder.

    Raises:
        CommandError: The site's folder lies inside of another repository's.
    """
    try:
        top = ask_git(root, "rev-parse", "--show-toplevel").stdout.removesuffix("\n")
    except OSError:
        return
    if top and not Path(top).samefile(root):
        cure = f"A forge reads these files in {top} alone: let the site be a repository of its own."
        raise CommandError(f"{root}: The site is a part of another repository. {cure}")


def _standing(file: Path, text: str) -> Standing:
    try:
        found = file.read_bytes()
    except FileNotFoundError:
        return Standing.MISSING
    except OSError as error:
        cure = "Make it a file that can be read, or move it away."
        raise CommandError(f"{file}: cannot be read: {error.strerror}. {cure}") from None
    # Git may have given the lines other ends.
    same = found.replace(b"\r\n", b"\n") == text.encode("utf-8")
    return Standing.SAME if same else Standing.CHANGED
