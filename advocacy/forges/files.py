"""The text of each file that a forge reads, with the parts that forges have in common."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

from advocacy.forges.forge import Forge

COMMON = "parts"
# A line that stands for a part of that name, which takes its place, as far to the right.
_PLACE = re.compile(r"^( *)\{([a-z_]+\.(?:sh|jq))\}\n", re.MULTILINE)


def make_forge_files(forge: Forge) -> dict[str, str]:
    """Return what a site gets for a forge, by path below the site's folder."""
    wholes = {path: _read_whole(*source.split("/")) for path, source in forge.sources.items()}
    # As colleagues' files and the command line call it.
    return {path: text.replace("{forge}", forge.name.lower()) for path, text in wholes.items()}


def _read_whole(folder: str, name: str) -> str:
    """Read a packaged file with its parts; a folder's own part goes before a common one."""
    package = files("advocacy.forges")
    places = (package / folder / name, package / COMMON / name)
    file = next(each for each in places if each.is_file())
    return _PLACE.sub(lambda place: _moved(place[1], _read_whole(folder, place[2])), _text(file))


def _text(file: Traversable) -> str:
    return file.read_bytes().decode("utf-8")


def _moved(indent: str, text: str) -> str:
    return "".join(f"{indent}{line}".rstrip(" ") for line in text.splitlines(keepends=True))
