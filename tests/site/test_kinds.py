"""The list of one page of each kind, by which judges look at all kinds, is whole."""

from advocacy.views import TEMPLATES
from tests.site.kinds import one_of_each_kind, templates


def test_each_template_has_a_page_in_the_list(kinds):
    made = templates(kinds)

    assert {made[address] for address in one_of_each_kind(kinds.output)} == {*TEMPLATES}


def test_each_page_is_made_by_a_known_template(kinds):
    """Else a way to make pages would be missing, and with it the kinds that it makes."""
    output = kinds.output
    names = (file.relative_to(output).as_posix() for file in output.rglob("*.html"))

    assert {name.removesuffix("index.html") for name in names} == {*templates(kinds)}
