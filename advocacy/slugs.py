"""Names in addresses and of files: what they may be, and how a slug is made from a title."""

import re
import unicodedata

from anyascii import anyascii

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 80
# Windows takes these for devices, whatever their case, and with any ending.
# Source: Microsoft, "Naming Files, Paths, and Namespaces", checked 2026-11-29.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)
NOT_ON_WINDOWS = frozenset('<>:"|?*\\')


def find_flaw(word: str, kind: str) -> str:
    """Say what keeps a word from being an id or a slug; nothing where it may be one.

    Args:
        word: The word.
        kind: What it would be, such as `an id`.
    """
    if word in DEVICES:
        return _tell_device(word)
    return "" if ID_PATTERN.fullmatch(word) else f"`{word}` cannot be {kind}"


def find_unfit(path: str) -> str:
    """Say why not every system can keep a file by a path; nothing where it can.

    Args:
        path: With forward slashes.
    """
    for name in path.split("/"):
        if name.partition(".")[0].rstrip().lower() in DEVICES:
            return _tell_device(name)
        if name != name.rstrip(" ."):
            return f"`{name}` ends in a dot or a space, which Windows leaves out"
        if unfit := NOT_ON_WINDOWS.intersection(name):
            return f"`{name}` has a `{min(unfit)}` in it, which no name on Windows has"
    return ""


def fold_path(path: str) -> str:
    """Return what is the same for all paths that some system takes for one."""
    return unicodedata.normalize("NFC", path).casefold()


def _tell_device(name: str) -> str:
    return f"`{name}` is the name of a device on Windows"


def slugify(title: str) -> str:
    """Return a slug of small letters, digits and hyphens; empty where nothing is left.

    Of a title such as `Con`, it is `con-1`: no file on Windows can be called `con`.
    """
    plain = anyascii(unicodedata.normalize("NFC", title)).lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(words) <= LONGEST_SLUG:
        return f"{words}-1" if words in DEVICES else words
    return words[: LONGEST_SLUG + 1].rpartition("-")[0] or words[:LONGEST_SLUG]
