"""The ledger knows a post again, whatever becomes of its words."""

from pathlib import Path

import pytest

from advocacy.errors import AdvocacyError
from advocacy.share.ledger import (
    Ledger,
    hold_ledger,
    make_ledger_text,
    read_ledger,
    write_ledger,
)
from tests.share.test_export import ROW

WRITTEN = """\
{
 "networks": {
  "bluesky": {
   "tag:blog.example.org,2025:old": []
  },
  "x": {
   "tag:blog.example.org,2025:old": [],
   "tag:blog.example.org,2026:night": [
    "caption-0123456789"
   ]
  }
 },
 "version": 1
}
"""
LEDGER = Ledger().with_seen(["x", "bluesky"], ["tag:blog.example.org,2025:old"]).with_rows([ROW])


@pytest.mark.parametrize(
    ("network", "post", "known"),
    [
        ("x",       "tag:blog.example.org,2026:night", True),
        ("x",       "tag:blog.example.org,2025:old",   True),
        ("x",       "tag:blog.example.org,2026:day",   False),
        ("bluesky", "tag:blog.example.org,2026:night", False),
        ("threads", "tag:blog.example.org,2025:old",   False),
    ],
)  # fmt: skip
def test_a_post_is_known_for_a_network_in_whatever_words(
    network: str, post: str, known: bool
) -> None:
    assert LEDGER.has(network, post) is known


def test_a_ledger_is_written_sorted_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "ledger.json"

    write_ledger(LEDGER, file)

    assert file.read_text(encoding="utf-8") == WRITTEN
    assert read_ledger(file) == LEDGER
    assert [each.name for each in tmp_path.iterdir()] == ["ledger.json"]


def test_a_post_that_is_taken_as_seen_keeps_what_was_exported_of_it() -> None:
    assert LEDGER.with_seen(["x"], [ROW.post]) == LEDGER


def test_a_ledger_that_is_not_there_knows_nothing(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "none.json") == Ledger()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "This is no ledger: Expecting value"),
        ("<<<<<<< ours", "This is no ledger: Expecting value"),
        ("[]", "is not a list of `key: value`"),
        ('{"version": 2, "networks": {}}', "`2` is not known here"),
        ('{"version": 1}', 'There is no `networks`. Add `"networks": {}`.'),
        ('{"version": 1, "networks": {"x": []}}', "is not a table"),
        ('{"version": 1, "networks": {}, "seen": 1}', "`seen` is not a key"),
        ('{"version": 1, "networks": {"x": {}, "x": {}}}', "`x` stands there twice"),
    ],
)
def test_a_file_that_is_no_ledger_is_told_with_its_cure(
    tmp_path: Path, text: str, told: str
) -> None:
    file = tmp_path / "ledger.json"
    file.write_text(text)

    with pytest.raises(AdvocacyError) as caught:
        read_ledger(file)

    assert told in str(caught.value)
    assert "advocacy export --seed" in str(caught.value)
    assert caught.value.exit_status == 2


def test_a_ledger_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "ledger.json"
    file.mkdir()

    with pytest.raises(AdvocacyError, match="cannot be written"):
        write_ledger(LEDGER, file)

    assert [each.name for each in tmp_path.iterdir()] == ["ledger.json"]


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    file = tmp_path / "ledger.json"

    with hold_ledger(file), pytest.raises(AdvocacyError) as caught, hold_ledger(file, 0.1):
        pass

    assert str(caught.value) == (
        f"{file}: another export is at work. Wait for it to end, and run this again."
    )
    with hold_ledger(file, 0.1):
        pass


def test_where_there_can_be_no_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(AdvocacyError, match="cannot be written"), hold_ledger(tmp_path / "file/x"):
        pass


def test_what_was_written_is_what_is_told() -> None:
    assert make_ledger_text(Ledger()) == '{\n "networks": {},\n "version": 1\n}\n'
