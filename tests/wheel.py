"""The wheel of this project, as somebody installs it."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import PROJECT

FOLDERS = ("advocacy", "plugins", "theme")
FILES = ("pyproject.toml", "README.md", "LICENSE")


def build_wheel(folder: Path) -> Path:
    """Build the wheel from a copy of what it is made of, in a folder that is not there yet."""
    for name in FOLDERS:
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / name, folder / name, ignore=ignore)
    for name in FILES:
        shutil.copyfile(PROJECT / name, folder / name)
    build = "from setuptools import build_meta; print(build_meta.build_wheel('dist'))"
    done = subprocess.run(
        [sys.executable, "-c", build], cwd=folder, capture_output=True, text=True, check=True
    )
    return folder / "dist" / done.stdout.splitlines()[-1]
