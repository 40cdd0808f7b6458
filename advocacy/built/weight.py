"""How much a browser fetches for a page: the page itself, its style, scripts and pictures."""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from advocacy.built.fault import Fault
from advocacy.built.output import Output
from advocacy.site import Site

# What a server packs on its way; pictures are packed as they are.
PACKED = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".xml"})
# One of the sizes of a picture is fetched, and what plays only when somebody plays it.
WEIGHED = frozenset({"iframe", "img", "link", "script"})


def find_heavy_pages(output: Output, site: Site) -> Iterator[Fault]:
    """Yield pages that weigh more than the site allows; fonts are weighed apart, by nobody."""
    most = site.built.page_kb * 1000
    weigh = cache(_weigh)
    for address, page in output.pages.items():
        parts = {file: weigh(output.files[file]) for file in {address, *_loaded(output, address)}}
        total = sum(parts.values())
        if total > most:
            largest = max(parts, key=lambda each: (parts[each], each))
            seen = f"The page weighs {_kb(total)}, and {_kb(most)} are allowed"
            told = f"`{output.files[largest].name}` alone has {_kb(parts[largest])}"
            message = f"{seen}; {told}. Make that smaller, or raise `page_kb` below [built]."
            yield Fault(kind="Built.Weight", page=page, message=message)


def _loaded(output: Output, address: str) -> Iterator[str]:
    """Yield the files that a browser fetches for a page, as far as its HTML names them."""
    for reference in output.pages[address].references:
        if reference.is_loaded and reference.element in WEIGHED:
            file = output.find(address, reference.address).file
            if file and not reference.is_candidate:
                yield file


def _weigh(file: Path) -> int:
    raw = file.read_bytes()
    return len(gzip.compress(raw, 6, mtime=0)) if file.suffix in PACKED else len(raw)


def _kb(size: int) -> str:
    return f"{size / 1000:,.0f} kB"
