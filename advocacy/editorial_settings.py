"""How the guide is enforced: `[editorial]` in advocacy.toml."""

from dataclasses import dataclass
from datetime import date

from advocacy import fields
from advocacy.schema import Field
from advocacy.severity import SEVERITIES

ASKABLE = ("purpose", "audience", "topics", "dialogue")


@dataclass(frozen=True, slots=True)
class Editorial:
    """How the guide is enforced.

    Attributes:
        blocks: The least severity that stops a build.
        enforce_from: Findings in posts dated before this day are shown and do not block.
        baseline: The file below the site's folder that records what was found once; or empty.
        ask_for: What new posts are asked for: some of ASKABLE.
        packs: Folders of Vale styles, and `.vale.ini` files, relative to the site's folder.
        packs_level: The most severe level that findings of packs have.
    """

    blocks: str = "error"
    enforce_from: date | None = None
    baseline: str = ""
    ask_for: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    packs_level: str = SEVERITIES[0]


_baseline = fields.pattern(
    r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.json", "Name a file beside advocacy.toml: `baseline.json`."
)

EDITORIAL_FIELDS = (
    Field("blocks", fields.choice(*SEVERITIES), default="error"),
    Field("enforce_from", fields.day),
    Field("baseline", _baseline, default=""),
    Field("ask_for", fields.many(fields.choice(*ASKABLE)), default=()),
    Field("packs", fields.texts, default=()),
    Field("packs_level", fields.choice(*SEVERITIES), default=SEVERITIES[0]),
)
