"""`advocacy doctor` tells what is here, and ends with 2 where something has to be mended."""

import re
import tomllib

import pytest
from click.testing import CliRunner

from advocacy.cli.installed import EXTRAS, TOOLS, installed_extras
from advocacy.cli.main import main
from tests.conftest import POST, PROJECT, STAFF
from tests.site.conftest import GUIDE, SETTINGS


@pytest.fixture
def doctor(write, tmp_path):
    """Run doctor on a good site in which some files are replaced."""

    def run(**files: str):
        good = {
            "advocacy.toml": SETTINGS,
            "content/pages/values.md": GUIDE,
            "content/staff/ana.md": STAFF,
            "content/posts/night.md": POST,
        }
        for path, text in {**good, **files}.items():
            write(path, text)
        return CliRunner().invoke(main, ["doctor", "--site", str(tmp_path)])

    return run


def test_a_good_site_is_told_so(doctor):
    result = doctor()

    assert result.exit_code == 0, result.output
    for word in (
        "extra      search (readers search the blog): pagefind 1.",
        "pelican",
        "source-serif-4",
        "HarfBuzz",
        "noto-sans-thai",
        "nothing is misconfigured",
    ):
        assert word in result.output


def test_each_extra_and_each_tool_of_the_tests_is_told_of():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {
        name: {re.split(r"[\\[<>=]", each)[0] for each in packages}
        for name, packages in project["optional-dependencies"].items()
        if name != "dev"
    }
    tests = "".join(file.read_text(encoding="utf-8") for file in PROJECT.glob("tests/**/*.py"))

    assert {name: {*extra.packages} & extras[name] for name, extra in EXTRAS.items()} == extras
    assert {*re.findall(r'\b(?:need|which)\("([\w-]+)"', tests)} <= {*TOOLS}


@pytest.mark.parametrize("missing", ["pagefind", "pagefind-bin-extended"])
def test_an_extra_that_is_not_here_is_told_with_how_to_get_it(missing):
    lines = installed_extras(lambda package: "" if package == missing else "2.0")

    assert [*lines] == [
        "extra      lsp (shows findings in a text editor): pygls 2.0",
        "extra      search (readers search the blog): "
        "not installed: pip install 'advocacy[search]'",
        "extra      spelling (rules look words up in a dictionary): chunspell 2.0",
    ]


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("advocacy.toml", "name = 3", "There is no `url`"),
        ("content/pages/values.md", "---\ntitle: x\n---\n", "no principle"),
        ("content/posts/night.md", "", "The file is empty"),
        ("content/staff/ana.md", STAFF.replace("Ana Müller", "水島 遥"), "Add `name_latin:`"),
    ],
)
def test_what_is_wrong_is_told(doctor, path, text, told):
    result = doctor(**{path: text})

    assert result.exit_code == 2
    assert told in result.output


def test_what_a_card_leaves_out_of_a_title_is_told_and_is_no_mistake(doctor):
    post = POST.replace("title: ", "title: Ḝva 夜 ", 1)

    result = doctor(**{"content/posts/night.md": post})

    assert result.exit_code == 0, result.output
    assert "content/posts/night.md: `title`: The cards' fonts have no `夜`." in result.output
