"""Writes the samples to a folder, as a site that a browser can open."""

import shutil
from pathlib import Path

from advocacy.share.app_icon import draw_favicon, read_icon
from advocacy.theme import make_theme, theme_path
from tests.theme.sample_parts import SITE
from tests.theme.samples import SAMPLES

THEME_ICON = theme_path() / "static/icon.svg"
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}">
<rect width="{w}" height="{h}" fill="#c8b89a"/><circle cx="{x}" cy="{y}" r="{r}" fill="#7a4a2b"/>
</svg>"""
PICTURES = (
    ("images/shelf.svg", 1200, 800),
    ("images/ana.svg", 400, 400),
    ("cards/night-shift.svg", 1200, 630),
)


def write_samples(folder: Path) -> Path:
    """Write every sample as NAME.html beside the theme's static files and a few pictures."""
    theme = make_theme()
    shutil.copytree(theme_path() / "static", folder / "theme", dirs_exist_ok=True)
    for name in (SITE.look.favicon_href, SITE.look.icon_href):
        (folder / name.lstrip("/")).write_bytes(draw_favicon(read_icon(THEME_ICON.read_bytes())))
    for path, width, height in PICTURES:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        drawn = PICTURE.format(w=width, h=height, x=width // 2, y=height // 2, r=height // 3)
        (folder / path).write_text(drawn, encoding="utf-8")
    for name, template, view in SAMPLES:
        page = theme.render(template, view, SITE)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder
