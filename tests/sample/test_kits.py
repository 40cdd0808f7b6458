"""Commands that send kits out make the same of them as a build."""

from advocacy.library import Library
from advocacy.publishing.rendering import make_edition, make_share_edition
from advocacy.publishing.share_pages import make_kits
from advocacy.share.networks import read_networks
from tests.sample.conftest import TODAY


def test_kits_are_the_same_whether_bodies_are_rendered_or_not(sample: Library) -> None:
    edition = make_edition(sample, TODAY, read_networks())

    kits = make_kits(make_share_edition(sample, TODAY, edition.networks))

    assert kits == make_kits(edition)
    assert {kit.card_url.rpartition(".")[2] for kit in kits} == {"jpg", "png"}
