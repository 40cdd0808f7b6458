import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from advocacy.share.kit import make_kit
from advocacy.share.kits_json import SCHEMA_FILE, SCHEMA_VERSION, make_kits_json
from advocacy.share.life import State
from advocacy.share.networks import read_networks
from advocacy.share.snippet import Snippet
from advocacy.share.variant import Source
from advocacy.site import Site
from tests.share.conftest import MakePost

TODAY = date(2026, 4, 10)
SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def test_kits_are_written_for_other_programs(
    make_post: MakePost, site: Site, golden: Callable[[str, str], None]
) -> None:
    networks = {name: read_networks()[name] for name in ("linkedin", "bluesky")}
    posts = [make_post("share: {until: 2026-05-01}"), make_post("lang: fr")]
    kits = [make_kit(post, site, networks, TODAY) for post in posts]
    later = replace(kits[0], slug="a-night-before")

    written = make_kits_json([kits[1], later])

    golden("share/kits.json", written)
    assert [kit["slug"] for kit in json.loads(written)["kits"]] == ["a-night-before", "night-shift"]
    assert written == make_kits_json([later, kits[1]])


@pytest.mark.parametrize(
    ("field", "state"),
    [
        ("share: {from: 2026-05-01}", State.NOT_YET),
        ("", State.NOW),
        ("share: {until: 2026-04-12}", State.ENDING),
        ("share: {until: 2026-04-01}", State.OVER),
    ],
)
def test_what_is_written_fits_the_published_schema(
    make_post: MakePost, site: Site, field: str, state: State
) -> None:
    kit = make_kit(make_post(field), site, read_networks(), TODAY)

    written = json.loads(make_kits_json([kit]))

    VALIDATOR.validate(written)
    assert written["kits"][0]["state"] == state
    assert bool(written["kits"][0]["networks"]) is state.is_offered


def test_the_schema_is_sound_and_names_what_there_is() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    defs = SCHEMA["$defs"]

    assert SCHEMA["properties"]["schema_version"] == {"const": SCHEMA_VERSION}
    assert defs["kit"]["properties"]["state"]["enum"] == list(State)
    assert defs["variant"]["properties"]["source"]["enum"] == list(Source)
    assert defs["variant"]["required"] == [field.name for field in fields(Snippet)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("state", "soon"),
        ("state", "over"),
        ("networks", []),
        ("from", "1 April"),
        ("until", ""),
        ("url", "/2026/night-shift/"),
        ("colour", "red"),
    ],
)
def test_what_does_not_fit_is_found(
    make_post: MakePost, site: Site, key: str, value: object
) -> None:
    kit = make_kit(make_post(), site, {"x": read_networks()["x"]}, TODAY)
    written = json.loads(make_kits_json([kit]))
    written["kits"][0][key] = value

    assert not VALIDATOR.is_valid(written)
