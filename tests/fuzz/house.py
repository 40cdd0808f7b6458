"""The site in which everything is tried: made once, and never changed."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from advocacy.editorial.checker import Checker, make_checker
from advocacy.editorial.guide import read_guide
from advocacy.front_matter import Document, read_document
from advocacy.library import read_piece
from advocacy.markup.render import Renderer
from advocacy.markup.targets import Targets
from advocacy.page import read_page
from advocacy.post import Post
from advocacy.site import Site, make_site
from advocacy.source import Source
from advocacy.staff import StaffMember, read_staff_member
from tests.conftest import PROJECT, SETTINGS, STAFF
from tests.markup.conftest import HREFS, picture


@cache
def folder() -> Path:
    """A folder that is gone when the program ends."""
    made = Path(mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def site() -> Site:
    """A site with one picture."""
    images = folder() / "site/content/images"
    images.mkdir(parents=True)
    (images / "clock.png").write_bytes(picture("PNG", (40, 30)))
    return make_site(folder() / "site", SETTINGS)


@cache
def staff() -> dict[str, StaffMember]:
    """Everyone who may be an author."""
    document = read_document(Source("content/staff/ana.md", STAFF))
    assert isinstance(document, Document)
    member, _ = read_staff_member(document, site())
    assert member
    return {"ana": member}


def post(text: str) -> Post | Document:
    """Read a post, or what is there of it."""
    piece, _ = read_piece(Source("content/posts/x.md", text), site(), staff())
    assert isinstance(piece, Post | Document), text
    return piece


@cache
def renderer() -> Renderer:
    """What renders bodies."""
    return Renderer(Targets(site(), HREFS))


@cache
def checker() -> Checker:
    """What holds files against the default guide."""
    text = (PROJECT / "advocacy/defaults/values.md").read_text(encoding="utf-8")
    document = read_document(Source("content/pages/values.md", text))
    assert isinstance(document, Document)
    page, problems = read_page(document, site())
    assert page, problems
    return make_checker(site(), read_guide(page), staff())
