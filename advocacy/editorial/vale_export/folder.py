"""An exported guide on disk: what differs, and writing it without losing what others wrote."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from advocacy.editorial.vale_export.style import STYLES, is_exported
from advocacy.errors import CommandError
from advocacy.part import part_beside

REMOVED = ""


def compare_folder(folder: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Return what differs between a folder and an export: by path, what is wrong there.

    Raises:
        CommandError: A file cannot be read.
    """
    stale = {}
    for path, text in files.items():
        file = folder / path
        if not file.exists():
            stale[path] = "is missing"
        elif _read(file) != text:
            stale[path] = "is not what the guide says"
    return stale | dict.fromkeys(_leftovers(folder, files), "is of a rule that is gone")


def write_folder(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write an export, and remove what an earlier one wrote and this one has not.

    Returns:
        The paths that were written or removed.

    Raises:
        CommandError: The folder is somebody's own, or a file is in the way that no export wrote or
            that was changed since; or the disk refused. Nothing was written.
    """
    stale = compare_folder(folder, files)
    for path in stale:
        _refuse_foreign(folder / path)
    _refuse_occupied(folder, files)
    _write(folder, {path: files.get(path, REMOVED) for path in stale})
    return tuple(stale)


def _leftovers(folder: Path, files: Mapping[str, str]) -> Iterator[str]:
    """Yield the exported files that are in no export now."""
    found = [*(folder / STYLES).rglob("*.yml"), *(folder / STYLES).rglob("*.txt")]
    for file in sorted(found):
        path = file.relative_to(folder).as_posix()
        if path not in files and file.is_file() and is_exported(_read(file)):
            yield path


def _refuse_foreign(file: Path) -> None:
    if (file.exists() or file.is_symlink()) and not is_exported(_read(file)):
        seen = "No export wrote this, or somebody has changed it since"
        cure = "Move it away, or name another folder; what it says belongs in the guide."
        raise CommandError(f"{file}: {seen}. {cure}")


def _refuse_occupied(folder: Path, files: Mapping[str, str]) -> None:
    """Refuse a folder in which there is something, and no export."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CommandError(f"{folder}: This is a file. Name a folder for the export.")
    is_known = any(is_exported(_read(folder / path)) for path in files)
    if any(folder.iterdir()) and not is_known and not any(_leftovers(folder, files)):
        cure = "Name a new one, or an empty one, such as `vale`."
        raise CommandError(f"{folder}: This folder holds other things than an export. {cure}")


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write every text beside its file first, so that a disk that refuses leaves all as it was."""
    ready: dict[Path, Path] = {}
    try:
        for file, text in ((folder / path, text) for path, text in texts.items() if text):
            file.parent.mkdir(parents=True, exist_ok=True)
            ready[file] = part_beside(file)
            ready[file].write_text(text, encoding="utf-8", newline="\n")
        for file, new in ready.items():
            new.replace(file)
        for path in (path for path, text in texts.items() if text == REMOVED):
            (folder / path).unlink()
    except OSError as error:
        for new in ready.values():
            new.unlink(missing_ok=True)
        raise CommandError(f"{error.filename}: {error.strerror}. Mend that.") from error


def _read(file: Path) -> str:
    """Return a file's text with the line ends of Unix; a file that is no text has none."""
    if not file.is_file():
        return ""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}. Mend that.") from error
