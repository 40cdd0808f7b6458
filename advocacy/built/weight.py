"""How much a browser fetches for a page: itself, its style, scripts, pictures and fonts."""

import gzip
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from advocacy.built.fault import Fault
from advocacy.built.output import Output
from advocacy.built.page import BuiltPage
from advocacy.built.script_imports import read_imports
from advocacy.built.style_sheet import Need, read_style
from advocacy.site import Site

# What a server packs on its way; pictures are packed as they are.
PACKED = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".xml"})
# One of the sizes of a picture is fetched, and what plays only when somebody plays it.
WEIGHED = frozenset({"iframe", "img", "link", "script"})
SCRIPTS = frozenset({".js", ".mjs"})


def find_heavy_pages(output: Output, site: Site) -> Iterator[Fault]:
    """Yield pages that weigh more than the site allows."""
    most = site.built.page_kb * 1000
    weigh, needs = cache(_weigh), cache(needs_of)
    for address, page in output.pages.items():
        fetched = find_fetched(output, address, needs)
        parts = {file: weigh(output.files[file]) for file in fetched}
        total = sum(parts.values())
        if total > most:
            largest = max(parts, key=lambda each: (parts[each], each))
            seen = f"The page weighs {_kb(total)}, and {_kb(most)} are allowed"
            told = f"`{output.files[largest].name}` alone has {_kb(parts[largest])}"
            message = f"{seen}; {told}. Make that smaller, or raise `page_kb` below [built]."
            yield Fault(kind="Built.Weight", page=page, message=message)


def find_fetched(output: Output, address: str, needs: Callable[[Path], Iterable[Need]]) -> set[str]:
    """Return the files that a browser fetches for a page, the page itself among them.

    Args:
        output: What was built.
        address: That of the page.
        needs: Returns what a file names, as `needs_of` does.
    """
    page = output.pages[address]
    named = _files(output, page, address, _page_needs(page))
    fetched, waiting = {address}, [*_loaded(output, page, address), *named]
    while waiting:
        file = waiting.pop()
        if file not in fetched:
            fetched.add(file)
            waiting += _files(output, page, file, needs(output.files[file]))
    return fetched


def needs_of(file: Path) -> tuple[Need, ...]:
    """Return what a style sheet or a script names; of all other files, nothing."""
    if file.suffix == ".css":
        return read_style(file.read_text(encoding="utf-8", errors="replace"))
    if file.suffix in SCRIPTS:
        return tuple(map(Need, read_imports(file.read_text(encoding="utf-8", errors="replace"))))
    return ()


def _loaded(output: Output, page: BuiltPage, address: str) -> Iterator[str]:
    """Yield the files that a page's elements name, and that are fetched by themselves."""
    for reference in page.references:
        if reference.is_loaded and reference.element in WEIGHED and not reference.is_candidate:
            file = output.find(address, reference.address).file
            if file:
                yield file


def _files(output: Output, page: BuiltPage, base: str, needs: Iterable[Need]) -> Iterator[str]:
    """Yield the files that are named by a file of the whole address `base`, for one page."""
    for need in needs:
        if need.is_met_by(page.points):
            file = output.find(base, need.address).file
            if file:
                yield file


def _page_needs(page: BuiltPage) -> Iterator[Need]:
    for style in page.styles:
        yield from read_style(style)
    for script in page.scripts:
        yield from map(Need, read_imports(script))


def _weigh(file: Path) -> int:
    raw = file.read_bytes()
    return len(gzip.compress(raw, 6, mtime=0)) if file.suffix in PACKED else len(raw)


def _kb(size: int) -> str:
    return f"{size / 1000:,.0f} kB"
