"""What an import promises, one small source a promise."""

import json
from datetime import date
from pathlib import Path

import pytest

from advocacy.imports.jekyll import import_jekyll
from advocacy.library import Library, read_library
from advocacy.site import read_site
from tests.imports.mini import PNG

CONFIG = "title: Old\nurl: https://old.example\npermalink: /:year/:month/:title/\n"


def post(body: str = "Text.", **fields: str) -> str:
    given = {"title": "A", "author": "ana", **fields}
    lines = "".join(f"{key}: {value}\n" for key, value in given.items())
    return f"---\n{lines}---\n{body}\n"


@pytest.fixture
def read(tmp_path: Path, write):
    """Import a source, given as text by path, and read the site that it became."""

    def read_import(**files: str | bytes) -> Library:
        for path, text in {"_config.yml": CONFIG, **files}.items():
            write(f"old/{path}", text)
        import_jekyll(tmp_path / "old", tmp_path / "new", date(2026, 11, 23))
        library = read_library(read_site(tmp_path / "new"))
        assert library.problems == ()
        return library

    return read_import


@pytest.mark.parametrize(
    ("fields", "key", "value"),
    [
        ({"id": "urn:uuid:1-2-3"}, "id", "urn:uuid:1-2-3"),
        ({"id": "'no id'"}, "id", "tag:old.example,2015-06-03:lift"),
        ({}, "aliases", ("/2015/06/lift/",)),
        ({"permalink": "/2015/lift/"}, "aliases", ("/2015/06/lift/",)),
        ({"permalink": "/old/lift.html"}, "aliases", ("/old/lift.html", "/2015/06/lift/")),
        ({"permalink": "'/übung/'"}, "aliases", ("/2015/06/lift/",)),
        ({"permalink": "/old/.inf"}, "aliases", ("/2015/06/lift/",)),
        ({"permalink": "/old/nul/"}, "aliases", ("/2015/06/lift/",)),
        ({"permalink": "'false'"}, "aliases", ("/2015/06/lift/",)),
        ({"lang": "en"}, "lang", "en"),
        ({"locale": "es_PR"}, "lang", "es-PR"),
        ({"image": "lift.png"}, "image", ""),
        ({"image": "lift.png", "image_alt": "A lift"}, "image_alt", "A lift"),
        ({"image": "gone.png", "image_alt": "A lift"}, "image", ""),
        ({"image": "{path: lift.png, alt: A lift}"}, "image_alt", "A lift"),
        (
            {"image": "lift.png", "image_alt": "A lift", "caption": "It *stood*."},
            "image_caption",
            "It stood.",
        ),
        ({"image": "lift.png", "caption": "It stood."}, "image_caption", ""),
        ({"slug": "Other Name"}, "slug", "other-name"),
        ({"description": "Short."}, "summary", "Short."),
        ({"tags": "[Open Source, open source]"}, "topics", ("open-source",)),
        ({"image_credit": "<b>Bo</b>", "image": "lift.png"}, "image_credit", "Bo"),
    ],
)
def test_each_field_arrives(fields: dict[str, str], key: str, value: object, read) -> None:
    files = {"_posts/2015-06-03-lift.md": post(**fields), "lift.png": PNG}

    (imported,) = read(**files).posts

    assert getattr(imported, key) == value


def test_the_alt_text_in_the_body_is_the_picture_s_own(read) -> None:
    body = "![The lift, stuck](/lift.png)"
    files = {"_posts/2015-06-03-lift.md": post(body, image="lift.png"), "lift.png": PNG}

    assert read(**files).posts[0].image_alt == "The lift, stuck"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2015-06-03-staff.md", "staff-2"),
        ("2015-06-03-2014.md", "2014-2"),
        ("2015-06-03-Über_uns!.md", "uber-uns"),
        (f"2015-06-03-{'long-' * 30}end.md", ("long-" * 16).rstrip("-")),
        ("2015-06-03-日本.md", "riben"),
    ],
)
def test_a_slug_is_one_that_the_site_can_have(name: str, slug: str, read) -> None:
    assert read(**{f"_posts/{name}": post()}).posts[0].slug == slug


def test_an_old_address_belongs_to_one_post_alone(read) -> None:
    files = {
        "_posts/2015-06-03-lift.md": post(),
        "_posts/2015-06-04-lift.md": post(),
        "_posts/2016-01-01-move.md": post(redirect_from="[/2015/lift/, /2015/06/lift/, /a/]"),
    }

    aliases = {each.slug: each.aliases for each in read(**files).posts}

    assert aliases == {
        "lift": ("/2015/06/lift/",),
        "lift-2": (),
        "move": ("/a/", "/2016/01/move/"),
    }


def test_a_link_to_a_draft_leads_to_the_old_site(read) -> None:
    files = {
        "_posts/2015-06-03-lift.md": post("[a](/2015/07/stairs/)"),
        "_posts/2015-07-03-stairs.md": post(published="false"),
    }

    bodies = [each.body for each in read(**files).posts if each.slug == "lift"]

    assert bodies == ["\n[a](https://old.example/2015/07/stairs/)\n"]


def test_style_attributes_do_not_arrive(read) -> None:
    (imported,) = read(**{"_posts/2015-06-03-a.md": post('<p style="x">a</p>')}).posts

    assert imported.body == "\n<p>a</p>\n"


def test_a_byline_is_spelled_as_another_post_spells_it(read, tmp_path: Path) -> None:
    files = {
        "_posts/2015-06-03-a.md": post(author="bo-mclee"),
        "_posts/2015-06-04-b.md": post(
            "Bo McLee left.", excerpt="'{{ \"bo-mclee\" | team_link }}'"
        ),
        "_posts/2015-06-05-c.md": post(
            'By {{ "bo-mclee" | team_link }} and {{ "cy" | team_link }}'
        ),
    }

    library = read(**files)

    assert {each.id: each.name for each in library.staff.values()} == {
        "ana": "Ana",
        "bo-mclee": "Bo McLee",
    }
    assert [each.summary for each in library.posts if each.slug == "b"] == ["Bo McLee"]
    assert [each.body for each in library.posts if each.slug == "c"] == [
        "\nBy [Bo McLee](../staff/bo-mclee.md) and Cy\n"
    ]
    made = json.loads((tmp_path / "new/import-report/report.json").read_text("utf-8"))["made_names"]
    assert made == {"ana": "Ana"}


def test_lists_arrive_as_they_were_nested(read, tmp_path: Path) -> None:
    (imported,) = read(**{"_posts/2015-06-03-a.md": post("Three:\n- a\n  - b\n- c")}).posts

    assert imported.body == "\nThree:\n\n- a\n    - b\n- c\n"
    report = (tmp_path / "new/import-report/report.md").read_text("utf-8")
    assert "- `lists and other blocks` → `four spaces a level`" in report


def test_a_readme_among_posts_is_no_post(read, tmp_path: Path) -> None:
    read(**{"posts/README.md": "Notes.", "posts/2015-06-03-a.md": post()})

    assert not (tmp_path / "new" / "import-report" / "unread").exists()


def test_two_posts_with_one_id_get_one_each(read) -> None:
    files = {f"_posts/2015-06-0{day}-a.md": post(id="urn:uuid:1") for day in (3, 4)}

    assert {each.id for each in read(**files).posts} == {
        "urn:uuid:1",
        "tag:old.example,2015-06-04:a-2",
    }


@pytest.mark.parametrize(
    ("written", "languages"),
    [("en_US", ("en-US",)), ("pt-br", ("pt-BR",)), ("english, mostly", ("en",)), ("''", ("en",))],
)
def test_the_site_s_language_is_the_source_s_where_it_is_one(
    written: str, languages: tuple[str, ...], read
) -> None:
    files = {"_config.yml": f"{CONFIG}lang: {written}\n", "_posts/2015-06-03-a.md": post()}

    assert read(**files).site.languages == languages


def test_a_post_that_could_not_be_read_here_is_kept_unread(read, tmp_path: Path) -> None:
    files = {
        "_posts/2015-06-03-a.md": post(tags=f"[{', '.join(f't{n}' for n in range(2500))}]"),
        "_posts/2015-06-04-b.md": post("[a](/2015/06/a/)"),
        "_posts/undated.md": post(),
    }

    library = read(**files)

    assert [each.body for each in library.posts] == ["\n[a](https://old.example/2015/06/a/)\n"]
    assert library.site.topics == {}
    unread = tmp_path / "new" / "import-report" / "unread" / "_posts"
    assert sorted(file.name for file in unread.iterdir()) == ["2015-06-03-a.md", "undated.md"]
