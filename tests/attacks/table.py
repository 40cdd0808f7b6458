"""The tables of attacks: what each row writes into a site, and how its build is to end."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from tests.attacks.makers import MAKERS

TABLES = Path(__file__).parent / "tables"
# The post that an attack brings along; the site's own is `night-shift`.
ATTACKER = "content/posts/attacker.md"
# What is secret, and lies beside the content in each site that is attacked.
CANARY = "canary-7f3a-the-secret-of-the-house"
# What a row's text may stand for, as TOML is no place for what is long.
PLACEHOLDERS = {"CANARY": CANARY}

End = Literal["refused", "built"]


@dataclass(frozen=True, slots=True)
class Attack:
    """One row.

    Attributes:
        name: What is tried; unique in all tables.
        files: What is written, by path below the site's folder.
        links: Symbolic links: where each leads, by path; a path that begins with `/` is as it is.
        made: By path, which of MAKERS makes what is there.
        end: Whether the build is refused, or leaves the attack without effect.
    """

    name: str
    files: Mapping[str, bytes]
    end: End
    links: Mapping[str, str] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[str, ...]:
        """What a refusal may name."""
        return (*self.files, *self.links, *self.made)

    def write(self, root: Path) -> None:
        """Put the attack into a site."""
        for path, content in self.files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        for path, target in self.links.items():
            link = root / path
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(target if target.startswith("/") else root / target)
        for path, kind in self.made.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            MAKERS[kind](root / path)


def read_attacks(name: str) -> tuple[Attack, ...]:
    """Read one table, such as `front-matter`."""
    table = tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(_attack(row) for row in table["attack"])


def read_all() -> Iterator[tuple[str, Attack]]:
    """Yield every attack with the name of its table."""
    for file in sorted(TABLES.glob("*.toml")):
        yield from ((file.stem, attack) for attack in read_attacks(file.stem))


def _attack(row: Mapping[str, Any]) -> Attack:
    files = dict(row.get("files", {}))
    if "whole" in row:
        files[ATTACKER] = row["whole"]
    elif "fields" in row or "body" in row:
        files[ATTACKER] = make_post(row.get("fields", {}), row.get("body", "It rained."))
    encoding = row.get("encoding", "utf-8")
    return Attack(
        row["name"],
        {path: _expand(text, row).encode(encoding) for path, text in files.items()},
        row["end"],
        row.get("links", {}),
        row.get("made", {}),
    )


def make_post(fields: Mapping[str, str], body: str) -> str:
    """Return a post whose front matter has fields of its own; an empty one leaves a key out."""
    own = {
        "id": "tag:stories.lindenmark.example,2026:attacker",
        "title": "The attacker",
        "date": "2026-03-01",
        "authors": "[ana]",
        "summary": "What happened, told in order.",
        **fields,
    }
    front = "\n".join(f"{key}: {value}" for key, value in own.items() if value)
    return f"---\n{front}\n---\n\n{body}\n"


def _expand(text: str, row: Mapping[str, Any]) -> str:
    """Put in what placeholders stand for, and what is to be there many times."""
    for name, value in PLACEHOLDERS.items():
        text = text.replace(f"<<{name}>>", value)
    for part, times in row.get("repeat", {}).items():
        text = text.replace(
            f"<<{part}>>", "".join(part.replace("{n}", str(n)) for n in range(times))
        )
    return text
