from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy.share.different_words import make_variants
from advocacy.share.networks import read_networks
from advocacy.share.quotation_marks import in_quotation_marks
from advocacy.share.snippet_frame import disclosed, make_frame
from advocacy.site import Site
from tests.share.conftest import MakePost, snippets_of
from tests.share.test_claim import with_body

BODY = "Somebody has to wind the clock. It beeps in eleven keys."
QUESTION = "question: What would you do in an empty library?"
QUOTES = "share: {quotes: [It beeps in eleven keys., {text: It never stops., by: The night watch}]}"
SUMMARY = "What happens in a library after the doors close."
OPENINGS = {
    "summary":  SUMMARY,
    "asking":   f"{SUMMARY} I work at Lindenmark Libraries.\n\nWhat would you do",
    "question": "What would you do in an empty library?",
    "quote":    "“It beeps in eleven keys.”",
    "other":    "The night watch: “It never stops.”",
    "claim":    "“Somebody has to wind the clock.”",
    "one":      "One.",
    "prompt":   "Look: [[where?]]",
}  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "variants", "openings"),
    [
        ([QUESTION, QUOTES],                        1, ["asking"]),
        ([QUESTION, QUOTES],                        2, ["summary", "question"]),
        ([QUESTION, QUOTES],                        9,
         ["summary", "question", "quote", "other", "claim"]),
        ([QUESTION],                                3, ["summary", "question", "claim"]),
        ([],                                        3, ["summary", "claim"]),
        (["share: {captions: {default: One.}}"],    1, ["one"]),
        (["share: {captions: {default: One.}}"],    2, ["one", "summary"]),
        (["share: {captions: {default: One.}}"],    3, ["one", "summary", "claim"]),
        (["share: {captions: {x: One., default: 'Look: [[where?]]'}}"], 2, ["one", "prompt"]),
        (["share: {captions: {default: 'Look: [[where?]]'}}"], 1, ["prompt", "summary"]),
        ([f"share: {{captions: {{default: '{SUMMARY} [[where?]]'}}}}"], 1, ["summary", "claim"]),
        (["share: {quotes: [Somebody has to wind the clock.]}"], 3, ["summary", "claim"]),
        ([f"share: {{captions: {{default: {SUMMARY}}}}}"], 3, ["summary", "claim"]),
    ],
)  # fmt: skip
def test_what_captions_do_not_make_up_the_posts_own_words_do(
    make_post: MakePost, site: Site, fields: list[str], variants: int, openings: Sequence[str]
) -> None:
    used = replace(site, sharing=replace(site.sharing, variants=variants))
    post = with_body(make_post(*fields), BODY)

    texts = [each.text for each in snippets_of(post, used, read_networks()["x"])]

    assert len(texts) == len(openings)
    for text, opening in zip(texts, openings, strict=True):
        assert text.replace(" I work at Lindenmark Libraries.", "", 1).startswith(
            OPENINGS[opening].replace(" I work at Lindenmark Libraries.", "", 1)
        ), (text, opening)


@pytest.mark.parametrize("network", sorted(read_networks()))
def test_own_words_are_whole_disclose_and_have_no_prompt(
    make_post: MakePost, site: Site, network: str
) -> None:
    post = with_body(make_post(QUESTION, QUOTES), BODY)

    found = snippets_of(post, site, read_networks()[network])

    assert len(found) == 3
    for each in found:
        assert "I work at Lindenmark Libraries." in each.text
        assert "…" not in each.text
        assert not each.has_prompt


def test_what_a_quote_says_does_not_disclose_for_the_sharer(
    make_post: MakePost, site: Site
) -> None:
    quote = "I work at Lindenmark Libraries, and I wind the clock."
    post = with_body(make_post(f"share: {{quotes: ['{quote}']}}"), quote)

    text = snippets_of(post, site, read_networks()["x"])[1].text

    assert text.startswith(f"“{quote}” I work at Lindenmark Libraries.")


def test_a_sentence_that_discloses_is_no_claim(make_post: MakePost, site: Site) -> None:
    body = "I work at Lindenmark Libraries and wind it.\n\nSomebody has to wind the clock."
    post = with_body(make_post(), body)

    texts = [each.text for each in snippets_of(post, site, read_networks()["x"])]

    assert [text.count("I work at") for text in texts] == [1, 1]
    assert texts[1].startswith(OPENINGS["claim"])


@pytest.mark.parametrize(
    ("text", "lang", "marked"),
    [
        ("So.",     "en",    "“So.”"),
        ("So.",     "en-GB", "“So.”"),
        ("“So.”",   "en",    "“So.”"),
        ('"So."',   "de",    "„So.“"),
        ("« Si. »", "fr",    "«\u202fSi.\u202f»"),
        ("はい。",   "ja",    "「はい。」"),
        ("نعم.",    "ar",    "“نعم.”"),
        ("“A” and", "en",    "““A” and”"),
        ("“A” or “B”",   "en", "““A” or “B””"),
        ("„Ja“ und „Nein“", "de", "„„Ja“ und „Nein““"),
        ("“He said «A»”", "en", "“He said «A»”"),
    ],
)  # fmt: skip
def test_quotation_marks_are_those_of_the_language(text: str, lang: str, marked: str) -> None:
    assert in_quotation_marks(text, lang) == marked


PROSE = st.lists(st.text("abcdé ABC ,’?!.1", min_size=1, max_size=60), max_size=12).map(". ".join)


@given(summary=PROSE, question=PROSE, body=PROSE, network=st.sampled_from(sorted(read_networks())))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_made_up(
    make_post: MakePost, site: Site, summary: str, question: str, body: str, network: str
) -> None:
    post = with_body(replace(make_post(), summary=summary, question=question), body)
    frame = make_frame(post, site, read_networks()[network])

    written = "\n".join(" ".join(text.split()) for text in (post.title, summary, question, body))
    for variant in make_variants(frame, replace(site.sharing, variants=9)):
        words = " ".join(variant.words.strip("“”").split())
        assert words in written, variant
        assert disclosed(frame.around(variant), variant.words) or variant.source == "summary"


def test_a_claim_that_the_disclosure_must_open_comes_after_the_others(
    make_post: MakePost, site: Site
) -> None:
    long = "Once a year eleven of us count every book in the house, " + "shelf by shelf, " * 4
    body = f"{long}until it is light.\n\n{BODY}"
    post = with_body(make_post(), body)
    used = replace(site, sharing=replace(site.sharing, variants=3))

    texts = [each.text for each in snippets_of(post, used, read_networks()["linkedin"])]

    assert [text[:12] for text in texts] == ["What happens", "“Somebody ha", "I work at Li"]
