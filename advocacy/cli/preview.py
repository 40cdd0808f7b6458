"""The site with its drafts: where it is built apart, and served to this machine alone."""

import mimetypes
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from advocacy.addresses import NOT_FOUND, file_of
from advocacy.site import Site

# Ignored by git, as what builds remember beside their outputs is.
FOLDER = ".serve.advocacy"

StartResponse = Callable[[str, list[tuple[str, str]]], object]

MISTAKE_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>The site was not built</title>
</head>
<body>
<h1>The site was not built</h1>
<p>The last good site is kept. Mend this, and the page comes back by itself.</p>
<pre>{text}</pre>
</body>
</html>
"""


def preview_folders(site: Site) -> tuple[Path, Path | None]:
    """Return where the site is built to be shown, and its kits where they are built apart."""
    folder = site.root / FOLDER
    return folder / "output", folder / "share" if site.sharing.folder else None


class Preview:
    """Serves the output folder, or says what keeps it from being built.

    Attributes:
        served: The folders, the blog's first, each with the path at which it is served.
        mistake: What the last build said; empty where it was good.
    """

    def __init__(self, site: Site, output: Path, kits: Path | None = None) -> None:
        self.output = output.resolve()
        self.served = [(site.base_path, self.output)]
        if kits:
            self.served.append((site.for_kits().base_path, kits.resolve()))
        self.mistake = ""

    def __call__(self, environ: dict[str, str], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path = environ.get("PATH_INFO", "/").encode("latin-1").decode("utf-8", "replace")
        file = self.file(path)
        is_page = file is None or file.suffix == ".html"
        if self.mistake and is_page:
            page = MISTAKE_PAGE.format(text=escape(self.mistake))
            return _answer(start_response, "500 Not built", "text/html", page.encode())
        if file:
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            return _answer(start_response, "200 OK", kind, file.read_bytes())
        missing = self.output / NOT_FOUND
        body = missing.read_bytes() if missing.is_file() else b""
        return _answer(start_response, "404 Not Found", "text/html", body)

    def file(self, path: str) -> Path | None:
        """Return the file of the output that a path of the site leads to."""
        for base_path, folder in self.served:
            file = (folder / file_of(path.removeprefix(f"{base_path}/"))).resolve()
            inside = path.startswith(f"{base_path}/") and file.is_relative_to(folder)
            if inside and file.is_file():
                return file
        return None


def _answer(start_response: StartResponse, status: str, kind: str, body: bytes) -> Iterable[bytes]:
    charset = "; charset=utf-8" if kind.startswith("text/") else ""
    headers = [("Content-Type", kind + charset), ("Cache-Control", "no-store")]
    start_response(status, headers)
    return [body]
