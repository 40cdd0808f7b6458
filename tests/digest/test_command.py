"""`advocacy digest`: of which kits it tells, and what happens where there are none."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.main import main
from tests.conftest import STAFF
from tests.site.conftest import GUIDE

TOML = """
name = "Lindenmark Libraries"
url = "https://blog.example.org"
description = "Stories."
languages = ["en", "fr"]
time_zone = "Europe/Berlin"
email = "desk@example.org"
[disclosure]
en = "I work at Lindenmark Libraries."
fr = "Je travaille aux bibliothèques de Lindenmark."
[topics]
reading = "Reading"
repair = "Repair"
[share]
networks = ["linkedin", "mastodon"]
"""
FILES = ["digest.eml", "digest.html", "digest.slack.json", "digest.teams.json", "digest.txt"]
TODAY = "2026-11-23"
MakePost = Callable[..., None]


@pytest.fixture
def folder(write: Callable[..., Path], tmp_path: Path) -> Path:
    write("site/advocacy.toml", TOML)
    write("site/content/pages/values.md", GUIDE)
    write("site/content/staff/ana.md", STAFF)
    return tmp_path / "site"


@pytest.fixture
def post(write: Callable[..., Path], folder: Path) -> MakePost:
    """Write a post of a name, with fields of its own."""

    def make(name: str, fields: Mapping[str, str], body: str = "It rained.") -> None:
        own = {
            "id": f"tag:blog.example.org,2026:{name}",
            "title": name,
            "date": "2026-11-20",
            "authors": "[ana]",
            "summary": f"What happened, told by {name}.",
            **fields,
        }
        front = "\n".join(f"{key}: {value}" for key, value in own.items())
        write(f"site/content/posts/{name}.md", f"---\n{front}\n---\n\n{body}\n")

    return make


def run(folder: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["digest", "--site", str(folder), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def sections(folder: Path, *arguments: str) -> dict[str, list[str]]:
    """Return the titles below each heading."""
    given = ("--format", "teams", "--date", TODAY, *arguments)
    card = json.loads(run(folder, *given).stdout)["attachments"][0]["content"]
    found: dict[str, list[str]] = {}
    for element in card["body"][1:]:
        if element["type"] == "TextBlock":
            found[element["text"]] = []
        for inline in element.get("inlines", ()):
            link = inline.get("selectAction", {}).get("url", "")
            if "/share/" in link and inline["text"] not in {
                "Open the share kit",
                "Ouvrir le kit de partage",
            }:
                found[[*found][-1]].append(inline["text"])
    last = [*found][-1]
    found[last].pop()  # the link to the hub stands below the last of them
    return found


@pytest.mark.parametrize(
    ("fields", "section"),
    [
        ({"date": "2026-11-23"},                                        "New"),
        ({"date": "2026-11-17"},                                        "New"),
        ({"date": "2026-11-16"},                                        None),
        ({"date": "2026-11-24"},                                        None),
        ({"date": "2026-01-01", "share": "{from: 2026-11-18}"},         "New"),
        ({"date": "2026-11-20", "share": "{from: 2026-11-24}"},         None),
        ({"date": "2026-11-20", "share": "{until: 2026-11-25}"},        "New"),
        ({"date": "2026-01-01", "share": "{until: 2026-11-25}"},        "Ends soon"),
        ({"date": "2026-01-01", "share": "{until: 2026-11-23}"},        "Ends soon"),
        ({"date": "2026-01-01", "share": "{until: 2026-11-22}"},        None),
        ({"date": "2026-01-01", "share": "{until: 2027-01-01}"},        None),
        ({"status": "draft"},                                           None),
        ({"status": "hidden"},                                          None),
        ({"visibility": "internal"},                                    None),
        ({"embargo": "2026-11-24"},                                     None),
        ({"embargo": "2026-11-23", "date": "2026-01-01"},               "New"),
        ({"expires": "2026-11-23"},                                     None),
    ],
)  # fmt: skip
def test_a_digest_tells_of_what_is_new_and_of_what_ends(
    folder: Path, post: MakePost, fields: dict[str, str], section: str | None
) -> None:
    post("always", {"date": "2026-11-19"})
    post("other", fields)

    found = sections(folder)

    assert [name for name, titles in found.items() if "other" in titles] == [section] * bool(
        section
    )


def test_three_come_first_and_the_newest_of_them(folder: Path, post: MakePost) -> None:
    for day in range(17, 24):
        post(f"day-{day}", {"date": f"2026-11-{day}"})
    for day in range(1, 7):
        post(f"end-{day}", {"date": f"2026-01-0{day}", "share": "{until: 2026-11-24}"})

    assert sections(folder) == {
        "New": ["day-23", "day-22", "day-21"],
        "Also new": ["day-20", "day-19", "day-18", "day-17"],
        "Ends soon": ["end-6", "end-5", "end-4", "end-3", "end-2"],
    }
    assert "and 1 more" in run(folder, "--date", TODAY).stdout


def test_a_month_goes_further_back(folder: Path, post: MakePost) -> None:
    post("old", {"date": "2026-10-26"})

    assert sections(folder, "--month") == {"New": ["old"]}


def test_each_language_has_a_digest_in_its_words(folder: Path, post: MakePost) -> None:
    post("night", {})
    post("nuit", {"lang": "fr", "translation_of": "tag:blog.example.org,2026:night"})
    post("seul", {"lang": "fr", "date": "2026-11-19"})

    english, french = sections(folder), sections(folder, "--lang", "fr")

    assert english == {"New": ["night", "seul"]}
    assert french == {"Nouveau": ["nuit", "seul"]}
    told = run(folder, "--lang", "fr", "--date", TODAY).stdout
    assert "Du 17 novembre 2026 au 23 novembre 2026." in told
    assert "Personne n’est obligé de partager." in told


def test_a_topic_has_a_digest_of_its_own(folder: Path, post: MakePost) -> None:
    post("books", {"topics": "[reading]"})
    post("chairs", {"topics": "[repair]"})

    assert sections(folder, "--topic", "repair") == {"New": ["chairs"]}


def test_words_that_wait_for_somebody_are_in_no_form(folder: Path, post: MakePost) -> None:
    captions = "{captions: {default: ['I was [[where?]]', 'I was here.'], linkedin: ['[[why?]]']}}"
    post("night", {"share": captions})

    forms = {form: run(folder, "--date", TODAY, "--format", form).stdout for form in
             ("text", "html", "eml", "slack", "teams")}  # fmt: skip

    assert not [form for form, told in forms.items() if "[[" in told or "I was where" in told]
    assert not [form for form, told in forms.items() if "I was here." not in told]


def test_beginnings_stand_below_their_warning_and_without_the_link(
    folder: Path, post: MakePost
) -> None:
    post("night", {"share": "{captions: {mastodon: [{text: It is me., cw: On being tired}]}}"})

    told = run(folder, "--date", TODAY).stdout

    assert "    On being tired\n\n    It is me." in told
    assert "/2026/night/" not in told


def test_beginnings_are_in_different_words(folder: Path, post: MakePost) -> None:
    toml = folder / "advocacy.toml"
    toml.write_text(TOML.replace('"mastodon"', '"email"'), encoding="utf-8")
    post("night", {"title": "The long shift", "question": "Who winds the clock?"})

    told = run(folder, "--date", TODAY).stdout

    # The e-mail has its title as a subject, and else the words of LinkedIn.
    assert told.count("I work at Lindenmark Libraries.") == 2
    assert told.count("    What happened, told by night. I work") == 1
    assert "    Who winds the clock? I work" in told
    # Each network has one of them, and the title stands above them all.
    assert "    (LinkedIn)\n" in told
    assert "    (E-mail)\n" in told
    assert told.count("The long shift") == 1


def test_a_folder_gets_all_forms_and_each_says_the_same(folder: Path, post: MakePost) -> None:
    post("night", {"title": "'Tom & <Jerry>'"})
    outbox = folder.parent / "outbox"

    result = run(folder, "--date", TODAY, "-o", str(outbox))

    assert sorted(each.name for each in outbox.iterdir()) == FILES
    assert sorted(result.stdout.split()) == [str(outbox / name) for name in FILES]
    assert "Tom &amp; &lt;Jerry&gt;" in (outbox / "digest.html").read_text(encoding="utf-8")
    assert "Tom & <Jerry>" in (outbox / "digest.txt").read_text(encoding="utf-8")


def test_the_same_day_gives_the_same_bytes(folder: Path, post: MakePost) -> None:
    post("night", {})
    made = []
    for name in ("one", "other"):
        run(folder, "--date", TODAY, "-o", str(folder.parent / name))
        made.append([(folder.parent / name / file).read_bytes() for file in FILES])

    assert made[0] == made[1]


def test_where_there_is_nothing_to_tell_the_last_digest_is_taken_away(
    folder: Path, post: MakePost
) -> None:
    post("night", {})
    outbox = folder.parent / "outbox"
    run(folder, "--date", TODAY, "-o", str(outbox))
    (outbox / "mine.txt").write_text("kept")

    result = run(folder, "--date", "2026-12-23", "-o", str(outbox))

    assert result.exit_code == 0
    assert result.stderr == "Nothing to share is new or ends soon: no digest for 2026-12-23.\n"
    assert [each.name for each in outbox.iterdir()] == ["mine.txt"]


def test_a_digest_that_cannot_be_taken_away_is_told(folder: Path, post: MakePost) -> None:
    outbox = folder.parent / "outbox"
    (outbox / "digest.eml").mkdir(parents=True)

    result = run(folder, "--date", TODAY, "-o", str(outbox))

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{outbox / 'digest.eml'}: cannot be taken away: ")


def test_a_dash_is_the_standard_output(folder: Path, post: MakePost) -> None:
    post("night", {})

    assert run(folder, "--date", TODAY, "-o", "-").stdout == run(folder, "--date", TODAY).stdout


def test_what_the_guide_refuses_is_in_no_digest(folder: Path, post: MakePost) -> None:
    post("night", {}, body="We met in an old folks home.")

    result = run(folder, "--date", TODAY)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "Values.Respect" in result.stderr


def test_a_site_may_bring_its_own_template(folder: Path, post: MakePost) -> None:
    post("night", {})
    own = folder / "templates/mail/digest.html"
    own.parent.mkdir(parents=True)
    own.write_text("<h1>{{ view.heading }}</h1>\n")

    assert (
        run(folder, "--date", TODAY, "--format", "html").stdout == "<h1>1 new thing to share</h1>\n"
    )


def test_a_mistake_in_a_template_of_a_sites_own_is_told(folder: Path, post: MakePost) -> None:
    post("night", {})
    own = folder / "templates/mail/digest.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ view.headline }}")

    result = run(folder, "--date", TODAY, "--format", "html")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("templates/mail/digest.html: ")
    assert "headline" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--lang", "fe"], "--lang: `fe` is no language of this site. Name one of en, fr."),
        (["--topic", "raeding"],
         "--topic: `raeding` is no topic of this site. Did you mean `reading`?"),
        (["--format", "all"], "--format all: Five files need a folder. Add -o DIR."),
        (["--week", "--month"],
         "--week and --month: A digest is of one of them. Leave the other out."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_one_line(folder: Path, arguments: list[str], message: str) -> None:
    result = run(folder, *arguments)

    assert (result.exit_code, result.stderr.strip()) == (2, message)


def test_a_site_without_topics_has_no_digest_of_one(folder: Path) -> None:
    toml = folder / "advocacy.toml"
    toml.write_text(TOML.replace('[topics]\nreading = "Reading"\nrepair = "Repair"\n', ""), "utf-8")

    result = run(folder, "--topic", "repair")

    assert result.exit_code == 2
    assert "--topic: `repair` is no topic of this site. It has none." in result.stderr


def test_the_message_is_in_the_organisation_s_colours(folder: Path, post: MakePost) -> None:
    post("Night", {})
    with (folder / "advocacy.toml").open("a", encoding="utf-8") as settings:
        settings.write('[look]\naccent = "#7a2048"\naccent_dark = "#f0a8c4"\n')

    html = run(folder, "--format", "html", "--date", TODAY).output

    assert "border-top:5px solid #7a2048" in html
    assert ".accent { color: #f0a8c4 !important; }" in html
    assert "#0b5d4e" not in html
