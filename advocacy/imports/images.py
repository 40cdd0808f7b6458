"""Pictures of the source: which there are, what each is called here, and those that are not."""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from advocacy.markup.images import NAMES, SVG_TYPE
from advocacy.markup.pictures.svg.reading import BEGINNING_BYTES, is_svg

# How a file of each type begins, which is believed; its name is not.
_BEGINNINGS = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "image/avif": re.compile(rb"....ftypavi[fs]", re.DOTALL),
}
_ENDINGS = frozenset(ending for endings in NAMES.values() for ending in endings)

# Folders that hold what was built or installed, and never a source.
SKIPPED_FOLDERS = frozenset({"node_modules", "_site", "vendor"})

# Folders that only say that files are files; the rest of a path is kept.
_PLAIN_FOLDERS = frozenset({"src", "source", "public", "static", "assets", "images", "img"})


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a source.

    Attributes:
        targets: Path below content/images by path below the source, both with forward slashes.
        refused: Why not, by path, for a file that is called a picture and cannot be one here.
        folded: Path in the source by the same path in small letters.
    """

    targets: Mapping[str, str]
    refused: Mapping[str, str]
    folded: Mapping[str, str]

    def find(self, reference: str, folder: str = "") -> str:
        """Return the source path that a reference means, or nothing.

        Args:
            reference: As a post writes it, from the root or from the post.
            folder: The post's folder below the source.
        """
        try:
            path = posixpath.normpath(unquote(urlsplit(reference).path).lstrip("/"))
        except ValueError:  # such as `https://[`
            return ""
        candidates = (path, f"src/{path}", f"public/{path}", f"static/{path}", f"{folder}/{path}")
        for candidate in candidates:
            plain = posixpath.normpath(candidate)
            if plain in self.targets:
                return plain
            if plain.lower() in self.folded:
                return self.folded[plain.lower()]
        return ""


def read_pictures(root: Path) -> Pictures:
    """Look through a source for pictures, by what the files hold and not by their names."""
    targets: dict[str, str] = {}
    refused: dict[str, str] = {}
    for path in _files(root):
        ending = posixpath.splitext(path)[1].lower()
        if ending not in _ENDINGS:
            continue
        with (root / path).open("rb") as file:
            kind = _kind(file.read(BEGINNING_BYTES))
        if not kind:
            refused[path] = "is no picture, whatever its name says"
            continue
        target = (
            _target(path)
            if ending in NAMES[kind]
            else _target(path[: -len(ending)] + NAMES[kind][0])
        )
        targets[path] = _free(target, targets)
    return Pictures(targets, refused, {path.lower(): path for path in targets})


def _kind(beginning: bytes) -> str:
    if is_svg(beginning):
        return SVG_TYPE
    return next((each for each in _BEGINNINGS if _BEGINNINGS[each].match(beginning)), "")


def _files(root: Path) -> Iterator[str]:
    """List the files below a folder; nothing hidden, nothing built, never through a link."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(
            name for name in folders if name not in SKIPPED_FOLDERS and not name.startswith(".")
        )
        for name in sorted(files):
            file = Path(folder, name)
            if not name.startswith(".") and not file.is_symlink():
                yield file.relative_to(root).as_posix()


def _target(path: str) -> str:
    parts = path.split("/")
    while len(parts) > 1 and parts[0] in _PLAIN_FOLDERS:
        parts = parts[1:]
    plain = (re.sub(r"[^A-Za-z0-9._-]+", "-", part).strip("-.") or "x" for part in parts)
    return re.sub(r"-+(?=\.\w+$)", "", "/".join(plain))


def _free(target: str, targets: Mapping[str, str]) -> str:
    """Return a target that no other picture has, also where letter case does not count."""
    taken = {each.lower() for each in targets.values()}
    stem, ending = posixpath.splitext(target)
    number = 1
    while target.lower() in taken:
        number += 1
        target = f"{stem}-{number}{ending}"
    return target
