from datetime import date

import pytest

from advocacy.library import Library, read_library
from advocacy.share.networks import network_ids
from advocacy.site import read_site
from tests.conftest import PROJECT

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def sample() -> Library:
    """The project's own site, read once."""
    return read_library(read_site(PROJECT, network_ids()))
