"""The site that is attacked, as it is when nobody does."""

import pytest

from tests.attacks.breaches import Peace, make_peace
from tests.attacks.trial import attack_site


@pytest.fixture(scope="session")
def peace(tmp_path_factory: pytest.TempPathFactory) -> Peace:
    trial = attack_site(tmp_path_factory.mktemp("peace") / "around/site", None)
    assert trial.status == 0, trial.said
    return make_peace(trial)
