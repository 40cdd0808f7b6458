"""What is still to be translated: by the fields of posts, by git, as text and as JSON."""

import json
import subprocess
from datetime import UTC, datetime

import pytest

from tests.site.conftest import SmallSite, start_small_site

ID = "tag:stories.lindenmark.example,2026:one"


@pytest.fixture
def two(tmp_path) -> SmallSite:
    """A site in English and French with one post, to which a test adds."""
    site = start_small_site(tmp_path / "site")
    settings = (site.root / "advocacy.toml").read_text(encoding="utf-8")
    settings = settings.replace("\n[disclosure]", 'languages = ["en", "fr"]\n\n[disclosure]')
    settings = settings.replace('Libraries."\n\n[topics', 'Libraries."\nfr = "Ici."\n\n[topics')
    site.write("advocacy.toml", settings)
    for piece in ("posts/night-shift", "pages/values"):
        (site.root / f"content/{piece}.md").unlink()
    return site


def ask(site: SmallSite, *arguments: str):
    return site.run("advocacy translations", *arguments)


@pytest.mark.parametrize(
    ("original", "translation", "state"),
    [
        ({},                                {},                           "current"),
        ({"modified": "2026-03-09"},        {},                           "older"),
        ({"modified": "2026-03-09"},        {"modified": "2026-03-09"},   "current"),
        ({"modified": "2026-03-09"},        {"modified": "2026-03-08"},   "older"),
        ({"modified": "2026-03-09"},        {"date": "2026-04-01"},       "current"),
        ({},                                {"status": "draft"},          "draft"),
        ({"modified": "2026-03-09"},        {"status": "draft"},          "draft"),
        ({},                                {"visibility": "internal"},   "draft"),
        ({"date": "2099-01-01"},            {},                           "current"),
        ({},                                None,                         "missing"),
    ],
)  # fmt: skip
def test_a_translation_stands_by_what_its_fields_say(two, original, translation, state):
    two.post("one", fields=original)
    if translation is not None:
        own = {"slug": "un", "lang": "fr", "translation_of": ID}
        two.post("un", fields={**own, **translation})

    done = ask(two, "--format", "json")
    told = json.loads(done.said)

    assert done.status == 0
    assert told["posts"][0]["translations"]["fr"]["state"] == state
    assert told["languages"]["fr"][state] == 1
    assert sum(told["languages"]["fr"].values()) == 1
    assert sum(told["languages"]["en"].values()) == 0


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"visibility": "internal"}])
def test_what_is_not_for_readers_need_not_be_translated(two, fields):
    two.post("one", fields=fields)

    assert ask(two, "--lang", "fr").said == "français (fr): nothing to translate\n"


def test_what_is_out_of_date_comes_before_what_is_missing(two):
    two.post("zero")
    two.post("one", fields={"modified": "2026-03-09"})
    two.post("un", fields={"slug": "un", "lang": "fr", "translation_of": ID})

    assert ask(two).said.splitlines() == [
        "English (en): nothing to translate",
        "français (fr): 1 older, 1 missing",
        "  older    content/posts/un.md: content/posts/one.md changed on 2026-03-09 (by modified)",
        "  missing  content/posts/zero.md: The zero",
    ]


def page(site: SmallSite, name: str, front: str, text: str = "Us.") -> None:
    site.write(f"content/pages/{name}.md", f"---\n{front}\n---\n\n{text}\n")


def test_pages_are_told_after_posts(two):
    two.post("zero")
    page(two, "about", "title: About us")
    page(two, "talk", "title: How we talk")
    page(two, "fr/a-propos", "title: À propos\nlang: fr\ntranslation_of: about")
    page(two, "fr/atelier", "title: L’atelier\nlang: fr")

    assert ask(two).said.splitlines() == [
        "English (en): 1 missing",
        "  missing  content/pages/fr/atelier.md: L’atelier",
        "français (fr): 1 current, 2 missing",
        "  missing  content/posts/zero.md: The zero",
        "  missing  content/pages/talk.md: How we talk",
    ]
    pages = json.loads(ask(two, "--lang", "fr", "--format", "json").said)["pages"]
    french = {"state": "current", "path": "content/pages/fr/a-propos.md"}
    assert [row["translations"] for row in pages] == [
        {"fr": french},
        {},
        {"fr": {"state": "missing"}},
    ]


def commit(site: SmallSite, day: int) -> None:
    """Commit all that there is, on a day of April."""
    moment = datetime(2026, 4, day, tzinfo=UTC).isoformat()
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    git = ["git", "-C", str(site.root), *who]
    subprocess.run([*git, "add", "content"], check=True)
    subprocess.run([*git, "commit", "-qm", "Write"], check=True, env={"GIT_COMMITTER_DATE": moment})


def test_git_tells_which_page_is_older(two):
    subprocess.run(["git", "-C", str(two.root), "init", "-q"], check=True)
    page(two, "about", "title: About us")
    page(two, "fr/about", "title: À propos\nlang: fr\ntranslation_of: about")
    commit(two, 1)
    assert "1 current" in ask(two, "--lang", "fr").said

    page(two, "about", "title: About us", "We moved.")
    commit(two, 2)
    assert "content/pages/about.md changed on 2026-04-02 (by git)" in ask(two).said


def test_git_tells_what_no_author_did(two):
    subprocess.run(["git", "-C", str(two.root), "init", "-q"], check=True)
    two.post("one")
    two.post("un", fields={"slug": "un", "lang": "fr", "translation_of": ID})
    commit(two, 1)
    assert "1 current" in ask(two).said

    two.post("one", body="It snowed.")
    commit(two, 2)
    assert "changed on 2026-04-02 (by git)" in ask(two).said

    seen = {"slug": "un", "lang": "fr", "translation_of": ID, "modified": "2026-04-03"}
    two.post("un", fields=seen)
    assert "1 current" in ask(two).said


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--lang", "FR"], 2, "--lang: `FR` is no language"),
        (["--lang", "zh"], 2, "no language of the site. `languages` has `en`, `fr`."),
    ],
)
def test_a_language_that_the_site_has_not_is_refused(two, arguments, status, told):
    done = ask(two, *arguments)

    assert done.status == status
    assert told in done.said


def test_a_post_that_cannot_be_read_is_told(two):
    two.post("one", fields={"lang": "de"})

    done = ask(two)

    assert done.status == 1
    assert "content/posts/one.md" in done.said
    assert "Traceback" not in done.said
