"""`advocacy guide coverage`: what upholds a principle, and by how many posts it is met."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.guide import guide
from tests.conftest import POST, STAFF
from tests.editorial.conftest import HERE
from tests.editorial.test_commands import SETTINGS

Run = Callable[..., Result]
BODIES = {
    "good": "Somebody has to wind the clock.",
    "one": "The chairman spoke to the chairmen. It is world-class. Going forward, too.",
    "two": "The chairman spoke.\n\n![Photo of a clock](https://example.org/a.png)",
    "let-pass": "<!-- allow Values.Respect: a play -->\n\nThe chairman spoke.",
}


@pytest.fixture
def run(tmp_path: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `advocacy guide coverage` in a site of four posts, a draft and a page."""
    write("advocacy.toml", SETTINGS)
    write("content/pages/values.md", (HERE / "guide.md").read_text(encoding="utf-8"))
    write("content/pages/about.md", "---\ntitle: About\n---\nThe chairman spoke.\n")
    write("content/staff/ana.md", STAFF)
    for name, body in BODIES.items():
        post = POST.replace("night-shift", name).replace("The night shift", f"About {name}")
        write(f"content/posts/{name}.md", post.replace("Somebody has to wind the clock.", body))
    draft = POST.replace("purpose:", "status: draft\npurpose:")
    write("content/posts/draft.md", draft.replace("Somebody", "The chairman"))
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(guide, ["coverage", *words])


def test_a_table_shows_what_upholds_each_principle(run: Run) -> None:
    result = run()

    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[:3] == [
        "Respect people (#respect): met by 2 of 4 posts, 50 %",
        "  Values.Respect             rule           error      found in 2 posts",
        "  Values.Wording             rule           warning    found in 1 post",
    ]
    assert "  Values.Consent             attestation    error      found in none" in lines
    assert "Be kind (#kind): enforced: no; people look after it" in lines
    assert "Leave nobody out (#everyone): met by 3 of 4 posts, 75 %" in lines
    assert "  Alt.ImageOf                built-in check suggestion found in 1 post" in lines
    assert lines[-1].startswith("4 posts, 5 principles, 4 of them enforced; guide version ")


def test_one_principle_is_told_of_as_one(run: Run, write: Callable[..., Path]) -> None:
    write("content/pages/values.md", "---\ntitle: Values\n---\n\n## One {#one}\n\nenforced: no\n")

    assert "4 posts, 1 principle, 0 of them enforced" in run().output


def test_json_has_the_same_figures(run: Run) -> None:
    value = json.loads(run("--format", "json").output)

    assert value["posts"] == 4
    assert value["version"] in run().output
    respect = value["principles"][0]
    assert {key: respect[key] for key in ("id", "title", "enforced", "met")} == {
        "id": "respect",
        "title": "Respect people",
        "enforced": True,
        "met": 2,
    }
    assert respect["by"][0] == {
        "id": "Values.Respect",
        "kind": "rule",
        "level": "error",
        "posts": 2,
    }
    assert "Alt.Missing" in [each["id"] for each in value["untied"]]
    assert "Alt.ImageOf" not in [each["id"] for each in value["untied"]]


def test_what_nobody_vouches_for_counts(run: Run, write: Callable[..., Path]) -> None:
    post = POST.replace("night-shift", "party").replace("[reading]", "[events]")
    write("content/posts/party.md", post.replace("The night shift", "The party"))

    trust = json.loads(run("--format", "json").output)["principles"][2]

    assert (trust["id"], trust["met"], trust["by"][0]["posts"]) == ("trust", 4, 1)


def test_a_site_without_posts_has_no_share(run: Run, tmp_path: Path) -> None:
    for file in (tmp_path / "content/posts").iterdir():
        file.unlink()

    assert "Respect people (#respect): no posts yet\n" in run().output
