"""An exported guide on disk: what differs, and writing it without losing what others wrote."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from advocacy.editorial.vale_export.style import STYLES, is_exported
from advocacy.errors import CommandError

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
        CommandError: A file is in the way that no export wrote, or that was changed since, and
            nothing was written; or the disk refused.
    """
    stale = compare_folder(folder, files)
    for path in stale:
        _refuse_foreign(folder / path)
    try:
        for path in stale:
            _write(folder / path, files.get(path, REMOVED))
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}. Mend that.") from error
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


def _write(file: Path, text: str) -> None:
    if text == REMOVED:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


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
