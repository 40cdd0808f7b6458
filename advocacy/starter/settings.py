"""The text of a new site's advocacy.toml."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from advocacy.sharing import Sharing

# By language, the sentence that says who the sharer works for.
DISCLOSURES = {
    "en": "I work at {name}.",
    "fr": "Je travaille chez {name}.",
    "de": "Ich arbeite bei {name}.",
    "es": "Trabajo en {name}.",
    "it": "Lavoro presso {name}.",
    "nl": "Ik werk bij {name}.",
    "pl": "Pracuję w {name}.",
    "pt": "Trabalho em {name}.",
    "sv": "Jag arbetar på {name}.",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The facts of a new site.

    Attributes:
        url: Absolute, without a slash at its end.
        languages: BCP 47 tags; the first is the default.
        topics: Label by id.
        audiences: Label by id, in the same way.
        enforce_from: Findings in posts before this day do not block; None makes all block.
        fed_from: Posts before this day are in no feed; None brings all.
    """

    name: str
    url: str
    description: str
    languages: tuple[str, ...] = ("en",)
    time_zone: str = "UTC"
    topics: Mapping[str, str] = field(default_factory=dict)
    audiences: Mapping[str, str] = field(default_factory=dict)
    enforce_from: date | None = None
    fed_from: date | None = None


def make_settings(settings: Settings) -> str:
    """Return advocacy.toml for a new site, with a word on each key that people will change."""
    blocks = [
        _organisation(settings),
        _table("names", {"organisation": [settings.name], "products": []}),
        "# Who the sharer works for, in each language: part of every snippet.\n"
        + _table(
            "disclosure", {each: disclosure(each, settings.name) for each in settings.languages}
        ),
        "# What posts may be about: the id that posts name, and the label that readers see.\n"
        + _table("topics", settings.topics),
        "# For whom posts are written, in the same way.\n"
        + _table("audiences", settings.audiences),
        "# The networks of share kits, in this order; 0 days is for ever.\n"
        + _table("share", {"networks": list(Sharing().networks), "window_days": 0}),
        _editorial(settings.enforce_from),
        *_feeds(settings.fed_from),
    ]
    return "\n\n".join(blocks) + "\n"


def disclosure(language: str, name: str) -> str:
    """Return the sentence that discloses, in English where there is none in the language."""
    base = language.partition("-")[0]
    return DISCLOSURES.get(base, DISCLOSURES["en"]).format(name=name)


def _organisation(settings: Settings) -> str:
    return "\n".join(
        [
            "# The organisation's facts. `advocacy doctor` says what is misconfigured.",
            _line("name", settings.name),
            _line("url", settings.url),
            _line("description", settings.description),
            "# The first language is the default, and has no prefix in addresses.",
            _line("languages", list(settings.languages)),
            _line("time_zone", settings.time_zone),
        ]
    )


def _editorial(enforce_from: date | None) -> str:
    lines = ["# The least severity that stops a build.", "[editorial]", _line("blocks", "error")]
    lines.append("# What new posts are asked for: why, for whom, and how readers can answer.")
    lines.append(_line("ask_for", ["purpose", "audience", "dialogue"]))
    if enforce_from:
        lines.append("# What older posts say against the guide is shown, and stops nothing.")
        lines.append(f"enforce_from = {enforce_from.isoformat()}")
    return "\n".join(lines)


def _feeds(fed_from: date | None) -> list[str]:
    if not fed_from:
        return []
    told = "# Older posts are on the site and in no feed, so that none is news to subscribers."
    return [f"{told}\n[feeds]\nsince = {fed_from.isoformat()}"]


def _table(name: str, values: Mapping[str, object]) -> str:
    return "\n".join([f"[{name}]", *(_line(key, value) for key, value in values.items())])


def _line(key: str, value: object) -> str:
    # Texts and lists of texts are written alike in TOML and in JSON, but for DEL.
    return f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
