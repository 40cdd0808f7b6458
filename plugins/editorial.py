"""The gate: everything is read, nothing is written, and every finding is told at once."""

from pelican import signals
from pelican.generators import Generator

from advocacy.cache import Cache, cache_folder
from advocacy.committers import read_committers
from advocacy.editorial.check import review_library
from advocacy.editorial.refusal import Refusal
from advocacy.editorial.review import make_notes
from advocacy.errors import ContentError
from advocacy.publishing.captions import make_captions
from advocacy.publishing.card_glyphs import make_unshown

from .build import build_of


def check_everything(generators: list[Generator]) -> None:
    """Stop the build where a finding blocks.

    Raises:
        Refusal: With every finding.
        ContentError: An old post, in which findings do not block, cannot be shown at all.
    """
    build = build_of(generators[0].settings)
    build.progress("Checking", 0, 1)
    shared = make_captions(build.library)
    kept = Cache(cache_folder())
    review = review_library(
        build.library,
        build.guide,
        build.targets,
        kept=kept,
        shared=shared,
        unshown=make_unshown(build.library),
        committed=read_committers(build.library, kept),
    )
    build.findings = review.findings
    build.notes += tuple(make_notes(review))
    if review.blocks:
        raise Refusal(build.findings)
    if build.edition.refused:
        raise ContentError(problems=build.edition.refused)


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(check_everything)
