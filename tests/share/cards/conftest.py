import pytest
from PIL import Image

from advocacy.share.cards.content import CardPicture


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> CardPicture:
    """A picture with every brightness, in noise that no encoder makes small."""
    file = tmp_path_factory.mktemp("photo") / "noise.png"
    noise = [Image.effect_noise((900, 700), sigma) for sigma in (90, 60, 120)]
    Image.merge("RGB", noise).save(file)
    return CardPicture(file, focus=(0.2, 0.9))
