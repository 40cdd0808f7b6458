"""Kits as JSON for other programs, as kits.schema.json says."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from advocacy.share.kit import Kit

# Goes up when a key is taken away or means something else; a new key leaves it as it is.
SCHEMA_VERSION = 2
SCHEMA_FILE = Path(__file__).parent / "kits.schema.json"


def make_kits_json(kits: Iterable[Kit]) -> str:
    """Return kits as JSON, in the order of their slugs.

    A kit that is not offered is told without its texts: what is not to be shared now reaches no
    program that does not look at `state`. A variant with a prompt is for people alone.
    """
    whole = {
        "$schema": SCHEMA_FILE.name,
        "schema_version": SCHEMA_VERSION,
        "kits": [_row(kit) for kit in sorted(kits, key=lambda kit: kit.slug)],
    }
    return _json(whole)


def make_kit_json(kit: Kit) -> str:
    """Return one kit as kits.json has it."""
    return _json(_row(kit))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _row(kit: Kit) -> Mapping[str, object]:
    return {
        "id": kit.id,
        "slug": kit.slug,
        "url": kit.url,
        "title": kit.title,
        "lang": kit.lang,
        "card": kit.card_url,
        "state": kit.state,
        "from": kit.since.isoformat(),
        "until": kit.until.isoformat() if kit.until else None,
        "networks": [
            {"network": each.network, "variants": [*map(asdict, each.ready)]}
            for each in kit.networks
            if kit.state.is_offered
        ],
    }
