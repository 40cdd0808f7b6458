"""How much a file may take is a number; anything else is told with its name."""

import pickle

import pytest

from advocacy.errors import CommandError
from advocacy.limits import amounts
from advocacy.limits.telling import LimitError


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


def test_what_is_said_of_a_file_travels_between_processes():
    error = pickle.loads(pickle.dumps(LimitError("content/posts/a.md", "takes too long")))

    assert isinstance(error, LimitError)
    assert str(error) == str(LimitError("content/posts/a.md", "takes too long"))
    assert error.problems == LimitError("content/posts/a.md", "takes too long").problems
