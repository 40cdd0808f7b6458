"""Whether what `[look]` names can be used, before anything is built with it."""

from collections.abc import Iterator

from advocacy.errors import Problem, SettingsError
from advocacy.publishing.logo import logo_problems
from advocacy.publishing.look import colour_problems
from advocacy.publishing.own_fonts import font_problems
from advocacy.site import SETTINGS_FILE, Site
from advocacy.toml_file import place_problem


def check_look(site: Site) -> None:
    """See that the organisation's colours can be read, and its logo and its fonts be shown.

    Raises:
        SettingsError: With everything that cannot, each at its line and with its cure.
    """
    found = [*_problems(site)]
    if found:
        text = (site.root / SETTINGS_FILE).read_text(encoding="utf-8")
        raise SettingsError(problems=[place_problem(each, text, file) for each, file in found])


def _problems(site: Site) -> Iterator[tuple[Problem, str]]:
    """Yield what is wrong, with the text of a list in the settings that it is about."""
    for key, told in (*colour_problems(site), *logo_problems(site)):
        yield Problem(SETTINGS_FILE, 0, 0, f"`look`: `{key}`: {told}"), ""
    for role, file, told in font_problems(site):
        yield Problem(SETTINGS_FILE, 0, 0, f"`look`: `fonts`: `{role}`: {told}"), file
