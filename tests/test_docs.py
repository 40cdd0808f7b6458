"""What people can type or set is documented, and what is documented exists."""

import re

import pytest

from advocacy.cli.main import COMMANDS
from advocacy.page import page_fields
from advocacy.post_fields import post_fields
from advocacy.reviewed_by import LATER
from advocacy.site import site_fields
from advocacy.staff import staff_fields
from tests.conftest import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
DOCS = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md")])


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_in_the_readme(command):
    assert f"`advocacy {command}" in README


@pytest.mark.parametrize("key", [field.key for field in site_fields()])
def test_each_setting_is_in_the_readme(key):
    assert f"`{key}`" in README or f"`[{key}]`" in README


def test_each_field_of_front_matter_is_told(site):
    page = (PROJECT / "docs/front-matter.md").read_text(encoding="utf-8")

    for field in (*post_fields(site, {}), *staff_fields(site), *page_fields(site)):
        assert f"`{field.key}`" in page, field.key


def test_what_changes_no_wording_is_told():
    page = (PROJECT / "docs/front-matter.md").read_text(encoding="utf-8")
    told = page.partition("with some left out, since")[2].partition(". ")[0]

    assert {*re.findall(r"`(\w+)`", told)} == LATER


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_each_link_between_documents_leads_to_a_file(file):
    text = re.sub(r"(?ms)^```.*?^```|`[^`\n]+`", "", file.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not re.match(r"[a-z]+:", target):
            assert (file.parent / target).exists(), target


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_each_command_that_a_document_shows_exists(file):
    for command in re.findall(r"advocacy ([a-z]+)\b", file.read_text(encoding="utf-8")):
        shown = rf"(\$ |`)(\.venv/bin/)?advocacy {command}\b"
        if re.search(shown, file.read_text(encoding="utf-8")):
            assert command in COMMANDS, command
