"""The sample's pages: every link leads somewhere, and nothing comes from elsewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path

# Data for search engines, which no browser runs.
DATA = r" type=\"application/ld\+json\">"


class Links(HTMLParser):
    """Collects what a page leads to, and the ids that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.targets.append(value)
            if name == "id" and value:
                self.ids.append(value)


def test_every_link_within_the_site_leads_somewhere(sample):
    output = sample / "output"
    pages = {file: Links(file.read_text()) for file in output.rglob("*.html")}

    for file, page in pages.items():
        for target in page.targets:
            path, _, fragment = target.partition("#")
            if re.match(r"[a-z]+:", target) or target.startswith("//"):
                assert not target.startswith("//")
                continue
            found = target_file(output, file, path.partition("?")[0])
            assert found.is_file(), f"{file.relative_to(output)}: {target}"
            if fragment and found in pages:
                assert fragment in pages[found].ids, f"{file.relative_to(output)}: {target}"


def target_file(output: Path, page: Path, path: str) -> Path:
    if not path:
        return page
    file = output / path.lstrip("/") if path.startswith("/") else page.parent / path
    return file / "index.html" if path.endswith("/") else file


def test_no_id_stands_twice_on_a_page(sample):
    for file in (sample / "output").rglob("*.html"):
        ids = Links(file.read_text()).ids
        assert len(ids) == len(set(ids)), file


def test_nothing_inline_and_nothing_from_elsewhere(sample):
    """A strict content security policy must be possible; readers are tracked by nobody."""
    for file in (sample / "output").rglob("*.html"):
        text = file.read_text()
        assert not re.search(rf"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=|{DATA})", text), file
        for source in re.findall(r'<(?:img|script|source|iframe)[^>]*\ssrc="([^"]+)"', text):
            assert source.startswith("/"), (file, source)


def test_pages_of_kits_ask_search_engines_to_stay_out(sample):
    """By `noindex` alone: robots.txt and the sitemap would tell everybody where they are."""
    output = sample / "output"
    pages = sorted((output / "share").rglob("*.html"))

    assert len(pages) > 10
    for file in pages:
        assert '<meta name="robots" content="noindex">' in file.read_text(encoding="utf-8"), file
    for name in ("robots.txt", "sitemap.xml"):
        assert "share" not in (output / name).read_text(encoding="utf-8")


def test_feeds_of_the_blog_know_nothing_of_kits(sample):
    feeds = sorted((sample / "output/feeds").rglob("*.xml"))

    assert feeds
    assert not [file for file in feeds if "/share/" in file.read_text(encoding="utf-8")]
