"""What an editor asks of a post that stands nowhere in it."""

from datetime import date

import pytest

from advocacy.editorial.blocking import Checked
from advocacy.editorial.finding import Finding
from advocacy.publishing.desk import open_desk
from advocacy.review.post_facts import find_vouching
from advocacy.share.networks import network_ids
from advocacy.site import read_site
from tests.review.conftest import CONSENT, KIM, MORE_GUIDE, TODAY, PullRequest
from tests.review.test_posts import only_post_of


@pytest.mark.parametrize(
    ("lang", "body", "has_grade"),
    [
        ("en", "We wound the clock. " * 25, True),
        ("en", "We wound the clock. " * 24 + "We wound it.", False),
        ("en-GB", "We wound the clock. " * 25, True),
        ("fr", "Nous avons remonté l'horloge. " * 30, False),
    ],
)
def test_how_hard_a_text_is_to_read_is_told_where_that_is_known(
    pull_request: PullRequest, lang: str, body: str, has_grade: bool
) -> None:
    settings = pull_request.site.root / "advocacy.toml"
    said = settings.read_text(encoding="utf-8").replace(
        "\nen = ", "\nfr = 'Ici.'\nen-GB = 'Here.'\nen = "
    )
    settings.write_text(f'languages = ["en", "en-GB", "fr"]\n{said}', encoding="utf-8")
    pull_request.site.post("clock", fields={"lang": lang}, body=body)

    reads = only_post_of(pull_request)["readability"]

    assert reads["grade"] == (0 if has_grade else None)
    assert reads["words"] > 0


def test_a_post_without_a_sentence_can_be_summed_up(pull_request: PullRequest) -> None:
    pull_request.site.post("clock", body="```\nticks\n```")

    assert only_post_of(pull_request)["readability"] == {
        **{"words": 0, "minutes": 1, "sentence_words": 0.0, "grade": None}
    }


@pytest.mark.parametrize(
    ("fields", "body", "relationship", "line"),
    [
        ({}, "It rained.", "employee", 0),
        ({}, "It rained.\n\nI work at Lindenmark Libraries.", "employee", 11),
        ({}, "It rained.\n\nI work at\nLindenmark Libraries.", "employee", 11),
        ({"relationship": "none"}, "I work at Lindenmark Libraries.", "none", 0),
        ({"relationship": "gift", "disclosure": "They gave me a key."}, "Ah.", "gift", 0),
        (
            {"relationship": "gift", "disclosure": "They gave me a key."},
            "They gave me a key.",
            "gift",
            11,
        ),
    ],
)
def test_where_a_post_says_where_one_works_is_told(
    pull_request: PullRequest, fields: dict[str, str], body: str, relationship: str, line: int
) -> None:
    pull_request.site.post("clock", fields=fields, body=body)

    told = only_post_of(pull_request)["disclosing"]

    assert (told["relationship"], told["line"]) == (relationship, line)
    assert "\n" not in told["words"]
    assert bool(told["sentence"]) is (relationship != "none")


@pytest.mark.parametrize(
    ("reader", "now", "before"),
    [("kim", ["Kim Adler"], []), ("kim v0000000", [], ["Kim Adler"])],
)
def test_who_has_read_a_post_is_told_by_name(
    pull_request: PullRequest, reader: str, now: list[str], before: list[str]
) -> None:
    pull_request.site.write("content/staff/kim.md", KIM)
    pull_request.site.post("clock", fields={"reviewed_by": f"[{reader}]"})

    post = only_post_of(pull_request)

    assert (post["reviewed_by"], post["reviewed_before"]) == (now, before)


@pytest.mark.parametrize(
    ("attest", "told", "vouching"),
    [
        ("{}", [], []),
        ("{Values.Consent: v6761069}", [], [("given", "")]),
        (f"{{{CONSENT}}}", [], []),
        ("{Values.Consent: v6761069}", ["Values.Plain"], [("given", "")]),
        ("{}", ["Attest.Missing"], [("missing", "Say so.")]),
        ("{}", ["Attest.Missing", "Review.Missing"], [("missing", "Say so.")]),
    ],
)
def test_what_nobody_asks_is_told_where_it_is_vouched_for_as_it_is(
    pull_request: PullRequest, attest: str, told: list[str], vouching: list[tuple[str, str]]
) -> None:
    pull_request.site.add("content/pages/values.md", MORE_GUIDE)
    path = pull_request.site.post("clock", fields={"attest": attest}).name
    desk = open_desk(read_site(pull_request.site.root, network_ids()), date.fromisoformat(TODAY))
    (post,) = [each for each in desk.library.posts if each.path.endswith(path)]
    findings = [
        Finding(post.path, 1, 1, 1, check, "error", "Say so.", match="Values.Consent")
        for check in told
    ]

    found = find_vouching(post, desk.guide, Checked(post.path, post.id, "", tuple(findings)))

    assert [(each.given.value, each.cure) for each in found] == vouching
