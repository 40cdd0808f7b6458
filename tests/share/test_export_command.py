"""`advocacy export`, typed as people type it."""

import csv
import json
from collections.abc import Callable
from errno import ENOSPC
from io import StringIO
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.main import main
from advocacy.share.ledger import Ledger, hold_ledger, read_ledger, write_ledger
from tests.conftest import POST, STAFF
from tests.site.conftest import GUIDE

TOML = """
name = "Lindenmark Libraries"
url = "https://blog.example.org"
description = "Stories."
languages = ["en", "fr"]
time_zone = "Europe/Berlin"
[disclosure]
en = "I work at Lindenmark Libraries."
fr = "Je travaille aux bibliothèques de Lindenmark."
[topics]
reading = "Reading"
[share]
networks = ["bluesky", "x"]
"""
NIGHT = "tag:stories.lindenmark.example,2026-03-31:night-shift"
LATER = POST.replace("night-shift", "day-shift").replace("The night", "The day")


@pytest.fixture
def folder(write: Callable[..., Path], tmp_path: Path) -> Path:
    write("advocacy.toml", TOML)
    write("content/pages/values.md", GUIDE)
    write("content/posts/night.md", POST)
    write("content/staff/ana.md", STAFF)
    return tmp_path


def run(folder: Path, *arguments: str) -> Result:
    given = ["export", "--site", str(folder), "--today", "2026-04-01", *arguments]
    result = CliRunner().invoke(main, given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def told(folder: Path, *arguments: str) -> str:
    """Return the one line that a mistake is told in."""
    result = run(folder, *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    return result.stderr.strip()


def titles(result: Result) -> list[str]:
    assert result.exit_code == 0, result.stderr
    return [row["title"] for row in rows_of(result)]


def rows_of(result: Result) -> list[dict[str, str]]:
    text = result.stdout_bytes.decode("utf-8-sig")
    return [*csv.DictReader(StringIO(text, newline=""))]


def test_everything_that_is_ready_is_exported_for_every_network(folder: Path) -> None:
    result = run(folder)

    rows = rows_of(result)
    assert rows[0]["network"] == "bluesky"
    assert {row["network"] for row in rows} == {"bluesky", "x"}
    assert {row["image"] for row in rows} == {"https://blog.example.org/cards/the-night-shift.png"}


def test_buffer_gets_one_text_a_post_for_one_channel(folder: Path) -> None:
    result = run(folder, "--format", "buffer", "--network", "x", "-o", str(folder / "x.csv"))

    assert result.stdout == ""
    assert result.stderr == "1 text of 1 post.\n"
    written = (folder / "x.csv").read_text(encoding="utf-8")
    assert written.startswith("Text,Image URL,Tags,Posting Time\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "buffer"],
         "--format buffer: A file is for one channel. Add --network with one of bluesky, x."),
        (["--network", "blusky"],
         "--network: `blusky` is no network here. Did you mean `bluesky`?"),
        (["--new", "--seed"], "--new and --seed: Seed once, and then export what is new."),
        (["--seed", "-o", "x"],
         "--seed and --output: Nothing is exported with --seed. Leave it out."),
        (["--seed", "--lang", "fr"],
         "--seed and --lang: Nothing is exported with --seed. Leave it out."),
        (["--seed", "--at", "09:00"],
         "--seed and --at: Nothing is exported with --seed. Leave it out."),
        (["--seed", "--format", "csv"],
         "--seed and --format: Nothing is exported with --seed. Leave it out."),
        (["--lang", "fe"], "--lang: `fe` is no language of this site. Name one of en, fr."),
        (["--ledger", "x.json"], "--ledger: It is for --new and --seed. Add one of them."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_one_line(folder: Path, arguments: list[str], message: str) -> None:
    assert told(folder, *arguments) == message


@pytest.mark.parametrize("day", ["0001-01-05", "9999-12-31"])
def test_a_day_is_one_of_our_time(folder: Path, day: str) -> None:
    expected = f"`{day}` is not in the years 1990 to 2100. Write it as 2026-03-31."

    assert expected in told(folder, "--seed", "--today", day)


def test_a_time_is_written_as_one(folder: Path) -> None:
    assert "`9 o'clock` is no time. Write it as 09:00." in told(folder, "--at", "9 o'clock")


def test_the_first_time_says_to_seed_and_floods_nothing(folder: Path) -> None:
    message = told(folder, "--new")

    assert message == (
        "share-ledger.json: Nothing is known of bluesky, x yet, so that all would be new (1 post)."
        " Take it as exported: `advocacy export --seed`; or say from when on: `--since DAY`."
    )
    assert not (folder / "share-ledger.json").exists()


def test_after_seeding_only_what_is_written_later_is_new(
    folder: Path, write: Callable[..., Path]
) -> None:
    run(folder, "--seed")
    nothing = run(folder, "--new", "--network", "x")
    write("content/posts/day.md", LATER)

    once, again = (run(folder, "--new", "--network", "x") for _ in range(2))

    assert (titles(nothing), nothing.stderr) == ([], "There is nothing to export.\n")
    assert set(titles(once)) == {"The day shift"}
    assert titles(again) == []


def test_where_nothing_is_new_the_file_stays(folder: Path) -> None:
    arguments = ("--new", "--since", "2026-03-01", "--network", "x", "-o", str(folder / "x.csv"))
    run(folder, *arguments)
    before = (folder / "x.csv").read_bytes()

    again = run(folder, *arguments)

    assert b"night-shift" in before
    assert (folder / "x.csv").read_bytes() == before
    assert again.stderr.endswith(f"Nothing is new: `{folder / 'x.csv'}` is left as it is.\n")


@pytest.mark.parametrize(
    "edited",
    [
        LATER.replace("after the doors close", "when nobody looks"),
        LATER.replace("question:", "share: {captions: {default: [I was there.]}}\nquestion:"),
        LATER.replace("title: The day shift", "title: The long day\nslug: the-day-shift"),
    ],
)
def test_an_edited_post_is_never_new_again(
    folder: Path, write: Callable[..., Path], edited: str
) -> None:
    run(folder, "--seed")
    write("content/posts/day.md", LATER)
    assert titles(run(folder, "--new"))
    write("content/posts/day.md", edited)

    assert titles(run(folder, "--new")) == []


def test_since_begins_a_ledger_and_takes_what_is_older_as_exported(
    folder: Path, write: Callable[..., Path]
) -> None:
    write("content/posts/day.md", LATER.replace("date: 2026-03-31", "date: 2026-03-01"))

    first, second = (run(folder, "--new", *more) for more in (["--since", "2026-03-15"], []))

    assert set(titles(first)) == {"The night shift"}
    assert titles(second) == []


def test_an_account_of_one_language_has_posts_in_that(
    folder: Path, write: Callable[..., Path]
) -> None:
    french = LATER.replace("authors:", f"lang: fr\ntranslation_of: {NIGHT}\nauthors:")
    write("content/posts/jour.md", french)
    new = ["--new", "--network", "x"]

    assert set(titles(run(folder))) == {"The night shift", "The day shift"}
    assert set(titles(run(folder, "--lang", "fr"))) == {"The day shift"}
    begun = run(folder, *new, "--lang", "fr", "--since", "2026-03-01")
    assert set(titles(begun)) == {"The day shift"}
    assert titles(run(folder, *new, "--lang", "fr")) == []
    assert set(titles(run(folder, *new, "--lang", "en"))) == {"The night shift"}


def test_what_is_older_is_seen_in_every_language(folder: Path, write: Callable[..., Path]) -> None:
    french = LATER.replace("date: 2026-03-31", "date: 2026-04-01\nlang: fr")
    write("content/posts/jour.md", french)
    new = ["--new", "--network", "x"]

    begun = run(folder, *new, "--lang", "fr", "--since", "2026-04-01")

    assert set(titles(begun)) == {"The day shift"}
    assert titles(run(folder, *new, "--lang", "en")) == []


def test_a_network_that_is_new_has_to_be_seeded_too(folder: Path) -> None:
    run(folder, "--seed")

    message = told(folder, "--new", "--network", "threads")

    assert "`advocacy export --seed --network threads`" in message


def test_a_kit_that_comes_later_is_not_seeded_and_has_its_time(
    folder: Path, write: Callable[..., Path]
) -> None:
    later = LATER.replace("question:", "share: {from: 2026-04-20}\nquestion:")
    write("content/posts/day.md", later)
    run(folder, "--seed")

    result = run(folder, "--new", "--network", "x", "--format", "buffer", "--at", "14:05")

    times = [row["Posting Time"] for row in rows_of(result)]
    assert times == ["2026-04-20 14:05"]


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    run(folder, "--seed")
    (folder / "share-ledger.json").write_text(
        '{"version": 1, "networks": {"bluesky": {}, "x": {}}}'
    )
    before = (folder / "share-ledger.json").read_bytes()

    result = run(folder, "--new", "--dry-run", "-o", str(folder / "out.csv"))

    assert result.stdout.splitlines()[0].startswith("bluesky: The night shift (")
    assert "(nothing was written)" in result.stderr
    assert not (folder / "out.csv").exists()
    assert (folder / "share-ledger.json").read_bytes() == before


def test_a_ledger_of_another_name_is_told_by_that(folder: Path) -> None:
    message = told(folder, "--new", "--ledger", "other.json")

    assert message.startswith("other.json: Nothing is known of bluesky, x yet")
    assert "`advocacy export --seed --ledger other.json`" in message


def test_where_the_ledger_cannot_be_written_nothing_goes_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder, "--seed")
    write_ledger(Ledger({"bluesky": {}, "x": {}}), folder / "share-ledger.json")
    monkeypatch.setattr(Path, "write_bytes", _refuse)

    for more in ([], ["-o", str(folder / "out.csv")]):
        message = told(folder, "--new", *more)
        assert message.startswith(f"{folder / 'share-ledger.json'}: cannot be written: ")

    assert not (folder / "out.csv").exists()


def _refuse(file: Path, _: bytes) -> None:
    raise OSError(ENOSPC, "No space left on device", str(file))


def test_the_ledger_is_not_written_over_what_it_remembers(folder: Path) -> None:
    run(folder, "--seed")
    before = (folder / "share-ledger.json").read_bytes()

    message = told(folder, "--new", "-o", str(folder / "share-ledger.json"))

    assert message.endswith("share-ledger.json` is the ledger. Name another file.")
    assert (folder / "share-ledger.json").read_bytes() == before


def test_what_could_not_be_written_is_still_new(folder: Path) -> None:
    write_ledger(Ledger({"bluesky": {}, "x": {}}), folder / "share-ledger.json")
    before = (folder / "share-ledger.json").read_bytes()

    message = told(folder, "--new", "-o", str(folder / "advocacy.toml/out.csv"))

    assert "out.csv: cannot be written: " in message
    assert (folder / "share-ledger.json").read_bytes() == before
    assert titles(run(folder, "--new"))


def test_one_export_waits_for_another_and_knows_what_it_wrote(folder: Path) -> None:
    file, results = folder / "share-ledger.json", []
    write_ledger(Ledger({"bluesky": {}, "x": {}}), file)
    other = Thread(target=lambda: results.append(run(folder, "--new", "--network", "x")))

    with hold_ledger(file):
        other.start()
        other.join(timeout=3)
        assert other.is_alive()
        write_ledger(read_ledger(file).with_seen(["bluesky"], ["elsewhere"]), file)
    other.join(timeout=60)

    assert titles(results[0])
    assert read_ledger(file).has("bluesky", "elsewhere")
    assert read_ledger(file).has("x", NIGHT)


def test_a_dash_is_the_standard_output(folder: Path) -> None:
    assert run(folder, "-o", "-").stdout == run(folder).stdout


@pytest.mark.parametrize(
    "text", ["'=1+1. I work at Lindenmark Libraries.'", "{text: It is me., cw: =1+1}"]
)
def test_a_cell_for_buffer_that_a_spreadsheet_would_calculate_is_told(
    folder: Path, write: Callable[..., Path], text: str
) -> None:
    caption = f"share: {{captions: {{default: [{text}]}}}}\nquestion:"
    write("content/posts/night.md", POST.replace("question:", caption))

    result = run(folder, "--format", "buffer", "--network", "x")

    cell = rows_of(result)[0]["Text"]
    assert cell.startswith("=1+1")
    assert "The night shift: the text begins with `=`." in result.stderr


def test_buffer_takes_a_hundred_rows_and_the_rest_comes_the_next_time(
    folder: Path, write: Callable[..., Path]
) -> None:
    for number in range(104):
        text = LATER.replace("day-shift", f"day-{number}").replace("The day", f"Day {number}")
        write(f"content/posts/day-{number}.md", text)
    buffer = ["--format", "buffer", "--network", "x"]

    message = told(folder, *buffer)
    first = run(folder, *buffer, "--new", "--since", "2026-01-01")
    second = run(folder, *buffer, "--new")

    assert message == (
        "--format buffer: Buffer takes 100 rows a file, and there are 105. "
        "Give --since DAY, or seed a ledger and export with --new."
    )
    assert first.stderr == (
        "100 texts of 100 posts.\n"
        "5 posts more will not fit: Buffer takes 100 rows a file. Run it again.\n"
    )
    assert second.stderr == "5 texts of 5 posts.\n"


def test_what_the_guide_refuses_does_not_go_out(folder: Path, write: Callable[..., Path]) -> None:
    write("content/posts/day.md", LATER.replace("Somebody has", "An old folks home has"))

    result = run(folder)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "Values.Respect" in result.stderr


@pytest.mark.parametrize("fields", ["status: draft", "status: hidden", "visibility: internal",
                                    "embargo: 2026-05-01", "expires: 2026-04-01",
                                    "share: {until: 2026-03-31}"])  # fmt: skip
def test_what_is_not_public_or_over_is_in_no_export(
    folder: Path, write: Callable[..., Path], fields: str
) -> None:
    write("content/posts/day.md", LATER.replace("question:", f"{fields}\nquestion:"))

    rows = json.loads(run(folder, "--format", "json").stdout)["rows"]

    assert {row["title"] for row in rows} == {"The night shift"}
