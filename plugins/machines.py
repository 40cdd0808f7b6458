"""What programs ask for: the sitemap, files by name, the manifest; when every page is written."""

from itertools import chain
from pathlib import Path

from advocacy import addresses
from advocacy.publishing.site_app import find_unused, make_site_app
from advocacy.publishing.sitemap import make_sitemap
from advocacy.publishing.well_known import make_well_known

from .build import Build


def write_machine_files(build: Build, stage: Path) -> None:
    """Write them into the stage; the sitemap of a plugin from elsewhere gives way to ours."""
    sitemap = (addresses.SITEMAP, make_sitemap(build.edition, build.pages))
    edition = build.edition
    for address in find_unused(edition):
        (stage / address).unlink()
    files = chain([sitemap], make_well_known(edition), make_site_app(edition))
    for address, content in files:
        file = stage / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
