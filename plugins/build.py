"""What one build knows; the plugins find it in the settings, under ADVOCACY."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from advocacy.cache import Cache, cache_folder
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide
from advocacy.editorial.guide_examples import refuse_examples
from advocacy.editorial.record import make_record
from advocacy.editorial.site_guide import read_site_guide
from advocacy.kept_files import KeptFiles
from advocacy.library import Library, read_library
from advocacy.markup.targets import Targets
from advocacy.publications.build_record import make_standing
from advocacy.publishing.due import find_next
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.look_check import check_look
from advocacy.publishing.rendering import Progress, make_edition, make_targets
from advocacy.reviewers import refuse_strangers
from advocacy.revision import Revision, read_revision
from advocacy.search import INSTALL, is_installed
from advocacy.search_settings import SearchSettings
from advocacy.share.kit import Kit
from advocacy.share.site_networks import networks_of
from advocacy.site import Site

KEY = "ADVOCACY"


@dataclass(slots=True)
class Build:
    """The state of one build: what was read, and what the plugins leave for one another.

    Attributes:
        revision: What the site's folder held before anything was read.
        kits_stage: Where kits are written apart from the blog; None where they are part of it.
        extra: Names of attributes of Pelican's articles that views may carry.
        findings: What the editorial plugin found.
        notes: What there is to say of it besides, a line each.
        lost: Files that Pelican should have built, and left out.
        kits: What the share plugin wrote.
        feeds: How many feeds were written.
        pages: Every page that was written.
    """

    library: Library
    guide: Guide
    targets: Targets
    edition: Edition
    progress: Progress
    card_store: KeptFiles
    picture_store: KeptFiles
    index_store: KeptFiles
    revision: Revision
    kits_stage: Path | None = None
    extra: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    kits: tuple[Kit, ...] = ()
    feeds: int = 0
    pages: list[PageFile] = field(default_factory=list)


def start_build(
    site: Site,
    today: date,
    progress: Progress,
    card_store: KeptFiles,
    picture_store: KeptFiles,
    index_store: KeptFiles,
    kits_stage: Path | None,
    extra: tuple[str, ...],
    *,
    with_drafts: bool = False,
) -> Build:
    """Read everything that a build needs.

    Raises:
        SettingsError: The guide or a table has a mistake, or a rule does not find its example.
    """
    check_look(site)
    revision = read_revision(site.root)
    site, notes = settle_search(site)
    library = read_library(site)
    refuse_strangers(library)
    kept = Cache(cache_folder())
    guide = read_site_guide(library, kept)
    refuse_examples(guide, kept)
    networks = networks_of(site)
    edition = make_edition(library, today, networks, progress, with_drafts=with_drafts, kept=kept)
    targets = make_targets(library, today, with_drafts=with_drafts)
    stores = (card_store, picture_store, index_store)
    build = Build(library, guide, targets, edition, progress, *stores, revision, kits_stage, extra)
    build.notes = notes
    return build


def settle_search(site: Site) -> tuple[Site, tuple[str, ...]]:
    """Return a site without search where it cannot be had here, and a line on how to get it."""
    if not site.search.enabled or is_installed():
        return site, ()
    told = "Pagefind is not installed, so that there is no search page."
    note = f"advocacy.toml: [search]: {told} {INSTALL}"
    return replace(site, search=SearchSettings()), (note,)


def record_of(build: Build, url: str, *, with_drafts: bool) -> dict[str, object]:
    """Return what was held against which guide, what was found, and what it was made from.

    Args:
        build: The build.
        url: Where the output is to be served that the record is of.
        with_drafts: Whether it shows what is still to be published.
    """
    edition = build.edition
    coming = find_next(edition)
    due = coming[0].day if coming else None
    standing = make_standing(url, due, build.revision, with_drafts=with_drafts)
    return {**make_record(build.guide, edition.public, build.findings, edition.today), **standing}


def build_of(settings: Mapping[str, Any]) -> Build:
    """Return the build to which Pelican's settings, or its context, belong."""
    build = settings[KEY]
    assert isinstance(build, Build)
    return build
