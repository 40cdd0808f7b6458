"""Comments that turn rules off and on: `<!-- vale Style.Rule = NO -->`."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from advocacy.editorial.vale.settings import style_of

_MATCHES = re.compile(r"vale (.+\..+)(\[.+\]) = (YES|NO)")
_ONE = re.compile(r"vale (.+\..+|[^.]+) = (YES|NO|on|off)")
_STYLES = re.compile(r"vale styles? = (.*)")


@dataclass(frozen=True, slots=True)
class Mute:
    """What the comments above a block have turned off.

    Attributes:
        is_off: Whether all is.
        names: Rules, styles, and rules with a match as `Rule[match]`; true for those that are off.
    """

    is_off: bool = False
    names: Mapping[str, bool] = field(default_factory=dict)

    def mutes(self, rule: str, match: str = "") -> bool:
        """Say whether a rule is off, at all or for one match."""
        if self.is_off or not self.names:
            return self.is_off
        asked = (rule, f"{rule}[{match}]", style_of(rule))
        return any(self.names.get(name, False) for name in asked)

    def ended(self) -> "Mute":
        """Return what is still off behind the last block."""
        return Mute(self.is_off)


NOTHING_MUTED = Mute()


def read_comment(comment: str, mute: Mute, styles: tuple[str, ...]) -> Mute:
    """Return what is off behind a comment.

    Args:
        comment: What it says.
        mute: What is off before it.
        styles: The styles that the file is based on.
    """
    said = comment.strip()
    if said in {"vale off", "vale on"}:
        return replace(mute, is_off=said == "vale off")
    if found := _MATCHES.fullmatch(said):
        matches = [f"{found[1]}[{match}]" for match in _texts(found[2])]
        return _with(mute, matches, is_off=found[3] == "NO")
    if found := _ONE.fullmatch(said):
        return _with(mute, [found[1]], is_off=found[2] in {"NO", "off"})
    if found := _STYLES.fullmatch(said):
        return _with(_with(mute, styles, is_off=True), found[1].split(", "), is_off=False)
    return mute


def _with(mute: Mute, names: list[str] | tuple[str, ...], *, is_off: bool) -> Mute:
    return replace(mute, names={**mute.names, **dict.fromkeys(names, is_off)})


def _texts(written: str) -> list[str]:
    try:
        values = json.loads(written)
    except (ValueError, RecursionError):
        return []
    return [value for value in values if isinstance(value, str)]
