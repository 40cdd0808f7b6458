"""What the checker is, as a hash: results that another one made are not taken for its own."""

import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
# Whose behaviour a result depends on, besides our own code's.
LIBRARIES = (
    *("ahocorasick-rs", "markdown", "markdown-it-py", "mdit-py-plugins", "nh3", "pyyaml"),
    "regex",
)
# The extra `spelling`.
OPTIONAL = "chunspell"


@cache
def checker_version() -> str:
    """Return a hash of the code that reads and checks, and of the libraries that it uses."""
    digest = sha256(sys.version.encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    with suppress(PackageNotFoundError):
        digest.update(f"{OPTIONAL} {version(OPTIONAL)}\n".encode())
    for file in sorted((*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()
