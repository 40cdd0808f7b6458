"""`advocacy doctor` tells what is here, and ends with 2 where something has to be mended."""

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from tests.conftest import POST, STAFF
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
        "pelican",
        "source-serif-4",
        "HarfBuzz",
        "noto-sans-thai",
        "nothing is misconfigured",
    ):
        assert word in result.output


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
