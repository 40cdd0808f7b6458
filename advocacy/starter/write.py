"""Writing a new site: into an absent or empty folder, and never over anything."""

from collections.abc import Mapping
from pathlib import Path

from advocacy.errors import CommandError


def check_destination(folder: Path) -> None:
    """Make sure that nothing can be overwritten in a folder.

    Raises:
        CommandError: It is a file, or a folder that is not empty.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise CommandError(f"{folder}: This is no folder. Name one that is absent or empty.")
    if folder.is_dir() and any(folder.iterdir()):
        raise CommandError(
            f"{folder}: The folder is not empty, and nothing is overwritten. Name another one."
        )


def write_files(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts below a folder, each to a path that is not taken yet.

    Raises:
        CommandError: A file is there already, or cannot be written.
    """
    for path, text in texts.items():
        file = folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except FileExistsError:
            cure = "Nothing is overwritten; choose another name, or edit that file."
            raise CommandError(f"{file}: The file is there already. {cure}") from None
        except OSError as error:
            cure = "Check the folder's permissions."
            raise CommandError(f"{file}: cannot be written: {error.strerror}. {cure}") from None
