"""What is found is the same from the cache, on one core and on several."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from advocacy.cache import FILE, Cache
from advocacy.editorial import cores, readings
from advocacy.editorial.action import Action
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.notice import Notice
from advocacy.editorial.reading import Reading, decode_reading, encode_reading
from advocacy.library import read_library
from advocacy.markup.blocks import SourceMap
from advocacy.markup.marks import Comment, Image, Link
from advocacy.markup.pieces import TracedText
from advocacy.markup.targets import Targets
from advocacy.names_settings import Names
from advocacy.site import Site
from tests.conftest import POST, STAFF
from tests.editorial.conftest import MakeGuide, check_library

BODY = """\
The chairman of [the board](nowhere.md).

<!-- allow Values.Respect: a name -->

Chairman."""
RUNAWAY = """\
## One {#one}

```yaml rule
id: Values.Slow
extends: existence
message: "%s"
nonword: true
tokens: ['(?:a|aa)+$']
examples: {bad: [aa], good: [b]}
```
"""


@pytest.fixture
def posts(write: Callable[..., Path]) -> None:
    write("content/staff/ana.md", STAFF)
    for number in range(4):
        text = POST.replace("night-shift", f"shift-{number}").replace("Somebody", f"{BODY} He")
        text = text.replace("\ntitle:", f"\nslug: shift-{number}\ntitle:")
        write(f"content/posts/{number}.md", text)


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def find(site: Site, guide: Guide, posts: None) -> Callable[..., tuple[Finding, ...]]:
    def run(kept: Cache | None = None, rules: Guide = guide) -> tuple[Finding, ...]:
        return check_library(read_library(site), rules, Targets(site), kept=kept)

    return run


def count_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the path of each file that is read, in this process."""
    paths: list[str] = []
    make = readings.make_manuscript

    def note(piece: readings.Written) -> object:
        paths.append(piece.source.path)
        return make(piece)

    monkeypatch.setattr(readings, "make_manuscript", note)
    return paths


def test_a_reading_is_found_whole_in_json() -> None:
    notice = Notice(
        check="A.B",
        severity="error",
        start=1,
        end=2,
        message="m",
        match="x",
        principle="p",
        description="d",
        action=Action("replace", ("y", "z")),
        replacements=("y", ""),
        has_place=False,
    )
    outline = SourceMap(
        links=(Link("a", "b", 1, 2, 3),),
        images=(Image("a", "b", 1, 2, 3, TracedText("", ())),),
        comments=(Comment("a", 1, 2, (3, 4)),),
    )
    reading = Reading((notice,), outline, ("A.B",))

    assert decode_reading(encode_reading(reading)) == reading


@pytest.mark.parametrize("value", [None, [], [[], [], [], []], [[[1]], [], [], [], []], "x", {}])
def test_what_is_no_reading_is_none(value: object) -> None:
    assert decode_reading(value) is None


def test_the_cache_changes_nothing_that_is_found(
    find: Callable[..., object], kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = find()
    assert find(kept) == plain
    read = count_reads(monkeypatch)

    assert find(kept) == plain
    assert read == []


def test_only_a_file_that_changed_is_read_again(
    find: Callable[..., object],
    kept: Cache,
    write: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    find(kept)
    read = count_reads(monkeypatch)
    file = tmp_path / "content/posts/2.md"
    file.write_text(file.read_text() + "\nAnother chairman.\n")

    found = find(kept)

    assert read == ["content/posts/2.md"]
    assert found == find()


def test_a_changed_guide_reads_everything_again(
    find: Callable[..., object], kept: Cache, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(kept)
    read = count_reads(monkeypatch)
    changed = guide.page.source.text.replace("chairman", "chairmann")
    source = replace(guide.page.source, text=changed)

    find(kept, read_guide(replace(guide.page, source=source)))

    assert len(read) == 5


def test_changed_settings_read_everything_again(
    find: Callable[..., object],
    kept: Cache,
    guide: Guide,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    find(kept)
    read = count_reads(monkeypatch)
    named = replace(site, names=Names(products=("Board",)))

    check_library(read_library(named), guide, Targets(named), kept=kept)

    assert len(read) == 5


def test_several_processes_find_what_one_finds(
    find: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = find()
    monkeypatch.setattr(cores, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    read = count_reads(monkeypatch)

    assert find() == plain
    assert read == []


def test_what_a_rule_that_ran_away_has_not_read_is_not_kept(
    find: Callable[..., tuple[Finding, ...]],
    kept: Cache,
    make_page: MakeGuide,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    third, last = (tmp_path / f"content/posts/{number}.md" for number in (2, 3))
    sound = third.read_text()
    third.write_text(f"{sound}\n{'a' * 60}b\n")
    last.write_text(f"{last.read_text()}\naaa\n")
    slow = read_guide(make_page(RUNAWAY))
    first = find(kept, slow)
    read = count_reads(monkeypatch)

    assert find(kept, slow) == first
    assert [each.check for each in first].count("Guide.Runaway") == 1
    assert not {"content/posts/0.md", "content/posts/1.md"} & {*read}

    third.write_text(sound)
    mended = find(kept, slow)
    assert ("content/posts/3.md", "Values.Slow") in [(each.path, each.check) for each in mended]
    assert mended == find(None, slow)


def test_of_a_rule_that_ran_away_nothing_is_told_on_however_many_cores(
    find: Callable[..., tuple[Finding, ...]],
    make_page: MakeGuide,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number, end in enumerate(["aaa", "a" * 60 + "b", "<!-- allow Values.Slow: so -->aa", "aa"]):
        file = tmp_path / f"content/posts/{number}.md"
        file.write_text(f"{file.read_text()}\n{end}\n")
    slow = read_guide(make_page(RUNAWAY))
    plain = find(None, slow)
    monkeypatch.setattr(cores, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(cores, "CHUNK", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    assert find(None, slow) == plain
    told = [each for each in plain if "Values.Slow" in (each.check, each.match)]
    assert told == []
    assert ["content/posts/1.md" in each.message for each in plain if "Runaway" in each.check] == [
        True
    ]


SECRET = "ghp" + "_" + "a1B2c3D4e5" * 4
CODES = """\
## One {#one}

```yaml checks
Privacy.Secret: LEVEL
```

```yaml rule
id: Values.Code
extends: existence
message: "`%s` is a code."
tokens: ['\\w{20,}']
examples: {bad: [aaaaaaaaaaaaaaaaaaaaaaaaaa], good: [b]}
```
"""


@pytest.mark.parametrize("level", ["error", "off"])
@pytest.mark.parametrize(
    "text", [f"The key is {SECRET}.", f"[A](x/{SECRET}/y.md)", f"<!-- {SECRET} -->"]
)
def test_what_is_kept_holds_no_secret(
    level: str,
    text: str,
    find: Callable[..., tuple[Finding, ...]],
    kept: Cache,
    make_page: MakeGuide,
    tmp_path: Path,
) -> None:
    file = tmp_path / "content/posts/2.md"
    file.write_text(f"{file.read_text()}\n{text}\n")
    codes = read_guide(make_page(CODES.replace("LEVEL", level)))

    assert find(kept, codes) == find(kept, codes) == find(None, codes)

    raw = (tmp_path / "cache" / FILE).read_bytes()
    assert b"Values.Code" not in raw
    assert SECRET[:12].encode() not in raw
