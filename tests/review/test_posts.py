"""What becomes of the posts of a pull request, read from real repositories."""

import json
from typing import Any

import pytest

from tests.review.conftest import PullRequest
from tests.site.conftest import GUIDE

UNREADABLE = ("no front matter", "---\ntitle: [\n---\n\nx", "\x00", "---\n---\n")
KEY = "ghp_" + "A1b2C3d4E5f6G7h8I9j0" * 2


def posts_of(request: PullRequest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(request.review("--format", "json").output)["posts"]
    return found


def only_post_of(request: PullRequest) -> dict[str, Any]:
    (post,) = posts_of(request)
    return post


@pytest.mark.parametrize(
    ("fields", "state", "day"),
    [
        ({}, "public", None),
        ({"status": "draft"}, "draft", None),
        ({"status": "draft", "date": "2026-05-01"}, "draft", None),
        ({"status": "hidden"}, "hidden", None),
        ({"status": "hidden", "expires": "2026-04-01"}, "expired", None),
        ({"status": "draft", "visibility": "internal"}, "internal", None),
        ({"visibility": "internal"}, "internal", None),
        ({"date": "2026-05-01"}, "due", "2026-05-01"),
        ({"date": "2026-04-10"}, "public", None),
        ({"embargo": "2026-04-12"}, "embargoed", "2026-04-12"),
        ({"date": "2026-05-01", "embargo": "2026-04-12"}, "due", "2026-05-01"),
        ({"expires": "2026-04-01"}, "expired", None),
    ],
)
def test_what_a_post_is_on_the_day_is_told(
    pull_request: PullRequest, fields: dict[str, str], state: str, day: str | None
) -> None:
    pull_request.site.post("clock", fields=fields)

    post = only_post_of(pull_request)

    assert (post["change"], post["state"], post["day"]) == ("new", state, day)


@pytest.mark.parametrize("state", [{"status": "hidden"}, {"visibility": "internal"}])
def test_what_no_list_names_has_no_texts_to_share(
    pull_request: PullRequest, state: dict[str, str]
) -> None:
    pull_request.site.post("clock", fields=state)

    assert only_post_of(pull_request)["networks"] == []


@pytest.fixture
def with_clock(pull_request: PullRequest) -> PullRequest:
    """A branch of a site that has a post at /2026/clock/."""
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.post("clock", fields={"slug": "clock"})
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    return pull_request


@pytest.mark.parametrize(
    ("fields", "change", "was", "is_led_on"),
    [
        ({"slug": "clock", "title": "Another clock"}, "changed", "", True),
        ({"slug": "clock", "date": "2026-03-02"}, "changed", "", True),
        ({"slug": "tower"}, "moved", "2026/clock/", False),
        ({"slug": "tower", "aliases": "[/2026/clock/]"}, "moved", "2026/clock/", True),
        ({"slug": "tower", "aliases": "[/2026/clock]"}, "moved", "2026/clock/", True),
        ({"slug": "tower", "aliases": "[/2025/clock/]"}, "moved", "2026/clock/", False),
        ({"slug": "clock", "date": "2025-03-01"}, "moved", "2026/clock/", False),
        ({"slug": "clock", "id": "tag:lindenmark.example,2026:new"}, "changed", "", True),
        ({"slug": "new", "id": "tag:lindenmark.example,2026:new"}, "moved", "2026/clock/", False),
        ({"slug": "tower", "status": "draft"}, "moved", "2026/clock/", False),
    ],
)
def test_what_becomes_of_a_post_is_told(
    with_clock: PullRequest, fields: dict[str, str], change: str, was: str, is_led_on: bool
) -> None:
    with_clock.site.post("clock", fields=fields)

    post = only_post_of(with_clock)

    assert (post["change"], post["was"], post["is_led_on"]) == (change, was, is_led_on)


def test_a_post_whose_file_alone_moves_is_no_other(with_clock: PullRequest) -> None:
    posts = with_clock.site.root / "content/posts"
    (posts / "clock.md").rename(posts / "2026-clock.md")

    post = only_post_of(with_clock)

    assert (post["path"], post["change"]) == ("content/posts/2026-clock.md", "changed")


def test_a_post_of_another_id_and_file_is_known_where_git_knows_the_file(
    with_clock: PullRequest,
) -> None:
    site = with_clock.site
    with_clock.git("mv", "content/posts/clock.md", "content/posts/tower.md")
    text = (site.root / "content/posts/tower.md").read_text(encoding="utf-8")
    text = text.replace("2026:clock", "2026:tower").replace("slug: clock", "slug: tower")
    site.write("content/posts/tower.md", text)

    post = only_post_of(with_clock)

    assert (post["change"], post["was"]) == ("moved", "2026/clock/")


def test_a_post_in_the_file_of_one_that_moved_is_another(with_clock: PullRequest) -> None:
    with_clock.git("mv", "content/posts/clock.md", "content/posts/tower.md")
    with_clock.site.post("clock", fields={"id": "tag:lindenmark.example,2026:new", "slug": "new"})

    told = {each["path"]: (each["address"], each["was"]) for each in posts_of(with_clock)}

    assert told == {
        "content/posts/clock.md": ("2026/new/", ""),
        "content/posts/tower.md": ("2026/clock/", ""),
    }


def test_a_post_whose_file_leaves_the_folder_of_posts_is_gone(with_clock: PullRequest) -> None:
    (with_clock.site.root / "archive").mkdir()
    with_clock.git("mv", "content/posts/clock.md", "archive/clock.md")

    post = only_post_of(with_clock)

    assert (post["path"], post["change"]) == ("content/posts/clock.md", "removed")
    assert (post["address"], post["is_led_on"]) == ("2026/clock/", False)


@pytest.mark.parametrize(("text", "is_read"), [("", True), ("no front matter", False)])
def test_a_post_whose_file_comes_from_elsewhere_is_new(
    pull_request: PullRequest, text: str, is_read: bool
) -> None:
    written = pull_request.site.post("clock").read_text(encoding="utf-8")
    (pull_request.site.root / "content/posts/clock.md").unlink()
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.write("drafts/clock.md", text or written)
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    pull_request.git("mv", "drafts/clock.md", "content/posts/clock.md")

    post = only_post_of(pull_request)

    assert (post["change"], post["is_read"]) == ("new", is_read)
    assert "Also changed" not in pull_request.review().output


@pytest.mark.parametrize("file", ["pages/values", "staff/ana"])
def test_what_is_no_post_can_take_an_address_over(with_clock: PullRequest, file: str) -> None:
    site = with_clock.site
    text = (site.root / f"content/{file}.md").read_text(encoding="utf-8")
    site.write(f"content/{file}.md", text.replace("---\n", "---\naliases: [/2026/clock/]\n", 1))
    (site.root / "content/posts/clock.md").unlink()

    assert only_post_of(with_clock)["is_led_on"]


def test_what_is_no_post_is_not_told_as_one(pull_request: PullRequest) -> None:
    pull_request.site.write("content/staff/x.md", "Nobody.")
    pull_request.site.write("content/pages/x.md", "Nothing.")

    assert posts_of(pull_request) == []


@pytest.mark.parametrize(("aliases", "is_led_on"), [("", False), ("[/2026/clock/]", True)])
def test_a_post_that_goes_is_told_last(
    with_clock: PullRequest, aliases: str, is_led_on: bool
) -> None:
    (with_clock.site.root / "content/posts/clock.md").unlink()
    with_clock.site.post("door", fields={"aliases": aliases} if aliases else {})

    new, gone = posts_of(with_clock)

    assert (new["change"], gone["change"]) == ("new", "removed")
    assert (gone["title"], gone["address"]) == ("The clock", "2026/clock/")
    assert gone["is_led_on"] is is_led_on


@pytest.fixture
def with_draft(pull_request: PullRequest) -> PullRequest:
    """A branch of a site that has a draft."""
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.post("clock", fields={"status": "draft"})
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    return pull_request


def test_a_draft_that_goes_leaves_no_dead_end(with_draft: PullRequest) -> None:
    (with_draft.site.root / "content/posts/clock.md").unlink()

    post = only_post_of(with_draft)

    assert (post["change"], post["address"], post["is_led_on"]) == ("removed", "", True)


def test_a_draft_of_another_name_does_not_move(with_draft: PullRequest) -> None:
    with_draft.site.post("clock", fields={"slug": "tower"})

    post = only_post_of(with_draft)

    assert (post["change"], post["was"], post["is_led_on"]) == ("changed", "", True)


def test_a_post_of_a_colleague_who_goes_with_it_is_known(with_clock: PullRequest) -> None:
    site = with_clock.site
    site.write("content/staff/ben.md", "---\nname: Ben\nrole: Caretaker\n---\n\nKeys.\n")
    (site.root / "content/staff/ana.md").unlink()
    (site.root / "content/posts/clock.md").unlink()
    site.post("night-shift", fields={"authors": "[ben]"})

    removed = [each for each in posts_of(with_clock) if each["change"] == "removed"]

    assert [each["title"] for each in removed] == ["The clock"]


@pytest.mark.parametrize(
    "text", ["no front matter", "---\ntitle: [\n---\n\nx", "\x00", "---\n---\n"]
)
def test_what_cannot_be_read_is_named(pull_request: PullRequest, text: str) -> None:
    pull_request.site.write("content/posts/broken.md", text)

    post = only_post_of(pull_request)

    assert (post["path"], post["is_read"]) == ("content/posts/broken.md", False)
    assert pull_request.review().exit_code == 1


@pytest.mark.parametrize(
    "text", ["no front matter", "---\ntitle: [\n---\n\nx", "\x00", "---\n---\n"]
)
def test_what_could_not_be_read_before_is_let_be(pull_request: PullRequest, text: str) -> None:
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.write("content/posts/clock.md", text)
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    pull_request.site.post("clock")

    assert only_post_of(pull_request)["change"] == "changed"


def test_what_could_not_be_read_and_is_gone_is_told_by_its_file(pull_request: PullRequest) -> None:
    pull_request.git("checkout", "--quiet", "main")
    file = pull_request.site.write("content/posts/clock.md", "no front matter")
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    file.unlink()

    post = only_post_of(pull_request)

    assert (post["path"], post["change"]) == ("content/posts/clock.md", "removed")
    assert (post["title"], post["address"]) == ("", "")


@pytest.mark.parametrize(
    ("meant", "told"),
    [("a care home", "Write `a care home`. Why: "), ("Say more.", "Write `Say more.` Why: ")],
)
def test_a_sentence_that_is_quoted_ends_once(
    pull_request: PullRequest, meant: str, told: str
) -> None:
    message = f'"Write `{meant}`"'
    guide = GUIDE.replace("\"Write '%s', not '%s'.\"", message)
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.write("content/pages/values.md", guide)
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    pull_request.site.post("clock", body="She lives in an old folks home.")

    assert told in pull_request.review().output


def test_a_secret_in_a_text_is_covered(pull_request: PullRequest) -> None:
    pull_request.git("checkout", "--quiet", "main")
    gone = pull_request.site.post("gone", fields={"title": f"Gone with {KEY}"})
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    gone.unlink()
    share = f"{{captions: {{default: [Use {KEY}]}}}}"
    pull_request.site.post("clock", fields={"title": f"Use {KEY}", "slug": "x", "share": share})

    for form in ("markdown", "html", "json"):
        told = pull_request.review("--format", form).output
        assert "Gone with" in told
        assert KEY not in told


def test_of_many_posts_the_first_are_told_in_full(pull_request: PullRequest) -> None:
    for number in range(30):
        pull_request.site.post(f"post-{number:02}", fields={"date": f"2026-03-{number + 1:02}"})

    posts = posts_of(pull_request)

    assert [bool(each["networks"]) for each in posts] == [True] * 25 + [False] * 5
    assert [each["title"] for each in posts[:2]] == ["The post-00", "The post-01"]
    assert "<strong>5 more posts</strong>" in pull_request.review().output
