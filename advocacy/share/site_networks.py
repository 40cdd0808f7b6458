"""The networks of one site: the shipped rows, as its own settings mend them."""

import tomllib
from collections.abc import Mapping
from types import MappingProxyType

from advocacy.errors import SettingsError
from advocacy.share.networks import TABLE_FILE, Network, make_rows, read_networks
from advocacy.site import SETTINGS_FILE, Site
from advocacy.toml_file import place_problem


def networks_of(site: Site) -> Mapping[str, Network]:
    """Return all networks that a site may name, by id: those that are shipped, then its own.

    A row of the site's has only what differs; one for a network that is not shipped is whole.

    Raises:
        SettingsError: With every mistake in the site's rows.
    """
    if not site.own_networks:
        return read_networks()
    shipped = tomllib.loads(TABLE_FILE.read_text(encoding="utf-8"))
    rows = {key: {**shipped.get(key, {}), **row} for key, row in site.own_networks.items()}
    try:
        own = make_rows(rows, SETTINGS_FILE, "`networks.{}`")
    except SettingsError as error:
        text = _settings_text(site)
        placed = [place_problem(problem, text) for problem in error.problems]
        raise SettingsError(problems=placed) from None
    return MappingProxyType({**read_networks(), **own})


def _settings_text(site: Site) -> str:
    file = site.root / SETTINGS_FILE
    return file.read_text(encoding="utf-8-sig") if file.is_file() else ""
