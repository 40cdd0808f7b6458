"""What a path on the command line means: files of the site that are checked."""

from collections.abc import Iterable
from pathlib import Path, PurePath

from advocacy.errors import CommandError, nearest
from advocacy.library import READ
from advocacy.publishing.desk import Desk
from advocacy.source import is_there

# In a new site there may be nothing in them yet.
_READ = {".", "content", *(f"content/{folder}" for folder in READ)}


def choose_files(paths: tuple[Path, ...], desk: Desk) -> frozenset[str] | None:
    """Return the site's files that paths mean, relative to its folder; None without any path.

    Raises:
        CommandError: There is no such file, or it is none that is checked.
    """
    return frozenset().union(*(_files(path, desk) for path in paths)) if paths else None


def site_path(path: Path, root: Path) -> str:
    """Return a path from here, or from the site's folder, as it is below that folder.

    Raises:
        CommandError: It leads out of the folder.
    """
    base = root.resolve()
    for start in (Path.cwd(), base):
        below = path_below((start / path).resolve(), base)
        if below.startswith("content/"):
            return below
    cure = "Name a file below content, such as content/posts/launch.md."
    raise CommandError(f"{path}: This is not in the site's content folder. {cure}")


def path_below(place: PurePath, folder: PurePath) -> str:
    """Return a path as it is below a folder, `.` for the folder; empty where it is elsewhere."""
    # On Windows there is no way at all from one drive to another.
    return place.relative_to(folder).as_posix() if place.is_relative_to(folder) else ""


def _files(path: Path, desk: Desk) -> frozenset[str]:
    root = desk.site.root
    places = [place for place in (Path.cwd() / path, root / path) if is_there(place)]
    known = desk.known()
    if not places:
        raise CommandError(f"{path}: There is no such file or folder.{_cure(path, known)}")
    for place in places:
        below = path_below(place.resolve(), root.resolve())
        found = {each for each in known if below == "." or f"{each}/".startswith(f"{below}/")}
        if found or (place.is_dir() and below in _READ):
            return frozenset(found)
    cure = "Name a post, a page or a colleague below content."
    if not below:
        raise CommandError(f"{path}: This is not in the site's folder. {cure}")
    if any(place.is_dir() for place in places):
        raise CommandError(f"{path}: Nothing in this folder is checked. {cure}")
    raise CommandError(f"{path}: This is no file that is checked. {cure}")


def _cure(path: Path, known: Iterable[str]) -> str:
    """Say what to name in place of what there is not."""
    if str(path) == "-":
        return " A text from standard input is checked by `--stdin --path content/posts/x.md`."
    if any(sign in str(path) for sign in "*?["):
        return " Patterns are not read here. Name a folder, such as content/posts."
    folders = {folder.as_posix() for each in known for folder in PurePath(each).parents} - {"."}
    names = {each: each for each in (*folders, *known)} | {Path(each).name: each for each in known}
    close = nearest(path.as_posix(), names).split("`")
    return f" Did you mean `{names[close[1]]}`?" if len(close) > 1 else " Name one from here."
