"""`advocacy approve` writes who has read a post, and changes nothing else."""

import shutil
from collections.abc import Callable

import pytest

from advocacy.errors import ContentError
from advocacy.front_matter import Document, read_document
from advocacy.review.approving import add_reviewer, only_adds_reviewers
from advocacy.reviewed_by import make_version
from advocacy.source import Source
from tests.review.who.conftest import BEN, Repository, staff_file

Start = Callable[..., Repository]
POST = "content/posts/old.md"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("",                                    "\nreviewed_by: [BEN]"),
        ("title: X",                            "title: X\nreviewed_by: [BEN]"),
        ("title: X\nfor:\n  a: [b]",            "title: X\nfor:\n  a: [b]\nreviewed_by: [BEN]"),
        ("  title: X",                          "  title: X\n  reviewed_by: [BEN]"),
        ("reviewed_by: [eva]\ntitle: X",        "reviewed_by: [eva, BEN]\ntitle: X"),
        ("reviewed_by: [ eva , ]  # ok\nid: X", "reviewed_by: [ eva, BEN , ]  # ok\nid: X"),
        ("reviewed_by: []",                     "reviewed_by: [BEN]"),
        ("reviewed_by: eva # soon",             "reviewed_by: [eva, BEN] # soon"),
        ("reviewed_by: 'eva'",                  "reviewed_by: ['eva', BEN]"),
        ("reviewed_by:\n- eva\ntitle: X",       "reviewed_by:\n- eva\n- BEN\ntitle: X"),
        ("reviewed_by:\n  - eva # x\nid: X",    "reviewed_by:\n  - eva # x\n  - BEN\nid: X"),
        ("reviewed_by: [\n  eva\n]",            "reviewed_by: [\n  eva, BEN\n]"),
        ("reviewed_by:\ntitle: X",              "reviewed_by: [BEN]\ntitle: X"),
        ("reviewed_by: \ntitle: X",             "reviewed_by: [BEN] \ntitle: X"),
        ("title: X\nreviewed_by:",              "title: X\nreviewed_by: [BEN]"),
        ("reviewed_by: ~  # x",                 "reviewed_by: [BEN]  # x"),
        ("reviewed_by: [ben]",                  "reviewed_by: [BEN]"),
        ("reviewed_by: ben  # x",               "reviewed_by: BEN  # x"),
        ("reviewed_by: 'ben v0000000'",         "reviewed_by: BEN"),
        ("reviewed_by: [ben v0000000, eva]",    "reviewed_by: [BEN, eva]"),
        ("reviewed_by:\n- eva\n- ben\n- ben",   "reviewed_by:\n- eva\n- BEN\n- ben"),
        ("reviewed_by: [eva v0000000]",         "reviewed_by: [eva v0000000, BEN]"),
        ("reviewed_by: [ben v00000000, eva]",   "reviewed_by: [BEN, eva]"),
        ("reviewed_by: [ben-b v0000000]",       "reviewed_by: [ben-b v0000000, BEN]"),
        ("reviewed_by: [{eva: zoe}, 7]",        "reviewed_by: [{eva: zoe}, 7, BEN]"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("body", ["", "\n---\n\nreviewed_by: [zoe]\n", "\nNo end"])
def test_only_the_line_changes(before: str, after: str, newline: str, body: str) -> None:
    def whole(front: str) -> bytes:
        text = f"---\n{front}\n--- \n{body}".replace("\n", newline)
        return b"\xef\xbb\xbf" + text.encode()

    document = read_document(Source(POST, f"---\n{before}\n---\n{body}"))
    assert isinstance(document, Document)

    edited = add_reviewer(whole(before), POST, "ben")

    assert edited == whole(after.replace("BEN", f"ben {make_version(document)}"))
    assert add_reviewer(edited, POST, "ben") == edited


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("---\n{title: X}\n---\n", f"{POST}: `reviewed_by` cannot be changed here. Write `rev"),
        ("---\nreviewed_by: >\n  eva\n---\n", "Write `reviewed_by: [eva, ben v"),
        ("---\ntitle: X", "The front matter has no end."),
        ("---\ntitle\n---\n", "old.md:2:1: `title` is not a list of `key: value`."),
        ("---\ntitle: X\0\n---\n", "NUL"),
        ("---\n- title\n---\n", f"{POST}:2:1: "),
        ("---\nreviewed_by: [eva\n---\n", "This is no YAML"),
    ],
)  # fmt: skip
def test_what_cannot_be_changed_safely_is_left_to_people(raw: str, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        add_reviewer(raw.encode(), POST, "ben")

    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("before", "after", "adds"),
    [
        ("title: X",               "title: X",                          True),
        ("title: X",               "title: X\nreviewed_by: [ben]",      True),
        ("title: X",               "title: X\nreviewed_by: [ben, eva]", True),
        ("title: X",               "title: X\nreviewed_by: ben",        False),
        ("title: X",               "title: Y\nreviewed_by: [ben]",      False),
        ("title: X",               "title: X # Y\nreviewed_by: [ben]",  False),
        ("title: X",               "title: [",                          False),
        ("title: [",               "title: X",                          False),
        ("title: X",               "- title: X",                        False),
        ("- title: X",             "- title: X",                        False),
        ("reviewed_by: [ben]",     "reviewed_by: [ben v0000000]",       True),
        ("reviewed_by: 'eva'",     "reviewed_by: ['eva', ben]",         True),
        ("reviewed_by: [ben, zoe]", "reviewed_by: [zoe]",                False),
        ("reviewed_by: [ben, zoe]", "reviewed_by: [zoe, ben]",           False),
    ],
)  # fmt: skip
def test_what_else_than_more_names_a_change_brings_is_seen(
    before: str, after: str, adds: bool
) -> None:
    texts = [f"---\n{front}\n---\n\nIt rained.\n".encode() for front in (before, after)]

    assert only_adds_reviewers(*texts, POST) is adds
    assert not only_adds_reviewers(texts[0], texts[1] + b"It snowed.\n", POST)


@pytest.mark.parametrize(
    "words",
    [
        ["the-old", "--by", "ben"],
        [POST, "--by", "ben"],
        ["the-old", "--by", "ben-gh", "--forge", "github"],
        ["the-old", "--by", "@BEN-GH", "--forge", "github"],
    ],
)
def test_a_reviewer_is_named_once(words: list[str], start: Start) -> None:
    repository = start()

    first, second = repository.run("approve", *words), repository.run("approve", *words)

    assert first.output == f"{POST}: `reviewed_by` names ben\n"
    assert second.output == f"{POST}: `reviewed_by` names ben already\n"
    assert repository.git("diff", "--numstat") == f"1\t0\t{POST}\n"
    assert repository.library().posts[0].reviewed_by == ("ben",)


def test_whoever_has_read_it_again_is_noted_again(start: Start) -> None:
    repository = start()
    repository.run("approve", "the-old", "--by", "ben")
    noted = repository.library().posts[0]
    repository.site.post(
        "old", body="It snowed.", fields={"reviewed_by": f"[{noted.reviewers[0].entry}]"}
    )
    changed = repository.library().posts[0]

    done = repository.run("approve", "the-old", "--by", "ben")

    assert noted.reviewed_by == ("ben",)
    assert (changed.reviewed_by, changed.outdated_reviewers) == ((), noted.reviewers)
    assert done.output == f"{POST}: `reviewed_by` names ben\n"
    assert repository.library().posts[0].reviewed_by == ("ben",)


def test_a_commit_holds_the_approval_alone(start: Start) -> None:
    repository = start()
    repository.git("config", "user.name", "Bot")
    repository.git("config", "user.email", "bot@example.org")
    repository.site.post("new")
    repository.git("add", "--all")

    done = repository.run("approve", "the-old", "--by", "ben", "--commit")
    again = repository.run("approve", "the-old", "--by", "ben", "--commit")

    assert (done.exit_code, again.exit_code) == (0, 0), done.output
    assert repository.git("log", "-1", "--format=%s", "--name-only").split("\n") == [
        "Note that ben reviewed the-old",
        "",
        POST,
        "",
    ]
    assert repository.git("status", "--porcelain") == "A  content/posts/new.md\n"


def test_a_name_with_signs_in_it_is_of_one_post(start: Start) -> None:
    repository = start()
    repository.git("config", "user.name", "Bot")
    repository.git("config", "user.email", "bot@example.org")
    repository.site.post("[o]ld", fields={"id": "tag:odd", "title": "Odd"})
    repository.commit()
    repository.site.post("old", body="It snowed.")

    done = repository.run("approve", "content/posts/[o]ld.md", "--by", "ben", "--commit")

    assert done.exit_code == 0, done.output
    assert repository.git("show", "--name-only", "--format=").split() == ["content/posts/[o]ld.md"]
    assert repository.git("status", "--porcelain") == f" M {POST}\n"


def test_nothing_is_noted_where_nothing_can_be_committed(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = start()
    root = repository.site.root
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    shutil.rmtree(root / ".git")
    before = (root / POST).read_bytes()

    alone = repository.run("approve", "the-old", "--by", "ben", "--commit")
    repository.git("init", "--quiet")
    fresh = repository.run("approve", "the-old", "--by", "ben", "--commit")

    assert "is in no repository of git. Keep the site in one, `git init`, or leave" in alone.output
    assert f"--commit: {POST} has changes that are not committed." in fresh.output
    assert (root / POST).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["the-old", "--by", "xxxxxxxxxx"], 2, "here. Name a file in content/staff, without `.md`"),
        (["the-old", "--by", "@Zoe", "--forge", "github"], 2, "`forge: {github: Zoe}` to a file"),
        (["the-old", "--by", "bem"], 2, "`bem` is no colleague here. Did you mean `ben`?"),
        (["the-old", "--by", "ana"], 2, "--by: `ana` wrote content/posts/old.md. Let a colleague"),
        (["the-old", "--by", "gone"], 2, "--by: `gone` has left, as content/staff says."),
        (["the-old", "--by", "zoe", "--forge", "github"], 2, "--by: Nobody is `zoe` on github."),
        (["the-old", "--by", "ben-gh", "--forge", "gitlab"], 2, "Nobody is `ben-gh` on gitlab."),
        (["the-old", "--by", "ben-gh", "--forge", "gitea"], 2, "Nobody is `ben-gh` on gitea."),
        (["the-odd", "--by", "ben"], 2, "`the-odd` is no post here. Did you mean"),
        (["content/posts/x.md", "--by", "ben"], 2, "content/posts/x.md: This is no post"),
        (["content/posts/broken.md", "--by", "ben"], 2, "`advocacy check content/posts/broken.md`"),
        (["../x.md", "--by", "ben"], 2, "This is not in the site's content folder."),
        (["broken", "--by", "ben"], 1, "content/posts/broken.md:"),
        (["the-changed", "--by", "ben", "--commit"], 2, "has changes that are not committed."),
        (["the-new", "--by", "ben", "--commit"], 2, "--commit: content/posts/new.md has changes"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_and_nothing_is_written(
    words: list[str], status: int, told: str, start: Start
) -> None:
    repository = start()
    repository.site.post("changed")
    repository.site.write("content/posts/broken.md", "---\ntitle: Broken\n---\n")
    repository.site.write("content/staff/gone.md", staff_file("gone", more="left: 2026-01-31"))
    repository.commit(BEN)
    repository.site.post("changed", body="It snowed.")
    repository.site.post("new")
    before = repository.git("status", "--porcelain")

    result = repository.run("approve", *words)

    assert result.exit_code == status
    assert told in result.output
    assert repository.git("status", "--porcelain") == before
