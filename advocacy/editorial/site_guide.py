"""The guide of a site, of which it is kept that it is sound."""

from advocacy.cache import Cache, make_key
from advocacy.editorial.checker_version import checker_version
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.occasion import check_occasion
from advocacy.editorial.patterns import trusting
from advocacy.errors import SettingsError
from advocacy.library import GUIDE_PATH, Library
from advocacy.page import Page


def read_site_guide(library: Library, kept: Cache | None = None) -> Guide:
    """Read the guide of a site.

    Args:
        library: Whose it is.
        kept: Tells whether the guide was found to be sound before; None keeps nothing.

    Raises:
        SettingsError: There is none, or it has a mistake; with every mistake.
    """
    if library.guide:
        guide = read_known_guide(library.guide, kept or Cache(None))
        mistakes = [
            problem
            for attestation in guide.attestations.values()
            for occasion in attestation.when
            for problem in check_occasion(occasion, library.site, guide.path)
        ]
        if mistakes:
            raise SettingsError(problems=mistakes)
        return guide
    # A folder above it that cannot be opened hides it.
    problems = [each for each in library.problems if f"{GUIDE_PATH}/".startswith(f"{each.path}/")]
    cure = "Write one with a heading `## Principle {#id}` and a rule; `advocacy init` has one."
    message = "" if problems else f"{GUIDE_PATH}: There is no values guide. {cure}"
    raise SettingsError(message, problems)


def read_known_guide(page: Page, kept: Cache) -> Guide:
    """Read a guide like `read_guide`; what it says is not checked again where it is kept as sound.

    Raises:
        SettingsError: With every mistake.
    """
    key = make_key("guide", checker_version(), page.source.text)
    if key in kept.read([key]):
        with trusting():
            return read_guide(page)
    guide = read_guide(page)
    kept.write({key: True})
    return guide
