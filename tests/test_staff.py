"""A colleague's file: what opting in to a page of one's own says, and how mistakes are told."""

import pytest

from advocacy.front_matter import Document, read_document
from advocacy.source import Source
from advocacy.staff import read_staff_member
from advocacy.staff_share import StaffShare


def read(site, line: str):
    text = f"---\nname: Ana Müller\nrole: Librarian\n{line}\n---\n\nHello.\n"
    document = read_document(Source("content/staff/ana.md", text))
    assert isinstance(document, Document)
    return read_staff_member(document, site)


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("team: Desk",                          None),
        ("share: {}",                           StaffShare()),
        ("share: {topics: [reading]}",          StaffShare(topics=("reading",))),
        ("share: {topics: reading}",            StaffShare(topics=("reading",))),
        ("share: {audiences: [neighbours]}",    StaffShare(audiences=("neighbours",))),
        ("share: {networks: [x, linkedin]}",    StaffShare(networks=("x", "linkedin"))),
        ("share: {disclosure: {fr: Oui.}}",     StaffShare(disclosure={"fr": "Oui."})),
    ],
)  # fmt: skip
def test_a_colleague_opts_in_by_a_table(site, line, share):
    member, problems = read(site, line)

    assert problems == []
    assert member.share == share


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("share: true", "`share`: `true` is not a table. Write `share: {topics: [ONE, TWO]}` for "
                        "some posts, or `share: {}` for all."),
        ("share:", "`share`: nothing is not a table. Write"),
        ("share: {disclosure: {en: '!'}}", "`!` says nothing. Write it in words."),
        ("share: [reading]", "a list is not a table."),
        ("share: {topic: [reading]}", "`topic` is not a key that is known here. Did you mean "
                                      "`topics`?"),
        ("share: {languages: [en]}", "`languages` is not a key that is known here."),
        ("share: {topics: [readin]}", "`readin` is no topic here. Did you mean `reading`? Add it "
                                      "below [topics] in advocacy.toml."),
        ("share: {audiences: [all]}", "`all` is no audience here. Add it below [audiences]"),
        ("share: {networks: [threads]}", "`threads` is no network here. Add it below [share] "
                                         "`networks` in advocacy.toml."),
        ("share: {disclosure: {de: Ja.}}", "`de` is no language here. Write one of en, fr."),
        (f"share: {{disclosure: {{en: {'work ' * 25}}}}}", "is too long. Say it in 120 signs."),
        ("share: {disclosure: Yes.}", "`Yes.` is not a table."),
        ("shares: {}", "`shares` is not a key that is known here. Did you mean `share`?"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_line_and_what_was_meant(site, line, told):
    member, [problem] = read(site, line)

    assert member is None
    assert told in str(problem)
    assert str(problem).startswith("content/staff/ana.md:4")


def test_each_mistake_is_told_where_it_stands(site):
    lines = "share:\n  topics:\n    - reading\n    - readin\n  network: [x]\n  audiences: [all]"

    member, problems = read(site, lines)

    assert member is None
    assert [(each.line, each.column) for each in problems] == [(8, 3), (6, 5), (9, 14)]


@pytest.mark.parametrize(
    ("line", "lang"),
    [("team: Desk", ""), ("name_lang: uk", "uk"), ("name_lang: zh-Hant", "zh-Hant")],
)
def test_a_name_may_be_in_a_language_of_its_own(site, line, lang):
    member, problems = read(site, line)

    assert problems == []
    assert member.name_lang == lang


def test_a_name_is_in_no_language_that_cannot_be(site):
    _, [problem] = read(site, "name_lang: Japanese")

    assert "`Japanese`" in str(problem)
    assert "Write a language as `en`" in str(problem)
