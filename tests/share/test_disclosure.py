from dataclasses import replace

import pytest

from advocacy.share.disclosure import find_disclosure, make_disclosure
from advocacy.site import Site
from tests.share.conftest import MakePost


@pytest.mark.parametrize(
    ("text", "discloses"),
    [
        ("I work at Lindenmark Libraries and wind the clock.",   True),
        ("i work AT\nlindenmark libraries",                      True),
        ("I work for Lindenmark, at night.",                     True),
        ("So proud of my employer!",                             True),
        ("Our team at Lindenmark counted.",                      True),
        ("I work at Lindenmarkt.",                               False),
        ("I work at night.",                                     False),
        ("Lindenmark Libraries has a clock.",                    False),
        ("[[Say that I work at Lindenmark Libraries.]] Hello.",  False),
        ("",                                                     False),
    ],
)  # fmt: skip
def test_a_text_discloses_in_the_sites_words(
    make_post: MakePost, site: Site, text: str, discloses: bool
) -> None:
    disclosure = make_disclosure(make_post(), site)

    assert disclosure is not None
    assert (find_disclosure(text, disclosure) >= 0) is discloses


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ([],                                             "I work at Lindenmark Libraries."),
        (["lang: fr"],                    "Je travaille aux bibliothèques de Lindenmark."),
        (["disclosure: I run this service"],             "I run this service."),
        (["relationship: paid", "disclosure: I was paid for this!"], "I was paid for this!"),
    ],
)  # fmt: skip
def test_the_sentence_is_the_authors_or_else_the_sites(
    make_post: MakePost, site: Site, fields: list[str], sentence: str
) -> None:
    disclosure = make_disclosure(make_post(*fields), site)

    assert disclosure is not None
    assert disclosure.sentence == sentence


def test_a_paid_post_is_not_disclosed_by_saying_where_one_works(
    make_post: MakePost, site: Site
) -> None:
    post = make_post("relationship: paid", "disclosure: The publisher paid my fare.")
    disclosure = make_disclosure(post, site)

    assert disclosure is not None
    assert find_disclosure("I work at Lindenmark Libraries.", disclosure) == -1
    assert find_disclosure("The publisher paid my fare.", disclosure) >= 0


@pytest.mark.parametrize(
    ("fields", "network", "sentence"),
    [
        ([],                             "x",        "At Lindenmark."),
        ([],                             "linkedin", "I work at Lindenmark Libraries."),
        (["lang: fr"],                   "x",
         "Je travaille aux bibliothèques de Lindenmark."),
        (["disclosure: I count there."], "x",        "I count there."),
    ],
)  # fmt: skip
def test_a_network_may_have_a_sentence_of_its_own(
    make_post: MakePost, site: Site, fields: list[str], network: str, sentence: str
) -> None:
    short = replace(site, sharing=replace(site.sharing, disclosure={"x": {"en": "At Lindenmark."}}))

    disclosure = make_disclosure(make_post(*fields), short, network)

    assert disclosure is not None
    assert disclosure.sentence == sentence


def test_who_has_no_relationship_discloses_none(make_post: MakePost, site: Site) -> None:
    assert make_disclosure(make_post("relationship: none"), site) is None


def test_apostrophes_may_be_of_either_kind(make_post: MakePost, site: Site) -> None:
    disclosure = make_disclosure(make_post("disclosure: I’m in Lindenmark's team."), site)

    assert disclosure is not None
    assert find_disclosure("I'm in Lindenmark’s team", disclosure) >= 0


def test_phrases_of_another_language_do_not_count(make_post: MakePost, site: Site) -> None:
    german = replace(site, disclosure_phrases={"de": ("mein Arbeitgeber",)})
    disclosure = make_disclosure(make_post(), german)

    assert disclosure is not None
    assert find_disclosure("mein Arbeitgeber", disclosure) == -1
