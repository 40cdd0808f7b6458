"""Which rules run on one file, and at which level: what all sections say together."""

from collections.abc import Mapping
from dataclasses import dataclass

from advocacy.editorial.vale.configuration import Configuration, Part
from advocacy.editorial.vale.formats import extension_of


@dataclass(frozen=True, slots=True)
class FileSettings:
    """What holds for one file.

    Attributes:
        styles: The styles it is based on.
        switches: What its own sections turn on or off, by rule or style.
        everywhere: What `[*]` turns on or off.
        levels: What its own sections set, by rule or style.
        parts: The sections whose patterns of ignored text hold for it.
    """

    styles: tuple[str, ...]
    switches: Mapping[str, bool]
    everywhere: Mapping[str, bool]
    levels: Mapping[str, str]
    parts: tuple[Part, ...]

    def runs(self, rule: str) -> bool:
        """Say whether a rule runs; what is said of it counts more than what of its style."""
        for switches in (self.switches, self.everywhere):
            for name in (rule, style_of(rule)):
                if name in switches:
                    return switches[name]
        return style_of(rule) in self.styles

    def level(self, rule: str, own: str) -> str:
        """Return the level a rule has in this file, which is its own unless a section says."""
        return self.levels.get(rule) or self.levels.get(style_of(rule)) or own


def style_of(rule: str) -> str:
    """Return the style of a rule: `Style.Rule` is of `Style`."""
    return rule.partition(".")[0]


def settings_for(configuration: Configuration, path: str) -> FileSettings:
    """Return what holds for a file; later sections win."""
    everywhere = Part(None)
    styles: tuple[str, ...] = ()
    switches: dict[str, bool] = {}
    levels: dict[str, str] = {}
    for part in configuration.parts:
        if part.glob is None:
            everywhere = part
            styles = part.styles or ()
        elif part.means(path):
            styles = styles if part.styles is None else part.styles
            switches |= part.switches
            levels |= part.levels
    ignoring = tuple(part for part in configuration.parts if part.means(extension_of(path), path))
    return FileSettings(styles, switches, everywhere.switches, levels, ignoring)


def level_everywhere(configuration: Configuration, rule: str, own: str) -> str:
    """Return the level that `[*]` gives a rule, which is its own unless that says."""
    levels = next((part.levels for part in configuration.parts if part.glob is None), {})
    return levels.get(rule) or levels.get(style_of(rule)) or own


def may_run(configuration: Configuration, rule: str) -> bool:
    """Say whether a rule runs on some file."""
    everywhere = next((part for part in configuration.parts if part.glob is None), Part(None))
    own = [part for part in configuration.parts if part.glob is not None]
    if any(_said(part.switches, rule) for part in own):
        return True
    said = _said(everywhere.switches, rule)
    if said is not None:
        return said
    style = style_of(rule)
    return style in (everywhere.styles or ()) or any(
        style in (part.styles or ()) and _said(part.switches, rule) is not False for part in own
    )


def _said(switches: Mapping[str, bool], rule: str) -> bool | None:
    return switches.get(rule, switches.get(style_of(rule)))
