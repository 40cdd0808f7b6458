"""The sample is what a newcomer sees first: it covers what there is, and keeps its own promises."""

import re
from itertools import combinations, pairwise

import pytest

from advocacy.editorial.guide_examples import check_examples
from advocacy.editorial.site_guide import read_site_guide
from advocacy.library import Library
from advocacy.post import Post
from advocacy.publishing.rendering import make_targets
from advocacy.share.networks import read_networks
from advocacy.share.snippet import make_snippet
from advocacy.share.snippet_frame import make_frame
from advocacy.share.variant import Source, Variant
from advocacy.site import PURPOSES
from tests.conftest import PROJECT
from tests.editorial.conftest import check_library
from tests.sample.conftest import TODAY

POSTS = sorted(file.name for file in (PROJECT / "content" / "posts").glob("*.md"))
LARGEST_IMAGE_BYTES = 100_000
PARTS = ("```python", "\n| ", "![", "[^1]:", "!!! ", "\n:   ")


@pytest.fixture(params=POSTS)
def post(request: pytest.FixtureRequest, sample: Library) -> Post:
    return next(each for each in sample.posts if each.path.endswith(f"/{request.param}"))


def test_the_sample_satisfies_its_own_guide(sample: Library) -> None:
    guide = read_site_guide(sample)

    found = check_library(sample, guide, make_targets(sample, TODAY))

    assert not found
    assert not check_examples(guide)


def test_the_packaged_guide_is_the_sample_s() -> None:
    packaged = PROJECT / "advocacy" / "defaults" / "values.md"

    assert packaged.read_bytes() == (PROJECT / "content" / "pages" / "values.md").read_bytes()


def test_the_guide_names_no_single_organisation(sample: Library) -> None:
    assert sample.guide
    text = sample.guide.source.text.casefold()

    assert not [word for word in ("librar", "lindenmark", "reader's card") if word in text]


def test_each_rule_pairs_its_examples(sample: Library) -> None:
    rules = read_site_guide(sample).rules.values()

    assert not [r.id for r in rules if len(r.examples.bad) != len(r.examples.good)]


def test_the_posts_cover_what_there_is_to_cover(sample: Library) -> None:
    posts = sample.posts

    assert {post.purpose for post in posts} == set(PURPOSES)
    assert {author for post in posts for author in post.authors} == set(sample.staff)
    assert {post.lang for post in posts} == set(sample.site.languages)
    assert {topic for post in posts for topic in post.topics} == set(sample.site.topics)
    assert {post.audience for post in posts} == set(sample.site.audiences)
    assert [part for part in PARTS if not any(part in post.body for post in posts)] == []


def test_the_names_of_colleagues_are_in_four_scripts(sample: Library) -> None:
    scripts = (r"[\u0080-\u024f]", r"[\u3400-\u9fff]", r"[\u0600-\u06ff]", r"[\u0400-\u04ff]")
    names = [member.name for member in sample.staff.values()]

    assert all(any(re.search(script, name) for name in names) for script in scripts)
    assert all(m.name_latin for m in sample.staff.values() if not re.search("[A-Za-z]", m.name))


def test_a_translation_names_a_post_that_exists(sample: Library) -> None:
    ids = {post.id for post in sample.posts}
    translations = {post.translation_of for post in sample.posts} - {""}

    assert translations
    assert translations <= ids


def test_every_picture_is_small_and_used(sample: Library) -> None:
    images = sample.site.content / "images"
    written = "".join(post.source.text for post in sample.posts)
    written += "".join(member.photo for member in sample.staff.values())

    for file in images.rglob("*.png"):
        assert file.stat().st_size < LARGEST_IMAGE_BYTES
        assert file.relative_to(images).as_posix() in written


def test_a_post_is_for_somebody_and_asks_them(post: Post) -> None:
    assert post.audience
    assert post.question.endswith("?")
    assert 250 <= len(post.body.split()) <= 700


def test_no_two_posts_open_alike(sample: Library) -> None:
    openings = [" ".join(post.body.split()[:2]).casefold() for post in sample.posts]

    assert len(set(openings)) == len(openings)


def test_every_caption_fits_whole_where_it_may_be_used(post: Post, sample: Library) -> None:
    networks = read_networks()
    for name, captions in post.share.captions.items():
        rows = networks.values() if name == "default" else (networks[name],)
        for network in (row for row in rows if row.id in sample.site.sharing.networks):
            if name == "default" and post.share.captions.get(network.id):
                continue
            frame = make_frame(post, sample.site, network)
            for caption in captions:
                variant = Variant(frame.words_of_caption(caption.text), Source.CAPTION)
                text = make_snippet(frame, variant).text
                last = " ".join(caption.text.split())[-20:]
                assert last in " ".join(text.split()), (network.id, caption.text)


def test_the_captions_of_a_post_use_different_words(post: Post) -> None:
    captions = [each.text for variants in post.share.captions.values() for each in variants]

    assert len(captions) >= 2
    for one, other in combinations(captions, 2):
        assert _shared(one, other) < 0.5, (one, other)


def _shared(one: str, other: str) -> float:
    """Return which part of the shorter text's pairs of words the other has as well."""
    pairs = [set(pairwise(words)) for words in (_words(one), _words(other))]
    return len(pairs[0] & pairs[1]) / min(map(len, pairs))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
