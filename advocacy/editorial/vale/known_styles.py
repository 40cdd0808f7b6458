"""The rules of a configuration, of which it is kept that they are sound, and what is left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from advocacy.cache import Cache, make_key
from advocacy.editorial.checker_version import checker_version
from advocacy.editorial.kinds.dictionaries import list_dictionaries
from advocacy.editorial.kinds.skipped import SKIPPED_KINDS
from advocacy.editorial.patterns import trusting
from advocacy.editorial.rule_sources import missed_by, read_sources, sources_of
from advocacy.editorial.vale.configuration import Configuration
from advocacy.editorial.vale.style_files import find_files, read_for_key
from advocacy.editorial.vale.styles import Styles, read_styles, say_skipped, say_unknown


@dataclass(frozen=True, slots=True)
class KnownStyles:
    """A configuration's rules, which have no mistake.

    Attributes:
        configuration: What names them.
        key: A hash of all that they are.
        notes: What was left out, for people to read.
        sources: The files that rules are made of besides their own.
        missed: Places that would come before those, and at which there is nothing.
        may_last: Whether all that rules need is on this machine.
        fresh: The rules, where they had to be read to know that they are sound.
    """

    configuration: Configuration
    key: str
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    missed: tuple[str, ...]
    may_last: bool = True
    fresh: Styles | None = field(default=None, compare=False, repr=False)

    def read(self) -> Styles:
        """Return the rules; where they were not read so far, none is compiled before it is used."""
        if self.fresh:
            return self.fresh
        with trusting():
            return read_styles(self.configuration)


def read_known_styles(configuration: Configuration, kept: Cache) -> KnownStyles:
    """Read a configuration's rules, unless it is kept that they are sound.

    Raises:
        SettingsError: Styles are missing or have mistakes.
    """
    key = _key(configuration)
    known = kept.read([key]).get(key)
    may_last, styles = True, None
    if not isinstance(known, dict) or not _is_as_it_was(known):
        styles = read_styles(configuration)
        known = {
            "notes": [*say_unknown(configuration, styles), *say_skipped(styles)],
            "sources": [str(file) for file in sources_of(styles.rules.values())],
            "missed": [str(place) for place in missed_by(styles.rules.values())],
        }
        # What is missing for a rule may be there the next time.
        may_last = SKIPPED_KINDS.keys() >= {*styles.skipped.values()}
        kept.write({key: known} if may_last else {})
    read = read_sources(map(Path, known["sources"]))
    notes = (*configuration.notes, *map(str, known["notes"]))
    sources, missed = (tuple(known[name]) for name in ("sources", "missed"))
    whole = make_key(key, *read)
    return KnownStyles(configuration, whole, notes, sources, missed, may_last, styles)


def forget_rules(styles: KnownStyles) -> KnownStyles:
    """Return the same without the rules themselves: patterns do not travel between processes."""
    return replace(styles, fresh=None)


def _is_as_it_was(known: Mapping[str, Any]) -> bool:
    """Say whether the rules' files are where they were, and nothing lies before them."""
    is_there = all(Path(each).is_file() for each in known["sources"])
    return is_there and not any(Path(each).exists() for each in known["missed"])


def _key(configuration: Configuration) -> str:
    folders = configuration.styles_paths
    files = [file for folder in folders for file in find_files(folder, "*")]
    read = [part for file in sorted(files) for part in (str(file), read_for_key(file))]
    own = list_dictionaries()
    return make_key("styles", checker_version(), repr(configuration), repr(own), *read)
