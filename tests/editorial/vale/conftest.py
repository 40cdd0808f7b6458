"""What tests need that hold us against Vale itself."""

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import need


@pytest.fixture(scope="session")
def vale() -> str:
    """The path of Vale, which this project does not need for anything else."""
    gopath = os.environ.get("GOPATH") or Path.home() / "go"
    return shutil.which("vale", path=str(Path(gopath) / "bin")) or need("vale")
