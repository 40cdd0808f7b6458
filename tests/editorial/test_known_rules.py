"""What is kept of rules: that they are sound, so that they need not be compiled to know it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from advocacy.cache import Cache
from advocacy.cli.main import main
from advocacy.editorial.guide import Guide
from advocacy.editorial.guide_examples import refuse_examples
from advocacy.editorial.patterns import trusting
from advocacy.editorial.rule import Examples
from advocacy.editorial.site_guide import read_site_guide
from advocacy.editorial.style_rule import read_style_rule
from advocacy.editorial.vale.configuration import read_configuration
from advocacy.editorial.vale.known_styles import read_known_styles
from advocacy.errors import SettingsError
from advocacy.library import read_library
from advocacy.schema import make_node
from advocacy.site import Site
from tests.conftest import PROJECT, need_dictionary, need_module

BROKEN = {"extends": "existence", "message": "%s", "tokens": ["(chair"]}


def test_a_rule_that_is_trusted_is_not_compiled() -> None:
    _, problems = read_style_rule(make_node(BROKEN), "a.yml", "A.B", {})
    assert [problem.code for problem in problems] == ["Rule.Tokens"]

    with trusting():
        rule, problems = read_style_rule(make_node(BROKEN), "a.yml", "A.B", {})

    assert rule
    assert problems == ()


def test_a_guide_finds_the_same_once_it_is_known(site: Site, tmp_path: Path) -> None:
    kept = Cache(tmp_path / "cache")
    guide = tmp_path / "content/pages/values.md"
    guide.parent.mkdir(parents=True)
    guide.write_bytes((PROJECT / "advocacy/defaults/values.md").read_bytes())
    library = read_library(site)

    first, again = (read_site_guide(library, kept) for _ in range(2))

    assert [*again.rules] == [*first.rules]
    assert [rule.version for rule in again.rules.values()] == [
        rule.version for rule in first.rules.values()
    ]


def test_only_examples_that_held_are_not_run_anew(guide: Guide, tmp_path: Path) -> None:
    kept = Cache(tmp_path / "cache")
    name, rule = next((name, rule) for name, rule in guide.rules.items() if rule.examples.bad)
    odd = replace(rule, examples=Examples(("Nothing is wrong here.",), ()))
    broken = replace(guide, rules={**guide.rules, name: odd})

    for _ in range(2):
        with pytest.raises(SettingsError, match="does not find"):
            refuse_examples(broken, kept)
    refuse_examples(guide, kept)

    # It has the text of the sound one, of which it is known.
    refuse_examples(broken, kept)


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    folder = tmp_path / "styles" / "House"
    folder.mkdir(parents=True)
    (folder / "Chair.yml").write_text("extends: existence\nmessage: '%s'\ntokens: [chairman]\n")
    (folder / "Code.yml").write_text("extends: script\nmessage: 'x'\n")
    ini = "StylesPath = styles\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = House\n"
    (tmp_path / ".vale.ini").write_text(ini)
    (tmp_path / "a.md").write_text("A chairman.\n")
    return tmp_path


def test_what_is_left_out_is_told_again(styles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(styles)
    monkeypatch.setenv("ADVOCACY_CACHE", str(styles / "cache"))
    command = ["check", "--config", ".vale.ini", "--format", "line", "a.md"]

    first, again = (CliRunner().invoke(main, command) for _ in range(2))

    assert first.output == again.output
    assert "a.md:1:3:House.Chair:chairman" in first.stdout
    assert "skipped 1 rule: kind script (House.Code)" in first.stderr


def test_a_style_that_breaks_is_read_again(styles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(styles)
    kept = Cache(styles / "cache")
    configuration = read_configuration(Path(".vale.ini"))
    known = read_known_styles(configuration, kept)
    assert read_known_styles(configuration, kept) == known

    (styles / "styles/House/Chair.yml").write_text(
        "extends: existence\nmessage: '%s'\ntokens: ['(chair']\n"
    )

    with pytest.raises(SettingsError, match=r"Chair\.yml:3"):
        read_known_styles(configuration, kept)


def test_another_dictionary_of_the_machine_is_not_taken_for_the_one_before(
    styles: Path, write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    need_module("hunspell")
    write("styles/House/Words.yml", "extends: spelling\nmessage: no %s\ndictionaries: [own]\n")
    write("first/own.aff", "SET UTF-8\n")
    write("first/own.dic", "1\nA\n")
    write("second/own.aff", "SET UTF-8\n")
    write("second/own.dic", "1\nchairman\n")
    monkeypatch.chdir(styles)
    monkeypatch.setenv("ADVOCACY_CACHE", str(styles / "cache"))
    command = ["check", "--config", ".vale.ini", "--format", "line", "a.md"]

    told = []
    for folder in ("first", "second"):
        monkeypatch.setenv("DICPATH", str(styles / folder))
        told.append("no chairman" in CliRunner().invoke(main, command).stdout)

    assert told == [True, False]


def test_a_list_of_words_that_is_gone_is_told(
    styles: Path, write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    need_dictionary("en_US")
    write("styles/House/Words.yml", "extends: spelling\nmessage: no %s\nignore: [own.txt]\n")
    words = write("own.txt", "Lindenmark\n")
    monkeypatch.chdir(styles)
    monkeypatch.setenv("ADVOCACY_CACHE", str(styles / "cache"))
    command = ["check", "--config", ".vale.ini", "--format", "line", "a.md"]
    CliRunner().invoke(main, command)

    words.unlink()

    assert "There is no `own.txt`" in CliRunner().invoke(main, command).stderr
