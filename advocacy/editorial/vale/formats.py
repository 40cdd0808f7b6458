"""How Vale reads a file, by the end of its name."""

from collections.abc import Mapping
from pathlib import PurePath

MARKDOWN, TEXT, HTML, LINES, UNREAD = "markdown", "text", "html", "lines", "unread"
_ENDS = {
    MARKDOWN: "md mdown markdown markdn rmd Rmd",
    TEXT: "txt",
    HTML: "html htm shtml xhtml",
    # Vale reads comments in code, and other markup through other programs; nothing here does.
    UNREAD: (
        "adoc asciidoc asc dita mdx myst org qdoc qdocinc qmd rst rest typ xml xsd "
        "c h cc cpp cxx hpp cs csx css clj cljs cljc ex exs go hs java bsh jl js jsx lua php "
        "pl pm pod proto ps1 psm1 psd1 py py3 pyw pyi rpy qml rb Gemfile Rakefile Brewfile "
        "gemspec rs r R sass scss less scala sbt swift ts tsx"
    ),
}
READINGS = {end: reading for reading, ends in _ENDS.items() for end in ends.split()}


def extension_of(path: str) -> str:
    """Return the end of a path's name from its last dot on, as Vale sees it: `.md`, `.ini`."""
    name = PurePath(path).name
    dot = name.rfind(".")
    return name[dot:] if dot >= 0 else ""


def reading_of(extension: str, formats: Mapping[str, str]) -> str:
    """Return how a file is read: as MARKDOWN, TEXT, HTML, LINES, or not at all.

    Args:
        extension: Such as `.md`.
        formats: What `[formats]` says: which ends are read as which.
    """
    end = extension.strip(".")
    return READINGS.get(formats.get(end, end), LINES)
