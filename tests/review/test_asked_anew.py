"""What a change to a post asks of people blocks it, however far away the line stands."""

import json

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from advocacy.library import read_library
from advocacy.post import Post
from advocacy.reviewed_by import make_version
from advocacy.site import read_site
from tests.review.conftest import KIM, PullRequest

GUIDE = """
```yaml attest
id: Values.Consent
ask: "Everyone I quote has agreed."
when: {phrases: ["she told me"]}
```

```yaml attest
id: Values.Answer
ask: "I will answer readers for a week."
reviewer: true
```
"""
ANSWERS = "Values.Answer: v20c6f94"
BOTH = f"{ANSWERS}, Values.Consent: v8a35a47"
PATH = "content/posts/clock.md"
RAIN, SNOW = "It rained.", "It snowed."
TOLD = f"{RAIN} So she told me."


def write(request: PullRequest, body: str, answers: str, reviewers: str) -> None:
    """Write the post, its last paragraph far below its front matter."""
    fields = {"attest": f"{{{answers}}}", "reviewed_by": f"[{reviewers}]"}
    request.site.post("clock", fields=fields, body=f"We wind the clock.\n\n{body}")


def clock(request: PullRequest) -> Post:
    """Read the post."""
    posts = read_library(read_site(request.site.root)).posts
    return next(each for each in posts if each.path == PATH)


@pytest.fixture
def approved(pull_request: PullRequest) -> PullRequest:
    """A branch of a site in which Kim has read the one post."""
    request = pull_request
    request.git("checkout", "--quiet", "main")
    request.site.add("content/pages/values.md", GUIDE)
    request.site.write("content/staff/kim.md", KIM)
    write(request, RAIN, ANSWERS, "")
    write(request, RAIN, ANSWERS, f"kim {make_version(clock(request).read_document())}")
    request.commit()
    request.git("checkout", "--quiet", "-B", "post")
    return request


@pytest.mark.parametrize(
    ("body", "answers", "reviewers", "told"),
    [
        (SNOW, ANSWERS, "kim", []),
        (TOLD, BOTH, "kim", []),
        (SNOW, ANSWERS, "kim OLD", ["Review.Missing"]),
        (TOLD, ANSWERS, "kim", ["Attest.Missing"]),
        (TOLD, BOTH, "kim OLD", ["Review.Missing"]),
        (TOLD, ANSWERS, "kim OLD", ["Attest.Missing", "Review.Missing"]),
    ],
)
def test_what_a_change_asks_of_people_blocks_it(
    body: str, answers: str, reviewers: str, told: list[str], approved: PullRequest
) -> None:
    (old,) = clock(approved).reviewers
    write(approved, body, answers, reviewers.replace("kim OLD", old.entry))
    approved.commit()
    site = ("--site", str(approved.site.root))
    reviewed = approved.review("--format", "json")
    whole, since, base = (
        CliRunner().invoke(main, ["check", PATH, *site, *words])
        for words in ((), ("--since", "main"), ("--base", "main"))
    )

    findings = json.loads(reviewed.output)["findings"]
    blocking = sorted(each["check"] for each in findings if each["blocks"])
    assert blocking == told
    statuses = {each.exit_code for each in (reviewed, whole, since, base)}
    assert statuses == {int(bool(told))}
