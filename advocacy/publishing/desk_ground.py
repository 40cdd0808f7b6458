"""All that lies on disk of which the check of a site is made."""

from collections.abc import Iterable
from pathlib import Path

from advocacy.answers.ground import Ground
from advocacy.editorial.checker_version import checker_ground
from advocacy.editorial.kinds.dictionaries import own_folders
from advocacy.editorial.packs import read_packs
from advocacy.editorial.rule_sources import missed_by, sources_of
from advocacy.editorial.vale.configuration import read_configuration
from advocacy.publishing.desk import REPOSITORY, Desk
from advocacy.share.cards.look import find_sources
from advocacy.site import SETTINGS_FILE, Site

TEXTS = (".md",)
# Folders that programs fill, and nobody writes in.
MADE = ("__pycache__", "node_modules", "output", "venv")


def find_grounds(desk: Desk, root: Path, paths: Iterable[Path], *more: Path) -> tuple[Ground, ...]:
    """Return what the findings in a site depend on.

    Args:
        desk: The site.
        root: The folder that was named for it, from here.
        paths: Files and folders in it that were named.
        more: Other files that were read.
    """
    site = desk.site
    rules = [*desk.guide.rules.values(), *read_packs(site, desk.guide.rules).rules.values()]
    packs = [site.root / each for each in site.editorial.packs]
    baseline = [site.root / site.editorial.baseline] if site.editorial.baseline else []
    look = find_sources(site)
    files = (*_up_to(root, site, SETTINGS_FILE), *more, *baseline, *packs, *look)
    named = (place for path in paths for place in (path, site.root / path))
    own = Ground(
        files=_written((*files, *sources_of(rules), *missed_by(rules))),
        places=_written((root, *named, *packs, *_repositories(site))),
        names=_written(own_folders()),
        trees=_written(each for pack in packs for each in _folders(pack)),
    )
    content = Ground(places=(str(site.content),), trees=(str(site.content),), ends=TEXTS)
    return checker_ground(), own, content, _beside(site)


def _beside(site: Site) -> Ground:
    """Return the site's other folders: what a check reads tomorrow will lie in one of them."""
    beside = (each for each in sorted(site.root.iterdir()) if each != site.content)
    folders = (each for each in beside if each.is_dir() and not each.name.startswith("."))
    trees = _written(each for each in folders if each.name not in MADE)
    return Ground(names=(str(site.root),), trees=trees, ends=TEXTS, skips=MADE)


def _up_to(root: Path, site: Site, name: str) -> list[Path]:
    """Return the places at which a site's settings were looked for, the last with success."""
    here = root.resolve()
    folders = [each for each in (here, *here.parents) if each.is_relative_to(site.root)]
    return [folder / name for folder in folders]


def _repositories(site: Site) -> list[Path]:
    """Return the places at which git's folder was looked for."""
    root = site.root.resolve()
    return [folder / REPOSITORY for folder in (root, *root.parents)]


def _folders(pack: Path) -> tuple[Path, ...]:
    return (pack,) if pack.is_dir() else read_configuration(pack).styles_paths


def _written(paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(map(str, paths))
