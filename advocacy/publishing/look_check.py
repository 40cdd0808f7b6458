"""Whether what `[look]` names can be used, before anything is built with it."""

from itertools import chain

from advocacy.errors import Problem, SettingsError
from advocacy.publishing.logo import logo_problems
from advocacy.publishing.look import colour_problems
from advocacy.site import SETTINGS_FILE, Site
from advocacy.toml_file import place_problem


def check_look(site: Site) -> None:
    """See that the organisation's colours can be read, and its logo be shown.

    Raises:
        SettingsError: With everything that cannot, each at its line and with its cure.
    """
    problems = [
        Problem(SETTINGS_FILE, 0, 0, f"`look`: `{key}`: {told}")
        for key, told in chain(colour_problems(site), logo_problems(site))
    ]
    if problems:
        text = (site.root / SETTINGS_FILE).read_text(encoding="utf-8")
        raise SettingsError(problems=[place_problem(each, text) for each in problems])
