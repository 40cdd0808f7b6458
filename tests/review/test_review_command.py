"""`advocacy review`, run on real repositories."""

from advocacy.review.markdown import MARKER
from tests.review.conftest import PullRequest

BAD = "She lives in an old folks home."


def test_a_branch_on_which_nothing_changed_blocks_nothing(pull_request: PullRequest) -> None:
    done = pull_request.review()

    assert done.output == f"{MARKER}\n\n## Nothing blocks\n"
    assert done.exit_code == 0


def test_what_blocks_is_told_with_its_reason(pull_request: PullRequest) -> None:
    pull_request.site.post("clock", body=BAD)
    pull_request.commit()

    done = pull_request.review()

    assert done.exit_code == 1
    assert "## Blocked by 1 finding\n" in done.output
    assert (
        "- `content/posts/clock.md:9` Write 'care home', not 'old folks home'. "
        "[Respect people](<https://stories.lindenmark.example/values/#Values.Respect>): "
        "We call people what they call themselves.\n"
    ) in done.output


def test_what_is_not_committed_yet_counts(pull_request: PullRequest) -> None:
    pull_request.site.post("clock", body=BAD)

    assert pull_request.review().exit_code == 1


def test_what_stood_there_before_blocks_nobody(pull_request: PullRequest) -> None:
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.post("clock", body=BAD)
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-b", "other")
    pull_request.site.post("door", body="It rained.")
    pull_request.commit()

    assert pull_request.review().exit_code == 0
