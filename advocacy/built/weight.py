"""How much a browser fetches for a page: itself, its style, scripts, pictures and fonts."""

import gzip
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
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

# A file, and how another one names it.
Named = tuple[str, Need]


def find_heavy_pages(output: Output, site: Site) -> Iterator[Fault]:
    """Yield pages that weigh more than the site allows."""
    most = site.built.page_kb * 1000
    weigh, named = cache(_weigh), cache(partial(named_by, output))
    for address, page in output.pages.items():
        parts = {file: weigh(output.files[file]) for file in find_fetched(output, address, named)}
        total = sum(parts.values())
        if total > most:
            largest = max(parts, key=lambda each: (parts[each], each))
            seen = f"The page weighs {_kb(total)}, and {_kb(most)} are allowed"
            told = f"`{output.files[largest].name}` alone has {_kb(parts[largest])}"
            message = f"{seen}; {told}. Make that smaller, or raise `page_kb` below [built]."
            yield Fault(kind="Built.Weight", page=page, message=message)


def find_fetched(output: Output, address: str, named: Callable[[str], Iterable[Named]]) -> set[str]:
    """Return the files that a browser fetches for a page, the page itself among them.

    Args:
        output: What was built.
        address: That of the page.
        named: Returns what a style sheet or a script names, as `named_by` does.
    """
    page = output.pages[address]
    own = _files(output, address, _page_needs(page))
    fetched, waiting = {address}, [*_loaded(output, page, address), *_met(own, page)]
    while waiting:
        file = waiting.pop()
        if file not in fetched:
            fetched.add(file)
            waiting += _met(named(file), page)
    return fetched


def named_by(output: Output, file: str) -> tuple[Named, ...]:
    """Return the files that a style sheet or a script names; of all other files, nothing."""
    return tuple(_files(output, file, _needs(output.files[file])))


def _met(named: Iterable[Named], page: BuiltPage) -> Iterator[str]:
    return (file for file, need in named if need.is_met_by(page.points))


def _loaded(output: Output, page: BuiltPage, address: str) -> Iterator[str]:
    """Yield the files that a page's elements name, and that are fetched by themselves."""
    for reference in page.references:
        if reference.is_loaded and reference.element in WEIGHED and not reference.is_candidate:
            file = output.find(address, reference.address).file
            if file:
                yield file


def _files(output: Output, base: str, needs: Iterable[Need]) -> Iterator[Named]:
    """Yield the files that are there of those that a file of the whole address `base` names."""
    for need in needs:
        file = output.find(base, need.address).file
        if file:
            yield file, need


def _page_needs(page: BuiltPage) -> Iterator[Need]:
    for style in page.styles:
        yield from read_style(style)
    for script in page.scripts:
        yield from map(Need, read_imports(script))


def _needs(file: Path) -> Iterable[Need]:
    if file.suffix == ".css":
        return read_style(file.read_text(encoding="utf-8", errors="replace"))
    if file.suffix in SCRIPTS:
        return map(Need, read_imports(file.read_text(encoding="utf-8", errors="replace")))
    return ()


def _weigh(file: Path) -> int:
    raw = file.read_bytes()
    return len(gzip.compress(raw, 6, mtime=0)) if file.suffix in PACKED else len(raw)


def _kb(size: int) -> str:
    return f"{size / 1000:,.0f} kB"
