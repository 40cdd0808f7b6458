"""What a build says of itself is what is read of it later."""

import json
from datetime import date

import pytest

from advocacy.publications.build_record import BuildRecord, make_standing, read_build_record
from advocacy.revision import Revision
from tests.publications.conftest import URL

DAY = date(2026, 3, 31)


@pytest.mark.parametrize("due", [None, date(2026, 4, 2)])
@pytest.mark.parametrize("with_drafts", [True, False])
@pytest.mark.parametrize("revision", [Revision(), Revision("a" * 40, ("content/posts/a.md",))])
def test_what_a_build_stands_on_is_read_as_it_was_told(tmp_path, due, with_drafts, revision):
    standing = make_standing(URL, due, revision, with_drafts=with_drafts)
    held = {"date": DAY.isoformat(), "guide": {"version": "57555b1da025"}}
    (tmp_path / "record.json").write_text(json.dumps({**held, **standing}))

    record = read_build_record(tmp_path / "record.json")

    assert record == BuildRecord(URL, DAY, due, with_drafts, "57555b1da025", revision)
