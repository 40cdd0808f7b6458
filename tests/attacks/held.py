"""How an attack is tried: on a build of its own, against what the same site is in peace."""

from pathlib import Path
from shutil import rmtree

import pytest

from tests.attacks.breaches import Peace, find_breaches
from tests.attacks.table import Attack, read_attacks
from tests.attacks.trial import attack_site

STATUS = {"built": 0, "refused": 1}


def each_attack(table: str) -> pytest.MarkDecorator:
    """Try a test on every row of a table."""
    attacks = read_attacks(table)
    return pytest.mark.parametrize("attack", attacks, ids=[attack.name for attack in attacks])


def check_held(attack: Attack, folder: Path, peace: Peace) -> None:
    """Build a site with an attack in it: it ends as the table says, and does no harm."""
    trial = attack_site(folder / "around/site", attack)

    assert list(find_breaches(trial, attack, peace)) == []
    assert trial.status == STATUS[attack.end], trial.said
    if attack.end == "refused":
        assert any(Path(path).name in trial.said for path in attack.paths), trial.said
        assert not trial.output.exists()
    rmtree(folder)  # three hundred sites are much to keep
