"""The guide as a Vale folder: what is written, what is refused, and what Vale makes of it."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from advocacy.cli.guide import guide
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.guide_examples import check_examples
from advocacy.editorial.rule import Rule
from advocacy.editorial.vale_export.folder import compare_folder, write_folder
from advocacy.editorial.vale_export.style import make_vale_style
from advocacy.editorial.vale_export.yaml import make_yaml
from advocacy.errors import CommandError
from advocacy.site import Site, make_site
from tests.conftest import PROJECT, SETTINGS, need
from tests.editorial.conftest import HERE, MakeGuide

KINDS = (HERE / "every_kind.md").read_text(encoding="utf-8")
SAMPLE = (PROJECT / "content" / "pages" / "values.md").read_text(encoding="utf-8")
NAMES = {"organisation": ["Lindenmark"], "products": ["Card (new)", "A.B"]}
TOML = """\
name = "Lindenmark"
url = "https://stories.lindenmark.example"
description = "Stories."
[disclosure]
en = "I work at Lindenmark."
"""
INI = "StylesPath = styles\n[*.md]\nBasedOnStyles = Values\n"
Run = Callable[..., Result]


@pytest.fixture
def named(tmp_path: Path) -> Site:
    """A site with names for the vocabulary."""
    return make_site(tmp_path, {**SETTINGS, "names": NAMES, "privacy": {"reject": ["Blue.Kite"]}})


@pytest.fixture
def kinds(make_page: MakeGuide) -> Guide:
    """A guide with a rule of every kind."""
    return read_guide(make_page(KINDS))


def test_the_guide_of_every_kind_is_sound(kinds: Guide) -> None:
    assert check_examples(kinds) == ()


def test_the_export_is_what_it_was(
    kinds: Guide, named: Site, golden: Callable[[str, str], None]
) -> None:
    style = make_vale_style(kinds, named)

    files = "".join(f"== {path}\n{text}" for path, text in style.files.items())
    *told, built_in = (f"{why}: {', '.join(names)}\n" for why, names in style.left_out.items())
    assert built_in.startswith("Not exported, because it is built in here: ")
    assert "Link.Text" in built_in
    golden("editorial/vale_export.txt", f"{files}== left out\n{''.join(told)}")


def test_the_export_is_the_same_each_time(kinds: Guide, named: Site) -> None:
    assert make_vale_style(kinds, named) == make_vale_style(kinds, named)


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.booleans()))
def test_what_is_written_reads_as_it_was(values: dict[str, object]) -> None:
    text = make_yaml({"table": {key: str(each) for key, each in values.items()}, **{"last": True}})

    assert yaml.safe_load(text)["table"] == ({k: str(v) for k, v in values.items()} or None)


# --- on disk


def files_of(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_a_folder_is_written_once_and_then_left_alone(
    kinds: Guide, named: Site, tmp_path: Path
) -> None:
    style, folder = make_vale_style(kinds, named), tmp_path / "vale"

    assert set(write_folder(folder, style.files)) == set(style.files)

    assert files_of(folder) == style.files
    assert write_folder(folder, style.files) == ()
    assert compare_folder(folder, style.files) == {}


def test_a_rule_that_is_gone_takes_its_file_with_it(
    kinds: Guide, named: Site, tmp_path: Path
) -> None:
    style, folder = make_vale_style(kinds, named), tmp_path / "vale"
    write_folder(folder, style.files)
    fewer = {path: text for path, text in style.files.items() if "Raw" not in path}

    stale = compare_folder(folder, fewer)

    assert stale == {"styles/Kinds/Raw.yml": "is of a rule that is gone"}
    write_folder(folder, fewer)
    assert files_of(folder) == fewer


@pytest.mark.parametrize(
    "own", ["StylesPath = mine\n", "", None], ids=["foreign", "empty", "edited"]
)
def test_what_no_export_wrote_is_never_replaced(
    own: str | None, kinds: Guide, named: Site, tmp_path: Path
) -> None:
    style, folder = make_vale_style(kinds, named), tmp_path / "vale"
    write_folder(folder, style.files)
    ini = folder / ".vale.ini"
    ini.write_text(style.files[".vale.ini"] + "[*.txt]\n" if own is None else own)
    (folder / "styles/Kinds/Metric.yml").unlink()
    before = files_of(folder)

    with pytest.raises(CommandError, match=r"vale\.ini: No export wrote this"):
        write_folder(folder, style.files)

    assert files_of(folder) == before


def test_a_folder_in_the_way_of_a_file_is_told(kinds: Guide, named: Site, tmp_path: Path) -> None:
    style, folder = make_vale_style(kinds, named), tmp_path / "vale"
    write_folder(folder, {".vale.ini": style.files[".vale.ini"]})
    (folder / "styles").write_text("")

    with pytest.raises(CommandError, match="Mend that"):
        write_folder(folder, style.files)
    assert [*files_of(folder)] == [".vale.ini", "styles"]
    (folder / ".vale.ini").unlink()
    (folder / ".vale.ini").mkdir()
    with pytest.raises(CommandError, match=r"vale\.ini: No export wrote this"):
        write_folder(folder, style.files)


def test_a_file_of_ones_own_beside_an_exported_one_stays(
    kinds: Guide, named: Site, tmp_path: Path
) -> None:
    style, folder = make_vale_style(kinds, named), tmp_path / "vale"
    write_folder(folder, {".vale.ini": style.files[".vale.ini"]})
    own = folder / "styles/Kinds/.Metric.yml.new"
    own.parent.mkdir(parents=True)
    own.write_text("Mine.", encoding="utf-8")

    write_folder(folder, style.files)

    assert files_of(folder) == style.files | {"styles/Kinds/.Metric.yml.new": "Mine."}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("content/posts/x.md", "content: This folder holds other things than an export. Name a"),
        ("content", "content: This is a file. Name a folder for the export."),
    ],
)
def test_nothing_is_written_among_what_others_wrote(
    path: str, told: str, kinds: Guide, named: Site, write: Callable[..., Path]
) -> None:
    write(path, "Mine.")
    folder = named.root / "content"

    with pytest.raises(CommandError) as caught:
        write_folder(folder, make_vale_style(kinds, named).files)

    assert told in str(caught.value)
    assert {*files_of(named.root)} == {path}


def test_the_line_ends_of_windows_make_no_difference(
    kinds: Guide, named: Site, tmp_path: Path
) -> None:
    style = make_vale_style(kinds, named)
    write_folder(tmp_path, style.files)
    for path, text in style.files.items():
        (tmp_path / path).write_bytes(text.replace("\n", "\r\n").encode())

    assert compare_folder(tmp_path, style.files) == {}


def test_files_of_others_stay(kinds: Guide, named: Site, tmp_path: Path) -> None:
    style, folder = make_vale_style(kinds, named), tmp_path / "vale"
    write_folder(folder, {".vale.ini": style.files[".vale.ini"]})
    own = folder / "styles" / "Ours" / "Own.yml"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"extends: existence\n\xff")

    write_folder(folder, style.files)

    assert own.read_bytes() == b"extends: existence\n\xff"


# --- as it is typed


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[..., Path]) -> Run:
    """Run `advocacy guide` in a site whose guide has a rule of every kind."""
    write("advocacy.toml", TOML)
    write("content/pages/values.md", KINDS)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(guide, words)


def test_what_cannot_be_exported_is_told_by_name(run: Run) -> None:
    result = run("export-vale", "vale")

    assert result.exit_code == 0, result.output
    lines = result.stderr.splitlines()
    assert lines[:5] == [
        "Exported without a scope, because Vale has no `frontmatter.share.captions`:"
        " Kinds.FrontMatter",
        "Not exported, because Vale has no scope `footnote`: Kinds.Footnote",
        "Not exported, because in Vale a name has two parts: Kinds.Three.Parts",
        "Not exported, because `Config` is a name of Vale's own: Config.Name",
        "Not exported, because only people can vouch for it: Kinds.Consent",
    ]
    assert "Alt.Missing" in lines[5]
    assert result.stdout == "vale: 13 files, 13 changed\n"


def test_check_says_which_file_is_stale_and_writes_nothing(
    run: Run, write: Callable[..., Path]
) -> None:
    run("export-vale", "vale")
    assert run("export-vale", "vale", "--check").exit_code == 0
    write("content/pages/values.md", KINDS.replace("max: 5", "max: 4"))

    result = run("export-vale", "vale", "--check")

    assert result.exit_code == 1
    assert result.stdout == (
        "vale/styles/Kinds/Occurrence.yml: is not what the guide says\n"
        "Run `advocacy guide export-vale vale`.\n"
    )
    assert run("export-vale", "vale").stdout == "vale: 13 files, 1 changed\n"
    assert run("export-vale", "vale", "--check").exit_code == 0
    assert run("export-vale", "nowhere", "--check").exit_code == 1


# --- in Vale itself


@pytest.fixture(scope="session")
def vale() -> str:
    """Vale, where Go puts what it installs, or wherever it is."""
    gopath = Path(os.environ.get("GOPATH") or Path.home() / "go")
    installed = gopath / "bin" / "vale"
    return str(installed) if installed.is_file() else need("vale")


def document(rule: Rule, text: str) -> str:
    """Return a file in which an example stands where its rule looks."""
    if all("frontmatter" in scope.needs for scope in rule.scopes):
        key = rule.written_scopes[0].partition(".")[2]
        # Vale reads no front matter above an empty body.
        return f"---\n{key}: {json.dumps(text)}\n---\nIt rained.\n"
    return f"{text}\n"


def run_vale(vale: str, folder: Path, documents: dict[str, str]) -> dict[str, set[str]]:
    """Return which checks find something, by the name of the document."""
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [vale, "--output=JSON", "--no-exit", *documents], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    return {name: {each["Check"] for each in found.get(name, ())} for name in documents}


@pytest.mark.parametrize("text", [KINDS, SAMPLE], ids=["every kind", "sample"])
def test_vale_finds_the_same_examples(
    text: str, vale: str, make_page: MakeGuide, named: Site, tmp_path: Path
) -> None:
    values = read_guide(make_page(text))
    style = make_vale_style(values, named)
    write_folder(tmp_path, style.files)
    exported = {
        rule
        for rule in values.rules.values()
        if f"styles/{rule.id.replace('.', '/')}.yml" in style.files
    }
    cases = {
        f"{rule.id}.{quality}.{number}.md": (rule, quality, document(rule, example))
        for rule in exported
        for quality in ("bad", "good")
        for number, example in enumerate(getattr(rule.examples, quality))
    }

    found = run_vale(vale, tmp_path, {name: case[2] for name, case in cases.items()})

    assert len(exported) >= 12
    wrong = {
        name
        for name, (rule, quality, _) in cases.items()
        if (rule.id in found[name]) != (quality == "bad")
    }
    assert not wrong


def test_vale_tells_the_principle_and_what_to_write(
    vale: str, kinds: Guide, named: Site, tmp_path: Path
) -> None:
    write_folder(tmp_path, make_vale_style(kinds, named).files)
    (tmp_path / "x.md").write_text("An e-mail came.\n")

    done = subprocess.run(
        [vale, "--output=JSON", "x.md"], cwd=tmp_path, capture_output=True, text=True
    )

    (alert,) = json.loads(done.stdout)["x.md"]
    assert alert["Check"] == "Kinds.Substitution"
    assert alert["Message"] == "Write 'email', not 'e-mail'."
    assert alert["Link"] == "https://stories.lindenmark.example/values/#Kinds.Substitution"
    assert alert["Action"]["Params"] == ["email"]


def test_vale_finds_the_words_that_the_settings_reject(
    vale: str, make_page: MakeGuide, named: Site, tmp_path: Path
) -> None:
    ruleless = "## Kind {#kind}\n\n```yaml attest\nid: Kind.Word\nask: I am kind.\n```\n"
    write_folder(tmp_path, make_vale_style(read_guide(make_page(ruleless)), named).files)

    found = run_vale(vale, tmp_path, {"a.md": "It is BLUE.kite now.\n", "b.md": "A blue kite.\n"})

    assert found == {"a.md": {"Vale.Avoid"}, "b.md": set()}


FOREIGN = ["a++", "a?+", "a{2}+", "(?|a|b)", "(a)(?1)", "(?P<n>a)(?&n)", r"\p{Script=Greek}"]
OURS = [r"a\++", "[a++]", r"\(*a", "(?P<n>a)", r"\p{Greek}", r"\p{Lu}+", "(?<=a+)b", "a{2}", "a+?"]


@pytest.mark.parametrize("pattern", [*FOREIGN, *OURS])
def test_what_vale_cannot_compile_is_not_exported(
    pattern: str, vale: str, tmp_path: Path, make_page: MakeGuide, named: Site
) -> None:
    rule = f"extends: existence\nmessage: m\nnonword: true\ntokens: ['{pattern}']"
    block = f"{rule}\nid: Values.X\nexamples: {{bad: [a], good: [b]}}"
    style = make_vale_style(
        read_guide(make_page(f"## One {{#one}}\n\n```yaml rule\n{block}\n```\n")), named
    )
    for path, text in {"styles/Values/X.yml": rule, ".vale.ini": INI, "x.md": "a\n"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    command = [vale, "--no-global", "--output=line", "x.md"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True)

    assert (run.returncode < 2) == (pattern in OURS)
    assert ("styles/Values/X.yml" in style.files) == (pattern in OURS)
