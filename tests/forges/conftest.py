"""Requests in real repositories, as reviews have them, and forges that jobs speak to."""

from pathlib import Path

import pytest

from tests.forges.commenting import USERS, WAYS
from tests.forges.forge_server import ForgeServer, serve_forge
from tests.review.conftest import no_settings, start

__all__ = ["no_settings", "start"]


@pytest.fixture(params=WAYS)
def way(request) -> str:
    """A forge, with its own way to comment."""
    return request.param


@pytest.fixture
def forge(way):
    """That forge's API on this machine."""
    with serve_forge(ForgeServer(USERS[way])) as forge:
        yield forge


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the job runs."""
    (tmp_path / "work").mkdir()
    return tmp_path / "work"
