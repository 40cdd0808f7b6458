"""The index in which a reader's browser searches the posts; Pagefind makes it of their pages."""

import json
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from advocacy.errors import SettingsError
from advocacy.kept_files import KeptFiles
from advocacy.search_key import make_index_key

SCRIPT = "pagefind.js"
ENTRY = "pagefind-entry.json"
# Of the program itself only what our own search page loads: Pagefind's own interfaces are left out.
WANTED = (SCRIPT, ENTRY, "pagefind-worker.js", "pagefind.*.pf_meta", "wasm.*.pagefind")
SHARDS = ("fragment/*.pf_fragment", "index/*.pf_index")
INSTALL = "Install it: pip install 'advocacy[search]'."


def is_installed() -> bool:
    """Say whether an index can be made.

    Pagefind comes in two forms, of which only the extended one finds a word inside a sentence that
    is written without spaces, as in Japanese.
    """
    return all(map(find_spec, ("pagefind", "pagefind_bin_extended")))


def find_index(pages: Mapping[str, bytes], kept: KeptFiles) -> dict[str, bytes]:
    """Return the index of pages, as `make_index` does; the last one while it would be the same.

    Args:
        pages: HTML by the name of its file on the site.
        kept: Where the last one is.

    Raises:
        SettingsError: Pagefind refused.
    """
    key = make_index_key(pages)
    index = _unpack(kept.read(key))
    if index is None:
        index = make_index(pages)
        kept.write(key, _pack(index))
        kept.forget_all_but([key])
    return index


def make_index(pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index of pages, by their names below the index's own folder.

    Pagefind is shown these pages alone, so that it can tell of nothing else.

    Args:
        pages: HTML by the name of its file on the site; the addresses in the index are relative to
            the site's root.

    Raises:
        SettingsError: Pagefind refused.
    """
    with TemporaryDirectory(prefix="advocacy-search-") as folder:
        site, index = Path(folder, "site"), Path(folder, "index")
        for name, content in pages.items():
            file = site / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        _run_pagefind(site, index)
        return _read_index(index)


def _run_pagefind(site: Path, index: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--silent"]
    places = ["--site", str(site), "--output-path", str(index)]
    done = subprocess.run(
        [*command, *places],
        cwd=site,  # a pagefind.toml in the site's own folder would change what is indexed
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not (index / ENTRY).is_file():
        told = (
            " ".join((done.stderr or done.stdout).split())[-300:] or f"it ended {done.returncode}"
        )
        cure = f"Set `enabled = false`, or install it anew. {INSTALL}"
        raise SettingsError(f"advocacy.toml: [search]: Pagefind made no index: {told}. {cure}")


def _read_index(index: Path) -> dict[str, bytes]:
    files = {
        file.relative_to(index).as_posix(): file.read_bytes()
        for pattern in (*WANTED, *SHARDS)
        for file in sorted(index.glob(pattern))
    }
    # Pagefind writes its languages in an order of chance.
    entry = json.loads(files[ENTRY])
    files[ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
    return files


def _pack(index: Mapping[str, bytes]) -> bytes:
    """Return an index as one file; what is in it is packed already."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in index.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _unpack(packed: bytes | None) -> dict[str, bytes] | None:
    """Return the index that was kept; None where there is none, or it is damaged."""
    if packed is None:
        return None
    try:
        with ZipFile(BytesIO(packed)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except BadZipFile:
        return None
