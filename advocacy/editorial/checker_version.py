"""What the checker is, as a hash: results that another one made are not taken for its own."""

import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from advocacy.answers.ground import Ground

PACKAGE = Path(__file__).parent.parent
# Whose behaviour a result depends on, besides our own code's.
LIBRARIES = (
    *("ahocorasick-rs", "markdown", "markdown-it-py", "mdit-py-plugins", "nh3", "pyyaml"),
    "regex",
)
# The extra `spelling`.
OPTIONAL = "chunspell"
# Whose behaviour what is printed depends on.
OF_REPORTS = ("click", "pillow")
# Folders in which libraries lie.
INSTALLED = {"site-packages", "dist-packages"}
COMPILED = "__pycache__"
# Code, and what it reads of ours: words, wordings, networks.
READ = {".py", ".toml", ".yml"}
# The end of no file's name.
NO_END = ("/",)


@cache
def checker_version() -> str:
    """Return a hash of the code that reads and checks, and of the libraries that it uses."""
    digest = sha256(sys.version.encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    with suppress(PackageNotFoundError):
        digest.update(f"{OPTIONAL} {version(OPTIONAL)}\n".encode())
    for file in sorted(each for each in PACKAGE.rglob("*") if each.suffix in READ):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def checker_ground() -> Ground:
    """Return where the program lies, and where its libraries do, whose folders tell versions.

    The program is many files, which seldom change: it is looked at when, and not what they say.
    """
    libraries = (*LIBRARIES, *OF_REPORTS)
    places = {str(distribution(library).locate_file("")) for library in libraries}
    places |= {place for place in sys.path if Path(place).name in INSTALLED}
    program = (str(PACKAGE),)
    return Ground(names=tuple(sorted(places)), trees=program, ends=NO_END, skips=(COMPILED,))
