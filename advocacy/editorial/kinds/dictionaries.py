"""Where Hunspell's dictionaries lie, and which of them a rule means."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from advocacy.editorial.kinds.kind import NotHereError, OptionError

DEFAULT = "en_US"
LIBRARY = "hunspell"
# Where Linux and macOS keep them.
SYSTEM = tuple(map(Path, ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling")))
# The two in a folder of styles, as Vale has them.
DICTIONARIES, IGNORED = Path("config", "dictionaries"), Path("config", "ignore")


@dataclass(frozen=True, slots=True, order=True)
class Dictionary:
    """The two files of a dictionary: how words are inflected, and the words."""

    aff: Path
    dic: Path


def find_dictionaries(values: dict[str, Any], styles: tuple[Path, ...]) -> tuple[Dictionary, ...]:
    """Return the dictionaries that a rule asks for; a word is right if one of them knows it.

    Args:
        values: The rule's keys.
        styles: The folders of styles around the rule.

    Raises:
        NotHereError: The library, or one of them, is not on this machine.
        OptionError: A key names what cannot be one.
    """
    if not find_spec(LIBRARY):
        cure = "Install it: pip install 'advocacy[spelling]'."
        raise NotHereError("extends", f"This needs the library Hunspell. {cure}")
    if values["aff"] or values["dic"]:
        return (_checked("dic", _named_files(values, styles)),)
    folders = tuple(_folders(values["dicpath"], styles))
    names: tuple[str, ...] = values["dictionaries"]
    wanted = (*names, DEFAULT) if values["append"] or not names else names
    return tuple(_checked("dictionaries", _find(name, folders)) for name in dict.fromkeys(wanted))


def list_dictionaries() -> list[str]:
    """Return the files in the machine's own folders of dictionaries, in a fixed order.

    What a name means depends on them: the first folder that has it counts.
    """
    folders = (folder for folder in own_folders() if folder.is_dir())
    return [str(file) for folder in folders for file in sorted(folder.glob("*.[ad]*"))]


def find_word_list(name: str, styles: Iterable[Path]) -> Path | None:
    """Return the file of a list of words: from here, or in a folder of styles."""
    return next((file for file in _word_lists(name, styles) if file.is_file()), None)


def find_missed(values: dict[str, Any], styles: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the places at which a rule's files would be looked for, and at which nothing is.

    What comes to lie at one of them may be meant in place of what was found elsewhere.
    """
    named = (*values["ignore"], *filter(None, (values["aff"], values["dic"])))
    places = [file for name in named for file in _word_lists(name, styles)]
    dicpath = values["dicpath"]
    folders = [Path(dicpath), *(style / dicpath for style in styles)] if dicpath else []
    names = (*values["dictionaries"], DEFAULT)
    around = (*folders, *(style / DICTIONARIES for style in styles), *own_folders())
    places += [
        folder / f"{name}.{end}" for folder in around for name in names for end in ("aff", "dic")
    ]
    return tuple(dict.fromkeys(place for place in (*folders, *places) if not place.exists()))


def _word_lists(name: str, styles: Iterable[Path]) -> tuple[Path, ...]:
    return (Path(name), *(each for style in styles for each in (style / name, _own(style, name))))


def _own(style: Path, name: str) -> Path:
    return style / IGNORED / name


def _folders(dicpath: str, styles: tuple[Path, ...]) -> Iterator[Path]:
    if dicpath:
        named = [Path(dicpath), *(style / dicpath for style in styles)]
        folder = next((each for each in named if each.is_dir()), None)
        if not folder:
            message = f"There is no folder `{dicpath}`. Name it from the folder you are in."
            raise OptionError("dicpath", message)
        yield folder
    else:
        yield from (style / DICTIONARIES for style in styles)
    yield from own_folders()


def own_folders() -> Iterator[Path]:
    """Yield the machine's own folders of dictionaries, whether or not they are there."""
    yield from (Path(each) for each in os.environ.get("DICPATH", "").split(os.pathsep) if each)
    yield from SYSTEM


def _find(name: str, folders: Iterable[Path]) -> Dictionary:
    for folder in folders:
        found = Dictionary(folder / f"{name}.aff", folder / f"{name}.dic")
        if found.aff.is_file() and found.dic.is_file():
            return found
    package = f"hunspell-{name.lower().replace('_', '-')}"
    cure = f"Install it, on Debian as `{package}`, or name its folder as `dicpath`."
    raise NotHereError("dictionaries", f"There is no `{name}.aff` with a `{name}.dic`. {cure}")


def _named_files(values: dict[str, Any], styles: tuple[Path, ...]) -> Dictionary:
    for key in ("aff", "dic"):
        if not values[key]:
            raise OptionError(key, "`aff` and `dic` belong together. Name both files.")
    found = {key: find_word_list(values[key], styles) for key in ("aff", "dic")}
    for key in found:
        if not found[key]:
            raise NotHereError(key, f"There is no file `{values[key]}`. Name one from here.")
    aff, dic = found["aff"], found["dic"]
    assert aff
    assert dic
    if aff.with_suffix("") != dic.with_suffix(""):
        cure = "Give them one name, such as `own.aff` and `own.dic`, in one folder."
        raise OptionError("dic", f"`{aff}` and `{dic}` are no pair. {cure}")
    return Dictionary(aff, dic)


def _checked(key: str, dictionary: Dictionary) -> Dictionary:
    """Return a dictionary whose list begins, as all do, with the number of its words."""
    try:
        with dictionary.dic.open("rb") as file:
            first = file.readline(100).removeprefix(b"\xef\xbb\xbf").split()[:1]
        readable = os.access(dictionary.aff, os.R_OK)
    except OSError as error:
        raise OptionError(key, f"`{dictionary.dic}` cannot be read: {error.strerror}.") from None
    if not readable:
        raise OptionError(key, f"`{dictionary.aff}` cannot be read. Give it back its rights.")
    if not first or not first[0].isdigit():
        seen = first[0].decode(errors="replace") if first else ""
        message = f"`{dictionary.dic}` begins with `{seen}`, and not with the number of its words."
        raise OptionError(key, f"{message} Name a dictionary of Hunspell's.")
    return dictionary
