"""`.vale.ini`, its patterns of paths, its switches: each fact in one line."""

from pathlib import Path

import pytest

from advocacy.editorial.vale.configuration import read_configuration
from advocacy.editorial.vale.formats import reading_of
from advocacy.editorial.vale.globs import GlobError, make_glob
from advocacy.editorial.vale.ini import read_ini
from advocacy.editorial.vale.sentences import split_vale_sentences
from advocacy.editorial.vale.settings import may_run, settings_for
from advocacy.editorial.vale.switches import NOTHING_MUTED, read_comment
from advocacy.errors import SettingsError
from advocacy.source import Source


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a = b", ("b",)),
        ("a: b", ("b",)),
        ("a = b, c", ("b", "c")),
        ("a = b\na = c", ("b", "c")),
        ("a = b, b", ("b",)),
        ("a = b # why", ("b",)),
        ("a = b#c", ("b#c",)),
        ("a = 'b, c'", ("b", "c")),
        (r"a = b\, c", ("b, c",)),
        (r"a = (\$+[^\n$]+\$+)", (r"(\$+[^\n$]+\$+)",)),
        ("a = b, \\\n  c", ("b", "c")),
        ("# a = x\n; a = y\na = b", ("b",)),
        ("a =", ()),
    ],
)
def test_values_are_read(text, items):
    assert read_ini(Source(".vale.ini", text)).section("").entries["a"].items == items


def test_a_line_that_is_nothing_is_told():
    with pytest.raises(SettingsError, match=r"\.vale\.ini:2: `what is this`"):
        read_ini(Source(".vale.ini", "[*]\nwhat is this"))


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*.md", "a.md", True),
        ("*.md", "docs/a.md", True),
        ("*.md", "a.mdx", False),
        ("*.{md,txt}", "docs/a.txt", True),
        ("docs/*.md", "docs/new/a.md", True),
        ("docs/**/*.md", "docs/a.md", True),
        ("docs/**/*.md", "docs/new/a.md", True),
        ("docs/**/*.md", "a.md", False),
        ("a?.md", "ab.md", True),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
        ("[a-c].md", "b.md", True),
        ("!docs/*", "docs/a.md", False),
        ("!docs/*", "a.md", True),
        ("a.b", "axb", False),
    ],
)
def test_paths_are_matched(pattern, path, matches):
    assert make_glob(pattern).matches(path) is matches


@pytest.mark.parametrize("pattern", ["*.{md", "[ab", "a}"])
def test_a_pattern_that_is_none_is_told(pattern):
    with pytest.raises(GlobError, match="not closed"):
        make_glob(pattern)


@pytest.mark.parametrize(
    ("extension", "reading"),
    [
        (".md", "markdown"),
        (".mdx", "markdown"),
        (".txt", "text"),
        (".html", "html"),
        (".ini", "lines"),
        ("", "lines"),
        (".py", "unread"),
        (".rst", "unread"),
    ],
)
def test_files_are_read_by_the_end_of_their_names(extension, reading):
    assert reading_of(extension, {"mdx": "md"}) == reading


INI = """\
StylesPath = styles
MinAlertLevel = warning
[*]
BasedOnStyles = A
A.One = NO
A.Two = error
[*.md]
BasedOnStyles = B
A.Two = YES
[notes/*]
A = YES
A.Two = warning
"""


@pytest.mark.parametrize(
    ("path", "rule", "runs"),
    [
        ("a.txt", "A.One", False),
        ("a.txt", "A.Two", True),
        ("a.txt", "A.Three", True),
        ("a.txt", "B.One", False),
        ("a.md", "B.One", True),
        ("a.md", "A.Three", False),
        ("a.md", "A.Two", True),
        ("notes/a.txt", "A.One", True),
    ],
)
def test_later_sections_win(tmp_path, path, rule, runs):
    settings = settings_for(read(tmp_path, INI), path)

    assert settings.runs(rule) is runs


def test_a_level_holds_where_it_is_written(tmp_path):
    configuration = read(tmp_path, INI)

    assert settings_for(configuration, "notes/a.txt").level("A.Two", "error") == "warning"
    assert settings_for(configuration, "a.md").level("A.Two", "error") == "error"
    assert configuration.least == "warning"
    assert may_run(configuration, "A.One")
    assert not may_run(configuration, "C.One")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("StylesPath = nowhere", r"\.vale\.ini:1: There is no folder `.*nowhere`"),
        ("\nMinAlertLevel = warn", r"\.vale\.ini:2: `warn` is no level. Did you mean `warning`\?"),
        ("StylesPath = styles\nVocab = Bse", r":2: There is no vocabulary `Bse` .*`Base`"),
        ("BasedOnStyles = A", r":1: `BasedOnStyles` does not stand above the first section"),
        ("[*.md]\nMinAlertLevel = error", r":2: `MinAlertLevel` does not stand in a section"),
        ("[*.{md]\nA = YES", r":1: A bracket of `\*\.\{md` is not closed"),
        ("[*.md]\nTokenIgnores = (a", r":2: `\(a` is no regular expression"),
        ("[*.md]\nCommentDelimiters = {/*", r":2: There are 1 delimiters"),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path, text, told):
    with pytest.raises(SettingsError, match=told):
        read(tmp_path, text)


def test_what_is_not_followed_is_said(tmp_path):
    configuration = read(tmp_path, "Packages = X\nStylePath = styles\n[*.md]\nTransform = x.xsl\n")

    assert configuration.notes == (
        ".vale.ini:1: `Packages` is not followed here.",
        ".vale.ini:2: `StylePath` is no key of Vale. Did you mean `StylesPath`?",
        ".vale.ini:4: `Transform` is not followed here.",
    )


def read(folder: Path, text: str):
    (folder / "styles/config/vocabularies/Base").mkdir(parents=True, exist_ok=True)
    (folder / ".vale.ini").write_text(text, encoding="utf-8")
    return read_configuration(folder / ".vale.ini", ".vale.ini")


@pytest.mark.parametrize(
    ("comments", "rule", "match", "is_muted"),
    [
        (["vale off"], "A.One", "", True),
        (["vale off", "vale on"], "A.One", "", False),
        (["vale A.One = NO"], "A.One", "", True),
        (["vale A.One = NO"], "A.Two", "", False),
        (["vale A.One = NO", "vale A.One = YES"], "A.One", "", False),
        (["vale A = NO"], "A.Two", "", True),
        (["vale A = off", "vale A = on"], "A.Two", "", False),
        (['vale A.One["x", "y"] = NO'], "A.One", "y", True),
        (['vale A.One["x", "y"] = NO'], "A.One", "z", False),
        (["vale A.One[x = NO"], "A.One", "x", False),
        (["vale style = B"], "A.One", "", True),
        (["vale styles = A, B"], "A.One", "", False),
        (["Vale off"], "A.One", "", False),
    ],
)
def test_comments_turn_rules_off(comments, rule, match, is_muted):
    mute = NOTHING_MUTED
    for comment in comments:
        mute = read_comment(f" {comment} ", mute, ("A", "B"))

    assert mute.mutes(rule, match) is is_muted


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Is it? Yes! No.", ["Is it?", "Yes!", "No."]),
        ("Mr. Smith came. He sat.", ["Mr. Smith came.", "He sat."]),
        ("At 9 a.m. the bell rang.", ["At 9 a.m. the bell rang."]),
        ("He said “Go.” and left.", ["He said “Go.” and left."]),
        ("He said “Go.” They left.", ["He said “Go.”", "They left."]),
        ("The U.S. Navy sails.", ["The U.S. Navy sails."]),
        ("In the U.S. They sail.", ["In the U.S.", "They sail."]),
        ("See doi.gov. Both do.", ["See doi.gov.", "Both do."]),
        ("Wait... They come.", ["Wait...", "They come."]),
        ("J. Bach wrote it.", ["J. Bach wrote it."]),
        ("  One.\n  Two.", ["One.", "Two."]),
        ("", []),
    ],
)
def test_sentences(text, sentences):
    assert [text[begin:end] for begin, end in split_vale_sentences(text)] == sentences
