"""What is installed here: packages, extras that somebody may want, and tools that tests use."""

import platform
import shutil
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from types import MappingProxyType
from typing import NamedTuple

from advocacy import __version__

PACKAGES = (
    *("pelican", "markdown", "nh3", "feedgen", "pillow", "uharfbuzz", "budoux"),
    *("click", "regex", "babel"),
)


class Extra(NamedTuple):
    """What `pip install 'advocacy[NAME]'` adds: its packages, and what they are for."""

    packages: tuple[str, ...]
    use: str


EXTRAS: Mapping[str, Extra] = MappingProxyType(
    {
        "lsp": Extra(("pygls",), "shows findings in a text editor"),
        "search": Extra(("pagefind", "pagefind-bin-extended"), "readers search the blog"),
        "spelling": Extra(("chunspell",), "rules look words up in a dictionary"),
    }
)
# None is needed to build a site.
TOOLS: Mapping[str, str] = MappingProxyType(
    {
        "git": "keeps who wrote what",
        "uv": "sets up faster",
        "rsync": "publishes into folders",
        "rclone": "runs a test of copying what was published",
        "chromium": "runs the browser tests",
        "node": "runs the tests of scripts, previews and Lighthouse",
        "java": "runs vnu, which tests the pages' HTML",
        "newsboat": "runs the feed tests",
        "sfeed": "runs the feed tests",
        "xmllint": "runs the feed tests",
        "exiftool": "runs the picture tests",
        "openssl": "runs a test of safe connections",
        "vale": "runs the tests of Vale's styles",
        "reviewdog": "runs the tests of reports",
        **dict.fromkeys(("curl", "jq", "unzip"), "runs the tests of forges' workflows"),
        **dict.fromkeys(
            ("actionlint", "check-jsonschema", "shellcheck", "zizmor"),
            "looks for mistakes in forges' workflows",
        ),
        "unshare": "runs a test of cards without FriBidi",
        "setpriv": "runs the tests of files that may not be read",
        "gitea": "runs the test on a forge",
    }
)


def version_of(package: str) -> str:
    """Return a package's version; nothing where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def installed_packages() -> Iterator[str]:
    """Yield a line on each package without which nothing works."""
    yield f"advocacy   {__version__}, Python {platform.python_version()}, {platform.system()}"
    for package in PACKAGES:
        known = version_of(package)
        missing = "is missing; python3 tasks.py build installs it"
        yield f"package    {package} {known or missing}"


def installed_extras(find: Callable[[str], str] = version_of) -> Iterator[str]:
    """Yield a line on each extra, with how to get one of which `find` knows no version."""
    for name, extra in EXTRAS.items():
        known = [find(package) for package in extra.packages]
        missing = f"not installed: pip install 'advocacy[{name}]'"
        told = f"{extra.packages[0]} {known[0]}" if all(known) else missing
        yield f"extra      {name} ({extra.use}): {told}"


def installed_tools() -> Iterator[str]:
    """Yield a line on each tool."""
    for tool, use in TOOLS.items():
        found = "found" if shutil.which(tool) else "not found, and only needed for that"
        yield f"tool       {tool} ({use}): {found}"
