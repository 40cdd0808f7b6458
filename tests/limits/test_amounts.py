"""How much a file may take is a number; anything else is told with its name."""

import pickle

import pytest

from advocacy.errors import CommandError
from advocacy.limits import amounts
from advocacy.limits.telling import CODE, LimitError, tell_crash


@pytest.fixture(autouse=True)
def _forgotten():
    amounts._read.cache_clear()
    yield
    amounts._read.cache_clear()


@pytest.mark.parametrize(("size", "seconds"), [(0, 10), (100_000, 13), (1_000_000, 40)])
def test_a_larger_file_may_take_longer(monkeypatch, size, seconds):
    monkeypatch.delenv(amounts.SECONDS_VARIABLE, raising=False)

    assert amounts.seconds_for(size) == pytest.approx(seconds)


@pytest.mark.parametrize(("value", "seconds"), [("60", 60), ("", 10)])
def test_the_environment_may_allow_more(monkeypatch, value, seconds):
    monkeypatch.setenv(amounts.SECONDS_VARIABLE, value)

    assert amounts.seconds_for(0) == seconds


@pytest.mark.parametrize("value", ["soon", "0", "-1", "nan", "1e9"])
def test_what_is_no_amount_is_told(monkeypatch, value):
    monkeypatch.setenv(amounts.MEGABYTES_VARIABLE, value)

    with pytest.raises(CommandError, match=f"ADVOCACY_FILE_MEGABYTES: `{value}` is no amount"):
        amounts.most_bytes()


def test_a_file_may_take_two_gigabytes(monkeypatch):
    monkeypatch.delenv(amounts.MEGABYTES_VARIABLE, raising=False)

    assert amounts.most_bytes() == 2_000_000_000
    assert tell_crash() == "breaks what reads it, or takes more than 2000 MB of memory"


@pytest.mark.parametrize(
    ("path", "cure"),
    [
        ("content/posts/a.md", "Write it more simply, or split it."),
        ("content/images/a.jpg", "Save it anew, and smaller."),
    ],
)
def test_how_to_mend_a_file_is_said_with_its_name(path, cure):
    error = LimitError(path, "takes too long")

    assert str(error) == f"{path}: takes too long. {cure}"
    assert [each.code for each in error.problems] == [CODE]


def test_what_is_said_of_a_file_travels_between_processes():
    error = pickle.loads(pickle.dumps(LimitError("content/posts/a.md", "takes too long")))

    assert isinstance(error, LimitError)
    assert str(error) == str(LimitError("content/posts/a.md", "takes too long"))
    assert error.problems == LimitError("content/posts/a.md", "takes too long").problems
