"""What is kept is found again by all that it was made from, and a broken file holds nothing."""

import sqlite3
from pathlib import Path

import pytest

from advocacy import cache
from advocacy.cache import ANSWERS, FILE, RESULTS, Cache, cache_folder, make_key


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_a_result_is_found_again_by_its_key(kept: Cache) -> None:
    kept.write({"a": [1, "ä", None], "b": {"c": True}})

    assert kept.read(["a", "b", "missing"]) == {"a": [1, "ä", None], "b": {"c": True}}


def test_many_results_are_read_at_once(kept: Cache) -> None:
    results = {str(number): number for number in range(2 * cache.BATCH + 1)}

    kept.write(results)

    assert kept.read(results) == results


def test_nothing_is_kept_without_a_folder() -> None:
    nothing = Cache(None)
    nothing.write({"a": 1})

    assert nothing.read(["a"]) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", ""), ("a",)),
        (("a",), ("b",)),
        (("é",), ("e\u0301",)),
    ],
)
def test_whatever_differs_has_another_key(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert make_key(*one) != make_key(*other)


def test_a_text_and_its_bytes_have_one_key() -> None:
    assert make_key("ä", "b") == make_key("ä".encode(), b"b")


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 200])
def test_a_broken_file_holds_nothing_and_is_made_anew(kept: Cache, content: bytes) -> None:
    kept.write({"a": 1})
    assert kept.folder
    (kept.folder / FILE).write_bytes(content)

    assert kept.read(["a"]) == {}
    kept.write({"b": 2})

    assert kept.read(["a", "b"]) == {"b": 2}


def test_a_row_that_is_no_json_is_passed_over(kept: Cache) -> None:
    kept.write({"a": 1, "b": 2})
    assert kept.folder
    with sqlite3.connect(kept.folder / FILE) as file:
        file.execute("UPDATE results SET value = '{' WHERE key = 'a'")
    file.close()

    assert kept.read(["a", "b"]) == {"b": 2}


def test_a_file_in_use_is_left_alone(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "WAIT_SECONDS", 0.01)
    kept.write({"a": 1})
    assert kept.folder
    other = sqlite3.connect(kept.folder / FILE)
    other.execute("BEGIN EXCLUSIVE")

    kept.write({"b": 2})
    assert kept.read(["a"]) == {}
    other.rollback()
    other.close()

    assert kept.read(["a", "b"]) == {"a": 1}


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    nothing = Cache(tmp_path / "file" / "cache")

    nothing.write({"a": 1})

    assert nothing.read(["a"]) == {}


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    few = Cache(tmp_path, RESULTS._replace(most_entries=2))
    for name in "abc":
        few.write({name: name})

    assert few.read("abc") == {"b": "b", "c": "c"}


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    narrow = Cache(tmp_path, ANSWERS._replace(most_bytes=100))

    narrow.write({"small": "a" * 1000, "large": [*range(1000)]})

    assert narrow.read(["small", "large"]) == {"small": "a" * 1000}


def test_a_shelf_knows_nothing_of_another(kept: Cache) -> None:
    answers = Cache(kept.folder, ANSWERS)
    kept.write({"a": 1})
    answers.write({"a": ["\udcff", 2]})

    assert kept.read(["a"]) == {"a": 1}
    assert answers.read(["a"]) == {"a": ["\udcff", 2]}


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"ADVOCACY_CACHE": "/somewhere"}, Path("/somewhere")),
        ({"XDG_CACHE_HOME": "/x"}, Path("/x/advocacy")),
        ({}, Path.home() / ".cache/advocacy"),
    ],
)
def test_the_folder_is_the_users_own(
    environment: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")

    assert cache_folder(environment) == folder
