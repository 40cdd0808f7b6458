"""`advocacy init`: a whole site that can be read and built at once."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.check import check
from advocacy.cli.init import init
from advocacy.cli.options import open_site
from advocacy.errors import CommandError, SettingsError
from advocacy.library import read_library
from advocacy.starter.settings import Settings, disclosure, make_settings
from advocacy.starter.site_files import read_default

PROJECT = Path(__file__).parent.parent


def run(dest: Path, *options: str) -> Result:
    arguments = [str(dest), "--today", "2026-11-23", *options]
    return CliRunner().invoke(init, arguments, catch_exceptions=False)


def test_init_writes_every_file_of_a_site(tmp_path: Path) -> None:
    result = run(tmp_path / "blog")

    assert result.output.endswith(f"Next: advocacy build --site {tmp_path / 'blog'}\n")
    files = [each for each in (tmp_path / "blog").rglob("*") if each.is_file()]
    assert sorted(each.relative_to(tmp_path / "blog").as_posix() for each in files) == [
        ".gitignore",
        "advocacy.toml",
        "content/pages/conversation.md",
        "content/pages/values.md",
        "content/posts/2026-11-23-begin-with-a-tuesday.md",
        "content/staff/robin-sample.md",
        "pelicanconf.py",
        "publishconf.py",
    ]


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--name", 'The "Quoted" \\ Trust', "--url", "https://a.example/blog/"],
        ["--language", "fr"],
        ["--language", "pt-BR"],
        ["--language", "cy"],
    ],
)
def test_a_new_site_has_no_problem(options: list[str], tmp_path: Path) -> None:
    run(tmp_path, *options)

    library = read_library(open_site(tmp_path))
    assert library.problems == ()
    assert [post.title for post in library.posts] == ["Begin with a Tuesday"]
    assert library.guide is not None


def test_the_guide_finds_nothing_in_a_new_site(tmp_path: Path) -> None:
    run(tmp_path)

    result = CliRunner().invoke(check, ["--site", str(tmp_path)], catch_exceptions=False)

    assert (result.exit_code, result.output.strip()) == (0, "No findings")


def test_the_guide_is_the_packaged_one_byte_by_byte(tmp_path: Path) -> None:
    run(tmp_path)

    packaged = PROJECT / "advocacy" / "defaults" / "values.md"
    assert (tmp_path / "content/pages/values.md").read_bytes() == packaged.read_bytes()


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py"])
def test_the_sample_site_has_the_same_settings_files(name: str) -> None:
    assert (PROJECT / name).read_text("utf-8") == read_default(f"{name}.txt")


def test_production_settings_are_pelicanconf_and_more(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text("SITENAME = 'A'\nlower = 1\n", encoding="utf-8")
    (tmp_path / "publishconf.py").write_text(read_default("publishconf.py.txt"), encoding="utf-8")
    namespace = {"__file__": str(tmp_path / "publishconf.py")}

    exec((tmp_path / "publishconf.py").read_text("utf-8"), namespace)

    assert namespace["SITENAME"] == "A"
    assert "lower" not in namespace


def test_init_overwrites_nothing(tmp_path: Path, write) -> None:
    write("mine.txt", "mine")

    with pytest.raises(CommandError, match="not empty, and nothing is overwritten"):
        run(tmp_path)

    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("options", "seen"),
    [
        (["--url", "blog.example.org"], "`blog.example.org` is no web address"),
        (["--language", "english"], "`english` cannot be used"),
        (["--name", " "], "There is nothing here"),
    ],
)
def test_a_fact_that_cannot_be_right_is_refused_before_anything_is_written(
    options: list[str], seen: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match=seen):
        run(tmp_path / "blog", *options)

    assert not (tmp_path / "blog").exists()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "I work at Ash."),
        ("fr", "Je travaille chez Ash."),
        ("es-PR", "Trabajo en Ash."),
        ("cy", "I work at Ash."),
    ],
)
def test_the_disclosure_is_in_the_language_where_there_is_one(language: str, sentence: str) -> None:
    assert disclosure(language, "Ash") == sentence


def test_the_settings_read_well(golden) -> None:
    settings = Settings("Ash", "https://a.example", "What we do.", topics={"a": 'The "a"'})

    golden("starter/advocacy.toml", make_settings(settings))
