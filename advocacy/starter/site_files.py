"""The files of a new site, by path."""

from importlib.resources import files

from advocacy.site import SETTINGS_FILE

# Packaged files that a site gets as they are, by where they go.
COPIED = {
    "pelicanconf.py": "pelicanconf.py.txt",
    "publishconf.py": "publishconf.py.txt",
    ".gitignore": "gitignore.txt",
    "content/pages/values.md": "values.md",
    "content/pages/conversation.md": "conversation.md",
}


def make_site_files(settings: str) -> dict[str, str]:
    """Return what every new site has, by path: the text of its settings, and packaged files."""
    copied = {path: read_default(name) for path, name in COPIED.items()}
    return {SETTINGS_FILE: settings, **copied}


def read_default(name: str) -> str:
    """Return a packaged file's text, byte by byte."""
    return files("advocacy.defaults").joinpath(name).read_bytes().decode("utf-8")
