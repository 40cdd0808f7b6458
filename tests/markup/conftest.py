"""A site with a few pages and pictures to lead to."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from advocacy.markup.render import Renderer
from advocacy.markup.targets import Targets
from advocacy.site import Site

HREFS = {
    "content/posts/clock.md": "/2026/clock/",
    "content/posts/2019/lamp.md": "/2019/lamp/",
    "content/posts/a b.md": "/2026/a-b/",
    "content/pages/values.md": "/values/",
}
POST = "content/posts/night.md"


@cache
def picture(kind: str, size: tuple[int, int] = (4, 3), **options: object) -> bytes:
    """Return the bytes of a small picture."""
    file = BytesIO()
    Image.new("RGB", size, "#346").save(file, kind, **options)
    return file.getvalue()


@pytest.fixture
def targets(site: Site, write: Callable[..., Path]) -> Targets:
    """Some pages, and pictures in content/images."""
    write("content/images/clock.png", picture("PNG", (40, 30)))
    write("content/images/2019/old lamp.webp", picture("WEBP", (8, 6)))
    write("content/images/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    write("content/images/words.png", "These are words.")
    write("content/secret.png", picture("PNG"))
    write("outside.png", picture("PNG"))
    (site.content / "images" / "link.png").symlink_to(site.root / "outside.png")
    (site.content / "images" / "folder").symlink_to(site.root)
    return Targets(site, HREFS)


@pytest.fixture
def renderer(targets: Targets) -> Renderer:
    return Renderer(targets)
