import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from advocacy.cli.kit import kit
from advocacy.cli.main import main
from advocacy.errors import AdvocacyError
from advocacy.share.kits_json import SCHEMA_FILE, SCHEMA_VERSION
from tests.conftest import POST, STAFF
from tests.site.conftest import GUIDE

TOML = """
name = "Lindenmark Libraries"
url = "https://blog.example.org"
description = "Stories."
[disclosure]
en = "I work at Lindenmark Libraries."
[topics]
reading = "Reading"
[share]
networks = ["bluesky", "email"]
"""
SHOWN = """\
The night shift
https://blog.example.org/2026/the-night-shift/

Bluesky (summary, 1 of 3): 144/300 characters
---------------------------------------------
What happens in a library after the doors close. I work at Lindenmark Libraries.

The night shift
https://blog.example.org/2026/the-night-shift/

Share: https://bsky.app/intent/compose?text=What%20happens"""


@pytest.fixture
def folder(write: Callable[..., Path], tmp_path: Path) -> Path:
    write("advocacy.toml", TOML)
    write("content/posts/2026-03-31-the-night-shift.md", POST)
    write("content/staff/ana.md", STAFF)
    return tmp_path


def run(folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(kit, ["--site", str(folder), "--today", "2026-04-01", *arguments])
    if result.exception:
        raise result.exception
    return result.output


def test_a_posts_snippets_are_printed_with_their_counts(folder: Path) -> None:
    output = run(folder, "the-night-shift")

    assert output.startswith(SHOWN)
    assert "\nE-mail (question, 2 of 3): 118 characters\n" in output


def test_one_network_alone_may_be_any_of_the_table(folder: Path) -> None:
    output = run(folder, "the-night-shift", "--network", "x")

    assert "\nX (claim, 3 of 3): 90/280 characters\n" in output
    assert "Bluesky" not in output


@pytest.mark.parametrize(
    ("share", "told"),
    [
        ("",                                  "nobody has opted in to its topics, audience and"),
        ("share: {}\n",                       "\n- Ana Müller (ana): wrote it\n"),
        ("share: {topics: [reading]}\n",      "\n- Ana Müller (ana): wrote it, Reading\n"),
        ("share: {}\nleft: 2026-03-31\n",     "nobody has opted in"),
    ],
)  # fmt: skip
def test_who_might_share_a_post_is_said(
    folder: Path, write: Callable[..., Path], share: str, told: str
) -> None:
    write("content/staff/ana.md", STAFF.replace("role:", f"{share}role:"))

    _, _, circle = run(folder, "the-night-shift").rpartition("\nWho might share this:")

    assert told in circle


def test_those_who_would_share_anything_come_last(folder: Path, write: Callable[..., Path]) -> None:
    write("content/staff/bo.md", STAFF.replace("Ana Müller\n", "Bo Ng\nshare: {}\n"))
    write("content/staff/cy.md", STAFF.replace("Ana Müller\n", "Cy\nshare: {topics: [reading]}\n"))

    output = run(folder, "the-night-shift")

    assert output.endswith(
        "\nWho might share this:\n- Cy (cy): Reading\n- Bo Ng (bo): shares anything\n"
    )


@pytest.mark.parametrize(
    ("today", "field", "why"),
    [
        ("2026-03-01", "", "its first day is 2026-03-31."),
        ("2026-05-02", "share: {until: 2026-05-01}", "its last day was 2026-05-01."),
        ("2026-05-02", "visibility: internal", "it is published, internal."),
        ("2026-05-02", "status: draft", "it is draft, public."),
        ("2026-05-02", "expires: 2026-05-01", "its last day was 2026-04-30."),
    ],
)
def test_a_post_that_is_not_offered_is_shown_and_said_to_be(
    folder: Path, today: str, field: str, why: str
) -> None:
    post = folder / "content/posts/2026-03-31-the-night-shift.md"
    post.write_text(POST.replace("title:", f"{field}\ntitle:"), encoding="utf-8")

    output = run(folder, "the-night-shift", "--today", today)

    assert f"`the-night-shift` is not offered in the hub on {today}: {why}\n" in output


def test_a_post_whose_authors_have_left_is_said_not_to_be_offered(
    folder: Path, write: Callable[..., Path]
) -> None:
    write("content/staff/ana.md", STAFF.replace("role:", "left: 2026-03-31\nrole:"))

    output = run(folder, "the-night-shift")

    assert "on 2026-04-01: nobody who wrote it is here any more.\n" in output


def entry(folder: Path, *arguments: str) -> dict[str, Any]:
    """Return what is printed for programs, held to the published schema."""
    (folder / "content/pages").mkdir(exist_ok=True)
    (folder / "content/pages/values.md").write_text(GUIDE, encoding="utf-8")
    given = ["kit", "the-night-shift", "--format", "json", "--site", str(folder)]
    result = CliRunner().invoke(main, [*given, "--today", "2026-04-01", *arguments])
    if result.exit_code:
        raise AdvocacyError(result.stdout + result.stderr)
    told = json.loads(result.stdout)
    whole = {"schema_version": SCHEMA_VERSION, "kits": [told]}
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(whole)
    return dict(told)


def test_a_program_gets_the_entry_of_kits_json(folder: Path) -> None:
    told = entry(folder)

    assert told["card"] == "https://blog.example.org/cards/the-night-shift.png"
    assert [each["network"] for each in told["networks"]] == ["bluesky", "email"]
    assert [each["network"] for each in entry(folder, "--network", "x")["networks"]] == ["x"]


def test_a_program_gets_no_text_that_waits_for_somebody(
    folder: Path, write: Callable[..., Path]
) -> None:
    share = "share: {captions: {x: ['I saw [[what?]]', 'I saw it.']}}\ntopics:"
    write("content/posts/2026-03-31-the-night-shift.md", POST.replace("topics:", share))

    texts = [each["text"] for each in entry(folder, "--network", "x")["networks"][0]["variants"]]

    assert texts
    assert not [text for text in texts if "[[" in text]


@pytest.mark.parametrize("field", ["share: {until: 2026-03-31}", "share: {from: 2026-05-01}"])
def test_a_program_gets_no_text_of_what_is_not_offered(folder: Path, field: str) -> None:
    post = folder / "content/posts/2026-03-31-the-night-shift.md"
    post.write_text(POST.replace("title:", f"{field}\ntitle:"), encoding="utf-8")

    assert entry(folder)["networks"] == []


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ("visibility: internal", "it is published, internal."),
        ("status: draft", "it is draft, public."),
        ("status: hidden", "it is hidden, public."),
        ("embargo: 2026-05-01", "its first day is 2026-05-01."),
        ("expires: 2026-04-01", "its last day was 2026-03-31."),
    ],
)
def test_a_program_gets_nothing_of_what_kits_json_has_not(
    folder: Path, field: str, why: str
) -> None:
    post = folder / "content/posts/2026-03-31-the-night-shift.md"
    post.write_text(POST.replace("title:", f"{field}\ntitle:"), encoding="utf-8")

    with pytest.raises(AdvocacyError) as caught:
        entry(folder)

    assert str(caught.value) == f"`the-night-shift` is not in kits.json on 2026-04-01: {why}\n"


def test_a_program_gets_nothing_that_the_guide_refuses(folder: Path) -> None:
    post = folder / "content/posts/2026-03-31-the-night-shift.md"
    post.write_text(POST.replace("Somebody has", "An old folks home has"), encoding="utf-8")

    with pytest.raises(AdvocacyError, match=r"Values\.Respect"):
        entry(folder)


def test_an_unknown_slug_names_the_nearest(folder: Path) -> None:
    with pytest.raises(AdvocacyError) as caught:
        run(folder, "night-shift")

    assert str(caught.value) == ("`night-shift` is no post here. Did you mean `the-night-shift`?")
    assert caught.value.exit_status == 2


def test_a_post_that_cannot_be_read_says_why(folder: Path, write: Callable[..., Path]) -> None:
    write("content/posts/2026-04-01-broken.md", POST.replace("date: 2026-03-31", "date: soon"))

    with pytest.raises(AdvocacyError) as caught:
        run(folder, "broken")

    assert "`soon` is not a date." in str(caught.value)
    assert caught.value.exit_status == 1


def test_a_content_warning_and_a_prompt_are_told(folder: Path, write: Callable[..., Path]) -> None:
    share = "share: {captions: {mastodon: {text: 'We count [[what?]]', cw: Long}}}"
    post = POST.replace("\ntopics:", f"\n{share}\ntopics:")
    write("content/posts/2026-03-31-the-night-shift.md", post)

    output = run(folder, "the-night-shift", "--network", "mastodon")

    assert "\nContent warning: Long\n\nWe count [[what?]] I work at" in output
    assert "\nFill in what stands in [[double brackets]] before you share it.\n" in output


def test_a_caption_for_its_authors_is_told_as_theirs(
    folder: Path, write: Callable[..., Path]
) -> None:
    share = "share: {captions: {default: [One is here., {text: I built it., for: authors}]}}"
    post = POST.replace("\ntopics:", f"\n{share}\ntopics:")
    write("content/posts/2026-03-31-the-night-shift.md", post)

    output = run(folder, "the-night-shift", "--network", "bluesky")

    assert "\nBluesky (caption, 1 of 3): " in output
    assert "\nBluesky (caption, for the authors alone): " in output
    assert "\nI built it. I work at Lindenmark Libraries.\n" in output
