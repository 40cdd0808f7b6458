"""Rules as few people write them, to Vale and to us: what each says of one text is the same."""

import json
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from advocacy.cli.main import main

HERE = Path(__file__).parent
RULES = yaml.safe_load((HERE / "odd_rules.yml").read_text(encoding="utf-8"))
INI = "StylesPath = styles\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Odd\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the rules, their configuration and the text."""
    root = tmp_path_factory.mktemp("odd")
    (root / "styles/Odd").mkdir(parents=True)
    for name, rule in RULES.items():
        text = yaml.safe_dump(rule, allow_unicode=True, sort_keys=False)
        (root / f"styles/Odd/{name}.yml").write_text(text, encoding="utf-8")
    (root / ".vale.ini").write_text(INI, encoding="utf-8")
    (root / "odd.md").write_bytes((HERE / "odd.md").read_bytes())
    return root


def read_report(report: str) -> dict[str, list[Any]]:
    found = defaultdict(list)
    for each in json.loads(report)["odd.md"]:
        keys = ("Line", "Severity", "Message", "Description", "Link", "Match", "Action")
        found[each["Check"]].append([each["Span"][0], *(each[key] for key in keys)])
    return {check: sorted(each, key=str) for check, each in found.items()}


@pytest.fixture(scope="module")
def theirs(vale: str, folder: Path) -> dict[str, list[Any]]:
    command = [vale, "--no-global", "--output=JSON", "odd.md"]
    return read_report(subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout)


@pytest.fixture(scope="module")
def ours(folder: Path) -> dict[str, list[Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        command = ["check", "--config", ".vale.ini", "--no-cache", "--format", "json", "odd.md"]
        return read_report(CliRunner().invoke(main, command, catch_exceptions=False).stdout)


def test_most_rules_find_something(ours):
    assert len(RULES) > 100
    assert len(ours) > 90


@pytest.mark.parametrize("name", RULES)
def test_a_rare_rule_says_what_it_says_in_vale(name, ours, theirs):
    assert ours.get(f"Odd.{name}") == theirs.get(f"Odd.{name}")
