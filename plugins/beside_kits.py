"""What pages of kits need beside them where they are built apart from the blog."""

import shutil
from pathlib import Path

from advocacy import addresses
from advocacy.publishing.beside_kits import (
    OF_SOME_BLOGS,
    beside_kits,
    of_blog_alone,
    of_kits_alone,
)
from advocacy.publishing.edition import Edition


def furnish(kits_stage: Path, stage: Path, edition: Edition) -> None:
    """Put the theme, cards and pictures beside the kits, and the hub at the folder's door.

    Of the theme each keeps what its own pages use: the blog has no trace of kits.

    Args:
        kits_stage: The stage of the kits, which are there.
        stage: That of the blog, which is whole.
        edition: What is published.
    """
    shutil.copytree(stage / "theme", kits_stage / "theme")
    for file in (stage / "theme").iterdir():
        if of_kits_alone(file.name):
            file.unlink()
        elif of_blog_alone(file.name):
            (kits_stage / "theme" / file.name).unlink()
    _drop_unloaded(stage)
    # It stands where it rules: addresses.WORKER.
    (kits_stage / "theme/worker.js").unlink()
    for name in beside_kits(edition):
        if addresses.is_of_kits(name):
            continue  # it is there
        (kits_stage / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stage / name, kits_stage / name)
    shutil.copyfile(stage / addresses.FAVICON, kits_stage / addresses.FAVICON)
    door = kits_stage / addresses.file_of(addresses.HOME)
    shutil.copyfile(kits_stage / addresses.file_of(addresses.SHARE), door)


def _drop_unloaded(stage: Path) -> None:
    """Take from the blog's theme what none of its pages loads, be they of templates of its own."""
    unloaded = {*OF_SOME_BLOGS}
    for page in stage.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        unloaded -= {name for name in unloaded if f"/theme/{name}" in text}
        if not unloaded:
            return
    for name in unloaded:
        (stage / "theme" / name).unlink()
