"""Files are read as UTF-8, whatever their line ends, and each character keeps its place."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.errors import Problem
from advocacy.source import LARGEST_FILE_BYTES, Source, read_source


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\nb", "a\nb"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\nb"),
        ("é👩‍🚀".encode(), "é👩‍🚀"),
    ],
)
def test_text_is_read(write, raw, text):
    source = read_source(write("x.md", raw), "x.md")

    assert isinstance(source, Source)
    assert source.text == text


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (b"a\nb\xe9", 2, "byte 0xe9 is not UTF-8"),
        ("a".encode("utf-16"), 1, "is not UTF-8"),
        (b"a\nb\0c", 2, "NUL"),
        (b"a" * (LARGEST_FILE_BYTES * 5), 0, "has 5.0 MB"),
    ],
)
def test_what_is_no_text_is_told(write, raw, line, message):
    problem = read_source(write("x.md", raw), "x.md")

    assert isinstance(problem, Problem)
    assert problem.line == line
    assert message in problem.message


def test_a_link_and_a_missing_file_are_told(write, tmp_path):
    (tmp_path / "link.md").symlink_to(write("x.md", "text"))

    assert "symbolic link" in read_source(tmp_path / "link.md", "link.md").message
    assert "cannot be read" in read_source(tmp_path / "none.md", "none.md").message


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")

    assert "is no ordinary file" in read_source(tmp_path / "pipe.md", "pipe.md").message


@given(st.text(alphabet="ab\né👩", max_size=50), st.data())
def test_a_place_leads_back_to_its_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    source = Source("x", text)

    line, column = source.position(offset)

    assert source.offset(line, column) == offset
    assert text.split("\n")[line - 1][: column - 1] == text[:offset].split("\n")[-1]
