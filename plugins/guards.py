"""What must hold of a build, whatever pelicanconf.py and plugins from elsewhere do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from advocacy import addresses
from advocacy.publishing.edition import page_address
from advocacy.publishing.search_page import search_address
from advocacy.site import Site
from advocacy.theme import theme_path

from .build import Build, build_of

# Without one of these a site would lack its gate, its lists, its feeds or its kits.
OWN_PLUGINS = ("posts", "editorial", "pages", "feeds", "share", "search")


def refused_settings(settings: Mapping[str, Any], site: Site) -> list[str]:
    """Return what pelicanconf.py sets in a way that a site cannot be built with."""
    plugins = [getattr(each, "__name__", str(each)) for each in settings.get("PLUGINS") or ()]
    names = {name.rpartition(".")[2] for name in plugins if ".advocacy." in name}
    refused = [
        f"PLUGINS lacks `{name}`. Add your own with `PLUGINS += [...]`."
        for name in OWN_PLUGINS
        if name not in names
    ]
    if settings.get("SITEURL") != site.url:
        refused.append("SITEURL differs from `url` in advocacy.toml. Leave it out here.")
    if Path(settings["PATH"]).resolve() != site.content.resolve():
        refused.append(f"PATH is `{settings['PATH']}`. Run `pelican content`, and leave PATH out.")
    if bool(settings.get("SHARE_OUTPUT_PATH")) != bool(site.sharing.folder):
        cure = "Set `folder` below [share] in advocacy.toml."
        refused.append(f"SHARE_OUTPUT_PATH alone does not build kits apart. {cure}")
    if Path(settings.get("THEME", "")).resolve() != theme_path().resolve():
        refused.append("THEME is set. Put templates of your own into templates/ instead.")
    return refused


def note_lost_sources(generators: list[Generator]) -> None:
    """Note which posts and pages Pelican left out, though they should be built."""
    context = generators[0].context
    build = build_of(context)
    wanted = [*build.edition.by_path, *build.library.pages]
    built = context["generated_content"]
    build.lost = tuple(path for path in wanted if not built.get(path.removeprefix("content/")))


def missing_files(build: Build, stage: Path) -> list[str]:
    """Return the pages that a whole site has, and the stage has not."""
    site = build.edition.site
    wanted = [post.address(site) for post in build.edition.public]
    wanted += [page_address(site, page) for page in build.library.pages.values()]
    wanted += [
        addresses.HOME,
        addresses.STAFF,
        addresses.FEEDS,
        addresses.SHARE,
        addresses.KITS,
        addresses.KITS_SCHEMA,
        addresses.KIT_CALENDAR,
    ]
    wanted += [addresses.own_page(each.id) for each in build.edition.sharers]
    wanted += [addresses.kit_feed("all", kind) for kind in ("atom", "json")]
    wanted += [search_address(build.edition, lang) for lang in build.edition.search_languages]
    wanted += [addresses.feed("all", kind) for kind in ("rss", "atom")]
    return [f"/{each}" for each in wanted if not _is_there(each, build.kits_stage, stage)]


def _is_there(address: str, kits_stage: Path | None, stage: Path) -> bool:
    folder = kits_stage if kits_stage and addresses.is_of_kits(address) else stage
    return (folder / addresses.file_of(address)).is_file()
