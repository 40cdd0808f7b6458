"""What a post would show in a frame, and may not."""

from pathlib import Path

from tests.attacks.breaches import Peace
from tests.attacks.held import check_held, each_attack
from tests.attacks.table import Attack


@each_attack("embeds")
def test_it_is_held(attack: Attack, tmp_path: Path, peace: Peace) -> None:
    check_held(attack, tmp_path, peace)
