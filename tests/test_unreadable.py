"""What may not be read: each command names it, and the last site stays."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import need
from tests.site.conftest import Done, SmallSite, checksum, start_small_site

TODAY = ("--today", "2026-04-10")
# Root may read everything by this right alone.
LIMITED = (
    *("setpriv", "--bounding-set=-dac_override,-dac_read_search"),
    "--inh-caps=-dac_override,-dac_read_search",
)
LOGO = '\n[look]\nlogo = "logo.png"\n'
PICTURE = "It rained.\n\n![A wall](../images/a/wall.png)"


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are told otherwise here")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site that was built, with a logo and a picture in a post."""
    if is_root():  # who may read everything
        need("setpriv")
    site = start_small_site(tmp_path_factory.mktemp("unreadable"))
    (site.root / "content/images/a").mkdir(parents=True)
    for name in ("logo.png", "a/wall.png"):
        Image.new("RGB", (600, 600), "navy").save(site.root / "content/images" / name)
    site.post("wall", body=PICTURE)
    site.add("advocacy.toml", LOGO)
    done = run(site, "build", *TODAY)
    assert done.status == 0, done.said
    return site


def run(site: SmallSite, *words: str) -> Done:
    """Run a command as somebody who may not read everything."""
    limited = LIMITED if is_root() else ()
    done = subprocess.run(
        [*limited, sys.executable, "-m", "advocacy", *words],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=False,
    )
    return Done(done.returncode, done.stdout + done.stderr)


@contextmanager
def closed(path: Path) -> Iterator[None]:
    rights = path.stat().st_mode
    path.chmod(0)
    try:
        yield
    finally:
        path.chmod(rights)


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("content",                   2, "content: cannot be opened: Permission denied."),
        ("content/pages",             2, "content/pages: cannot be opened: Permission denied."),
        ("content/posts",             1, "content/posts: File.Unreadable cannot be opened: Perm"),
        ("content/posts/wall.md",     1, "content/posts/wall.md: File.Unreadable cannot be read"),
        ("content/images",            2, "`logo.png` cannot be opened: Permission denied."),
        ("content/images/a",          1, "`a/wall.png` cannot be opened: Permission denied."),
        ("content/images/a/wall.png", 1, "`a/wall.png` cannot be opened: Permission denied."),
        ("advocacy.toml",             2, "advocacy.toml: cannot be read: Permission denied."),
    ],
)  # fmt: skip
def test_what_may_not_be_read_is_named(site: SmallSite, path: str, status: int, told: str) -> None:
    with closed(site.root / path):
        done = run(site, "check")

    assert told in done.said
    assert "Traceback" not in done.said
    assert done.status == status
    assert run(site, "check") == Done(0, "No findings\n")


@pytest.mark.parametrize("path", ["content", "content/posts/wall.md", "content/images/a"])
def test_a_build_of_what_may_not_be_read_leaves_the_last_site(site: SmallSite, path: str) -> None:
    before = checksum(site.output)

    with closed(site.root / path):
        done = run(site, "build", *TODAY)

    assert "Permission denied" in done.said
    assert "Traceback" not in done.said
    assert done.status in {1, 2}
    assert checksum(site.output) == before


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("content/posts", "skipped 1 folder: content/posts cannot be opened: Permission denied\n"),
        (
            "content/posts/wall.md",
            "skipped 1 file: content/posts/wall.md cannot be read: Permission denied\n",
        ),
    ],
)
def test_what_may_not_be_read_is_told_without_a_site_too(
    site: SmallSite, path: str, told: str
) -> None:
    site.write(".vale.ini", "StylesPath = .\n[*]\nBasedOnStyles = Vale\n")
    check = ("check", "--config", ".vale.ini", "--no-exit", "content")
    whole = run(site, *check)

    with closed(site.root / path):
        done = run(site, *check)

    assert told in done.said
    assert done.status == 1
    assert run(site, *check) == whole
    assert whole.status == 0


@pytest.mark.parametrize("path", ["content", "content/posts", "content/staff"])
@pytest.mark.parametrize(
    "words", [("guide", "coverage"), ("kit", "the-wall"), ("card", "the-wall")], ids=" ".join
)
def test_a_folder_that_hides_posts_is_named_and_not_their_absence(
    site: SmallSite, path: str, words: tuple[str, ...]
) -> None:
    with closed(site.root / path):
        done = run(site, *words)

    assert f"{path}: cannot be opened: Permission denied." in done.said
    assert "is no post here" not in done.said
    assert "Traceback" not in done.said
    # Without content there is no guide, which is a mistake of the site.
    assert done.status == (2 if (path, words[0]) == ("content", "guide") else 1)
