"""What pages of kits need beside them where they are built apart from the blog."""

import shutil
from pathlib import Path

from advocacy import addresses
from advocacy.publishing.beside_kits import beside_kits
from advocacy.publishing.edition import Edition


def furnish(kits_stage: Path, stage: Path, edition: Edition) -> None:
    """Put the theme, cards and pictures beside the kits, and the hub at the folder's door.

    Args:
        kits_stage: The stage of the kits, which are there.
        stage: That of the blog, which is whole.
        edition: What is published.
    """
    shutil.copytree(stage / "theme", kits_stage / "theme")
    for name in beside_kits(edition):
        if addresses.is_of_kits(name):
            continue  # it is there
        (kits_stage / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stage / name, kits_stage / name)
    door = kits_stage / addresses.file_of(addresses.HOME)
    shutil.copyfile(kits_stage / addresses.file_of(addresses.SHARE), door)
