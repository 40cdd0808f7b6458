"""`advocacy new`: a draft that can be read at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.init import init
from advocacy.cli.new import new
from advocacy.cli.options import open_site
from advocacy.errors import CommandError
from advocacy.library import read_library
from advocacy.placeholders import SUMMARY


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    CliRunner().invoke(init, [str(tmp_path / "blog"), "--today", "2026-01-02"])
    return tmp_path / "blog"


def run(blog: Path, *arguments: str) -> Result:
    options = ["--site", str(blog), "--today", "2026-11-23"]
    return CliRunner().invoke(new, [*arguments, *options], catch_exceptions=False)


def test_a_new_post_is_a_draft_that_is_read_without_a_problem(blog: Path) -> None:
    result = run(blog, "The night shift: a story")

    path = blog / "content/posts/2026-11-23-the-night-shift-a-story.md"
    assert result.output == f"{path}\n"
    library = read_library(open_site(blog))
    assert library.problems == ()
    post = next(post for post in library.posts if post.title == "The night shift: a story")
    assert (post.id, post.status, post.authors, post.summary) == (
        "tag:blog.example.org,2026-11-23:the-night-shift-a-story",
        "draft",
        ("robin-sample",),
        SUMMARY,
    )


def test_a_new_post_explains_what_can_be_filled_in(
    blog: Path, golden: Callable[[str, str], None]
) -> None:
    run(blog, "The night shift")

    text = (blog / "content/posts/2026-11-23-the-night-shift.md").read_text("utf-8")
    golden("starter/new-post.md", text)


def test_every_comment_of_a_new_post_is_a_field_that_can_be_filled_in(blog: Path) -> None:
    run(blog, "The night shift")
    file = blog / "content/posts/2026-11-23-the-night-shift.md"
    filled = {"purpose": "issues", "audience": "neighbours", "question": "Why?", "topics": "[]"}
    text = file.read_text("utf-8")

    for key, value in filled.items():
        lines = text.split("\n")
        text = "\n".join(f"{key}: {value}" if x.startswith(f"# {key}:") else x for x in lines)
    file.write_text(text.replace("# share:", "share:"), encoding="utf-8")

    library = read_library(open_site(blog))
    assert library.problems == ()
    assert library.posts[0].question == "Why?"


def test_a_new_post_says_what_its_author_is_asked_to_vouch_for(blog: Path) -> None:
    with (blog / "content/pages/values.md").open("a", encoding="utf-8") as guide:
        ask = "id: Values.Numbers\nask: The numbers\n  are right.\nreviewer: true"
        guide.write(f"\n## Two {{#two}}\n\n```yaml attest\n{ask}\n```\n")
    run(blog, "The night shift")
    file = blog / "content/posts/2026-11-23-the-night-shift.md"
    text = file.read_text("utf-8")
    wanted = ("# attest:", "#   Values.")
    lines = (line[2:] if line.startswith(wanted) else line for line in text.split("\n"))

    file.write_text("\n".join(lines), encoding="utf-8")

    assert "  # “The numbers are right.” Asked of every post.\n" in text
    assert "# reviewed_by: []" in text
    (post,) = (post for post in read_library(open_site(blog)).posts if "night" in post.slug)
    assert {"Values.Numbers", "Values.Relationship"} <= {*post.attest}


def test_a_broken_guide_does_not_keep_a_post_from_being_begun(blog: Path) -> None:
    (blog / "content/pages/values.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")

    assert run(blog, "The night shift").exit_code == 0
    text = (blog / "content/posts/2026-11-23-the-night-shift.md").read_text("utf-8")
    assert "attest" not in text


def test_a_new_colleague_is_read_without_a_problem(blog: Path) -> None:
    result = run(blog, "--staff", "Zoë Łukasik")

    assert result.output == f"{blog / 'content/staff/zoe-lukasik.md'}\n"
    library = read_library(open_site(blog))
    assert library.problems == ()
    assert library.staff["zoe-lukasik"].name == "Zoë Łukasik"


def test_nothing_is_overwritten(blog: Path) -> None:
    run(blog, "--staff", "Ana")
    before = (blog / "content/staff/ana.md").read_bytes()

    with pytest.raises(CommandError, match="The file is there already"):
        run(blog, "--staff", "Ana")

    assert (blog / "content/staff/ana.md").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "needs a title, or --staff"),
        (["A", "--staff", "B"], "needs a title, or --staff"),
        (["!!!"], "`!!!` has no letter or digit"),
        (["Staff"], "`staff` is the site's own address /staff/"),
        (["Begin with a Tuesday"], "is the slug of content/posts/2026-01-02-begin"),
        (
            ["A", "--author", "robin-sampl"],
            "`robin-sampl` is no colleague here. Did you mean `robin-sample`",
        ),
        (["A", "--lang", "de"], "`de` is no language of the site. Use one of `en`"),
    ],
)
def test_what_cannot_be_is_said_with_its_cure(
    arguments: list[str], message: str, blog: Path
) -> None:
    with pytest.raises(CommandError, match=message):
        run(blog, *arguments)


def test_among_several_colleagues_the_author_is_named(blog: Path) -> None:
    run(blog, "--staff", "Ana")

    with pytest.raises(CommandError, match="Name one with --author: `ana`, `robin-sample`"):
        run(blog, "A")

    run(blog, "A", "--author", "ana")
    assert read_library(open_site(blog)).posts[0].authors == ("ana",)
