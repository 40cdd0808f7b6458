"""Packs: rules in Vale's format that a site has beside its guide, and that only suggest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from advocacy.cache import make_key
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.rule import Rule
from advocacy.editorial.scopes import Scope, ScopeError, make_scope
from advocacy.editorial.vale.configuration import Configuration, read_configuration
from advocacy.editorial.vale.settings import settings_for, style_of
from advocacy.editorial.vale.style_files import find_files, read_for_key
from advocacy.editorial.vale.styles import Styles, read_folder, read_styles, say_skipped
from advocacy.editorial.vale.switches import NOTHING_MUTED, Mute, read_comment
from advocacy.editorial_settings import Editorial
from advocacy.errors import Problem, SettingsError, nearest
from advocacy.severity import SEVERITIES
from advocacy.site import SETTINGS_FILE, Site
from advocacy.source import is_there, read_source
from advocacy.toml_file import place_problem

# What Vale adds to a scope: the end of the file's name.
_FORMATS = {"md", "markdown", "txt"}
_RULES = " Name the folder with its `.yml` files, or a .vale.ini that turns rules on."
_KEPT_FILES = ("*.ini", "*.yml", "*.txt", "*.aff", "*.dic")


@dataclass(frozen=True, slots=True)
class Pack:
    """One style, or all that a `.vale.ini` names.

    Attributes:
        rules: By name, at their levels in the pack.
        configuration: What says where each rule runs; a folder's rules run everywhere.
    """

    rules: Mapping[str, Rule]
    configuration: Configuration | None = None

    def rules_for(self, path: str) -> Iterator[Rule]:
        """Yield the rules that run on a file, at the levels that they have there."""
        if self.configuration is None:
            yield from self.rules.values()
            return
        settings = settings_for(self.configuration, path)
        for rule in self.rules.values():
            if settings.runs(rule.id):
                yield replace(rule, level=settings.level(rule.id, rule.level))


@dataclass(frozen=True, slots=True)
class Packs:
    """All packs of a site.

    Attributes:
        ceiling: The most severe level that their findings have.
        notes: What was left out of them, for people to read.
    """

    packs: tuple[Pack, ...] = ()
    ceiling: str = SEVERITIES[0]
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def rules(self) -> dict[str, Rule]:
        """Every rule by name; where two packs have one of the same name, the first counts."""
        return {name: rule for pack in reversed(self.packs) for name, rule in pack.rules.items()}

    def rules_for(self, path: str) -> Iterator[Rule]:
        """Yield the rules that run on a file, none of them above the ceiling."""
        seen = set()
        for pack in self.packs:
            for rule in pack.rules_for(path):
                if rule.id not in seen:
                    seen.add(rule.id)
                    yield replace(rule, level=min(rule.level, self.ceiling, key=SEVERITIES.index))


NO_PACKS = Packs()


def read_packs(site: Site, own: Iterable[str]) -> Packs:
    """Read the packs that the settings name.

    Args:
        site: Whose they are.
        own: The names of the guide's rules, which count more than a pack's.

    Raises:
        SettingsError: There is no such pack, or its rules cannot be used.
    """
    if not site.editorial.packs:
        return NO_PACKS
    key = make_packs_key(site)
    return _read_packs(site.root, site.editorial, frozenset(own), key)


def make_packs_key(site: Site) -> str:
    """Return a hash of all files of which packs are made."""
    files = [file for each in site.editorial.packs for file in _files(site.root / each)]
    return make_key(*(f"{file}\n".encode() + read_for_key(file) for file in files))


def drop_muted(notices: Iterable[Notice], manuscript: Manuscript, packs: Packs) -> Iterator[Notice]:
    """Yield the notices that no comment of Vale's turns off; those of packs alone can be."""
    rules = packs.rules
    if not rules:
        yield from notices
        return
    styles = tuple(sorted({style_of(name) for name in rules}))
    changes = list(_changes(manuscript, styles))
    for notice in notices:
        before = [mute for start, mute in changes if start <= notice.start]
        is_muted = bool(before) and before[-1].mutes(notice.check, notice.match)
        if notice.check not in rules or not is_muted:
            yield notice


def _changes(manuscript: Manuscript, styles: tuple[str, ...]) -> Iterator[tuple[int, Mute]]:
    """Yield where a comment changes what is off, and what is off from there on."""
    mute = NOTHING_MUTED
    for comment in sorted(manuscript.body.comments, key=lambda each: each.start):
        mute = read_comment(comment.text, mute, styles)
        yield comment.start, mute


@lru_cache(maxsize=4)
def _read_packs(root: Path, editorial: Editorial, own: frozenset[str], _key: str) -> Packs:
    packs, notes, problems = [], [], []
    for written in editorial.packs:
        path = root / written
        if not is_there(path):
            problems.append(_missing(root, written))
            continue
        if path.is_dir():
            styles, configuration = read_folder(path), None
        elif path.is_file():
            configuration = read_configuration(path, written)
            styles = read_styles(configuration, as_vale=False)
        else:
            problems.append(_missing(root, written))
            continue
        if not styles.rules and not styles.skipped:
            problems.append(_problem(root, written, f"`{written}` has no rule.{_RULES}"))
        rules, left_out = _usable(styles, own)
        packs.append(Pack(rules, configuration))
        told = (*(configuration.notes if configuration else ()), *say_skipped(styles))
        notes += [f"{written}: {note}" for note in (*told, *left_out)]
    if problems:
        raise SettingsError(problems=problems)
    return Packs(tuple(packs), editorial.packs_level, tuple(notes))


def _usable(styles: Styles, own: frozenset[str]) -> tuple[dict[str, Rule], list[str]]:
    """Return the rules that can run beside the guide, and what to say of the others."""
    rules, notes = {}, []
    for name, rule in styles.rules.items():
        scopes = _scopes(rule)
        if name in own:
            notes.append(f"skipped 1 rule: the guide has {name}")
        elif not scopes and not rule.search.measure:
            written = ", ".join(rule.written_scopes)
            notes.append(f"skipped 1 rule: scope {written} ({name})")
        else:
            rules[name] = replace(rule, scopes=scopes)
    return rules, notes


def _scopes(rule: Rule) -> tuple[Scope, ...]:
    """Return a rule's scopes as they are called here; none of those that there are not."""
    read = []
    for written in rule.written_scopes:
        parts = (_renamed(part.strip()) for part in written.split("&"))
        try:
            read.append(make_scope("&".join(parts)))
        except ScopeError:
            continue
    return tuple(read)


def _renamed(selector: str) -> str:
    mark = "~" if selector.startswith("~") else ""
    names = [name for name in selector.removeprefix("~").split(".") if name not in _FORMATS]
    if len(names) > 1 and names[0] in {"text", "attr"}:
        names = [name for name in names if name not in {"text", "attr"}]
    return mark + ".".join(names or ["text"])


def _missing(root: Path, written: str) -> Problem:
    known = [file.parent for file in root.glob("*/*/*.yml")]
    known += [*root.glob("*.ini"), *root.glob(".*.ini")]
    names = dict.fromkeys(each.relative_to(root).as_posix() for each in known)
    cure = nearest(written, names) or " Name a folder with a Vale style, or a .vale.ini."
    return _problem(root, written, f"There is no `{written}`.{cure}")


def _problem(root: Path, written: str, message: str) -> Problem:
    """Return what is wrong with a pack, in the line of the settings that names it."""
    problem = Problem(SETTINGS_FILE, 0, 0, f"`editorial`: `packs`: {message}", "Site.Packs")
    settings = read_source(root / SETTINGS_FILE, SETTINGS_FILE)
    return (
        problem if isinstance(settings, Problem) else place_problem(problem, settings.text, written)
    )


def _files(path: Path) -> Iterator[Path]:
    """Yield the files of a pack, in a fixed order."""
    if not is_there(path):
        return
    folders = [path] if path.is_dir() else []
    if path.is_file():
        yield path
        folders = list(read_configuration(path).styles_paths)
    for folder in folders:
        yield from find_files(folder, *_KEPT_FILES)
